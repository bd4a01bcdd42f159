import RankingEngine
import Testing

@testable import RankingSpreadsheets

@Suite struct RankingFilesTests {
  func file(_ text: String, _ name: String = "scores.csv") -> RankingFiles.File {
    RankingFiles.File(name: name, bytes: Array(text.utf8))
  }

  func problems(_ scores: String, weights: String? = nil, roster: String? = nil) async -> [String] {
    do {
      _ = try await RankingFiles(
        scores: file(scores), weights: weights.map { file($0, "weights.csv") },
        roster: roster.map { file($0, "roster.csv") })
      return []
    } catch {
      return (error as? ScoreFileError)?.problems ?? ["\(error)"]
    }
  }

  let head = "judge,team,criterion,score\n"

  @Test func columnsAreFoundByNameAndOthersPassedOver() async throws {
    let files = try await RankingFiles(
      scores: file("Score;note;Team;CRITERION;Judge\n7,5;late;Aurora;impact;Ann\n8;;Boreal;impact;Ann\n"))
    #expect(files.teams == ["Aurora", "Boreal"] && files.judges == ["Ann"] && files.criteria == ["impact"])
    #expect(files.book.totals == [7.5, 8])
  }

  @Test func everyRowThatIsWrongIsNamedWithItsPlace() async {
    let found = await problems(head + "A,x,c,abc\nA,,c,3\nA,y,c,\"1,234\"\nA,z,c\nA,z,c,5\n")
    #expect(
      found == [
        "\"scores.csv\": line 2, cell D2 has \"abc\", which is no number such as 7 or 7.5.",
        "\"scores.csv\": line 3, cell B3 is empty, but \"team\" is needed.",
        "\"scores.csv\": line 4, cell D4 has \"1,234\", which can be read in two ways: write a point before decimals.",
        "\"scores.csv\": Row 5 (line 5) has 3 cells, but the header has 4.",
      ])
  }

  @Test func aScoreGivenTwiceIsNamedWithBothLines() async {
    let found = await problems(head + "A,x,c,3\nB,x,c,4\nA,x,c,5\n")
    #expect(found == ["\"scores.csv\": judge \"A\" scores \"c\" of team \"x\" twice, in line 2 and in line 4."])
  }

  @Test func weightsHaveToFitTheCriteria() async {
    let scores = head + "A,x,impact,3\nA,x,data,4\n"
    #expect(
      await problems(scores, weights: "criterion,weight\nimpact,2\n")
        == ["\"weights.csv\": the criterion \"data\" of \"scores.csv\" has no weight."])
    #expect(
      await problems(scores, weights: "criterion,weight\nimpact,0\ndata,1\n").first?.contains("not above 0") == true)
    #expect(
      await problems(scores, weights: "criterion,weight\nimpact,1\ndata,1\ndatta,1\n").first?
        .contains("did you mean \"data\"?)") == true)
  }

  @Test func aTeamThatIsNotOnTheRosterIsNoTeam() async {
    let found = await problems(head + "A,Aurora,c,3\nA,Aurorra,c,3\n", roster: "team\nAurora\nBoreal\n")
    #expect(
      found == [
        "\"scores.csv\": line 3, cell B3 has the team \"Aurorra\", which is not on the roster (did you mean \"Aurora\"?)."
      ])
  }

  @Test(
    arguments: [
      ("8", 8, 0), ("8.50", 85, 1), ("-0,25", -25, 2), ("+3", 3, 0), (".5", 5, 1), ("7.", 7, 0), ("0", 0, 0),
      ("1.0000000000005", 1_000_000_000_001, 12), ("1.00000000000049", 1, 0),
    ] as [(String, Int64, Int)])
  func numbersAreExactUpToTwelveDecimals(_ text: String, _ digits: Int64, _ decimals: Int) {
    let number = DecimalNumber(text)
    #expect(number?.digits == digits && number?.decimals == decimals)
  }

  @Test(arguments: ["", "-", ".", "1e5", "NaN", "inf", "1.2.3", "0x1", "12 ", "1234567890123456789012"])
  func otherTextsAreNoNumbers(_ text: String) {
    #expect(DecimalNumber(text) == nil)
  }

  /// A megabyte and more of plain rows, which are read where they lie.
  func large(lineBreak: String = "\n", quoting: Bool = false, last: String = "") -> String {
    var text = "judge,team,criterion,score" + lineBreak
    for judge in 0..<50 {
      for team in 0..<350 {
        for criterion in 0..<3 {
          let name = quoting && judge == 20 && team == 7 ? "\"Équipe \(team)\"" : "Équipe \(team)"
          text += "Judge \(judge),\(name),criterion \(criterion),\((judge * 7 + team * 3 + criterion) % 11)" + lineBreak
        }
      }
    }
    return text + last
  }

  @Test func aLargePlainFileIsReadAsRowByRow() async throws {
    let plain = try await RankingFiles(scores: file(large()))
    for other in [large(quoting: true), large(lineBreak: "\r\n"), large(quoting: true) + "\n\n"] {
      let rows = try await RankingFiles(scores: file(other))
      #expect(plain.teams == rows.teams && plain.judges == rows.judges && plain.criteria == rows.criteria)
      #expect(plain.book.totals == rows.book.totals && plain.book.teams == rows.book.teams)
    }
  }

  @Test func whatIsWrongInALargeFileHasItsLine() async {
    #expect(
      await problems(large(last: "Judge 0,Équipe 0,criterion 0,5\n"))
        == [
          "\"scores.csv\": judge \"Judge 0\" scores \"criterion 0\" of team \"Équipe 0\" twice, in line 2 and in line "
            + "52502."
        ])
    #expect(
      await problems(large(last: "Judge 0,Équipe 9999,criterion 0,x\n"))
        == ["\"scores.csv\": line 52502, cell D52502 has \"x\", which is no number such as 7 or 7.5."])
    let roster = "team\n" + (0..<350).map { "Équipe \($0)\n" }.joined()
    #expect(await problems(large(), roster: roster) == [])
    #expect(
      await problems(large(last: "Judge 0,Zulu,criterion 0,5\n"), roster: roster)
        == ["\"scores.csv\": line 52502, cell B52502 has the team \"Zulu\", which is not on the roster."])
  }

  /// A large table of one row a sheet, with a number, a sum and nothing beside the scores.
  func wide(quoting: Bool = false, title: String = "", last: String = "") -> String {
    var text = title + "ID,Judge,Team,Idea,Demo,Total,Notes\n"
    for judge in 0..<50 {
      for team in 0..<350 {
        let name = quoting && judge == 20 && team == 7 ? "\"Équipe \(team)\"" : "Équipe \(team)"
        let (idea, demo) = ((judge + team * 3) % 11, (judge * 7 + team) % 11)
        text += "\(judge * 350 + team),Judge \(judge),\(name),\(idea),\(demo).5,\(idea + demo).5,\n"
      }
    }
    return text + last
  }

  @Test func `a large wide table is read where it lies as row by row`() async throws {
    let plain = try await RankingFiles(scores: file(wide()))
    #expect(plain.criteria == ["Demo", "Idea"] && plain.book.sheetCount == 17_500)
    for other in [wide(quoting: true), wide(title: "\n\n"), wide(quoting: true, title: "\n\n")] {
      let rows = try await RankingFiles(scores: file(other))
      #expect(plain.teams == rows.teams && plain.judges == rows.judges && plain.criteria == rows.criteria)
      #expect(plain.book.totals == rows.book.totals && plain.book.teams == rows.book.teams)
      #expect(plain.reading == rows.reading && plain.spanWarning == rows.spanWarning)
    }
  }

  @Test func `what is wrong in a large wide table has its line`() async {
    #expect(
      await problems(wide(title: "\n\n", last: "1,Judge 0,Équipe 0,5,5,10,\n")).first
        == "\"scores.csv\": judge \"Judge 0\" scores \"Idea\" of team \"Équipe 0\" twice, in line 4 and in line 17504.")
    #expect(
      await problems(wide(last: "1,Judge 0,Équipe 9999,,5,10,\n")).first?.contains("line 17502, cell D17502") == true)
  }

  @Test func `a column that holds numbers in the first rows only is read row by row`() async throws {
    for last in [
      "x,Judge 0,Équipe 9999,5,5,10,\n", "1,Judge 0,Équipe 9999,x,5,10,\n", "1,Judge 0,['Kelp'],-5,5,10,\n",
    ] {
      let (plain, rows) = (wide(last: last), wide(quoting: true, last: last))
      let (one, other) = (try await RankingFiles(scores: file(plain)), try await RankingFiles(scores: file(rows)))
      #expect(one.criteria == other.criteria && one.teams == other.teams && one.reading == other.reading)
      #expect(one.book.totals == other.book.totals)
    }
    #expect(
      await problems(wide(last: "1,Judge 0,Équipe 9999,5,5,10,9\n")).first?.contains("cell G2 has no score") == true)
  }

  @Test func `ranges are taken for all criteria, and scores have to lie in them`() async throws {
    let scores = file(head + "A,x,idea,9\nA,x,demo,51.5\nA,y,idea,2.5\nA,y,demo,59.5\n")
    let ranges = [("idea", "0", "10"), ("demo", "0", "100")].map(RankingFiles.Scale.init)
    let files = try await RankingFiles(scores: scores, scales: ranges)
    #expect(files.book.totals == [70.75, 42.25])
    #expect(files.spanWarning == nil)
    func problems(_ scales: (String, String, String)...) async -> [String] {
      do {
        _ = try await RankingFiles(scores: scores, scales: scales.map(RankingFiles.Scale.init))
        return []
      } catch {
        return (error as? ScoreFileError)?.problems ?? ["\(error)"]
      }
    }
    #expect(await problems(("idea", "0", "10")) == ["The range of \"demo\" is missing: give it for all criteria."])
    #expect(
      await problems(("idea", "0", "10"), ("dmo", "0", "100")) == [
        "A range is given for \"dmo\", which nobody scored in \"scores.csv\". Did you mean \"demo\"?"
      ])
    #expect(
      await problems(("idea", "0", "8.5"), ("demo", "0", "100"))
        == ["\"scores.csv\": line 2 has 9, but the range given with --scale is 0 to 8.5."])
    #expect(
      await problems(("idea", "10", "0"), ("demo", "0", "100"))
        == ["The range of \"idea\" goes from a lower to a higher number, but 10..0 was given."])
    #expect(
      await problems(("idea", "0", "10"), ("idea", "0", "9"), ("demo", "0", "100"))
        == ["The range of \"idea\" is given twice."])
  }

  @Test func `scores that reach much further than others are named`() async throws {
    let files = try await RankingFiles(scores: file(head + "A,x,idea,9\nA,x,demo,20\nA,y,idea,2\nA,y,demo,60\n"))
    #expect(
      files.spanWarning
        == "The scores of \"demo\" go from 20 to 60, those of \"idea\" only from 2 to 9, so \"demo\" counts for more than "
        + "its weight says. If their ranges differ, name all of them: --scale \"idea=LOWEST..HIGHEST\".")
    let even = try await RankingFiles(scores: file(head + "A,x,idea,9\nA,x,demo,5\nA,y,idea,2\nA,y,demo,8\n"))
    #expect(even.spanWarning == nil)
  }
}
