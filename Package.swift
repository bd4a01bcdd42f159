// swift-tools-version: 6.2

import PackageDescription

/// A room of the house: one target, importing only rooms on lower floors (docs/architecture.md).
func room(
  _ name: String, _ imports: [Target.Dependency] = [], path: String? = nil, exclude: [String] = [],
  resources: [Resource] = []
) -> Target {
  .target(
    name: name, dependencies: imports, path: path, exclude: exclude, resources: resources, swiftSettings: strict)
}

/// The tests of one room, with a real PostgreSQL beside them where they need one.
func tests(_ name: String, _ imports: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: imports, exclude: exclude, swiftSettings: strict)
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
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

let package = Package(
  name: "datajam",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "datajam", targets: ["datajam"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Floor 0: values and rules about values; C libraries.
    .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libpq-dev"]), .brew(["openssl"])]),
    .target(name: "CProcess"),
    room("CanonicalJSON"),
    room("Competition", ["CanonicalJSON"]),
    room("Digests", ["CCrypto"]),
    room("DemoFiles", resources: [.embedInCode("files")]),
    room("Scoring"),
    room("Tabular"),
    // Floor 1
    room("Calendars", ["CanonicalJSON", "Competition", "Digests", "Tabular"]),
    room("Interchange", ["CanonicalJSON", "Competition", "Tabular"]),
    room("Postgres", ["CLibPQ", "Competition", "CanonicalJSON", "Digests"]),
    room("RubricFiles", ["Competition", yams]),
    room("ScoreFiles", ["Competition", "Scoring", "Tabular"]),
    room("OfflineSheets", ["Competition", "Digests", "Tabular"]),
    room("Terminal", ["Competition"]),
    room("ScoreForm", ["Competition", "Terminal"]),
    room("RankingReports", ["CanonicalJSON", "Digests", "Scoring"]),
    room(
      "Schema", ["Postgres"], path: "sql", exclude: ["schema.sql"],
      resources: [.embedInCode("migrations"), .embedInCode("routines")]),
    // Floor 2
    room("LocalPostgres", ["CProcess", "Competition", "Postgres"]),
    room("Audit", ["Postgres", "Competition", "CanonicalJSON", "Digests"]),
    room("Access", ["Audit", "Postgres", "Competition", "Digests"]),
    // Floor 3: the features, side by side; none imports another.
    room("Events", ["Audit", "Postgres", "Competition", "CanonicalJSON"]),
    room("Participants", ["Audit", "Postgres", "Competition", "CanonicalJSON"]),
    room("Teams", ["Audit", "Postgres", "Competition", "CanonicalJSON", "Digests"]),
    room("Agenda", ["Audit", "Calendars", "Postgres", "Competition", "CanonicalJSON"]),
    room("Imports", ["Competition", "CanonicalJSON", "Interchange", "Postgres"]),
    room("Submissions", ["Audit", "Postgres", "Competition", "CanonicalJSON", "Digests"]),
    room("Rubrics", ["Audit", "Postgres", "Competition", "CanonicalJSON"]),
    room("Judging", ["Access", "Audit", "CanonicalJSON", "Competition", "Digests", "Postgres", "Scoring"]),
    room("Scores", ["Audit", "Postgres", "Competition", "CanonicalJSON"]),
    room(
      "Results",
      ["Access", "Audit", "CanonicalJSON", "Competition", "Digests", "Postgres", "RankingReports", "Scoring"]),
    room("Mentoring", ["Audit", "Postgres", "Competition", "CanonicalJSON"]),
    room("Health", ["Competition", "Postgres"]),
    room(
      "Announcement", ["Audit", "Postgres", "Competition", "CanonicalJSON", "Digests", mustache],
      resources: [
        .embedInCode("Templates"), .embedInCode("Languages/English/Templates"),
        .embedInCode("Languages/French/Templates"), .embedInCode("Languages/Spanish/Templates"),
      ]),
    // Floor 4: the journeys that span features.
    room(
      "Workflows",
      [
        "Access", "Agenda", "Announcement", "Audit", "Calendars", "CanonicalJSON", "Competition", "Events", "Imports",
        "Interchange", "Judging", "Mentoring", "OfflineSheets", "Participants",
        "Postgres", "RankingReports", "Results", "RubricFiles", "Rubrics", "Scores", "Submissions", "Tabular", "Teams",
      ]),
    // Floor 5: wiring.
    room(
      "Backend",
      [
        "Access", "Agenda", "Announcement", "Audit", "Competition", "Events", "Health", "Imports", "Judging",
        "LocalPostgres", "Mentoring", "Participants", "Postgres", "Results", "Rubrics", "Schema", "Scores",
        "Submissions", "Teams", "Workflows",
      ]),
    // Floor 6: the doors. They translate, and are the only importers of their libraries.
    room(
      "Commands",
      [
        "Access", "Agenda", "Announcement", "Audit", "Backend", "Calendars", "CanonicalJSON", "Competition",
        "DemoFiles", "Digests", "Events", "Health", "Imports", "Interchange", "Judging", "LocalPostgres", "Mentoring",
        "OfflineSheets", "Participants", "Postgres", "RankingReports", "Results", "RubricFiles", "Rubrics",
        "ScoreFiles",
        "ScoreForm", "Scores", "Scoring", "Submissions", "Tabular", "Teams", "Terminal", "Workflows", argumentParser,
      ]),
    // Floor 7: the program.
    .executableTarget(name: "datajam", dependencies: ["Commands"], swiftSettings: strict),
    // Tests
    .target(
      name: "TestDatabase", dependencies: ["Postgres"], path: "Tests/TestDatabase", swiftSettings: strict),
    .executableTarget(
      name: "PrivateCluster", dependencies: ["LocalPostgres", "Postgres", "Competition"], path: "Tests/PrivateCluster",
      swiftSettings: strict),
    tests("LocalPostgresTests", ["LocalPostgres", "PrivateCluster", "Postgres", "Competition", "TestDatabase"]),
    .target(
      name: "TestBackend",
      dependencies: [
        "Access", "Backend", "Competition", "Events", "Judging", "Postgres", "Rubrics", "Schema", "Scores", "Teams",
        "TestDatabase",
      ], path: "Tests/TestBackend", swiftSettings: strict),
    .executableTarget(
      name: "Benchmarks",
      dependencies: ["Audit", "Competition", "LocalPostgres", "Mentoring", "Postgres", "Scores", "Scoring"],
      path: "Tests/Benchmarks", swiftSettings: strict),
    .executableTarget(
      name: "Simulation", dependencies: ["Scoring"], path: "Tests/Simulation", swiftSettings: strict),
    tests("CompetitionTests", ["Competition", "CanonicalJSON"]),
    tests("CanonicalJSONTests", ["CanonicalJSON"]),
    tests("DigestsTests", ["Digests"]),
    tests("ScoringTests", ["Scoring"]),
    tests("OfflineSheetsTests", ["Competition", "OfflineSheets"]),
    tests("ScoreFormTests", ["Competition", "ScoreForm", "Terminal"]),
    tests(
      "AuditTests",
      ["Access", "Audit", "Backend", "CanonicalJSON", "Competition", "Participants", "Postgres", "TestBackend"]
    ),
    tests(
      "FeatureTests",
      [
        "Access", "Agenda", "Audit", "Backend", "Calendars", "CanonicalJSON", "Competition", "Digests", "Events",
        "Health", "Imports", "Interchange", "Judging", "Mentoring", "OfflineSheets", "Participants", "Postgres",
        "RankingReports", "Results", "RubricFiles", "Rubrics", "ScoreFiles", "Scores", "Scoring", "Submissions",
        "Tabular",
        "Teams", "TestBackend", "TestDatabase", "Workflows",
      ]),
    tests("AnnouncementTests", ["Announcement", "Audit", "CanonicalJSON", "Competition"], exclude: ["Golden"]),
    tests("ArchitectureTests", ["CanonicalJSON"]),
    tests("RubricFilesTests", ["Competition", "RubricFiles"]),
    tests("ScoreFilesTests", ["ScoreFiles", "Scoring"]),
    .target(name: "TabularFuzz", dependencies: ["Tabular"], path: "Tests/TabularFuzz", swiftSettings: strict),
    .executableTarget(name: "Fuzz", dependencies: ["TabularFuzz"], path: "Tests/Fuzz", swiftSettings: strict),
    tests("TabularTests", ["Tabular", "TabularFuzz"]),
    tests("CalendarsTests", ["Calendars", "CanonicalJSON", "Competition"], exclude: ["schedule.xsd"]),
    tests("InterchangeTests", ["CanonicalJSON", "Interchange", "Tabular", "Competition"]),
    tests(
      "CommandsTests",
      ["Competition", "DemoFiles", "LocalPostgres", "Postgres", "TestDatabase", "Workflows", "datajam"],
      exclude: ["Golden"]),
    tests("PostgresTests", ["Postgres", "Competition", "TestDatabase"]),
    tests("SchemaTests", ["Postgres", "Schema", "TestDatabase"]),
  ]
)
