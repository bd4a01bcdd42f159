import Foundation
import Postgres
import Testing

/// `datajam session` and `datajam room`, as people use them.
@Suite struct SessionTests {
  @Test func aSessionIsDraftedShownAndPublished() async throws {
    try await Workplace.withEvent { place async throws in
      #expect(
        try await place.run("agenda", "list")
          == .saying(0, "There is no session yet. Add some: datajam agenda import FILE"))
      #expect(
        try await place.run("room", "add", "salle-a", "--name-fr", "Salle A", "--capacity", "40")
          == .saying(0, #"room "salle-a": created. Next: datajam agenda set SESSION --room salle-a"#))
      let added = try await place.run(
        "agenda", "add", "opening", "--day", "Friday, May 8, 2026", "--hours", "10:30-11:15 a.m. EST", "--tz",
        "America/Toronto", "--languages", "en,fr", "--audience", "public", "--room", "salle-a")
      #expect(
        added
          == .saying(
            0,
            #"Warning: "EST" is not in force in America/Toronto then: the hours were taken as EDT."#,
            #"session "opening": created. Next: datajam agenda speaker add opening --name NAME"#))
      _ = try await place.run("agenda", "speaker", "add", "opening", "--name", "Ann", "--role", "Chair")
      _ = try await place.run("agenda", "speaker", "add", "opening", "--unnamed", "--role", "Survivor", "--at", "1")
      #expect(
        try await place.run("agenda", "list", "--tz", "America/Vancouver").output == """
          key      day             hours            America/Vancouver  langs  audience  room     title
          opening  Fri 2026-05-08  14:30–15:15 UTC  07:30–08:15 PDT    en,fr  public    salle-a

          """)
      #expect(
        try await place.run("agenda", "speaker", "list", "opening").output == """
          position  name       role      organisation  public
                 1  (unnamed)  Survivor                no
                 2  Ann        Chair                   yes

          """)
      #expect(try await place.run("agenda", "export", "--as", "ics").code == 1)
      #expect(
        try await place.run("agenda", "publish")
          == .saying(
            0, "  opening: added", "agenda: version 1 published. Next: datajam agenda export --as ics -o FILE"))
      #expect(
        try await place.run("agenda", "export", "--as", "csv").output.hasSuffix(
          """
          opening,2026-05-08,10:30,11:15,America/Toronto,2026-05-08T10:30:00-04:00,2026-05-08T11:15:00-04:00,Talk,\
          Talk with Ann,,en fr,public,Salle A,,,,"Survivor
          Ann, Chair",confirmed

          """))
      let versions = try document(try await place.run("agenda", "versions", "--json").output)
      #expect(versions["count"] as? Int == 1)
      try await place.expectUnaltered()
    }
  }

  @Test func whatKeepsADraftFromBeingPublishedIsSaidAtOnce() async throws {
    try await Workplace.withEvent { place async throws in
      for key in ["a", "b"] {
        _ = try await place.run(
          "agenda", "add", key, "--day", "2026-05-08", "--hours", "10:00-11:00", "--languages", "en")
      }
      _ = try await place.run("agenda", "speaker", "add", "a", "--name", "Ann")
      #expect(
        try await place.run("agenda", "speaker", "add", "b", "--name", "ANN")
          == .saying(
            0, #"Warning: "ANN" speaks in "a" and "b" at once."#,
            #"speaker "b/1": created. Next: datajam agenda show b"#))
      let check = try await place.run("agenda", "check")
      #expect(
        check
          == Program.Ended(
            code: 3,
            output: """
              FAIL  "ANN" speaks in "a" and "b" at once.
                    datajam agenda set b --day DATE --hours HOURS

              """,
            errors: "1 problem keeps the agenda from being published.\n"
              + "If an overlap is meant, such as one talk in two rooms: "
              + "datajam agenda allow-overlap a b --reason TEXT\n"))
      #expect(
        try await place.run("agenda", "publish")
          == .saying(
            1, #"Error: The agenda cannot be published: "ANN" speaks in "a" and "b" at once."#,
            "See everything, with the commands that mend it: datajam agenda check. If an overlap is meant, such as one "
              + "talk in two rooms: datajam agenda allow-overlap a b --reason TEXT"))
      #expect(try await place.run("doctor").code == 3)
      _ = try await place.run("agenda", "set", "b", "--hours", "11:00-12:00")
      #expect(try await place.run("agenda", "check").code == 0)
      #expect(try await place.run("agenda", "publish", "-n").code == 0)
      #expect(try await place.ask("SELECT count(*)::text FROM agenda_version") == "0")
    }
  }

  static let wrong: [([String], Int32, String)] = [
    (["--day", "2026-05-08", "--hours", "10-11"], 65, #"Error: "10-11" does not say which half of the day is meant."#),
    (["--hours", "10:00-11:00"], 64, #"Error: The hours of session "a" need a day."#),
    (["--languages", "en"], 65, #"Error: Session "a" has no hours yet."#),
    (
      ["--day", "Saturday, May 9, 2021", "--hours", "1-2 p.m."], 65, #"Error: "Saturday, May 9, 2021" was a Sunday."#
    ),
    (
      ["--day", "2026-03-08", "--hours", "2:30-4:00", "--tz", "America/Toronto"], 65,
      #"Error: "2026-03-08T02:30" does not exist in America/Toronto: the clocks are put forward past it that day."#
    ),
    (
      ["--day", "2026-05-08", "--hours", "10:00-11:00", "--tz", "EST"], 65,
      #"Error: "EST" is no time zone: abbreviations such as EST are not taken."#
    ),
    (
      ["--day", "2026-05-08", "--hours", "10:00-11:00", "--url", "ftp://x"], 65,
      #"Error: "ftp://x" is no address of the web."#
    ),
    (["--day", "2026-05-08", "--hours", "10:00-11:00", "--room", "x"], 5, #"Error: There is no room "x"."#),
    (["--day", "2026-05-08", "--hours", "10:00-11:00", "--capacity", "0"], 65, #"Error: "0" is no number of seats."#),
  ]

  @Test func everyFaultIsSaidInOneSentence() async throws {
    try await Workplace.withEvent { place async throws in
      for (options, code, sentence) in Self.wrong {
        let ended = try await place.program.start(["agenda", "add", "a"] + options).end()
        #expect((ended.code, ended.errors.split(separator: "\n").first.map(String.init)) == (code, sentence))
      }
      #expect(try await place.ask("SELECT count(*)::text FROM agenda_session") == "0")
    }
  }
}
