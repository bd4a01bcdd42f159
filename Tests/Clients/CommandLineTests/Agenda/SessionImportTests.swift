import Foundation
import Postgres
import Testing

/// Sessions from files; the nine that an organiser published in 2021 with two mistakes.
@Suite struct SessionImportTests {
  static let files = Repository.file("Sources/Clients/DemoFiles/files").path
  static let sessions = files + "/datajam-2021.sessions.csv"
  static let speakers = files + "/datajam-2021.speakers.csv"

  private func withEdition(_ body: (Workplace) async throws -> Void) async throws {
    try await Workplace.withEmptyDatabase { place async throws in
      try await place.demonstrate("datajam-2021", upTo: ["agenda", "import"])
      try await body(place)
    }
  }

  private func load(_ place: Workplace, _ options: String...) async throws -> Program.Ended {
    try await place.program.start(
      ["agenda", "import", Self.sessions, "--speakers", Self.speakers] + options
    ).end()
  }

  @Test func aDayThatWasAnotherDayOfTheWeekStopsTheImport() async throws {
    try await withEdition { place async throws in
      let refusal =
        #""Saturday, May 9, 2021" was a Sunday. Say which is right: --weekday-mismatch date takes "#
        + "2021-05-09, --weekday-mismatch weekday takes 2021-05-08."
      #expect(
        try await load(place)
          == .saying(
            65,
            #"  warning: rows 2 to 8: "EST" is not in force in America/Toronto then: the hours were taken as EDT (UTC-04:00)."#,
            "  rows 9, 10, date_as_printed: \(refusal)",
            #"Error: 2 rows of "\#(Self.sessions)" cannot be taken, so nothing was imported."#,
            "Mend the rows that are named above and run the same command again."))
      #expect(try await place.ask("SELECT count(*)::text FROM agenda_session") == "0")
    }
  }

  @Test(arguments: [("date", "2021-05-09 17:00:00"), ("weekday", "2021-05-08 17:00:00")])
  func `either reading can be believed`(which: String, start: String) async throws {
    try await withEdition { place async throws in
      #expect(try await load(place, "--weekday-mismatch", which, "--dry-run").code == 0)
      #expect(try await place.ask("SELECT count(*)::text FROM agenda_session") == "0")
      #expect(try await load(place, "--weekday-mismatch", which).code == 0)
      #expect(
        try await place.ask(
          "SELECT (lower(during) AT TIME ZONE 'UTC')::text FROM agenda_session WHERE key = 's8'") == start)
    }
  }

  @Test func theNineSessionsAreTakenAsTheyWere() async throws {
    try await withEdition { place async throws in
      #expect(try await load(place, "--weekday-mismatch", "date").code == 0)
      let again = try document(try await load(place, "--weekday-mismatch", "date", "--json").output)
      #expect(again["unchanged"] as? Int == 9)
      #expect((again["speakers"] as? [String: Any])?["unchanged"] as? Int == 9)
      #expect((again["warnings"] as? [Any])?.count == 2)
      // Two are not named, by choice; a degree and two affiliations are kept.
      #expect(
        try await place.ask(
          "SELECT string_agg((role ->> 'en') || ' ' || is_public, ', ' ORDER BY position) FROM agenda_speaker WHERE name IS NULL"
        )
          == "Survivor false, Survivor false")
      #expect(
        try await place.ask("SELECT second_organisation ->> 'en' FROM agenda_speaker WHERE name LIKE 'Laura%'")
          == "Aleph Mind")
      let doctor = try await place.run("doctor").output
      #expect(
        doctor.contains(
          """
          warn  9 public sessions have no title: "s1", "s2", "s3", "s4", "s5" and 4 more
                datajam agenda set s1 --title-en TEXT -E datajam-2021
          warn  9 public sessions have no registration link: "s1", "s2", "s3", "s4", "s5" and 4 more
                datajam agenda set s1 --register-url URL -E datajam-2021
          warn  the agenda was not published yet
                datajam agenda publish -E datajam-2021

          """))
      #expect(try await place.run("agenda", "publish").code == 0)
      let calendar = try await place.run("agenda", "export", "--as", "ics", "--language", "fr").output
      #expect(calendar.contains("DTSTART;TZID=America/Toronto:20210508T103000\r\n"))
      #expect(calendar.split(separator: "\r\n").count { $0 == "BEGIN:VEVENT" } == 9)
      #expect(calendar.contains("Fernando A. Chinchilla\\, Ph.D."))
      let list = try document(try await place.run("agenda", "list", "--json").output)
      let first = try #require((list["items"] as? [[String: Any]])?.first)
      #expect(first["start"] as? String == "2021-05-08T10:30:00-04:00")
      #expect(try await place.ask("SELECT min(lower(during))::text FROM agenda_session") == "2021-05-08 14:30:00+00")
    }
  }

  @Test func whatIsExportedIsImportedUnchanged() async throws {
    try await withEdition { place async throws in
      #expect(try await load(place, "--weekday-mismatch", "date").code == 0)
      let added = try await place.run(
        "agenda", "add", "night", "--day", "2021-05-08", "--hours", "10 p.m. to 1 a.m.", "--capacity", "30")
      #expect(added.code == 0)
      _ = try await place.run("agenda", "cancel", "s2")
      for noun in ["sessions", "speakers"] { _ = try await place.run("export", noun, "-o", "\(noun).csv") }
      #expect(
        try await place.run("agenda", "import", "sessions.csv", "--speakers", "speakers.csv")
          == .saying(
            0, "session: 0 created, 0 updated, 10 unchanged (10 rows of sessions.csv)",
            "speakers of a session: 0 created, 0 updated, 9 unchanged (18 rows of speakers.csv)",
            "Next: datajam agenda check"))
    }
  }

  @Test func aScheduleIsTakenWithItsRoomsAndSpeakersAndThenUnchanged() async throws {
    try await Workplace.withEvent { place async throws in
      try place.write(
        """
        {"schedule": {"conference": {"time_zone_name": "America/Toronto", "days": [{"rooms": {"Salle A": [
          {"code": "ABC", "date": "2026-05-08T14:00:00Z", "duration": "00:45", "title": "Ouverture", "language": "fr",
           "type": "talk", "persons": [{"public_name": "Ann", "biography": "Chair"}]}]}}]}}}
        """, to: "schedule.json")
      _ = try await place.run("event", "set", "--languages", "fr,en")
      #expect(
        try await place.run("agenda", "import", "schedule.json")
          == .saying(
            0, "session: 1 created, 0 updated, 0 unchanged (1 row of schedule.json)",
            #"room "salle-a": created, called "Salle A""#,
            "New sessions are public, because JSON does not say for whom they are.", "Next: datajam agenda check"))
      #expect(
        try await place.run("agenda", "import", "schedule.json")
          == .saying(
            0, "session: 0 created, 0 updated, 1 unchanged (1 row of schedule.json)", "Next: datajam agenda check"))
      #expect(
        try await place.run("agenda", "show", "abc").output == """
          key         abc
          kind        talk
          audience    public
          start       2026-05-08T10:00:00-04:00
          end         2026-05-08T10:45:00-04:00
          time zone   America/Toronto (EDT)
          title (fr)  Ouverture
          languages   fr
          room        salle-a: Salle A
          speaker 1   Ann, Chair

          """)
    }
  }

  @Test func badRowsAreNamedWithTheirCells() async throws {
    try await Workplace.withEvent { place async throws in
      let ended = try await place.imports(
        "agenda",
        """
        key,date,start,end,tz,languages,audience,room
        a,08/05/2026,10:00,11:00,,en,,
        b,2026-05-08,10,11,,en,,
        c,2026-05-08,10:00,11:00,EST,en,,
        d,2026-05-08,10:00,11:00,,klingon,,
        e,2026-05-08,10:00,11:00,,en,everyone,
        f,2026-05-08,10:00,11:00,,en,,salle-x
        g,2026-03-08,2:30,4:00,America/Toronto,en,,
        h,,,,,en,,
        f,2026-05-08,10:00,11:00,,en,,

        """)
      #expect(ended.code == 65)
      let lines = ended.errors.split(separator: "\n").map(String.init)
      #expect(
        lines.prefix(8) == [
          #"  row 2, cell B2 date: "08/05/2026" is no day that can be read in one way only: write it like 2021-05-08."#,
          #"  row 3, cell C3 start: "10 – 11" does not say which half of the day is meant. Write it with minutes, such as 10:00-11:00, or with a.m. or p.m."#,
          #"  row 4: "EST" is no time zone: abbreviations such as EST are not taken. Write the IANA name, such as America/Toronto."#,
          #"  row 5, cell F5 languages: "klingon" is no language: write its two letters, such as fr (ISO 639-1)."#,
          #"  row 6, cell G6 audience: "everyone" is not known here: write one of public, participants."#,
          #"  row 8: "2026-03-08T02:30" does not exist in America/Toronto: the clocks are put forward past it that day. Choose a time an hour earlier or later."#,
          #"  row 9, cell B9 date: Session "h" is new, so it needs a date, a start and an end."#,
          #"  row 10: session "f" is in row 7 as well. Remove one of the rows, or take the last one with --last"#,
        ])
      #expect(try await place.ask("SELECT count(*)::text FROM agenda_session") == "0")
      // A room that would have been added is not, because all rows are taken or none.
      #expect(try await place.ask("SELECT count(*)::text FROM room") == "0")
    }
  }
}
