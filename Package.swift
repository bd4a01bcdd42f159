// swift-tools-version: 6.2

import PackageDescription

/// The layers, lowest first; a module imports modules of lower layers only (docs/architecture.md).
enum Layer: String {
  case core = "Core"
  case ranking = "Ranking"
  case formats = "Formats"
  case database = "Database"
  case features = "Features"
  case application = "Application"
  case clients = "Clients"
}

/// A module of a layer, in the folder `Sources/<Layer>/<Name>`.
func module(
  _ name: String, in layer: Layer, uses: [Target.Dependency] = [], resources: [Resource] = []
) -> Target {
  .target(
    name: name, dependencies: uses, path: "Sources/\(layer.rawValue)/\(name)", resources: resources,
    swiftSettings: strict)
}

/// The tests of one module, in the folder `Tests/<Layer>/<Name>Tests`.
func tests(
  of name: String, in layer: Layer, uses: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: uses, path: "Tests/\(layer.rawValue)/\(name)Tests", exclude: exclude,
    swiftSettings: strict)
}

/// A library for tests, in the folder `Tests/Support`.
func support(_ name: String, uses: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: uses, path: "Tests/Support/\(name)", swiftSettings: strict)
}

/// A program for developers, in the folder `Tests/Tools`.
func tool(_ name: String, uses: [Target.Dependency]) -> Target {
  .executableTarget(name: name, dependencies: uses, path: "Tests/Tools/\(name)", swiftSettings: strict)
}

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let systemPackage: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

