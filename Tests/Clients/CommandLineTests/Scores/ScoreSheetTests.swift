import Foundation
import Postgres
import Testing

/// Sheets that go out and come back.
@Suite struct ScoreSheetTests {
  private func sheet(_ place: Workplace, _ name: String = "J-01.txt") throws -> String {
    try String(contentsOfFile: place.folder + "/sheets/" + name, encoding: .utf8)
  }

  /// A place where J-01 has given aurora 6 for impact, and whose sheets are out.
  private func withSheetsOut(_ body: (Workplace) async throws -> Void) async throws {
    try await Workplace.withJudging { place async throws in
      try #require(await place.run("score", "set", "J-01", "aurora", "impact=6", "--comment", "early").code == 0)
      let out = try await place.run("score", "sheet", "export", "--all", "-o", "sheets")
      #expect(out.output == "sheets/J-01.txt\nsheets/J-02.txt\n")
      try await body(place)
    }
  }

  private func returns(_ text: String, _ place: Workplace, _ options: String...) async throws -> Program.Ended {
    try place.write(text, to: "back.txt")
    return try await place.program.start(["score", "sheet", "import", "back.txt"] + options).end()
  }

  @Test func whatIsHandedBackUntouchedChangesNothing() async throws {
    try await withSheetsOut { place async throws in
      let untouched = Program.Ended.saying(
        0, "J-01: 0 created, 0 updated, 2 unchanged, 0 conflicts (back.txt)",
        "  Drafts, which are not ranked: aurora. When they are finished, write ready below @status.",
        "Next: datajam score missing")
      let finished = Program.Ended.saying(
        0, "J-01: 0 created, 0 updated, 2 unchanged, 0 conflicts (back.txt)", "Next: datajam score missing")
      #expect(try await returns(try sheet(place), place) == untouched)
      // Nor when the server went on meanwhile.
      try #require(await place.run("score", "set", "J-01", "aurora", "impact=9", "data=1", "--ready").code == 0)
      #expect(try await returns(try sheet(place), place) == finished)
      #expect(try await place.ask("SELECT status || ' ' || revision FROM sheet") == "ready 2")
    }
  }

