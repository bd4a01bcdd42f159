import Foundation
import Postgres
import Testing

/// What an organiser reads about teams and tracks.
@Suite(.serialized) struct TeamTests {
  @Test func `a list shows texts in the event's first language that has one`() async throws {
    try await Workplace.withEvent { place async throws in
      try #require(await place.run("event", "set", "--languages", "fr,en").code == 0)
      try await place.fill(
        "team", "key,name,city_en,city_fr\nboreal,Boreal,Montreal,Montréal\ncedar,Cedar,Halifax,\n")
      let list =
        "key     name    city      track  status  size  members\n"
        + "boreal  Boreal  Montréal                    0\ncedar   Cedar   Halifax                     0\n"
      #expect(try await place.run("team", "list") == Program.Ended(code: 0, output: list, errors: ""))
    }
  }

  @Test func `a team is added, changed, listed and shown`() async throws {
    try await Workplace.withEvent { place async throws in
      #expect(
        try await place.run("track", "add", "open", "--name-en", "Open", "--name-fr", "Ouvert")
          == .saying(0, #"track "open": created. Next: datajam team set TEAM --track open"#))
      #expect(
        try await place.run("team", "add", "aurora", "--name", "Aurora", "--city-en", "Montreal", "--track", "open")
          == .saying(0, #"team "aurora": created. Next: datajam team member add aurora PARTICIPANT"#))
      #expect(
        try await place.run("team", "set", "aurora", "--country", "can", "--affiliation", "Mila", "--track", "")
          == .saying(0, #"team "aurora": updated"#))
      #expect(try await place.run("team", "set", "aurora", "--track", "open").code == 0)
      try await place.fill("participant", "key,display_name,team\na,Ann,aurora\nb,Bob,aurora\n")
      #expect(
        try await place.run("team", "captain", "aurora", "b") == .saying(0, #"captain "b": updated"#))
      #expect(
        try await place.run("team", "show", "aurora")
          == Program.Ended(
            code: 0,
            output: """
              key          aurora
              name         Aurora
              city (en)    Montreal
              country      CA
              affiliation  Mila
              track        open
              status       active
              size         2 of 6
              member       b: Bob (captain)
              member       a: Ann

              """, errors: ""))
      #expect(
        try await place.run("team", "disqualify", "aurora", "--reason", "Copied")
          == .saying(0, #"team "aurora": is disqualified"#))
      #expect(
        try await place.run("team", "list", "--city", "montréal", "--status", "disqualified")
          == Program.Ended(
            code: 0,
            output: """
              key     name    city      track  status        size  members
              aurora  Aurora  Montreal  open   disqualified     2  Bob, Ann

              """, errors: ""))
      #expect(
        try await place.run("team", "disqualify", "aurora", "--undo") == .saying(0, #"team "aurora": takes part again"#)
      )
      #expect(try await place.run("team", "withdraw", "aurora") == .saying(0, #"team "aurora": withdrew"#))
      #expect(try await place.run("team", "withdraw", "aurora") == .saying(0, #"team "aurora": unchanged"#))
      #expect(try await place.run("team", "list", "--city", "Toronto") == .saying(0, "No team is like that."))
      #expect(
        try await place.run("track", "list")
          == Program.Ended(code: 0, output: "key   name  teams\nopen  Open      1\n", errors: ""))
    }
  }

  @Test func `codes are shown once and let people in`() async throws {
    try await Workplace.withEvent { place async throws in
      for (key, name) in [("aurora", "Aurora"), ("boreal", "Boréal")] {
        #expect(try await place.run("team", "add", key, "--name", name).code == 0)
      }
      try await place.fill("participant", "key,display_name\na,Ann\nb,Bob\n")
      let made = try await place.run("team", "code", "aurora")
      let code = String(made.output.dropLast())
      #expect(code.wholeMatch(of: /[A-HJKMNP-TV-Z2-9]{4}-[A-HJKMNP-TV-Z2-9]{4}/) != nil)
      #expect(
        made.errors == "It is shown this once. Who has it joins by: datajam team join \(code) PARTICIPANT\n")
      #expect(
        try await place.run("team", "join", code.lowercased().replacing("-", with: " "), "a")
          == .saying(0, #"participant "a": joined team "aurora""#))
      #expect(
        try await place.run("team", "join", code, "a")
          == .saying(0, #"participant "a": was already in team "aurora""#))
      #expect(
        try await place.run("team", "code", "aurora", "--revoke")
          == .saying(0, #"team "aurora": its code no longer holds"#))
      #expect(
        try await place.run("team", "code", "aurora", "--revoke") == .saying(0, #"team "aurora": had no code"#))
      let wrong = Program.Ended.saying(
        1, "Error: This code opens no team to this participant: it is wrong, used or no longer valid.",
        "Ask the team or an organiser for a new one: datajam team code TEAM")
      #expect(try await place.run("team", "join", code, "b") == wrong)
      #expect(try await place.run("team", "join", "nonsense", "b") == wrong)
      let invited = try document(try await place.run("team", "invite", "boreal", "b", "--days", "2", "--json").output)
      let invitation = try #require(invited["code"] as? String)
      try await place.database.session { try $0.run(script: "UPDATE team_invitation SET expires_at = now()") }
      #expect(try await place.run("team", "join", invitation, "b") == wrong)
      let again = try await place.run("team", "invite", "boreal", "b")
      #expect(again.errors.contains(#""b" joins by: datajam team join \#(again.output.dropLast()) b"#))
      #expect(
        try await place.run("team", "join", String(again.output.dropLast()), "b")
          == .saying(0, #"participant "b": joined team "boreal""#))
      #expect(try await place.run("team", "join", String(again.output.dropLast()), "b") == wrong)
      #expect(
        try await place.run("team", "merge", "boreal", "aurora")
          == .saying(
            0, #"team "boreal": merged into "aurora", with 1 member. Next: datajam team show aurora"#))
      try await place.expectUnaltered()
    }
  }

  @Test func `a file may go on naming a team that was merged into another`() async throws {
    try await Workplace.withEvent { place async throws in
      let teams = "key,name\naurora,Aurora\nboreal,Boréal\n"
      let people = "key,display_name,team\na,Ann,boreal\nb,Bob,Boréal\nc,Cid,aurora\n"
      try await place.fill("team", teams)
      #expect(
        try await place.run("team", "merge", "boreal", "aurora")
          == .saying(0, #"team "boreal": merged into "aurora", with 0 members. Next: datajam team show aurora"#))
      #expect(
        try await place.imports("team", teams)
          == .saying(
            0, #"  row 3, cell A3 key: The team "boreal" was merged into "aurora", so the row changes nothing of it."#,
            "team: 0 created, 0 updated, 2 unchanged (2 rows of file.csv)", "Next: datajam team list"))
      try await place.fill("participant", people)
      #expect(try await place.ask("SELECT string_agg(key || ' ' || name, ',') FROM team") == "aurora Aurora")
      #expect(try await place.ask("SELECT count(*)::text FROM team_member") == "3")
      try #require(await place.run("team", "set", "aurora", "--name", "Aurora B").code == 0)
      #expect(try await place.imports("team", teams).errors.contains("\"Aurora B\" was set by hand"))
    }
  }

  @Test func `what cannot be done to a team`() async throws {
    try await Workplace.withEvent { place async throws in
      #expect(try await place.run("event", "set", "--team-size", "2").code == 0)
      #expect(try await place.run("track", "add", "open", "--name-en", "Open").code == 0)
      try await place.fill("team", "key,name,track\nfull,Full,open\none,One,\nout,Out,\nbad,Bad,\njudged,Judged,\n")
      try await place.fill(
        "participant", "key,display_name,team\na,Ann,full\nb,Bob,full\nc,Cid,one\nd,Dan,\ngone,Gone,\n")
      try await place.fill("rubric", "key,weight,minimum,maximum,name_en\nimpact,100,0,10,Impact\n")
      try await place.fill("judge", "code,name\nJ-01,Ann\n")
      #expect(try await place.run("judging", "open", "main").code == 0)
      try await place.fill("assignment", "judge,team\nJ-01,judged\n")
      try await place.fill("submission", "team,title_en\none,One\nfull,Full\n")
      #expect(try await place.run("team", "captain", "full", "a").code == 0)
      #expect(try await place.run("team", "withdraw", "out", "--reason", "Ill").code == 0)
      #expect(try await place.run("team", "disqualify", "bad", "--reason", "Copied").code == 0)
      #expect(try await place.run("participant", "withdraw", "gone").code == 0)
      for fault in Self.faults {
        let ended = try await place.program.start(fault.arguments).end()
        #expect(ended == .saying(fault.code, "Error: \(fault.sentence)", fault.hint), "\(fault.arguments)")
      }
      #expect(try await place.run("event", "set", "--team-size", "9").code == 0)
      #expect(
        try await place.run("team", "merge", "one", "full")
          == .saying(
            1, #"Error: Teams "one" and "full" have both handed something in, and a team has one submission."#,
            "See both: datajam submission list"))
      let days = try await place.run("team", "invite", "one", "d", "--days", "0")
      #expect(days.code == 64)
      #expect(days.errors.hasPrefix("Error: '--days' takes 1 to 365, but 0 was given.\n"))
    }
  }

  private static let faults: [(arguments: [String], code: Int32, sentence: String, hint: String)] = [
    (["team", "show", "fulll"], 5, #"There is no team "fulll"."#, #"Did you mean "full"?"#),
    (
      ["team", "add", "full", "--name", "X"], 1, #"A team "full" already exists."#,
      "To change it: datajam team set full --name NAME"
    ),
    (["team", "add", "new"], 65, #"The team "new" has no name."#, "Give it one: --name NAME"),
    (["team", "set", "one", "--track", "opem"], 5, #"There is no track "opem"."#, #"Did you mean "open"?"#),
    (["team", "list", "--track", "x"], 5, #"There is no track "x"."#, "List them: datajam track list"),
    (
      ["team", "member", "add", "full", "d"], 1,
      #"Team "full" is full: it has 2 members, the most that this event allows."#,
      "Choose another team, or raise the limit: datajam event set --team-size N"
    ),
    (
      ["team", "member", "add", "one", "gone"], 1, #""gone" withdrew, so joins no team."#,
      "To let them take part again: datajam participant withdraw gone --undo"
    ),
    (
      ["team", "member", "add", "out", "d"], 1, #"Team "out" is withdrawn, so it takes no members."#,
      "To let it take part again: datajam team withdraw out --undo"
    ),
    (
      ["team", "code", "bad"], 1, #"Team "bad" is disqualified, so it takes no members."#,
      "To let it take part again: datajam team disqualify bad --undo"
    ),
    (
      ["team", "invite", "one", "a"], 1, #""a" is already in team "full": a participant is in one team of an event."#,
      "To move them, first run: datajam team member remove full a"
    ),
    (
      ["team", "member", "add", "full", "b", "--captain"], 1, #"Team "full" already has a captain."#,
      "To put a member in their place: datajam team captain full PARTICIPANT"
    ),
    (
      ["team", "captain", "full", "c"], 1, #""c" is not in team "full", so cannot be its captain."#,
      "Put them into it: datajam team member add full c --captain"
    ),
    (
      ["team", "disqualify", "one"], 64, #"Team "one" cannot be disqualified without a reason."#,
      "Say it: --reason TEXT"
    ),
    (
      ["team", "withdraw", "bad"], 1, #"Team "bad" is disqualified."#,
      "To let it take part again: datajam team disqualify bad --undo"
    ),
    (
      ["team", "merge", "one", "one"], 1, #"Team "one" cannot be merged into itself."#,
      "Name two teams: datajam team merge FROM INTO"
    ),
    (
      ["team", "merge", "judged", "out"], 1,
      #"Team "judged" has judges, sheets or a rank in a result already, so it is merged with no other."#,
      "Move its members one by one: datajam team member remove TEAM PARTICIPANT"
    ),
    (
      ["team", "merge", "out", "one"], 1, #"Team "out" is withdrawn."#,
      "To let it take part again: datajam team withdraw out --undo"
    ),
    (
      ["track", "add", "open", "--name-en", "X"], 1, #"A track "open" already exists."#,
      "To give it another name: datajam track set open --name-en NAME"
    ),
    (
      ["track", "add", "x"], 65, #"The track "x" has no name in any language."#,
      "Give it one: --name-en NAME, or --name-fr or --name-es."
    ),
    (
      ["track", "remove", "open"], 1, #"The track "open" cannot be removed: 1 team is in it."#,
      "See them: datajam team list --track open"
    ),
    (["track", "remove", "x"], 5, #"There is no track "x"."#, "List them: datajam track list"),
  ]

  @Test func `teams too large to become one are told how large`() async throws {
    try await Workplace.withEvent { place async throws in
      #expect(try await place.run("event", "set", "--team-size", "2").code == 0)
      try await place.fill("team", "key,name\nx,X\ny,Y\n")
      try await place.fill("participant", "key,display_name,team\na,Ann,x\nb,Bob,x\nc,Cid,y\n")
      #expect(
        try await place.run("team", "merge", "x", "y")
          == .saying(
            1,
            #"Error: Team "x" has 2 members and "y" has 1: that makes 3, but this event allows 2 in a team."#,
            "Take somebody out first, or raise the limit: datajam event set --team-size N"))
    }
  }
}
