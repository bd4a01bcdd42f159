import Foundation
import Postgres
import Testing

/// A new edition from an old one: what is copied is the same, and nothing else is there.
@Suite(.serialized) struct CloneTests {
  /// What of an event can be copied, as the program shows it.
  private func copied(_ place: Workplace, _ event: String) async throws -> [String] {
    var shown: [String] = []
    for arguments in [
      ["rubric", "show", "--rubric", "main"], ["rubric", "show", "--rubric", "video"],
      ["organisation", "list", "--json"],
      ["organisation", "show", "u-toronto", "--json"], ["prize", "list", "--json"], ["track", "list", "--json"],
    ] {
      let ended = try await place.program.start(arguments + ["-E", event]).end()
      #expect(ended.code == 0)
      shown.append(ended.output)
    }
    return shown
  }

  @Test func `settings, rubrics, organisations and prizes are copied whole, people and scores never`() async throws {
    try await Workplace.withJudging { place async throws in
      try await place.fill(
        "rubric", "key,weight,minimum,maximum,name_en,name_fr\nimpact,70,0,10,Impact,Effet\ncode,30,1,5,Code,Code\n")
      try place.write("key,weight,minimum,maximum,name_en\nsound,1,0,3,Sound\n", to: "video.csv")
      #expect(try await place.run("rubric", "import", "video.csv", "--rubric", "video").code == 0)
      try await place.fill(
        "organisation",
        "key,role,order,name_en,name_fr,acronym_en\nibm,funder,2,IBM,IBM,\nibm,prize-giver,1,IBM,IBM,\n"
          + "u-toronto,affiliation,3,University of Toronto,,UofT\nut,partner,1,Univ. of Toronto,,\n")
      #expect(try await place.run("organisation", "set", "ibm", "--url", "https://ibm.com").code == 0)
      #expect(try await place.run("organisation", "merge", "ut", "u-toronto").code == 0)
      #expect(
        try await place.run("track", "add", "health", "--name-en", "Health", "--name-fr", "Santé").code == 0)
      try await place.fill(
        "prize",
        "key,rank,order,kind,amount,currency,giver,label_en\ncash,1,1,money,500.50,CAD,ibm,\n"
          + "secret,2,1,money,undisclosed,,,\nseat,1,2,seat,,,ibm,A seat\n")
      try await place.fill("participant", "key,given_name,team\np-1,Ann,aurora\n")
      try await place.fill("submission", "team,title_en\naurora,Light\n")
      #expect(try await place.run("score", "set", "J-01", "aurora", "impact=8", "data=5", "--ready").code == 0)
      let set = try await place.run(
        "event", "set", "--name-fr", "Le Jam", "--theme-en", "Harbours", "--purpose-en", "to help", "--notice-en",
        "Note", "--mode", "hybrid", "--languages", "fr,en", "--tz", "America/Toronto", "--team-size", "4",
        "--team-minimum",
        "2", "--deadline", "2026-05-10T17:00", "--announced", "2026-05-22", "--registration-from", "2026-03-01",
        "--judging-to", "2026-05-12", "--stated-participants", "75", "--stated-nationalities", "16")
      #expect(set.code == 0)
      #expect(
        try await place.run(
          "event", "clone", "jam", "jam-2027", "--from", "2027-05-08", "--to", "2027-05-10", "--name-en", "Jam 2027",
          "--by", "bea")
          == .saying(
            0, #"event "jam-2027": created from "jam""#,
            "Copied: settings, rubrics (2), organisations (2), roles (4), other names (2), prizes (3), tracks (1)",
            "Not copied: people, teams, submissions, sessions, judges, rounds, scores, results, stated totals, "
              + "days beyond the first and the last",
            #"It is still called "Le Jam": datajam event set jam-2027 --name-fr NAME"#,
            "Next: datajam event show jam-2027 (first organiser: bea)"))

      #expect(try await copied(place, "jam-2027") == copied(place, "jam"))
      #expect(
        try await place.run("event", "show", "jam-2027")
          == Program.Ended(
            code: 0,
            output: """
              key              jam-2027
              name (en)        Jam 2027
              name (fr)        Le Jam
              theme (en)       Harbours
              purpose (en)     to help
              notice (en)      Note
              phase            draft
              mode             hybrid
              languages        fr,en
              zone             America/Toronto
              registration     not set
              event            2027-05-08 to 2027-05-10
              submissions due  not set
              judging          not set
              announcement     not set
              people kept      not set
              team size        2 to 4
              mentor sessions  2 a day for each team
              participants     0 participants registered
              nationalities    0 nationalities registered
              teams            0
              submissions      0

              """, errors: ""))
      // Every table that a person, a team or a score could be in, as the schema has them.
      let tables = try await place.ask(
        """
        SELECT string_agg(table_name, ' ' ORDER BY table_name)
        FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
        WHERE table_schema = current_schema() AND column_name = 'event_id' AND table_name NOT LIKE 'audit%'
          AND table_type = 'BASE TABLE'
        """)
      var filled: [String] = []
      for table in try #require(tables).split(separator: " ").map(String.init) {
        let count = try await place.ask(
          """
          SELECT count(*)::text FROM \(identifier: table)
          WHERE event_id = (SELECT event_id FROM event WHERE slug = 'jam-2027')
          """)
        // How many records there are, the statements decide that wrote them.
        if count != "0", table != "row_record" { filled.append("\(table) \(count ?? "")") }
      }
      #expect(
        filled == [
          "criterion 3", "event 1", "organisation 2", "organisation_alias 2", "organisation_role 4", "principal 1",
          "prize 3", "rubric 2", "track 1",
        ])
      let log = try await place.run("log", "list", "-E", "jam-2027", "--last", "1").output
      #expect(
        log.contains("bea  cloned event jam-2027  ")
          && log.contains("from: jam, organisations: 2, other names: 2, prizes: 3, roles: 4, rubrics: 2, tracks: 1"))
      #expect(try await place.run("log", "verify", "-E", "jam-2027").code == 0)
      #expect(try await place.run("event", "set", "jam-2027", "--mode", "online").code == 4)
    }
  }

  @Test func `what cannot be cloned`() async throws {
    try await Workplace.withEvent { place async throws in
      func clone(_ old: String, _ new: String, _ more: String...) async throws -> Program.Ended {
        try await place.program.start(
          ["event", "clone", old, new, "--from", "2027-05-08", "--to", "2027-05-10"] + more
        ).end()
      }
      #expect(
        try await clone("jam", "jam")
          == .saying(1, #"Error: An event "jam" already exists."#, "To change it: datajam event set jam --name-en NAME")
      )
      #expect(
        try await clone("jan", "x") == .saying(5, #"Error: There is no event "jan"."#, #"Did you mean "jam"?"#))
      #expect(
        try await clone("jam", "x", "--to", "2027-05-01")
          == .saying(
            65, "Error: The event would end on 2027-05-01, before it starts on 2027-05-08.",
            "Change one of the two: --from or --to."))
      #expect(
        try await clone("jam", "X").errors.hasPrefix(#"Error: "X" cannot be a key"#))
      #expect(try await place.ask("SELECT count(*)::text FROM event") == "1")
      let cloned = try document(try await clone("jam", "x", "--json").output)
      #expect(cloned["from"] as? String == "jam" && cloned["outcome"] as? String == "created")
    }
  }
}
