import Foundation
import StoredZip
import Testing

/// Workbooks go in where tables do.
@Suite struct WorkbookImportTests {
  @Test func `scores and people come from workbooks, with faults at their cells`() async throws {
    try await Workplace.withJudging { place async throws in
      let scores = [["Judge", "Team", "Impact", "Data", "Total"], ["Ann", "Aurora", "8", "4.5", "12.5"]]
      try place.write(StoredZip.workbook(scores), to: "scores.xlsx")
      let taken = try await place.run("score", "import", "scores.xlsx")
      #expect(taken.code == 0, "\(taken)")
      #expect(taken.errors.contains("sheet: 1 created"))
      try place.write(StoredZip.workbook([scores[0], ["Ann", "Aurora", "99", "4", "103"]]), to: "scores.xlsx")
      let refused = try await place.run("score", "import", "scores.xlsx")
      #expect(refused.errors.contains("row 2, cell C2 Impact: \"impact\" takes 0 to 10 points, but 99 was given."))
      let people = [
        ["People of 2026"], ["Given name", "Family name", "E-mail", "Team"],
        ["Ana", "Lee", "ana@example.org", "Aurora"],
      ]
      try place.write(StoredZip.workbook(people), to: "people.xlsx")
      let imported = try await place.run("import", "people.xlsx")
      #expect(imported.code == 0, "\(imported)")
      #expect(imported.errors.contains("people.xlsx: Left out 1 line above the header."))
      #expect(imported.errors.contains("participant: 1 created"))
      #expect(try await place.run("import", "people.xlsx", "--sheet", "Other").code == 65)
      try place.write(StoredZip.workbook([["judge", "team"], ["Bob", "Boréal"]]), to: "assignments.xlsx")
      #expect(try await place.run("assignment", "import", "assignments.xlsx").code == 0)
    }
  }

  @Test func `a workbook is ranked without a database, also from standard input`() async throws {
    try await RankTests.withExample { program async throws in
      let table = [["Poster", "Judge 1", "Judge 2"], ["P-1", "7", "8"], ["P-2", "6", "9"]]
      try Workplace.write(StoredZip.workbook(table), to: program.folder + "/matrix.xlsx")
      let ranked = try await program.run("rank", "matrix.xlsx", "--draws", "0", "--method", "raw")
      #expect(ranked.code == 0, "\(ranked)")
      #expect(ranked.output.contains("P-1"))
      try Workplace.write([0xD0, 0xCF, 0x11, 0xE0, 0, 0, 0, 0], to: program.folder + "/old.xls")
      let old = try await program.run("rank", "old.xls")
      #expect(old.code == 65)
      #expect(
        old.errors.hasPrefix("Error: \"old.xls\": The workbook has a password"))
    }
  }
}

extension Workplace {
  fileprivate static func write(_ bytes: [UInt8], to path: String) throws {
    try Data(bytes).write(to: URL(filePath: path))
  }
}
