import Testing
import Vocabulary

@testable import ScoreSheetFiles

@Suite struct SheetTableTests {
  private let sheet = SampleSheet.sheet([SampleSheet.aurora, SampleSheet.boreal])

  private func table() throws -> String { String(decoding: try sheet.table(), as: UTF8.self) }

  @Test func itHasARowForEachTeam() throws {
    let code = sheet.origin.code(of: "aurora", revision: 2)
    let lines = try table().split(separator: "\r\n")
    #expect(
      lines.first
        == "\u{FEFF}sheet_code,event,round,rubric,judge,team,team_name,revision,place,title,links,impact [0-10],use-of-data [0-10],comment,feedback,status"
    )
    #expect(lines.dropFirst().first == "\(code),demo-2021,main,main-2,J-03,aurora,Aurora,2,,,,6.5,,Solid.,,draft")
  }

  @Test func aSpreadsheetMaySaveItWithSemicolonsAndCommas() throws {
    let rows = try table().replacing(",", with: ";").replacing("6.5", with: "6,5")
    let teams = try ReturnedSheet.read(Array(rows.utf8)).flatMap(\.teams)
    #expect(teams.map(\.sheet) == sheet.teams)
    #expect(teams[0].lines == ["impact": 2])
  }

  @Test func rowsWhoseCellsWereMixedUpAreNamed() throws {
    let mixed = try table().replacing("aurora,Aurora", with: "boreal,Aurora").replacing("draft", with: "perhaps")
    do {
      _ = try ReturnedSheet.read(Array(mixed.utf8))
      Issue.record("It was taken.")
    } catch {
      #expect(error.faults.map(\.line) == [2, 3])
      #expect(error.faults[0].sentence.contains(#"does not belong to team "boreal" and judge "J-03""#))
      #expect(error.faults[1].sentence == #""perhaps" is no status: write draft, ready, recused or absent."#)
    }
  }

  @Test func whatIsNoSheetIsNotTaken() {
    for text in ["", "judge,team\nJ-1,aurora\n", "\u{0}"] {
      #expect(throws: SheetFaults.self) { try ReturnedSheet.read(Array(text.utf8)) }
    }
  }
}
