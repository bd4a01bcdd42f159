import Testing

/// What changes when judging has begun: the rubric, a ready sheet, a conflict.
@Suite struct LateChangeTests {
  private static let heavier = "key,weight,minimum,maximum,name_en\nimpact,61,0,10,Impact\ndata,39,0,5,Data\n"

  @Test func `a rubric imported after the first score leaves the round its version, and both are told`() async throws {
    try await Workplace.withJudging { place async throws in
      let planned = try await place.imports("rubric", Self.heavier)
      #expect(
        planned.errors.contains(
          #"The round "main" goes by version 1 of this rubric. To give it version 2: datajam round set main --rubric main"#
        ))
      #expect(try await place.run("round", "set", "main", "--rubric", "main").code == 0)
      #expect(try await place.run("score", "set", "J-01", "aurora", "impact=8").code == 0)
      let newer = Self.heavier.replacing("61", with: "70").replacing("39", with: "30")
      let kept =
        #"The round "main" goes by version 2 of this rubric and keeps it, because sheets were saved by it. See it: "#
        + "datajam rubric show --round main\n"
      #expect(try await place.imports("rubric", newer).errors.contains(kept))
      #expect(try await place.run("rubric", "show").errors == "Rubric \"main\", version 3\n" + kept)
      let shown = try await place.run("rubric", "show", "--round", "main")
      #expect(shown.errors.hasPrefix("Rubric \"main\", version 2\n") && shown.output.contains("61"))
      #expect(try await place.run("rubric", "show", "--round", "main", "--number", "1").code == 64)
      try await place.comeIn("J-01")
      let own = try await place.run("rubric", "show")
      #expect(own.errors == "Rubric \"main\", version 2\n")
      #expect(own.output.contains("61") && !own.output.contains("70"))
    }
  }

  @Test func `an organiser changes a ready sheet for a reason only, by every way`() async throws {
    try await Workplace.withJudging { place async throws in
      #expect(try await place.run("score", "set", "J-01", "aurora", "impact=8", "data=3", "--ready").code == 0)
      let refusal = #"The sheet of J-01 for team "aurora" is ready, and a change of it needs a reason."#
      #expect(
        try await place.run("score", "set", "J-01", "aurora", "impact=4")
          == .saying(1, "Error: " + refusal, "Say in a few words why: --reason WHY"))
      let imported = try await place.imports("score", "judge,team,criterion,score\nJ-01,aurora,impact,4\n")
      #expect(imported.code == 65 && imported.errors.contains(refusal))
      let changed = try await place.run("score", "set", "J-01", "aurora", "impact=4", "--reason", "typing error")
      #expect(changed == .saying(0, #"sheet "J-01 aurora": updated"#))
      let again = try await place.imports(
        "score", "judge,team,criterion,score\nJ-01,aurora,impact,5\n", "--reason", "second typing error")
      #expect(again.code == 0)
      let history = try await place.run("score", "history", "J-01", "aurora").output
      #expect(history.contains("typing error") && history.contains("second typing error"))
      #expect(try await place.run("score", "set", "J-01", "aurora", "impact=5").code == 0)
    }
  }

  @Test func `a conflict declared after the ready sheet asks an organiser and does not keep the round open`()
    async throws
  {
    try await Workplace.withJudging { place async throws in
      for team in ["aurora", "boreal"] {
        #expect(try await place.run("score", "set", "J-01", team, "impact=8", "data=3", "--ready").code == 0)
      }
      #expect(try await place.run("score", "set", "J-02", "aurora", "impact=8", "data=3", "--ready").code == 0)
      #expect(try await place.run("judge", "conflict", "add", "J-01", "aurora", "--reason", "a cousin").code == 0)
      let shown = try await place.run("round", "show", "main", "-E", "jam").errors
      #expect(
        shown == """
          To decide:
            J-01 declared a conflict of interest with the team "aurora" after the sheet was ready. Take the sheet out, \
          unless two organisers override the conflict.
              datajam score recuse J-01 aurora --reason TEXT --round main -E jam
          Nothing is in the way of closing it: datajam judging close main -E jam

          """)
      let closed = try await place.run("judging", "close", "-E", "jam")
      #expect(closed.code == 0)
      #expect(closed.errors.contains("    datajam judge conflict override J-01 aurora --reason TEXT -E jam\n"))
      let frozen = try await place.run("result", "freeze", "main")
      #expect(frozen.code == 1 && frozen.errors.contains("J-01 scored the team \"aurora\" in spite of a conflict"))
      #expect(try await place.run("judging", "reopen", "--reason", "a cousin").code == 0)
      #expect(
        try await place.run("score", "recuse", "J-01", "aurora", "--reason", "a cousin", "--round", "main").code == 0)
      #expect(try await place.run("judging", "close").code == 0)
      #expect(try await place.run("result", "freeze", "main").code == 0)
    }
  }
}
