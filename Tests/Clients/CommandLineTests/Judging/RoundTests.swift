import Foundation
import Testing

/// Rounds and conflicts as an organiser types them.
@Suite struct RoundTests {
  @Test func `closing lists what is in the way, and takes a reason to pass`() async throws {
    try await Workplace.withJudging { place async throws in
      #expect(try await place.run("score", "set", "J-01", "aurora", "impact=8", "data=3", "--ready").code == 0)
      #expect(
        try await place.run("judging", "close", "-E", "jam")
          == .saying(
            1, #"  The team "boreal" has 0 complete sheets without conflict, but needs 1."#,
            "    datajam score missing --round main -E jam",
            #"Error: The round "main" cannot close yet: 1 thing prevents it."#,
            "To close it all the same: datajam judging close main --force --reason TEXT -E jam"))
      let blocked = try document(try await place.run("judging", "close", "--json").output)
      let findings = try #require(blocked["findings"] as? [[String: Any]])
      #expect(findings.map { $0["code"] as? String } == ["too-few-sheets"])
      #expect(try await place.run("judging", "close", "--force").code == 64)
      #expect(
        try await place.run("judging", "close", "--force", "--reason", "late")
          == .saying(
            0, #"round "main": updated. Next: datajam result freeze main"#,
            #"The event is now in phase "review"."#, "The result will be computed without these:",
            #"  J-01 was to score team "boreal" and has not begun."#,
            "    datajam judge remind J-01 --round main -o FOLDER",
            #"  J-02 was to score team "aurora" and has not begun."#,
            "    datajam judge remind J-02 --round main -o FOLDER",
            "To wait for them: datajam judging reopen main --reason TEXT"))
      #expect(
        try await place.run("judging", "open", "main")
          == .saying(
            1, #"Error: The round "main" was open once and is closed."#,
            "To take scores again: datajam judging reopen main --reason TEXT"))
      #expect(try await place.run("judging", "reopen", "--reason", "a sheet came").code == 0)
    }
  }

  @Test func `a round that was planned with two judges a team does not close over one`() async throws {
    try await Workplace.withJudging { place async throws in
      let plan = try await place.run("assignment", "plan", "--per-team", "2", "--apply")
      #expect(plan.errors.contains(#"A team needs 2 complete sheets now before round "main" closes."#))
      for (judge, team) in [("J-01", "aurora"), ("J-01", "boreal"), ("J-02", "aurora")] {
        #expect(try await place.run("score", "set", judge, team, "impact=8", "data=3", "--ready").code == 0)
      }
      #expect(try await place.run("score", "set", "J-02", "boreal", "impact=8").code == 0)
      let blocked = try await place.run("judging", "close")
      #expect(blocked.code == 1)
      #expect(
        blocked.errors.hasPrefix(
          #"  The team "boreal" has 1 complete sheet without conflict, but needs 2."# + "\n"))
      let closed = try await place.run("judging", "close", "--force", "--reason", "J-02 is ill")
      #expect(closed.code == 0)
      #expect(
        closed.errors.contains(
          #"The sheet of J-02 for team "boreal" was begun and is not ready, so it does not count."#))
      let told = try document(try await place.run("judging", "reopen", "--reason", "more", "--json").output)
      #expect((told["left_out"] as? [Any])?.isEmpty == true)
    }
  }

  @Test func `two organisers with tokens override a conflict, and its list shows why`() async throws {
    try await Workplace.withJudging { place async throws in
      #expect(try await place.run("organiser", "add", "bob").code == 0)
      for name in ["ada", "bob"] {
        try place.write(try await place.run("token", "add", name).output, to: name)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: "\(place.folder)/\(name)")
      }
      let add = try await place.run("judge", "conflict", "add", "J-01", "aurora", "--reason", "taught them")
      #expect(add == .saying(0, #"conflict "J-01 aurora": created"#))
      let override = ["judge", "conflict", "override", "J-01", "aurora", "--reason", "long ago"]
      #expect(try await place.program.start(override).end().code == 4)
      for name in ["ada", "bob"] {
        #expect(try await place.program.start(override + ["--token-file", name]).end().code == 0)
      }
      #expect(
        try await place.run("judge", "conflict", "list").output == """
          judge  team    kind      why          pinned  state
          J-01   aurora  declared  taught them  yes     overridden

          """)
      #expect(try await place.run("score", "set", "J-01", "aurora", "impact=8").code == 0)
      #expect(
        try await place.run("judge", "conflict", "remove", "J-01", "aurora")
          == .saying(0, #"conflict "J-01 aurora": removed"#))
    }
  }

  @Test func `an import of assignments finds a conflict and refuses it`() async throws {
    try await Workplace.withEvent { place async throws in
      try await place.fill("team", "key,name,affiliation\naurora,Aurora,Harbour Authority\n")
      try await place.fill("rubric", "key,weight,minimum,maximum,name_en\nimpact,60,0,10,Impact\n")
      try await place.fill(
        "judge", "code,name,affiliation,email,languages\nJ-01,Ann,harbour AUTHORITY,ann@a.org,\"en,fr\"\n")
      #expect(
        try await place.run("judge", "conflict", "list").output == """
          judge  team    kind          why                               pinned  state
          J-01   aurora  organisation  both belong to harbour AUTHORITY          open

          """)
      try #require(await place.run("judging", "open", "main").code == 0)
      let refused = try await place.imports("assignment", "judge,team\nJ-01,aurora\n")
      #expect(refused.code == 65)
      #expect(refused.errors.contains(#"J-01 has a conflict of interest with team "aurora"."#))
    }
  }
}
