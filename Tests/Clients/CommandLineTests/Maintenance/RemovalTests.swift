import Postgres
import Testing

/// What was added by mistake is removed, unless something refers to it.
@Suite(.serialized) struct RemovalTests {
  /// The newest entry of the log, as "removed team aurora".
  private func newestEntry(_ place: Workplace) async throws -> String? {
    try await place.ask(
      """
      SELECT concat_ws(' ', details::jsonb ->> 'action', details::jsonb ->> 'noun', details::jsonb ->> 'key')
      FROM audit_entry ORDER BY recorded_at DESC LIMIT 1
      """)
  }

  @Test func `a team goes with its code, and not with members, a submission or scores`() async throws {
    try await Workplace.withJudging { place async throws in
      #expect(try await place.run("team", "add", "typo", "--name", "Typo").code == 0)
      #expect(try await place.run("team", "code", "typo").code == 0)
      #expect(try await place.run("team", "remove", "typo") == .saying(0, #"team "typo": removed"#))
      #expect(try await newestEntry(place) == "removed team typo")
      #expect(try await place.run("team", "remove", "typo").code == 5)
      #expect(
        try await place.run("team", "remove", "aurora")
          == .saying(
            1, #"Error: Team "aurora" cannot be removed because it has assignments of judges."#,
            "If the team does not take part any more: datajam team withdraw aurora"))
      try await place.expectUnaltered()
    }
  }

  @Test func `a participant goes with the place in the team and what files said`() async throws {
    try await Workplace.withEvent { place async throws in
      try await place.fill("team", "key,name\naurora,Aurora\n")
      try await place.fill("participant", "key,given_name,team\np-1,Ann,aurora\np-2,Bob,aurora\n")
      #expect(try await place.run("participant", "remove", "p-1") == .saying(0, #"participant "p-1": removed"#))
      #expect(try await place.ask("SELECT count(*)::text FROM team_member") == "1")
      #expect(
        try await place.ask("SELECT count(*)::text FROM import_origin WHERE noun = 'participant'") == "1")
      let logged = try await place.ask(
        "SELECT details::jsonb #>> '{changes,given name,old}' FROM audit_entry ORDER BY recorded_at DESC LIMIT 1")
      #expect(logged?.hasPrefix("sha256:") == true)
      try await place.fill("participant", "key,given_name,team\np-1,Ann,aurora\n")
      #expect(try await place.ask("SELECT count(*)::text FROM participant") == "2")
      let verified = try await place.run("log", "verify")
      #expect(verified.code == 0)
    }
  }

  @Test func `the values of somebody who was removed are erased with everybody's`() async throws {
    try await Workplace.withEvent { place async throws in
      #expect(try await place.run("participant", "add", "ann", "--name", "Ann Example").code == 0)
      #expect(try await place.run("participant", "add", "bob", "--name", "Bob").code == 0)
      #expect(try await place.run("participant", "remove", "ann").code == 0)
      let left: SQL = "SELECT count(*)::text FROM audit_personal_value WHERE value LIKE '%Ann Example%'"
      #expect(try await place.ask(left) != "0")
      #expect(try await place.run("person", "retention", "2026-05-31").code == 0)
      #expect(try await place.run("person", "erase", "--due", "-E", "jam", "--confirm", "jam").code == 0)
      #expect(try await place.ask(left) == "0")
    }
  }

  @Test func `a round, a rubric, a mentor and a draft go while nothing refers to them`() async throws {
    try await Workplace.withJudging { place async throws in
      #expect(
        try await place.run("rubric", "remove", "main")
          == .saying(
            1, #"Error: Version 1 of the rubric "main" cannot be removed because it has rounds of judging."#,
            "To change it, import it again as a new version: datajam rubric import FILE"))
      try await place.fill("rubric", "key,weight,minimum,maximum,name_en\nimpact,100,0,10,Impact\n")
      #expect(try await place.run("rubric", "remove", "main") == .saying(0, #"rubric "main": version 2 removed"#))
      #expect(try await place.run("round", "add", "extra", "--judges", "J-01").code == 0)
      #expect(try await place.run("round", "remove", "extra") == .saying(0, #"round "extra": removed"#))
      #expect(
        try await place.run("round", "remove", "main")
          == .saying(
            1, #"Error: The round "main" cannot be removed because it has assignments of judges."#,
            "See them: datajam round show main. If judging is over: datajam judging close main"))
      #expect(try await place.run("mentor", "add", "ada", "--name", "Ada").code == 0)
      #expect(try await place.run("mentor", "remove", "ada") == .saying(0, #"mentor "ada": removed"#))
      #expect(try await place.run("submission", "add", "aurora", "--title-en", "Light").code == 0)
      #expect(try await place.run("submission", "remove", "aurora") == .saying(0, #"submission "aurora": removed"#))
      #expect(try await place.run("submission", "add", "aurora", "--title-en", "Light").code == 0)
      #expect(try await place.run("submission", "submit", "aurora").code == 0)
      #expect(
        try await place.run("submission", "remove", "aurora")
          == .saying(
            1, #"Error: The submission of team "aurora" cannot be removed because it has submitted versions."#,
            "If the team does not want it judged: datajam submission withdraw aurora"))
      try await place.expectUnaltered()
    }
  }

  @Test func `an organiser who is removed can change nothing, and may come back`() async throws {
    try await Workplace.withEvent { place async throws in
      #expect(
        try await place.run("organiser", "remove", "ada", "--confirm", "ada").errors
          .contains(#"The organiser "ada" cannot be removed because an event needs one at least."#))
      #expect(try await place.run("organiser", "add", "bea").code == 0)
      #expect(try await place.run("token", "add", "bea").code == 0)
      #expect(try await place.run("organiser", "remove", "bea").code != 0)
      #expect(try await place.run("organiser", "remove", "bea", "--confirm", "bea").code == 0)
      #expect(try await place.run("organiser", "list").output == "organiser\nada\n")
      #expect(try await place.ask("SELECT count(*)::text FROM access_token WHERE revoked_at IS NULL") == "0")
      #expect(
        try await place.run("team", "add", "aurora", "--name", "Aurora", "--by", "bea").errors
          .contains(#""bea" is not an organiser of this event."#))
      #expect(try await place.run("token", "add", "bea").code != 0)
      #expect(try await place.run("organiser", "add", "bea").code == 0)
      #expect(try await place.run("team", "add", "aurora", "--name", "Aurora", "--by", "bea").code == 0)
      try await place.expectUnaltered()
    }
  }

  @Test func `an organisation is added once`() async throws {
    try await Workplace.withEvent { place async throws in
      let words = ["organisation", "add", "ibm", "--name-en", "IBM", "--role", "funder"]
      #expect(try await place.program.start(words).end() == .saying(0, #"organisation "ibm": created"#))
      #expect(
        try await place.program.start(words).end()
          == .saying(
            1, #"Error: An organisation "ibm" already exists."#,
            "To change it: datajam organisation set ibm --name-en NAME"))
      #expect(try await place.run("organisation", "remove", "ibm").code == 0)
    }
  }
}
