import Foundation
import Postgres
import Testing

/// What an organiser reads about an event's settings, and about editions that are related.
@Suite(.serialized) struct EventTests {
  @Test func `an event is shown with everything that was set, and what is registered beside what was stated`()
    async throws
  {
    try await Workplace.withEvent { place async throws in
      let set = try await place.run(
        "event", "set", "--name-fr", "Le Jam", "--theme-en", "Harbours", "--languages", "en,fr", "--tz",
        "America/Toronto",
        "--registration-from", "2026-03-01", "--registration-to", "2026-04-30", "--deadline", "2026-05-10 17:00",
        "--judging-from", "2026-05-11", "--judging-to", "2026-05-11", "--announced", "2026-05-22", "--team-minimum",
        "2", "--team-size", "4", "--stated-participants", "75", "--stated-nationalities", "1")
      #expect(set == .saying(0, #"event "jam": updated"#))
      try await place.fill("participant", "key,given_name,country_of_nationality\np-1,Ann,CA\np-2,Bob,FR\n")
      #expect(
        try await place.run("event", "show")
          == Program.Ended(
            code: 0,
            output: """
              key              jam
              name (en)        Jam
              name (fr)        Le Jam
              theme (en)       Harbours
              phase            draft
              mode             online
              languages        en,fr
              zone             America/Toronto
              registration     2026-03-01 to 2026-04-30
              event            2026-05-08 to 2026-05-10
              submissions due  2026-05-10T17:00
              judging          2026-05-11
              announcement     2026-05-22
              people kept      not set
              team size        2 to 4
              mentor sessions  2 a day for each team
              participants     75 participants stated, 2 registered
              nationalities    1 nationality stated, 2 registered
              teams            0
              submissions      0

              """, errors: ""))
      let related = try await place.run("event", "relate", "jam", "--sister", "Pasos Libres", "--when", "fall 2026")
      #expect(related.code == 0)
      #expect(try await place.run("event", "show").output.hasSuffix("\nsister           Pasos Libres (fall 2026)\n"))
      let shown = try document(try await place.run("event", "show", "jam", "--json").output)
      #expect(shown["submissions_due_at"] as? String == "2026-05-10T17:00:00-04:00")
      #expect(shown["participants"] as? [String: Int] == ["stated": 75, "registered": 2])
      #expect(try await place.run("event", "set", "--deadline", "none", "--stated-participants", "none").code == 0)
      #expect(
        try await place.ask("SELECT (submissions_due_at IS NULL AND stated_participants IS NULL)::text FROM event")
          == "true")
      let wrong = try await place.run("event", "set", "--stated-participants", "many")
      #expect(wrong.code == 64)
      #expect(wrong.errors.hasPrefix("Error: The value 'many' is invalid for '--stated-participants <n>'\n"))
      let listed = try await place.run("event", "list")
      #expect(
        listed.output == """
          event  name  phase  from        to          zone             languages
          jam    Jam   draft  2026-05-08  2026-05-10  America/Toronto  en,fr

          """)
      #expect(try await place.run("event", "show", "jamb").errors.hasPrefix(#"Error: There is no event "jamb"."#))
    }
  }

  @Test func `days that contradict each other, and times that no clock shows`() async throws {
    try await Workplace.withEvent { place async throws in
      #expect(try await place.run("event", "set", "--tz", "America/Toronto", "--announced", "2026-05-22").code == 0)
      let faults: [(options: [String], sentence: String, mended: String)] = [
        (
          ["--to", "2026-05-01"], "The event would end on 2026-05-01, before it starts on 2026-05-08.", "--from or --to"
        ),
        (
          ["--registration-from", "2026-04-02", "--registration-to", "2026-04-01"],
          "Registration would end on 2026-04-01, before registration begins on 2026-04-02.",
          "--registration-from or --registration-to"
        ),
        (
          ["--registration-from", "2026-05-11"],
          "The event would end on 2026-05-10, before registration begins on 2026-05-11.", "--registration-from or --to"
        ),
        (
          ["--registration-to", "2026-05-11"],
          "The event would end on 2026-05-10, before registration ends on 2026-05-11.", "--registration-to or --to"
        ),
        (
          ["--deadline", "2026-05-07T23:59"],
          "Submissions would be due on 2026-05-07, before the event starts on 2026-05-08.", "--from or --deadline"
        ),
        (
          ["--deadline", "2026-05-12T12:00", "--judging-to", "2026-05-11"],
          "Judging would end on 2026-05-11, before submissions are due on 2026-05-12.", "--deadline or --judging-to"
        ),
        (
          ["--deadline", "2026-05-23T12:00"],
          "The winners would be announced on 2026-05-22, before submissions are due on 2026-05-23.",
          "--deadline or --announced"
        ),
        (
          ["--judging-from", "2026-05-07"],
          "Judging would begin on 2026-05-07, before the event starts on 2026-05-08.", "--from or --judging-from"
        ),
        (
          ["--judging-to", "2026-05-07"], "Judging would end on 2026-05-07, before the event starts on 2026-05-08.",
          "--from or --judging-to"
        ),
        (
          ["--judging-from", "2026-05-12", "--judging-to", "2026-05-11"],
          "Judging would end on 2026-05-11, before judging begins on 2026-05-12.", "--judging-from or --judging-to"
        ),
        (
          ["--judging-from", "2026-05-23"],
          "The winners would be announced on 2026-05-22, before judging begins on 2026-05-23.",
          "--judging-from or --announced"
        ),
        (
          ["--judging-to", "2026-05-23"],
          "The winners would be announced on 2026-05-22, before judging ends on 2026-05-23.",
          "--judging-to or --announced"
        ),
      ]
      for fault in faults {
        #expect(
          try await place.program.start(["event", "set"] + fault.options).end()
            == .saying(65, "Error: " + fault.sentence, "Change one of the two: \(fault.mended)."))
      }
      #expect(
        try await place.run("event", "set", "--from", "2026-03-01", "--deadline", "2026-03-08T02:30")
          == .saying(
            65,
            #"Error: "2026-03-08T02:30" does not exist in America/Toronto: the clocks are put forward past it that day."#,
            "Choose a time an hour earlier or later."))
      #expect(
        try await place.run(
          "event", "set", "--to", "2026-11-01", "--announced", "none", "--deadline", "2026-11-01T01:30")
          == .saying(
            65, #"Error: "2026-11-01T01:30" comes twice in America/Toronto: the clocks are put back past it that day."#,
            "Choose a time that comes once, an hour or two earlier or later."))
      #expect(
        try await place.run("event", "set", "--deadline", "2026-05-10")
          == .saying(
            65, #"Error: "2026-05-10" is no day with a time that can be read in one way only."#,
            #"Write what the clocks show, such as 2021-05-08T13:00, or a day of the event such as "Saturday 1 p.m.""#))
      #expect(
        try await place.run("event", "set", "--team-minimum", "7")
          == .saying(
            65, "Error: A team would need 7 members at least, but may have 6 at most.",
            "Change one of the two: --team-minimum or --team-size."))
    }
  }

  @Test func `editions that are related`() async throws {
    try await Workplace.withEvent { place async throws in
      func add(_ slug: String) async throws {
        let ended = try await place.run(
          "event", "add", slug, "--name-en", slug, "--from", "2027-05-08", "--to", "2027-05-10", "--tz", "UTC")
        #expect(ended.code == 0)
      }
      try await add("jam-2027")
      func relate(_ arguments: String...) async throws -> Program.Ended {
        try await place.program.start(["event", "relate"] + arguments).end()
      }
      let next = ". Next: datajam event relations jam"
      #expect(
        try await relate("jam", "--follow-up", "jam-2027", "--when", "2027 autumn")
          == .saying(0, #"follow-up "jam-2027": created"# + next))
      #expect(
        try await relate("jam", "--follow-up", "jam-2027", "--when", "fall 2027")
          == .saying(0, #"follow-up "jam-2027": unchanged"# + next))
      #expect(
        try await relate("jam", "--follow-up", "jam-2027", "--when", "2027-10-05")
          == .saying(0, #"follow-up "jam-2027": updated"# + next))
      #expect(
        try await relate("jam", "--sister", "DataJam Pasos Libres", "--when", "fall 2026")
          == .saying(0, #"sister "DataJam Pasos Libres": created"# + next))
      #expect(
        try await relate("jam", "--sister", "Le même jour")
          == .saying(0, #"sister "Le même jour": created"# + next))
      let listed = Program.Ended(
        code: 0,
        output: """
          relation   edition               when
          sister     DataJam Pasos Libres  fall 2026
          follow-up  jam-2027              2027-10-05
          sister     Le même jour

          """, errors: "")
      #expect(try await place.run("event", "relations", "jam") == listed)
      #expect(
        try await place.run("event", "relations", "jam-2027")
          == Program.Ended(code: 0, output: "relation  edition  when\nfollows   jam\n", errors: ""))

      #expect(
        try await relate("jam", "--sister", "jam-2028")
          == .saying(5, #"Error: There is no event "jam-2028"."#, #"Did you mean "jam-2027"?"#))
      #expect(
        try await relate("jam", "--sister", "elsewhere")
          == .saying(
            5, #"Error: There is no event "elsewhere"."#,
            #"For an edition that is not in this database, write its name, such as "DataJam 2022"."#))
      #expect(
        try await relate("jam", "--sister", "jam")
          == .saying(1, #"Error: The event "jam" cannot be related to itself."#, "Name another edition."))
      #expect(
        try await relate("jam-2027", "--follow-up", "jam")
          == .saying(
            1, #"Error: The event "jam" names "jam-2027" as its follow-up already."#,
            "To take that back: datajam event unrelate jam jam-2027"))
      #expect(
        try await relate("jam", "--sister", " ")
          == .saying(
            65, #"Error: " " cannot be an edition's name: it takes 1 to 200 characters."#,
            "Write the key of an event, or a name."))
      #expect(
        try await relate("jam", "--sister", "X Y", "--when", "soon")
          == .saying(
            65, #"Error: "soon" is no day, month, season or year."#,
            #"Write it like 2021-10-05, 2021-10, "fall 2021" or 2021."#))
      for wrong in [[], ["--sister", "a b", "--follow-up", "c d"]] {
        let ended = try await place.program.start(["event", "relate", "jam"] + wrong).end()
        #expect(ended.code == 64)
        #expect(ended.errors.hasPrefix("Error: Name one other edition: --follow-up EDITION or --sister EDITION.\n"))
      }
      #expect(
        try await place.run("event", "unrelate", "jam", "jam-2027")
          == .saying(0, #"event "jam" no longer names "jam-2027""#))
      #expect(
        try await place.run("event", "unrelate", "jam", "jam-2027")
          == .saying(0, #"event "jam" did not name "jam-2027""#))
      #expect(
        try await place.run("event", "relations", "jam-2027")
          == .saying(
            0, "The event is related to no other. State one: datajam event relate jam-2027 --follow-up EDITION"))
    }
  }
}
