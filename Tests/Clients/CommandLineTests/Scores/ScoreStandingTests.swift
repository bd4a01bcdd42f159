import Foundation
import Postgres
import Testing

/// What judges and organisers do with a sheet once it is there.
@Suite struct ScoreStandingTests {
  @Test func oneShotIsDoneOnceHoweverOftenItIsSaid() async throws {
    try await Workplace.withJudging { place async throws in
      let judge = try await place.judge("J-01")
      let set = ["score", "set", "aurora", "impact=8", "data=2,5", "--comment", "-", "--ready"]
      #expect(try await judge.start(set, input: "Solid.\n").end() == .saying(0, #"sheet "J-01 aurora": created"#))
      #expect(try await judge.start(set, input: "Solid.\n").end() == .saying(0, #"sheet "J-01 aurora": unchanged"#))
      #expect(
        try await judge.run("score", "set", "aurora", "impact=9")
          == .saying(
            1, #"Error: The sheet of J-01 for team "aurora" is ready, so it stays as it is."#,
            "An organiser can reopen it: datajam score reopen J-01 aurora --reason WHY"))
      #expect(try await place.run("score", "reopen", "J-01", "aurora", "--reason", "typing error").code == 0)
      #expect(try await judge.run("score", "set", "aurora", "impact=9", "--ready").code == 0)
      #expect(
        try await judge.run("score", "history", "aurora", "--json").output.matches(of: /"status": "(\w+)"/).map {
          String($0.1)
        }
          == ["ready", "draft", "ready"])
    }
  }

  @Test func aScoreIsTakenAwayByNamingNone() async throws {
    try await Workplace.withJudging { place async throws in
      try #require(await place.run("score", "set", "J-01", "aurora", "impact=5", "data=1").code == 0)
      try #require(await place.run("score", "set", "J-01", "aurora", "impact=").code == 0)
      #expect(try await place.ask("SELECT string_agg(points::text, ' ') FROM score") == "1000")
    }
  }

  @Test func whoNamesAnOlderRevisionIsShownBothValues() async throws {
    try await Workplace.withJudging { place async throws in
      try #require(await place.run("score", "set", "J-01", "aurora", "impact=5").code == 0)
      try #require(await place.run("score", "set", "J-01", "aurora", "impact=6").code == 0)
      #expect(
        try await place.run("score", "set", "J-01", "aurora", "impact=7", "--revision", "1")
          == .saying(
            1,
            #"Error: The sheet of J-01 for team "aurora" is at revision 2 now, saved by ada (impact: 7 given, 6 there), so nothing was changed."#,
            "To enter yours all the same, add --revision 2."))
    }
  }

  @Test func aRecusedJudgeHasNoScoresUntilReopened() async throws {
    try await Workplace.withJudging { place async throws in
      let judge = try await place.judge("J-01")
      try #require(await judge.run("score", "set", "aurora", "impact=8", "--comment", "hm").code == 0)
      #expect(try await judge.run("score", "recuse", "aurora", "--reason", " ").code == 65)
      #expect(
        try await judge.run("score", "recuse", "aurora", "--reason", "mentored them")
          == .saying(0, #"recusal "J-01 aurora": updated. Next: datajam score missing"#))
      #expect(try await place.ask("SELECT count(*)::text FROM score") == "0")
      #expect(
        try await place.run("score", "set", "J-01", "aurora", "impact=9")
          == .saying(
            1, #"Error: J-01 does not score team "aurora", so no score was taken."#,
            "An organiser can undo that: datajam score reopen J-01 aurora --reason WHY"))
      #expect(!(try await place.run("score", "missing").output.contains("J-01   aurora")))
      #expect(try await judge.run("score", "reopen", "J-01", "aurora", "--reason", "no").code == 4)
      #expect(try await place.run("score", "reopen", "J-01", "aurora", "--reason", "a mistake").code == 0)
      #expect(
        try await place.ask("SELECT points || ' ' || comment FROM score JOIN sheet USING (event_id, judge_id, team_id)")
          == "8000 hm")
    }
  }

  @Test func whatSomebodyEnteredIsConfirmedBySomebodyElse() async throws {
    try await Workplace.withJudging { place async throws in
      #expect(try await place.run("score", "confirm", "J-02", "aurora").code == 5)
      try #require(await place.run("score", "set", "J-02", "aurora", "impact=8", "data=1", "--ready").code == 0)
      #expect(
        try await place.run("score", "confirm", "J-02", "aurora")
          == .saying(
            1, #"Error: The person who saved the sheet of J-02 for team "aurora" cannot confirm it."#,
            "Let somebody else do it: datajam score confirm J-02 aurora --by NAME"))
      let unconfirmed = "SELECT count(*)::text FROM unconfirmed_sheet"
      #expect(try await place.ask(SQL(stringLiteral: unconfirmed)) == "1")
      try #require(await place.run("organiser", "add", "bea").code == 0)
      let bea = place.with(["DATAJAM_BY": "bea"])
      #expect(
        try await bea.run("score", "confirm", "J-02", "aurora") == .saying(0, #"confirmation "J-02 aurora": updated"#))
      #expect(
        try await bea.run("score", "confirm", "J-02", "aurora") == .saying(0, #"confirmation "J-02 aurora": unchanged"#)
      )
      #expect(try await place.ask(SQL(stringLiteral: unconfirmed)) == "0")
      try #require(await place.run("score", "set", "J-02", "aurora", "impact=7", "--reason", "misread").code == 0)
      #expect(try await place.ask(SQL(stringLiteral: unconfirmed)) == "1")
    }
  }

  @Test func judgesMeetTheirOwnSheetsOnly() async throws {
    try await Workplace.withJudging { place async throws in
      try #require(await place.run("score", "set", "J-02", "aurora", "impact=8").code == 0)
      let judge = try await place.judge("J-01")
      for command in [
        ["history", "J-02", "aurora"], ["set", "J-02", "aurora", "impact=1"],
        ["recuse", "J-02", "aurora", "--reason", "x"], ["confirm", "J-02", "aurora"], ["enter", "--judge", "J-02"],
      ] {
        let ended = try await judge.start(["score"] + command).end()
        #expect(ended.code == 4)
        #expect(ended.errors.hasPrefix(#"Error: The sheets of "J-02" are for that judge and for organisers."#))
      }
      for command in ["list", "missing"] { #expect(!(try await judge.run("score", command).output.contains("J-02"))) }
    }
  }
}