  @Test func filledInSheetsAreTakenInBothForms() async throws {
    try await withSheetsOut { place async throws in
      let text = try sheet(place).replacing("\n6\n", with: "\n7,5\n")
      #expect(
        try await returns(text, place)
          == .saying(
            0, "J-01: 0 created, 1 updated, 1 unchanged, 0 conflicts (back.txt)",
            "  Drafts, which are not ranked: aurora. When they are finished, write ready below @status.",
            "Next: datajam score missing"))
      #expect(try await returns(text, place).errors.contains("0 created, 0 updated, 2 unchanged, 0 conflicts"))
      try #require(
        await place.run("score", "sheet", "export", "--judge", "J-02", "--form", "csv", "-o", "sheets").code == 0)
      let rows = try sheet(place, "J-02.csv").replacing(",0,,,,,,,,draft", with: ",0,,,,8,4,,well done,ready")
      #expect(
        try await returns(rows, place)
          == .saying(
            0, "J-02: 1 created, 0 updated, 0 unchanged, 0 conflicts (back.txt)", "Next: datajam score missing"))
      #expect(
        try await place.ask(
          "SELECT string_agg(j.code || ' ' || status || ' ' || comment || feedback, ', ' ORDER BY j.code) FROM sheet JOIN judge AS j USING (judge_id)"
        )
          == "J-01 draft early, J-02 ready well done")
    }
  }

  @Test func ofAConflictBothValuesAreShownAndNothingIsLost() async throws {
    try await withSheetsOut { place async throws in
      try #require(await place.run("score", "set", "J-01", "aurora", "impact=9").code == 0)
      let text = try sheet(place).replacing("\n6\n", with: "\n7\n")
      #expect(
        try await returns(text, place)
          == .saying(
            65, "J-01: 0 created, 0 updated, 1 unchanged, 1 conflict (back.txt)",
            #"  line 4: team "aurora" was changed by ada since the sheet went out:"#,
            "    impact: 7 on the sheet, 9 on the server",
            "Error: Nothing was written, because not all that stands on the sheets can be taken.",
            "Choose whose values stay with --on-conflict sheet or server, or take the rest with --continue."))
      let kept = "SELECT string_agg(points ->> 'impact', ' ' ORDER BY revision) FROM sheet_revision"
      #expect(try await place.ask(SQL(stringLiteral: kept)) == "6000 9000")
      #expect(try await returns(text, place, "--on-conflict", "server").code == 0)
      #expect(try await place.ask(SQL(stringLiteral: kept)) == "6000 9000")
      #expect(try await returns(text, place, "--on-conflict", "sheet", "-n").code == 0)
      #expect(try await place.ask(SQL(stringLiteral: kept)) == "6000 9000")
      #expect(try await returns(text, place, "--on-conflict", "sheet").code == 0)
      #expect(try await place.ask(SQL(stringLiteral: kept)) == "6000 9000 7000")
    }
  }

  @Test func everyLineThatIsWrongIsNamedAndNothingIsWritten() async throws {
    try await withSheetsOut { place async throws in
      let unreadable = try sheet(place).replacing("\n6\n", with: "\nsix\n").replacing("draft", with: "done")
      let ended = try await returns(unreadable, place)
      #expect(ended.code == 65)
      #expect(ended.errors.contains(#"  line 8: "six" is no number of points for "impact". Write it like 8 or 6.5."#))
      #expect(ended.errors.contains(#"  line 18: "done" is no status: write draft, ready, recused or absent."#))
      let outside = try sheet(place).replacing("\n6\n", with: "\n60\n")
      #expect(
        try await returns(outside, place)
          == .saying(
            65, "J-01: 0 created, 0 updated, 1 unchanged, 0 conflicts (back.txt)",
            #"  line 8: "impact" takes 0 to 10 points, but 60 was given."#,
            "Error: Nothing was written, because not all that stands on the sheets can be taken.",
            "Mend the lines above, or take the rest with --continue."))
      let partly = try await returns(
        outside.replacing("draft\n", with: "recused\n").replacing("early", with: "late"), place, "--continue", "--json")
      #expect(partly.code == 3)
      #expect(try await place.ask("SELECT count(*)::text FROM score WHERE points > 10000") == "0")
    }
  }

  @Test func aJudgeHandsInNobodyElsesSheet() async throws {
    try await withSheetsOut { place async throws in
      let judge = try await place.judge("J-02")
      let refused = try await judge.run("score", "sheet", "import", "sheets/J-01.txt")
      #expect(refused.code == 65)
      #expect(refused.errors.contains("  line 1: This is the sheet of J-01, and you are J-02.\n"))
      #expect(try await judge.run("score", "sheet", "export", "--all").code == 4)
      #expect(try await judge.run("score", "sheet", "export", "--judge", "J-01").code == 4)
      #expect(try await judge.run("score", "sheet", "export", "-o", "mine").output == "mine/J-02.txt\n")
    }
  }

  @Test func aJudgeWithoutATeamIsToldWhoGivesThem() async throws {
    try await Workplace.withJudging { place async throws in
      try #require(await place.run("judge", "add", "J-03", "--name", "Cara").code == 0)
      #expect(
        try await place.run("score", "sheet", "export", "--judge", "J-03")
          == .saying(0, "J-03 has no team to score yet. An organiser assigns them."))
    }
  }

  @Test func aSheetOfAnOlderRubricIsNotTaken() async throws {
    try await Workplace.withJudging { place async throws in
      try #require(await place.run("score", "sheet", "export", "--judge", "J-01", "-o", "sheets").code == 0)
      try await place.fill("rubric", "key,weight,minimum,maximum,name_en\nimpact,50,0,10,Impact\ndata,50,0,5,Data\n")
      try #require(await place.run("round", "set", "main", "--rubric", "main").code == 0)
      let ended = try await returns(try sheet(place), place)
      #expect(ended.code == 65)
      #expect(
        ended.errors.contains(
          #"The sheet was made for rubric "main-1", and the round goes by "main-2". Export it anew."#))
    }
  }
}
