import Foundation
import Postgres
import Testing

/// The form on a real terminal: keys in, screen out.
@Suite struct ScoreEnterTests {
  private func kept(_ place: Workplace) async throws -> String? {
    try await place.ask(
      """
      SELECT string_agg(t.key || ' ' || c.key || ' ' || s.points, ', ' ORDER BY t.key, c.position)
      FROM score AS s JOIN team AS t USING (event_id, team_id) JOIN criterion AS c USING (event_id, rubric_id, criterion_id)
      """)
  }

  @Test func everyAnswerIsKeptAndTheTerminalGivenBack() async throws {
    try await Workplace.withJudging { place async throws in
      let judge = try await place.judge("J-01")
      let terminal = try FormTerminal(judge, ["score", "enter"])
      #expect(
        try await terminal.picture(with: "> Impact").prefix(3) == [
          "Jam · J-01 · team 1 of 2: Aurora", "", "> Impact (60 %, 0–10): ",
        ])
      terminal.press("8\r")
      _ = try await terminal.picture(with: "> Data")
      _ = try await terminal.picture(with: "Saved ")
      #expect(try await kept(place) == "aurora impact 8000")
      terminal.press("4,5\u{1B}[B")
      _ = try await terminal.picture(with: "> Comment")
      terminal.press("Solid.\r\r")
      _ = try await terminal.picture(with: "> Go back to the answers")
      terminal.press("\u{1B}[B")
      _ = try await terminal.picture(with: "> The sheet is ready and counts")
      terminal.press("\r")
      _ = try await terminal.picture(with: "team 2 of 2: Boréal")
      terminal.press("\u{3}")
      #expect(await terminal.end() == 0)
      #expect(try terminal.isAsItWas())
      _ = try await terminal.picture(with: "1 of 2 teams left. Go on where you were: datajam score enter")
      #expect(terminal.everything.contains("\u{1B}[?1049l"))
      #expect(try await kept(place) == "aurora impact 8000, aurora data 4500")
      #expect(
        try await place.ask(
          "SELECT status || ' ' || comment || ' ' || p.name FROM sheet JOIN principal AS p ON p.principal_id = saved_by"
        )
          == "ready Solid. J-01")
    }
  }

  @Test func whoIsKilledComesBackToTheSamePlace() async throws {
    try await Workplace.withJudging { place async throws in
      let judge = try await place.judge("J-01")
      let killed = try FormTerminal(judge, ["score", "enter", "boreal"])
      _ = try await killed.picture(with: "team 2 of 2: Boréal")
      killed.press("7\r")
      _ = try await killed.picture(with: "Saved ")
      killed.press("3")
      killed.kill()
      #expect(await killed.end() == 128 + 9)
      #expect(try await kept(place) == "boreal impact 7000")
      let again = try FormTerminal(judge, ["score", "enter"])
      let picture = try await again.picture(with: "> Data (40 %, 0–5): ")
      #expect(picture.first == "Jam · J-01 · team 2 of 2: Boréal")
      #expect(picture.contains("  Impact (60 %, 0–10): 7"))
      again.press("\u{3}")
      #expect(await again.end() == 0)
    }
  }

  @Test func aNarrowWindowAndOneThatChangesShowTheWholeQuestion() async throws {
    try await Workplace.withJudging { place async throws in
      let terminal = try FormTerminal(try await place.judge("J-01"), ["score", "enter"], columns: 40, rows: 12)
      let narrow = try await terminal.picture(with: "> Impact")
      #expect(narrow.count <= 12 && narrow.allSatisfy { $0.count <= 40 })
      terminal.resize(columns: 100, rows: 30)
      let wide = try await terminal.picture(with: "Esc what else · Ctrl-C quit")
      #expect(wide.count <= 30)
      terminal.press("\u{3}")
      #expect(await terminal.end() == 0)
    }
  }

  @Test func anAnswerAfterClosingIsRefusedInWords() async throws {
    try await Workplace.withJudging { place async throws in
      let terminal = try FormTerminal(try await place.judge("J-01"), ["score", "enter"])
      _ = try await terminal.picture(with: "> Impact")
      try #require(await place.run("judging", "close", "--force", "--reason", "over").code == 0)
      terminal.press("8\r")
      _ = try await terminal.picture(with: "! The round is not open, so no score was taken.")
      terminal.press("\u{3}")
      _ = try await terminal.picture(with: "! NOT SAVED: The round is not open")
      terminal.press("\u{3}")
      #expect(await terminal.end() == 0)
      #expect(try await place.ask("SELECT count(*)::text FROM sheet") == "0")
    }
  }

  @Test func twoEditorsOfOneSheetBothSeeBothAnswers() async throws {
    try await Workplace.withJudging { place async throws in
      let terminal = try FormTerminal(try await place.judge("J-01"), ["score", "enter"])
      _ = try await terminal.picture(with: "> Impact")
      try #require(await place.run("score", "set", "J-01", "aurora", "impact=5").code == 0)
      terminal.press("8\r")
      _ = try await terminal.picture(with: "  Impact: yours 8, on the server 5")
      terminal.press("\u{1B}[B")
      _ = try await terminal.picture(with: "> Keep my answers above")
      terminal.press("\r")
      _ = try await terminal.picture(with: "Saved ")
      terminal.press("\u{3}")
      #expect(await terminal.end() == 0)
      #expect(
        try await place.ask("SELECT string_agg(points ->> 'impact', ' ' ORDER BY revision) FROM sheet_revision")
          == "5000 8000")
    }
  }

  @Test func withoutATerminalQuestionsAreAskedLineByLine() async throws {
    try await Workplace.withJudging { place async throws in
      let judge = try await place.judge("J-01")
      let first = try await judge.run("score", "enter", input: "12\n8\nb\n9\nq\n")
      #expect(first.code == 0)
      #expect(first.output.isEmpty)
      #expect(
        first.errors.split(separator: "\n").filter { !$0.contains("Saved") }.map(String.init) == [
          "Jam, judge J-01. Each answer is saved at once.",
          "Enter keeps what is there, b goes back, s goes to the next team, r recuses, q quits.",
          "Team 1 of 2: Aurora", "Impact: 60 % of the total, 0–10",
          "Impact: Impact takes 0 to 10, but 12 was given.", "Data: 40 % of the total, 0–5",
          "Data: ", "Impact: 60 % of the total, 0–10", "Data: 40 % of the total, 0–5", "Data: 2 of 2 teams left.",
        ])
      #expect(try await kept(place) == "aurora impact 9000")
      let second = try await judge.run("score", "enter", "--plain", input: "\n4\nfine\n\ny\nr\nI know them\n")
      #expect(second.errors.hasSuffix("You do not score Boréal.\nEverything is done. Thank you.\n"))
      #expect(
        try await place.ask("SELECT string_agg(status || ' ' || comment, ', ' ORDER BY team_id) FROM sheet")
          == "ready fine, recused ")
    }
  }

  @Test func `in a narrow window no word of a question is broken`() async throws {
    try await Workplace.withJudging { place async throws in
      let judge = try await place.judge("J-01")
      let terminal = try FormTerminal(judge, ["score", "enter", "--plain"], columns: 40, rows: 40)
      _ = try await terminal.picture(with: "Impact: 60 %")
      terminal.press("12\r")
      _ = try await terminal.picture(with: "but 12 was given.")
      terminal.press("q\r")
      let (code, lines) = try await terminal.wholeOutput()
      #expect(code == 0)
      #expect(
        lines == [
          "Jam, judge J-01. Each answer is saved at", "once.", "Enter keeps what is there, b goes back,",
          "s goes to the next team, r recuses, q", "quits.", "", "Team 1 of 2: Aurora", "",
          "Impact: 60 % of the total, 0–10", "Impact: 12", "Impact takes 0 to 10, but 12 was given.", "Impact: q",
          "2 of 2 teams left.", "",
        ])
    }
  }

  @Test func anOrganiserEntersForAJudgeAndTheLogSaysSo() async throws {
    try await Workplace.withJudging { place async throws in
      let unclear = try await place.run("score", "enter", "--plain")
      #expect(
        unclear
          == .saying(
            64, "Error: It is not clear which judge is meant.",
            "Name one with --judge CODE, or log in as one: datajam login --token-file FILE"))
      #expect(try await place.run("score", "enter", "--judge", "J-02", "--plain", input: "8\nq\n").code == 0)
      #expect(
        try await place.ask(
          "SELECT details::jsonb -> 'changes' -> 'for judge' ->> 'new' FROM audit_entry ORDER BY recorded_at DESC LIMIT 1"
        )
          == "J-02")
    }
  }
}
