import Backend
import Events
import ImportFormats
import ImportStaging
import Postgres
import TestBackend
import Testing
import UseCases
import Vocabulary

/// Numbers that are the same in every run (Knuth, MMIX).
private struct RepeatedNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state >> 32) | (state << 32)
  }
}

/// A small file of people with teams, some of whose rows have a fault of their own.
private struct RandomFile {
  var rows: [(cells: String, isFaulty: Bool)]

  init(seed: UInt64) {
    var random = RepeatedNumbers(state: seed)
    let teams = ["Alpha", "ALPHA", "alpha ", "Boréal", "boréal", "Zenith 1", "Zenith 2", "", ""]
    rows = (1...Int.random(in: 1...25, using: &random)).map { number in
      let team = teams[Int.random(in: 0..<teams.count, using: &random)]
      let name = number.isMultiple(of: 4) ? "\"Person, the\n\(number)\"" : "Person \(number)"
      var cells = [name, "p\(number)@solar.example", "CA", "yes", team]
      var isFaulty = true
      switch Int.random(in: 0..<14, using: &random) {
      case 0: cells[1] = "p\(number)@@solar.example"
      // What a row can do without is left out, and the row is taken.
      case 1: (cells[2], isFaulty) = ("Atlantis", false)
      case 2: (cells[3], isFaulty) = ("perhaps", false)
      case 3: cells[0] = " "
      case 4: cells.append("too many")
      case 5: cells.removeLast()
      case 6: cells[1] = ""
      default: isFaulty = false
      }
      return (cells.joined(separator: ","), isFaulty)
    }
  }

  var text: String { "name,email,country,consent,team\n" + rows.map { $0.cells + "\n" }.joined() }

  /// As a spreadsheet counts.
  var faultyRows: Set<Int> { Set(rows.indices.filter { rows[$0].isFaulty }.map { $0 + 2 }) }
  var good: Int { rows.count - faultyRows.count }

  func shuffled(seed: UInt64) -> RandomFile {
    var (copy, random) = (self, RepeatedNumbers(state: seed))
    copy.rows.shuffle(using: &random)
    return copy
  }
}

/// What holds of every file, whatever stands in it.
@Suite struct ImportRules {
  private func take(_ file: RandomFile, keepsGoodRows: Bool, _ event: TestEvent) async throws -> FileImportReport {
    let (backend, bytes) = (event.backend, Array(file.text.utf8))
    return try await backend.transaction { unit in
      var options = FileImport.Options()
      options.keepsGoodRows = keepsGoodRows
      let stored = try backend.events.find(nil, in: unit)
      return try backend.files.run(ExportRules.Exported(bytes: bytes), options, into: stored, in: unit)
    }
  }

  private func expect(_ report: FileImportReport, of file: RandomFile) {
    let tally = report.tally
    #expect(report.rows == file.rows.count)
    #expect(
      report.rows == tally.created + tally.updated + tally.unchanged + report.skipped + report.rejected)
    #expect(Set(report.problems.map(\.row)) == file.faultyRows)
  }

  /// Everybody with their team, and every team, by what they are and not by when they came.
  private func held(_ event: TestEvent) async throws -> [String] {
    try await event.database.read { snapshot in
      try snapshot.rows(
        """
        SELECT format('%s|%s|%s|%s', p.display_name, p.email, p.may_be_named, t.name_folded) AS line
        FROM participant AS p LEFT JOIN team_member AS m USING (event_id, participant_id)
        LEFT JOIN team AS t USING (event_id, team_id)
        UNION ALL SELECT name_folded FROM team ORDER BY line
        """
      ).map { try $0["line"] }
    }
  }

  private func withLargeTeams(_ body: (TestEvent) async throws -> Void) async throws {
    try await TestEvent.with { event in
      try await event.change { id, unit in try event.backend.events.edit(id, in: unit) { $0.teamSize = 100 } }
      try await body(event)
    }
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func rowsWithFaultsAreRejectedAndTheOthersAreTakenOnce(seed: UInt64) async throws {
    let file = RandomFile(seed: seed)
    try await withLargeTeams { event in
      let nothing = try await held(event)
      do {
        let report = try await take(file, keepsGoodRows: false, event)
        #expect(file.faultyRows == [])
        expect(report, of: file)
      } catch FileImportError.rejected(let report, _) {
        #expect(file.faultyRows != [])
        expect(report, of: file)
        #expect(report.tally.created == file.good)
        #expect(try await held(event) == nothing)
      }
      expect(try await take(file, keepsGoodRows: true, event), of: file)
      let all = try await held(event)
      #expect(all.filter { $0.contains("@") }.count == file.good)
      for again in [file, file.shuffled(seed: seed)] {
        let report = try await take(again, keepsGoodRows: true, event)
        expect(report, of: again)
        #expect(report.tally.unchanged == file.good)
        #expect(try await held(event) == all)
      }
      let shuffled = file.shuffled(seed: seed + 100)
      try await withLargeTeams { other in
        expect(try await take(shuffled, keepsGoodRows: true, other), of: shuffled)
        #expect(try await held(other) == all)
      }
    }
  }
}
