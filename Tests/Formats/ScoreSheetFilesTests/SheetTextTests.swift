import Testing
import Vocabulary

@testable import ScoreSheetFiles

@Suite struct SheetTextTests {
  private let sheet = SampleSheet.sheet([SampleSheet.aurora, SampleSheet.boreal])

  private func faults(_ text: String) -> [SheetFault] {
    do {
      _ = try ReturnedSheet.read(Array(text.utf8))
      return []
    } catch {
      return error.faults
    }
  }

  @Test func itIsWrittenForPeople() {
    #expect(
      SampleSheet.sheet([SampleSheet.aurora]).text == """
        @datajam-sheet 1  event demo-2021  round main  judge J-03  rubric main-2  issued 2021-05-17T21:00Z  code \(sheet.origin.code(sheet.issued))
        @ Write below the lines that begin with @, or behind points: Nothing or - is no score. Leave the lines as they are.

        @team aurora  revision 2  code \(sheet.origin.code(of: "aurora", revision: 2))  Aurora
        @status  (draft, ready, recused or absent)
        draft
        @score impact  0..10  (40 %)  Impact  points:
        @   10: ready to use
        6.5
        @score use-of-data  0..10  (60 %)  Use of data  points:

        @comment  (for the organisers only)
        Solid.
        @feedback  (for the team, after the announcement)

        @end

        """)
  }

  @Test func whatWasNotTouchedComesBackAsItWentOut() throws {
    let returned = try ReturnedSheet.read(Array(sheet.text.utf8))
    #expect(returned.map(\.origin) == [sheet.origin])
    #expect(returned.flatMap(\.teams).map(\.sheet) == sheet.teams)
  }

  @Test(arguments: Language.allCases) func aSheetInEachLanguageComesBackAsItWentOut(_ language: Language) throws {
    var teams = [SampleSheet.aurora, SampleSheet.boreal]
    teams[0].status = .ready
    teams[1].status = .absent
    var sheet = SampleSheet.sheet(teams)
    sheet.language = language
    sheet.projects = ["aurora": .init(title: "T", summary: "S", links: [], place: "table 4")]
    for bytes in [Array(sheet.text.utf8), try sheet.table()] {
      #expect(try ReturnedSheet.read(bytes).flatMap(\.teams).map(\.sheet) == teams)
    }
    let ours = sheet.text.split(separator: "\n").filter { $0.hasPrefix("@") }
    #expect(
      language == .english || !ours.contains { $0.contains("Write") || $0.contains("for the") || $0.contains("draft") })
  }

  @Test(arguments: [
    ("prêt", TeamSheet.Status.ready), ("PRETE", .ready), ("Lista", .ready), ("brouillon", .draft), ("borrador", .draft),
    ("Récusée", .recused), ("recusado", .recused), ("ausente", .absent), ("Absente", .absent),
  ])
  func aStatusIsReadInEveryLanguage(_ word: String, _ status: TeamSheet.Status) throws {
    let text = sheet.text.replacing("draft\n@score", with: word + "\n@score", maxReplacements: 1)
    #expect(try ReturnedSheet.read(Array(text.utf8)).flatMap(\.teams)[0].sheet.status == status)
  }

  @Test func mailMayQuoteItAndWindowsMayEndItsLines() throws {
    for mark in ["> ", ">", "> > ", ">>"] {
      let lines = sheet.text.split(separator: "\n", omittingEmptySubsequences: false)
      let quoted = "Here you are.\r\n\r\n" + lines.map { mark + $0 }.joined(separator: "\r\n") + "\r\n-- \r\nAmina\r\n"
      let returned = try ReturnedSheet.read(Array(quoted.utf8))
      #expect(returned.flatMap(\.teams).map(\.sheet) == sheet.teams)
    }
  }

  @Test func answersAreReadAsJudgesWriteThem() throws {
    let text = sheet.text.replacing("6.5\n", with: "\n  7,25 \n\n").replacing("draft\n@score", with: "READY\n@score")
    let teams = try ReturnedSheet.read(Array(text.utf8)).flatMap(\.teams)
    #expect(teams[0].sheet.points == ["impact": Points(thousandths: 7_250)])
    #expect(teams[0].sheet.status == .ready)
    let none = sheet.text.replacing("6.5\n", with: "-\n")
    #expect(try ReturnedSheet.read(Array(none.utf8)).flatMap(\.teams)[0].sheet.points.isEmpty)
  }

  @Test func everyLineThatCannotBeTakenIsNamed() {
    let text = sheet.text.replacing("6.5\n", with: "six\n").replacing("Solid.", with: "@ada said so")
      .replacing("draft\n@score", with: "done\n@score", maxReplacements: 1)
    #expect(
      faults(text) == [
        SheetFault(
          line: 13, #""@ada" is no line of a sheet. Put a \ before a line of yours that begins with @."#),
        SheetFault(line: 9, #""six" is no number of points for "impact". Write it like 8 or 6.5."#),
        SheetFault(line: 6, #""done" is no status: write draft, ready, recused or absent."#),
      ])
  }

  @Test func linesOfDifferentSheetsAreNotMixed() {
    let other = OfflineSheet(
      origin: SheetOrigin(event: "demo-2021", round: "main", judge: "J-04", rubric: "main-2"), issued: sheet.issued,
      criteria: sheet.criteria, teams: [SampleSheet.aurora])
    let teamLine = { (text: String) in text.split(separator: "\n").first { $0.hasPrefix("@team aurora") } ?? "" }
    let mixed = sheet.text.replacing(teamLine(sheet.text), with: teamLine(other.text))
    #expect(faults(mixed).map(\.line) == [4])
    #expect(faults(sheet.text.replacing("judge J-03", with: "judge J-04")).count == 3)
    #expect(faults(sheet.text.replacing("revision 2", with: "revision 3")).map(\.line) == [4])
  }

  @Test func aSheetThatIsCutOffIsNotTaken() {
    let text = sheet.text
    for length in [10, text.count / 2, text.count - 6] {
      #expect(!faults(String(text.prefix(length))).isEmpty)
    }
    #expect(faults("").map(\.line) == [1])
  }

  @Test func twoSheetsInOneFileAreBothRead() throws {
    #expect(try ReturnedSheet.read(Array((sheet.text + "\n" + sheet.text).utf8)).count == 2)
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>) func anyTextComesBack(seed: UInt64) throws {
    var random = SampleSheet.Seeded(state: seed)
    let pieces = ["@", ">", "\\", "\n", " ", "@end", "@team", "x", "é", "🙂", ",", "\"", "-", "=1+1", "漢", "; "]
    func text() -> String {
      let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined()
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let isBlank = { (line: String) in line.allSatisfy(\.isWhitespace) }
      return lines.drop(while: isBlank).reversed().drop(while: isBlank).reversed().joined(separator: "\n")
    }
    let teams = (0..<4).map { number in
      TeamSheet(
        team: "t\(number)", name: "Team \(number)", revision: Int.random(in: 0...9, using: &random),
        status: TeamSheet.Status.allCases.randomElement(using: &random) ?? .draft,
        points: Bool.random(using: &random)
          ? ["impact": Points(thousandths: Int64.random(in: 0...10_000, using: &random))] : [:],
        comment: text(), feedback: text())
    }
    let sheet = SampleSheet.sheet(teams)
    #expect(try ReturnedSheet.read(Array(sheet.text.utf8)).flatMap(\.teams).map(\.sheet) == teams)
    #expect(try ReturnedSheet.read(try sheet.table()).flatMap(\.teams).map(\.sheet) == teams)
  }

  @Test func damageNeverTrapsAndNeverPassesForAnotherTeamsAnswers() throws {
    var random = SampleSheet.Seeded(state: 5)
    for form in [Array(sheet.text.utf8), try sheet.table()] {
      for _ in 0..<5_000 {
        var bytes = form
        for _ in 0...Int.random(in: 0...3, using: &random) {
          let place = Int.random(in: 0..<bytes.count, using: &random)
          switch Int.random(in: 0...2, using: &random) {
          case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
          case 1: bytes.remove(at: place)
          default: bytes.insert(contentsOf: bytes[place...].prefix(20), at: place)
          }
        }
        guard let returned = try? ReturnedSheet.read(bytes) else { continue }
        #expect(returned.allSatisfy { $0.origin == sheet.origin })
        #expect(Set(returned.flatMap(\.teams).map(\.sheet.team)).isSubset(of: ["aurora", "boreal"]))
      }
    }
  }
}