let core: [Target] = [
  .systemLibrary(
    name: "CLibPQ", path: "Sources/Core/CLibPQ", pkgConfig: "libpq",
    providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),
  .systemLibrary(
    name: "CCrypto", path: "Sources/Core/CCrypto", pkgConfig: "libcrypto",
    providers: [.apt(["libpq-dev"]), .brew(["openssl"])]),
  .systemLibrary(
    name: "CExpat", path: "Sources/Core/CExpat", pkgConfig: "expat",
    providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
  .target(name: "CProcess", path: "Sources/Core/CProcess"),
  module("Archives", in: .core),
  module("CanonicalJSON", in: .core),
  module("CSV", in: .core, uses: ["Vocabulary"]),
  module("Digests", in: .core, uses: ["CCrypto"]),
  module("Files", in: .core, uses: ["Vocabulary", systemPackage]),
  module("Vocabulary", in: .core, uses: ["CanonicalJSON"]),
  module("Workbooks", in: .core, uses: ["Archives", "CSV", "Vocabulary", "XML"]),
  module("XML", in: .core, uses: ["CExpat"]),
]

let ranking: [Target] = [
  module("RankingEngine", in: .ranking),
  module("RankingReports", in: .ranking, uses: ["CanonicalJSON", "Digests", "RankingEngine"]),
  module("RankingSpreadsheets", in: .ranking, uses: ["CSV", "RankingEngine", "ScoreTables", "Vocabulary"]),
  module("ScoreTables", in: .ranking, uses: ["CSV", "Vocabulary"]),
]

let formats: [Target] = [
  module("AgendaFormats", in: .formats, uses: ["CanonicalJSON", "CSV", "Digests", "Vocabulary", "XML"]),
  module("ExplanationFormats", in: .formats, uses: ["RankingEngine", "RankingReports", "Vocabulary"]),
  module("ImportFormats", in: .formats, uses: ["CanonicalJSON", "CSV", "Vocabulary"]),
  module("RubricFiles", in: .formats, uses: ["Vocabulary", yams]),
  module("ScoreSheetFiles", in: .formats, uses: ["CSV", "Digests", "Vocabulary"]),
]

let database: [Target] = [
  module("Postgres", in: .database, uses: ["CanonicalJSON", "CLibPQ", "Digests", "Vocabulary"]),
  .target(
    name: "Schema", dependencies: ["Postgres"], path: "sql", exclude: ["schema.sql"],
    resources: [.embedInCode("migrations"), .embedInCode("routines")], swiftSettings: strict),
  module("LocalPostgres", in: .database, uses: ["CProcess", "Files", "Postgres", "Vocabulary"]),
  module("Audit", in: .database, uses: ["CanonicalJSON", "Digests", "Postgres", "Vocabulary"]),
  module("Lookup", in: .database, uses: ["Postgres", "Vocabulary"]),
  module("Access", in: .database, uses: ["Audit", "Digests", "Postgres", "Vocabulary"]),
  module(
    "ImportStaging", in: .database, uses: ["CanonicalJSON", "ImportFormats", "Lookup", "Postgres", "Vocabulary"]),
]

/// What every feature rests on.
let recorded: [Target.Dependency] = ["Audit", "CanonicalJSON", "Lookup", "Postgres", "Vocabulary"]

/// Side by side: none imports another.
let features: [Target] = [
  module("Agenda", in: .features, uses: recorded + ["AgendaFormats"]),
  module(
    "Announcement", in: .features, uses: recorded + ["Access", "Archives", "Digests", mustache],
    resources: [
      .embedInCode("Templates"), .embedInCode("Languages/English/Templates"),
      .embedInCode("Languages/French/Templates"), .embedInCode("Languages/Spanish/Templates"),
    ]),
  module("Events", in: .features, uses: recorded),
  module("Health", in: .features, uses: ["Postgres", "Vocabulary"]),
  module("Judging", in: .features, uses: recorded + ["Access", "Digests", "RankingEngine"]),
  module("Mentoring", in: .features, uses: recorded),
  module("Organisations", in: .features, uses: recorded),
  module("Participants", in: .features, uses: recorded),
  module("Prizes", in: .features, uses: recorded),
  module(
    "Results", in: .features, uses: recorded + ["Access", "Digests", "RankingEngine", "RankingReports"]),
  module("Rubrics", in: .features, uses: recorded),
  module("Scores", in: .features, uses: recorded),
  module("Submissions", in: .features, uses: recorded + ["Digests"]),
  module("Teams", in: .features, uses: recorded + ["Digests"]),
]

let application: [Target] = [
  module(
    "UseCases", in: .application,
    uses: [
      "Access", "Agenda", "AgendaFormats", "Announcement", "Audit", "CanonicalJSON", "CSV", "Events", "ImportFormats",
      "ImportStaging", "Judging", "Lookup", "Mentoring", "Organisations", "Participants", "Postgres", "Prizes",
      "ExplanationFormats", "RankingEngine", "RankingReports", "Results", "RubricFiles",
      "Rubrics", "Scores", "ScoreSheetFiles", "ScoreTables", "Submissions", "Teams", "Vocabulary", "Workbooks",
    ]),
  module(
    "Backend", in: .application,
    uses: [
      "Access", "Agenda", "Announcement", "Audit", "Events", "Health", "ImportStaging", "Judging", "LocalPostgres",
      "Lookup", "Mentoring", "Organisations", "Participants", "Postgres", "Prizes", "Results", "Rubrics", "Schema",
      "Scores",
      "Submissions", "Teams",
      "UseCases", "Vocabulary",
    ]),
]

let clients: [Target] = [
  module("Terminal", in: .clients, uses: ["Files", "Vocabulary"]),
  module("ScoreScreen", in: .clients, uses: ["Terminal", "Vocabulary"]),
  module("DemoFiles", in: .clients, resources: [.embedInCode("files")]),
  module(
    "CommandLine", in: .clients,
    uses: [
      "Access", "Agenda", "AgendaFormats", "Announcement", "Audit", "Backend", "CanonicalJSON", "CSV", "DemoFiles",
      "Digests", "Events", "ExplanationFormats", "Files", "Health", "ImportFormats", "ImportStaging", "Judging",
      "LocalPostgres", "Lookup",
      "Mentoring", "Organisations", "Participants", "Postgres", "Prizes", "RankingEngine", "RankingReports",
      "RankingSpreadsheets",
      "Results", "RubricFiles", "Rubrics", "Scores", "ScoreScreen", "ScoreSheetFiles", "ScoreTables", "Submissions",
      "Teams", "Terminal", "UseCases", "Workbooks",
      "Vocabulary", argumentParser,
    ]),
  .executableTarget(
    name: "datajam", dependencies: ["CommandLine"], path: "Sources/Programs/datajam", swiftSettings: strict),
]

let testSupport: [Target] = [
  support("TestDatabase", uses: ["Postgres"]),
  support(
    "TestBackend",
    uses: [
      "Access", "Backend", "Events", "Judging", "Postgres", "Rubrics", "Schema", "Scores", "Teams", "TestDatabase",
      "Vocabulary",
    ]),
  support("CSVFuzz", uses: ["CSV"]),
  support("ScheduleFuzz", uses: ["AgendaFormats", "CanonicalJSON"]),
  support("StoredZip", uses: []),
  support("WorkbookFuzz", uses: ["Archives", "CSV", "StoredZip", "Workbooks"]),
  .target(name: "CRankingYardstick", path: "Tests/Tools/CRankingYardstick"),
  tool(
    "Benchmarks",
    uses: [
      "Audit", "CRankingYardstick", "LocalPostgres", "Mentoring", "Postgres", "RankingEngine", "Scores", "Vocabulary",
    ]),
  tool("Fuzz", uses: ["CSVFuzz", "ScheduleFuzz", "WorkbookFuzz"]),
  tool("PrivateCluster", uses: ["LocalPostgres", "Postgres", "Vocabulary"]),
  tool("Simulation", uses: ["RankingEngine"]),
]

let allTests: [Target] = [
  .testTarget(name: "ArchitectureTests", dependencies: ["CanonicalJSON"], swiftSettings: strict),
  tests(of: "Archives", in: .core, uses: ["Archives"]),
  tests(of: "CanonicalJSON", in: .core, uses: ["CanonicalJSON"]),
  tests(of: "CSV", in: .core, uses: ["CSV", "CSVFuzz"]),
  tests(of: "Digests", in: .core, uses: ["Digests"]),
  tests(of: "Files", in: .core, uses: ["Files", "Vocabulary"]),
  tests(of: "Vocabulary", in: .core, uses: ["CanonicalJSON", "Vocabulary"]),
  tests(of: "Workbooks", in: .core, uses: ["Archives", "CSV", "StoredZip", "WorkbookFuzz", "Workbooks"]),
  tests(of: "XML", in: .core, uses: ["XML"]),
  tests(of: "RankingEngine", in: .ranking, uses: ["RankingEngine"]),
  tests(of: "RankingSpreadsheets", in: .ranking, uses: ["RankingEngine", "RankingSpreadsheets", "ScoreTables"]),
  tests(of: "ScoreTables", in: .ranking, uses: ["CSV", "ScoreTables", "Vocabulary"]),
  tests(
    of: "ExplanationFormats", in: .formats, uses: ["ExplanationFormats", "RankingEngine", "Vocabulary"],
    exclude: ["Golden"]),
  tests(
    of: "AgendaFormats", in: .formats, uses: ["AgendaFormats", "CanonicalJSON", "ScheduleFuzz", "Vocabulary"],
    exclude: ["schedule.xsd"]),
  tests(of: "ImportFormats", in: .formats, uses: ["CanonicalJSON", "CSV", "ImportFormats", "Vocabulary"]),
  tests(of: "RubricFiles", in: .formats, uses: ["RubricFiles", "Vocabulary"]),
  tests(of: "ScoreSheetFiles", in: .formats, uses: ["ScoreSheetFiles", "Vocabulary"]),
  tests(of: "Schema", in: .database, uses: ["Postgres", "Schema", "TestDatabase"]),
  tests(of: "Postgres", in: .database, uses: ["Postgres", "TestDatabase", "Vocabulary"]),
  tests(
    of: "LocalPostgres", in: .database,
    uses: ["LocalPostgres", "Postgres", "PrivateCluster", "TestDatabase", "Vocabulary"]),
  tests(
    of: "Audit", in: .database,
    uses: ["Access", "Audit", "Backend", "CanonicalJSON", "Participants", "Postgres", "TestBackend", "Vocabulary"]),
  tests(
    of: "Feature", in: .features,
    uses: [
      "Access", "Agenda", "AgendaFormats", "Audit", "Backend", "CanonicalJSON", "CSV", "Digests", "Events", "Health",
      "ImportFormats", "ImportStaging", "Judging", "Lookup", "Mentoring", "Organisations", "Participants", "Postgres",
      "Prizes",
      "RankingEngine", "RankingReports", "RankingSpreadsheets", "Results", "RubricFiles", "Rubrics", "Scores",
      "ScoreSheetFiles",
      "Submissions", "Teams", "TestBackend", "TestDatabase", "UseCases", "Vocabulary",
    ]),
  tests(
    of: "Announcement", in: .features, uses: ["Announcement", "Archives", "Audit", "CanonicalJSON", "Vocabulary"],
    exclude: ["Golden"]),
  tests(of: "ScoreScreen", in: .clients, uses: ["ScoreScreen", "Terminal", "Vocabulary"]),
  tests(
    of: "CommandLine", in: .clients,
    uses: [
      "CanonicalJSON", "CommandLine", "datajam", "DemoFiles", "Digests", "LocalPostgres", "Postgres", "Results",
      "StoredZip", "TestDatabase", "UseCases", "Vocabulary", "Workbooks",
      argumentParser,
    ],
    exclude: ["Golden", "Released"]),
]

let package = Package(
  name: "datajam",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "datajam", targets: ["datajam"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: core + ranking + formats + database + features + application + clients + testSupport + allTests
)
