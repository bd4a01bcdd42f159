import Foundation
import Testing

/// Who scores whom, as an organiser types it.
@Suite struct AssignmentTests {
  /// Three teams, judges of whom J-03 reads French only, and submissions in English.
  private static func withTeams(_ body: (Workplace) async throws -> Void) async throws {
    try await Workplace.withEvent { place async throws in
      try await place.fill("team", "key,name\naurora,Aurora\nboreal,Boréal\ncomet,Comet\n")
      try await place.fill("rubric", "key,weight,minimum,maximum,name_en\nimpact,60,0,10,Impact\n")
      try await place.fill("judge", "code,name,languages\nJ-01,Ann,\nJ-02,Bob,\nJ-03,Cleo,fr\n")
      try await place.fill("submission", "team,title_en\naurora,Star map\n")
      for team in ["boreal", "comet"] {
        try #require(await place.run("team", "allow", team, "--reason", "shown live").code == 0)
      }
      try #require(await place.run("round", "add", "main").code == 0)
      try await body(place)
    }
  }

  @Test func `a plan is shown, saved when asked, and says what it cannot meet`() async throws {
    try await Self.withTeams { place async throws in
      let table = "team    judges\naurora  J-01  J-02\nboreal  J-02  J-03\ncomet   J-01  J-03\n"
      let plan = try await place.run("assignment", "plan", "--per-team", "2")
      #expect(plan.code == 0)
      #expect(plan.output == table)
      #expect(
        plan.errors.hasPrefix(
          "6 assignments, 3 teams × 2, load 2–2, 0 conflicts, lambda2 1.50. Seed 1. Save with: --apply\n"))
      #expect(
        try await place.run("assignment", "list").errors
          == "No judge has a team yet. Assign them: datajam assignment plan --apply\n")
      let saved = try await place.run("assignment", "plan", "--per-team", "2", "--apply", "-E", "jam")
      #expect(saved.code == 0 && saved.output == table)
      #expect(saved.errors.contains("Seed 1. Saved. Next: datajam judging open main -E jam\n"))
      let short = try await place.run("assignment", "plan")
      #expect(short.code == 3)
      #expect(
        short.errors == """
          8 assignments, 3 teams × 3, load 2–3, 0 conflicts, lambda2 1.40. Seed 1. Save with: --apply
          FAIL  The team "aurora" has 2 of 3 judges: J-03 does not read en.
                datajam judge add CODE --name NAME --languages en

          """)
      try #require(await place.run("team", "allow", "comet", "--undo", "--reason", "an error").code == 0)
      #expect(
        try await place.run("assignment", "plan", "--per-team", "2").errors.contains(
          "warn  \"comet\" will not be ranked: there is no submission that is judged.\n      datajam submission list\n")
      )
      let told = try document(try await place.run("assignment", "plan", "--seed", "-7", "--json").output)
      #expect(told["seed"] as? Int == -7 && told["met"] as? Bool == false && told["applied"] as? Bool == false)
      #expect((told["items"] as? [Any])?.count == told["count"] as? Int)
      let finding = try #require((told["findings"] as? [[String: Any]])?.first)
      #expect(finding["code"] as? String == "too-few-judges" && finding["level"] as? String == "fail")
      #expect(try await place.run("assignment", "plan", "--per-team", "0").code == 64)
    }
  }

  @Test func `single assignments are set, swapped and removed`() async throws {
    try await Self.withTeams { place async throws in
      #expect(
        try await place.run("assignment", "set", "J-03", "aurora")
          == .saying(
            0, #"assignment "J-03 aurora": created"#, "warn  J-03 does not read en, the team's language."))
      #expect(try await place.run("assignment", "set", "J-01", "comet").code == 0)
      #expect(
        try await place.run("assignment", "swap", "J-03", "aurora", "J-01", "comet")
          == .saying(0, #"J-03 now scores team "comet", and J-01 team "aurora"."#))
      #expect(
        try await place.run("assignment", "remove", "J-03", "aurora")
          == .saying(
            5, #"Error: J-03 is not assigned to the team "aurora"."#, "See who is: datajam assignment list"))
      #expect(
        try await place.run("assignment", "remove", "J-03", "comet")
          == .saying(0, #"assignment "J-03 comet": removed"#))
      #expect(
        try await place.run("assignment", "set", "J-1", "aurora")
          == .saying(5, #"Error: There is no judge "J-1"."#, #"Did you mean "J-01"?"#))
      let check = try await place.run("assignment", "check")
      #expect(check.code == 3)
      #expect(check.output == "1 assignment, 3 teams, 3 judges, load 0–1, at least 1 sheet a team\n")
      #expect(
        check.errors.hasPrefix(
          """
          FAIL  The team "boreal" has 0 of 1 judge.
                datajam assignment plan --per-team 1 --keep --round main

          """))
    }
  }

  @Test func `a top-up names no team`() async throws {
    try await Self.withTeams { place async throws in
      try #require(await place.run("judge", "set", "J-03", "--languages", "en,fr").code == 0)
      try #require(await place.run("assignment", "plan", "--per-team", "2", "--apply").code == 0)
      try #require(await place.run("judging", "open", "main").code == 0)
      let early = try await place.run("assignment", "top-up")
      #expect(early.code == 1)
      let list = try document(try await place.run("assignment", "list", "--json").output)
      for (index, item) in try #require(list["items"] as? [[String: String]]).enumerated() {
        let points = item["team"] == "comet" ? 2 : 8 + index % 2
        let (judge, team) = (try #require(item["judge"]), try #require(item["team"]))
        try #require(await place.run("score", "set", judge, team, "impact=\(points)", "--ready").code == 0)
      }
      for options in [[], ["--json"], ["--apply"]] {
        let ended = try await place.program.start(["assignment", "top-up", "--batch", "2"] + options).end()
        #expect(ended.code == 0)
        for team in ["aurora", "boreal", "comet"] { #expect(!(ended.output + ended.errors).contains(team)) }
        #expect((ended.output + ended.errors).contains("J-0"))
      }
      let after = try document(try await place.run("assignment", "list", "--json").output)
      #expect(after["count"] as? Int == 8)
      let more = try document(try await place.run("assignment", "top-up", "--batch", "2", "--json").output)
      #expect(more["unplaced"] as? Int == 1 && more["sheets"] as? Int == 1)
    }
  }

  @Test func `the doctor names a sheet of a judge in conflict until the judge recuses`() async throws {
    try await Workplace.withJudging { place async throws in
      try #require(await place.run("score", "set", "J-01", "aurora", "impact=8", "data=3", "--ready").code == 0)
      try #require(await place.run("judge", "conflict", "add", "J-01", "aurora", "--reason", "taught them").code == 0)
      let sentence = """
        FAIL  J-01 scored team "aurora" in round "main" in spite of a conflict of interest (declared)
              datajam score recuse J-01 aurora --reason TEXT --round main -E jam
        """
      #expect(try await place.run("doctor").output.contains(sentence))
      #expect(
        try await place.run("score", "recuse", "J-01", "aurora", "--reason", "taught them", "--round", "main").code == 0
      )
      #expect(try await place.run("doctor", "--all").output.contains("ok    no ready sheet is of a judge in conflict"))
    }
  }
}
