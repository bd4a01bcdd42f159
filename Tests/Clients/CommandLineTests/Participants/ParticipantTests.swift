import Foundation
import Postgres
import Testing

/// What an organiser reads about participants.
@Suite(.serialized) struct ParticipantTests {
  @Test func `a participant is added, changed and shown`() async throws {
    try await Workplace.withEvent { place async throws in
      #expect(
        try await place.run("participant", "add", "--name", "Amina Diallo", "--email", "amina@example.org")
          == .saying(0, #"participant "p-1": created. Next: datajam team member add TEAM p-1"#))
      let zoe = [
        "participant", "add", "zoe", "--given-name", "Zoë", "--family-name", "Quixote", "--country", "mex",
        "--languages", "es, EN,es", "--city", "Oaxaca", "--alias", "Z", "--consent-public", "yes", "--came-by",
        "Ticket",
      ]
      #expect(try await place.program.start(zoe).end().code == 0)
      #expect(
        try await place.run("participant", "set", "zoe", "--family-name", "Quijote", "--alias", "")
          == .saying(0, #"participant "zoe": updated"#))
      #expect(
        try await place.run("participant", "set", "zoe", "--city", "Oaxaca", "--country", "México")
          == .saying(0, #"participant "zoe": unchanged"#))
      #expect(
        try await place.run("participant", "show", "zoe")
          == Program.Ended(
            code: 0,
            output: """
              key           zoe
              number        2
              name          Zoë Quijote
              given name    Zoë
              family name   Quijote
              country       MX
              city          Oaxaca
              languages     es,en
              may be named  yes
              source        Ticket
              team          none
              checked in    no
              withdrawn     no

              """, errors: ""))
    }
  }

  @Test func `who comes is checked in, who withdraws leaves the team`() async throws {
    try await Workplace.withEvent { place async throws in
      try await place.fill("team", "key,name\naurora,Aurora\n")
      try await place.fill("participant", "key,display_name\na,Ann\nb,Bob\n")
      #expect(try await place.run("team", "member", "add", "aurora", "a").code == 0)
      #expect(
        try await place.run("participant", "check-in", "b", "a")
          == .saying(0, #"participant "a": checked in"#, #"participant "b": checked in"#))
      #expect(
        try await place.run("participant", "check-in", "a")
          == .saying(0, #"participant "a": was checked in already"#))
      #expect(
        try await place.run("participant", "check-in", "b", "--undo")
          == .saying(0, #"participant "b": is no longer checked in"#))
      #expect(
        try await place.run("participant", "check-in", "a", "b", "nobody", "--undo").code == 5)
      #expect(
        try await place.ask("SELECT string_agg(key, ' ') FROM participant WHERE checked_in_at IS NOT NULL") == "a")
      #expect(
        try await place.run("participant", "check-in", "b", "--undo")
          == .saying(0, #"participant "b": was not checked in"#))
      #expect(
        try await place.run("participant", "withdraw", "a")
          == .saying(0, #"participant "a": withdrew and left team "aurora", which has one member less"#))
      #expect(
        try await place.run("participant", "withdraw", "a") == .saying(0, #"participant "a": had withdrawn already"#))
      #expect(
        try await place.run("participant", "list", "--withdrawn")
          == Program.Ended(
            code: 0,
            output: """
              key  name  e-mail  country  city  affiliation  team  state
              a    Ann                                             withdrawn

              """, errors: ""))
      #expect(
        try await place.run("participant", "withdraw", "a", "--undo")
          == .saying(
            0,
            #"participant "a": takes part again, without a team. Next: datajam team member add TEAM a"#))
      #expect(
        try await place.run("participant", "withdraw", "a", "--undo")
          == .saying(0, #"participant "a": had not withdrawn"#))
      #expect(try await place.run("participant", "withdraw", "b") == .saying(0, #"participant "b": withdrew"#))
      let log = try await place.run("log", "list", "--last", "1")
      #expect(log.output.contains("withdrew participant 2 (b)"))
    }
  }

  @Test func `groups that point at somebody are hidden`() async throws {
    try await Workplace.withEvent { place async throws in
      var rows = (1...9).map { "c\($0),C,CA" }
      rows += (1...4).map { "m\($0),M,MX" } + ["f,F,FR", "x,X,"]
      try await place.fill(
        "participant", "key,display_name,country_of_nationality\n" + rows.joined(separator: "\n") + "\n")
      #expect(
        try await place.run("participant", "stats")
          == Program.Ended(
            code: 0,
            output: """
              participants  people
              registered        15
              checked in         0
              withdrawn          0
              in a team          0

              country  people
              CA            9
              2 groups under 5 hidden

              """, errors: ""))
      #expect(try await place.run("participant", "withdraw", "f").code == 0)
      let alone = try await place.run("participant", "stats")
      #expect(alone.output.hasSuffix("\ncountry: no group can be shown, for some are under 5\n"))
      let json = try document(try await place.run("participant", "stats", "--json").output)
      #expect((json["countries"] as? [String: Any])?["hidden_groups"] is NSNull)
    }
  }

  @Test func `what cannot be done to a participant`() async throws {
    try await Workplace.withEvent { place async throws in
      try await place.fill("participant", "key,display_name,email\nann,Ann,Ann@example.org\nbob,Bob,\ngone,Gone,\n")
      #expect(try await place.run("participant", "withdraw", "gone").code == 0)
      let list = "List them: datajam participant list"
      let cases: [(arguments: [String], code: Int32, sentence: String, hint: String)] = [
        (["show", "anne"], 5, #"There is no participant "anne"."#, #"Did you mean "ann"?"#),
        (["show", "somebody"], 5, #"There is no participant "somebody"."#, list),
        (["set", "somebody", "--city", "X"], 5, #"There is no participant "somebody"."#, list),
        (["withdraw", "somebody"], 5, #"There is no participant "somebody"."#, list),
        (["check-in", "ann", "somebody"], 5, #"There is no participant "somebody"."#, list),
        (
          ["check-in", "ann", "gone"], 1, #"The participant "gone" withdrew, so cannot be checked in."#,
          "If they came all the same, first run: datajam participant withdraw gone --undo"
        ),
        (
          ["add", "ann", "--name", "X"], 1, #"A participant "ann" already exists."#,
          "To change what is known of them: datajam participant set ann --display-name NAME"
        ),
        (
          ["set", "bob", "--email", "ann@EXAMPLE.org"], 1,
          #"Another participant of this event already has the address "ann@EXAMPLE.org"."#,
          "Find them: datajam participant list"
        ),
        (
          ["set", "bob", "--email", "bob@@x.org"], 65, #""bob@@x.org" is no e-mail address."#,
          #"Write it alone, such as amina@example.org; "" takes it away."#
        ),
        (
          ["set", "bob", "--country", "XX"], 65, #""XX" is no country of ISO 3166-1."#,
          "Write its name, or its two or three letters, such as CA or CAN."
        ),
        (
          ["set", "bob", "--languages", "french"], 65, #""french" is no language code of ISO 639."#,
          "Write two or three letters each, with commas between them, such as en,fr."
        ),
        (
          ["set", "bob", "--languages", "xx"], 65, #""xx" is no language code of ISO 639."#,
          "Write two or three letters each, with commas between them, such as en,fr."
        ),
        (
          ["set", "bob", "--name", ""], 65, #"The participant "bob" has no name."#,
          "Add --name NAME, or --given-name and --family-name."
        ),
        (["list", "--team", "x"], 5, #"There is no team "x"."#, "List them: datajam team list"),
        (
          ["add", "Ann B"], 64, "A participant needs a name: add --name NAME, or --given-name and --family-name.",
          "Usage: datajam participant add [<key>] [<options>]"
        ),
        (
          ["add", "Ann B", "--name", "Ann"], 65,
          #""Ann B" cannot be a key: a key is 1 to 60 of a-z and 0-9, with single dashes between words."#,
          #"Write it like "buyer-resist"."#
        ),
      ]
      for fault in cases {
        let ended = try await place.program.start(["participant"] + fault.arguments).end()
        #expect(ended.code == fault.code && ended.output == "", "\(fault.arguments)")
        #expect(ended.errors.hasPrefix("Error: \(fault.sentence)\n\(fault.hint)\n"), "\(ended)")
      }
      #expect(try await place.ask("SELECT count(*)::text FROM participant WHERE checked_in_at IS NOT NULL") == "0")
      try await place.database.session { session in
        try session.run(
          script: """
            UPDATE participant SET display_name = key, name_folded = '', email = NULL, email_folded = NULL,
              erased_at = clock_timestamp()
            WHERE key = 'ann'
            """)
      }
      for command in ["show", "withdraw", "check-in", "set"] {
        #expect(
          try await place.run("participant", command, "ann")
            == .saying(
              1, #"Error: The participant "ann" was erased and is nobody any more."#,
              "Who comes back is added anew: datajam participant add --name NAME --with-erased"))
      }
    }
  }
}
