import CanonicalJSON
import Foundation
import Testing

/// The house as Package.swift has it: docs/architecture.md says why.
@Suite struct FloorTests {
  /// Every room with its floor; a new room has to be given one here.
  static let floors: [String: Int] = [
    "CLibPQ": 0, "CCrypto": 0, "CProcess": 0, "CanonicalJSON": 0, "Competition": 0, "Digests": 0, "DemoFiles": 0,
    "Scoring": 0, "Tabular": 0,
    "Calendars": 1, "Interchange": 1, "OfflineSheets": 1, "Postgres": 1, "Schema": 1, "RubricFiles": 1, "ScoreFiles": 1,
    "ScoreForm": 1, "Terminal": 1, "RankingReports": 1,
    "LocalPostgres": 2, "Audit": 2, "Access": 2,
    "Events": 3, "Participants": 3, "Teams": 3, "Submissions": 3, "Rubrics": 3, "Judging": 3, "Scores": 3, "Results": 3,
    "Agenda": 3, "Announcement": 3, "Imports": 3, "Health": 3, "Mentoring": 3,
    "Workflows": 4, "Backend": 5, "Commands": 6, "datajam": 7,
  ]

  /// Targets that stand beside the house.
  static let forTestsOnly: Set = [
    "TestDatabase", "TestBackend", "PrivateCluster", "Benchmarks", "Simulation", "TabularFuzz", "Fuzz",
  ]

  struct Room {
    let name: String
    let imports: [String]
    let products: [String]
  }

  /// The rooms of the package; `scripts/test` writes the description that is read here.
  static func rooms() throws -> [Room] {
    let path = try #require(ProcessInfo.processInfo.environment["DATAJAM_TEST_PACKAGE"])
    let package = try JSON(parsing: String(contentsOfFile: path, encoding: .utf8))
    let targets = try #require(package["targets"]?.elements)
    return targets.filter { $0["type"]?.text != "test" }.map { target in
      let dependencies = target["dependencies"]?.elements ?? []
      return Room(
        name: target["name"]?.text ?? "",
        imports: dependencies.compactMap { ($0["byName"] ?? $0["target"])?.elements?.first?.text },
        products: dependencies.compactMap { $0["product"]?.elements?.first?.text })
    }.filter { !forTestsOnly.contains($0.name) }
  }

  @Test func everyRoomHasAFloor() throws {
    #expect(try Set(Self.rooms().map(\.name)) == Set(Self.floors.keys))
  }

  @Test func aRoomImportsOnlyRoomsBelow() throws {
    for room in try Self.rooms() {
      for other in room.imports {
        let (here, there) = (try #require(Self.floors[room.name]), try #require(Self.floors[other]))
        // On floors 0 to 2 a room may also rest on one beside it; never on one above.
        let isAllowed = there < here || (here <= 2 && there == here)
        #expect(isAllowed, "\(room.name) (floor \(here)) imports \(other) (floor \(there))")
      }
    }
  }

  @Test func onlyTheDoorsImportTheirLibraries() throws {
    let users = try Self.rooms().filter { !$0.products.isEmpty }.map {
      "\($0.name): \($0.products.joined(separator: " "))"
    }
    #expect(users.sorted() == ["Announcement: Mustache", "Commands: ArgumentParser", "RubricFiles: Yams"])
  }

  @Test func theEngineKnowsNobody() throws {
    let scoring = try #require(Self.rooms().first { $0.name == "Scoring" })
    #expect(scoring.imports.isEmpty && scoring.products.isEmpty)
  }

  /// Promises that the compiler cannot check stand in the Postgres floor only, and SQL in stores.
  @Test func uncheckedPromisesAndSQLStandWhereTheyBelong() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources").standardized
    let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    var strays: [String] = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let path = String(file.path.dropFirst(sources.path.count + 1))
      let text = try String(contentsOf: file, encoding: .utf8)
      let isUnchecked = text.contains("@unchecked Sendable") || text.contains("nonisolated(unsafe)")
      if isUnchecked && !path.hasPrefix("Postgres/") { strays.append(path) }
      let hasSQL = ["SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM "].contains {
        text.contains("\"\($0)") || text.contains("      \($0)")
      }
      let mayHaveSQL = path.contains("Store") || path.hasPrefix("Postgres/") || path.hasPrefix("LocalPostgres/")
      if hasSQL && !mayHaveSQL { strays.append(path) }
    }
    #expect(strays == [])
  }
}
