import Foundation
import Postgres
import Testing

/// What `agenda export` writes, `agenda import` reads: the second export is the first one.
@Suite struct AgendaFormTests {
  private static let sessions = #"""
    key,date,start,end,languages,audience,kind,title_en,objective_en,room,url,register_url,capacity,cancelled
    opening,2026-05-08,10:30,11:15,en fr,public,ceremony,"Opening; with, marks & <b> ""é""","Why
    we meet",Salle A,,https://example.org/r?a=1&b=2,40,no
    untitled,2026-05-08,10:30,11:15,fr,public,panel,,,,https://join.example/x,,,no
    bare,2026-05-08,10:45,11:30,,public,talk,,,,,,,no
    night,2026-05-08,22:00,2026-05-10 01:00,en,public,social,Hacking,,Hall,,,,no
    inside,2026-05-09,10:00,11:00,en,participants,workshop,For teams,,Hall 2,,,,no
    off,2026-05-09,14:00,15:00,en,public,talk,Called off,,,,,,yes

    """#
  private static let speakers = #"""
    session,order,honorific,name,role,organisation,role_2,organisation_2,public
    opening,1,PhD,Ann Champoux,Chair,"ICPC, Ottawa",Co-founder,Aleph,yes
    opening,2,,,Survivor,,,,no
    opening,3,,"Zoé ""Z"" Roy",,,,,yes
    untitled,1,Dr.,Bo Lee,,,,,yes

    """#

  /// An event whose agenda was published once.
  private func withAgenda(_ body: (Workplace) async throws -> Void) async throws {
    try await Workplace.withEvent { place async throws in
      _ = try await place.run("event", "set", "--tz", "America/Toronto", "--languages", "en,fr")
      try place.write(Self.sessions, to: "sessions.csv")
      try place.write(Self.speakers, to: "speakers.csv")
      let taken = try await place.run("agenda", "import", "sessions.csv", "--speakers", "speakers.csv")
      #expect(taken.code == 0, "\(taken)")
      #expect(taken.errors.contains(#"room "salle-a": created, called "Salle A""#))
      #expect(try await place.run("agenda", "publish").code == 0)
      try await body(place)
    }
  }

  /// The same event without sessions and rooms, as if it were a new one.
  private func empty(_ place: Workplace) async throws {
    try await place.arrange(
      """
      DELETE FROM agenda_version; DELETE FROM agenda_speaker; DELETE FROM agenda_session; DELETE FROM room
      """)
  }

  private func export(_ place: Workplace, _ form: String, _ audience: String) async throws -> String {
    let ended = try await place.run("agenda", "export", "--as", form, "--audience", audience)
    #expect(ended.code == 0, "\(ended)")
    return ended.output
  }

  /// A calendar holds when it was published.
  private func withoutTimesOfPublication(_ text: String) -> String {
    text.components(separatedBy: "\r\n").filter {
      !$0.hasPrefix("DTSTAMP") && !$0.hasPrefix("LAST-MODIFIED")
    }.joined(separator: "\n")
  }

  @Test(arguments: ["json", "xml", "ics", "csv"])
  func `an export that is imported into an empty event is exported as it was`(form: String) async throws {
    try await withAgenda { place async throws in
      for audience in ["public", "participants"] {
        let before = try await export(place, form, audience)
        #expect(before.contains("Zoé"))
        try await empty(place)
        try place.write(before, to: "agenda.\(form)")
        let taken = try await place.run("agenda", "import", "agenda.\(form)")
        #expect(taken.code == 0, "\(taken)")
        #expect(!taken.errors.contains("warning"), "\(taken)")
        let again = try await place.run("agenda", "import", "agenda.\(form)")
        #expect(again.errors.contains("0 created, 0 updated"), "\(again)")
        #expect(try await place.run("agenda", "publish").code == 0)
        let after = try await export(place, form, audience)
        #expect(withoutTimesOfPublication(after) == withoutTimesOfPublication(before))
        // Nothing that the export made up became the organiser's words.
        if form != "csv" {
          #expect(try await place.ask("SELECT title::text FROM agenda_session WHERE key = 'untitled'") == "{}")
          #expect(try await place.ask("SELECT count(*)::text FROM room WHERE key LIKE 'online%'") == "0")
          #expect(try await place.ask("SELECT count(*)::text FROM agenda_speaker WHERE name IS NULL") == "1")
        }
        try await empty(place)
        _ = try await place.run("agenda", "import", "sessions.csv", "--speakers", "speakers.csv")
        _ = try await place.run("agenda", "publish")
      }
    }
  }

  @Test(arguments: ["json", "xml", "ics", "csv"])
  func `an export changes nothing in the event that wrote it`(form: String) async throws {
    try await withAgenda { place async throws in
      try place.write(try await export(place, form, "participants"), to: "agenda.\(form)")
      let taken = try await place.run("agenda", "import", "agenda.\(form)")
      #expect(taken.code == 0 && taken.errors.contains("0 created, 0 updated"), "\(taken)")
    }
  }

  @Test func `a foreign calendar and a foreign schedule become sessions, and what is left out is named`() async throws {
    try await Workplace.withEvent { place async throws in
      _ = try await place.run("event", "set", "--tz", "America/Toronto")
      try place.write(
        """
        BEGIN:VCALENDAR\r
        VERSION:2.0\r
        BEGIN:VEVENT\r
        UID:1@x\r
        DTSTART:20260508T110000Z\r
        DTEND:20260508T123000Z\r
        SUMMARY:Breakfast\r
        LOCATION:大厅\r
        URL:ftp://old.example\r
        END:VEVENT\r
        BEGIN:VEVENT\r
        UID:2@x\r
        DTSTART;VALUE=DATE:20260508\r
        SUMMARY:Day 1\r
        END:VEVENT\r
        END:VCALENDAR\r

        """, to: "s.ics")
      let taken = try await place.run("agenda", "import", "s.ics")
      #expect(
        taken
          == .saying(
            0,
            #"  warning: row 2: "Day 1" lasts whole days and has no hours, so it is left out; give it hours in the calendar to take it"#,
            #"  warning: row 1: "ftp://old.example" is no web address and is left out"#,
            "session: 1 created, 0 updated, 0 unchanged, 1 skipped (2 rows of s.ics)",
            #"room "room": created, called "大厅""#,
            "New sessions are public, because iCalendar does not say for whom they are.", "Next: datajam agenda check"))
      #expect(
        try await place.ask("SELECT (lower(during) AT TIME ZONE time_zone)::text FROM agenda_session")
          == "2026-05-08 07:00:00")
      _ = try await place.run("agenda", "speaker", "add", "1", "--name", "Ann")
      #expect(try await place.run("agenda", "import", "s.ics").errors.contains("0 created, 0 updated, 1 unchanged"))
      try place.write(
        """
        <?xml version='1.0' encoding='utf-8' ?>
        <schedule><conference><title>X</title></conference><day date='2026-05-08' index='1'><room name='A'>
        <event id='7'><start>11:00</start><duration>00:30</duration><title>Offen</title><language>de</language></event>
        <event id='8'><start>12:00</start><duration>00:30</duration><title>Auch</title><language>de</language></event>
        </room></day></schedule>
        """, to: "s.xml")
      let schedule = try await place.run("agenda", "import", "s.xml", "--dry-run")
      #expect(
        schedule.errors.contains(
          #"  warning: rows 1, 2: language "de" is not one of en: 2 sessions; texts in it are taken as en"#),
        "\(schedule)")
      #expect(schedule.errors.contains("session: 2 created"))
      try place.write("<!DOCTYPE s [<!ENTITY a 'b'>]><schedule/>", to: "s.xml")
      #expect(
        try await place.run("agenda", "import", "s.xml")
          == .saying(
            65,
            #"Error: "s.xml": The file declares a document type (DOCTYPE), which no schedule has and which is not read. "#
              + "Export it again without one, or as schedule.json, iCalendar or CSV."))
    }
  }

  @Test func `a code that stands twice makes two sessions`() async throws {
    try await Workplace.withEvent { place async throws in
      let talk = #"{"code": "A", "date": "2026-05-08T10:00:00Z", "duration": "00:45", "title": "T", "persons": []}"#
      try place.write(
        #"{"schedule": {"conference": {"days": [{"rooms": {"X": [\#(talk)], "Y": [\#(talk)]}}]}}}"#, to: "s.json")
      let taken = try await place.run("agenda", "import", "s.json")
      #expect(taken.errors.contains(#"row 2: "A" stands in the file before, so this one is session "a-2""#), "\(taken)")
      #expect(try await place.run("agenda", "import", "s.json").errors.contains("2 unchanged"))
    }
  }

  @Test func `a block of 24 hours names the day of its end`() async throws {
    try await Workplace.withEvent { place async throws in
      let refused = try await place.run("agenda", "add", "hack", "--day", "2026-05-08", "--hours", "19:00-19:00")
      #expect(refused.code == 65 && refused.errors.contains(#""19:00-2021-05-09 19:00""#), "\(refused)")
      let added = try await place.run(
        "agenda", "add", "hack", "--day", "2026-05-08", "--hours", "19:00-2026-05-09 19:00")
      #expect(added.code == 0, "\(added)")
      let table = "key,date,hours\nhack,2026-05-08,19:00 – 2026-05-09 19:00\n"
      #expect(try await place.imports("agenda", table).errors.contains("1 unchanged"))
      let back = try await place.run("agenda", "set", "hack", "--hours", "19:00-2026-05-07 19:00")
      #expect(back.code == 65, "\(back)")
    }
  }
}
