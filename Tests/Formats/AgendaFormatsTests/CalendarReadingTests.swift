import AgendaFormats
import Testing
import Vocabulary

/// Calendars as other programs write them.
@Suite struct CalendarReadingTests {
  private func calendar(_ lines: String..., ending: String = "\r\n") throws -> ConferenceSchedule {
    let text = ["BEGIN:VCALENDAR", "VERSION:2.0"] + lines + ["END:VCALENDAR", ""]
    return try ConferenceSchedule(calendar: Array(text.joined(separator: ending).utf8))
  }

  private func entry(_ lines: String...) throws -> ConferenceSchedule {
    try calendar((["BEGIN:VEVENT"] + lines + ["END:VEVENT"]).joined(separator: "\r\n"))
  }

  @Test func `an entry is read in our terms`() throws {
    let schedule = try calendar(
      "X-WR-TIMEZONE:America/Toronto", "BEGIN:VEVENT", "UID:1@x.example",
      #"SUMMARY;LANGUAGE=fr-CA:Ouverture\; avec\, des"#, " \\\\ virgules et une lettre pli",
      "\tée", #"DESCRIPTION:Ligne un\nLigne deux\N"#, #"LOCATION;ALTREP="cid:a:b;c":Salle A"#,
      "DTSTART;TZID=\"America/Toronto\":20260508T103015", "DTEND;TZID=America/Toronto:20260508T111500",
      "CATEGORIES:Jour 1,Atelier", "URL:https://a.example/?a=1;b=2", "STATUS:CANCELLED", "BEGIN:VALARM",
      "DESCRIPTION:Rappel", "TRIGGER:-PT10M", "END:VALARM", "END:VEVENT")
    #expect(schedule.timeZone == "America/Toronto")
    let talk = try #require(schedule.talks.first)
    #expect(talk.code == "1" && talk.title == #"Ouverture; avec, des\ virgules et une lettre pliée"#)
    #expect(talk.abstract == "Ligne un\nLigne deux" && talk.room == "Salle A" && talk.textLanguage == .french)
    #expect(talk.start == .local(Sample.clock("2026-05-08T10:30")))
    #expect(talk.end == .time(.local(Sample.clock("2026-05-08T11:15"))) && talk.timeZone == "America/Toronto")
    #expect(talk.kind == .workshop && talk.registerURL == "https://a.example/?a=1;b=2" && talk.isCancelled)
    #expect(talk.persons == nil)
  }

  @Test func `a fold within a letter is undone, whatever ends the lines`() throws {
    for ending in ["\r\n", "\n", "\r"] {
      var bytes = Array(
        "BEGIN:VCALENDAR|BEGIN:VEVENT|UID:a|SUMMARY:Caf".replacing("|", with: ending).utf8)
      bytes += [0xC3] + Array((ending + " ").utf8) + [0xA9]
      bytes += Array(
        "|DTSTART:20260508T100000Z|DURATION:PT1H30M|END:VEVENT|END:VCALENDAR".replacing("|", with: ending).utf8)
      let talk = try #require(try ConferenceSchedule(calendar: bytes).talks.first)
      #expect(talk.title == "Café" && talk.end == .after(minutes: 90))
    }
  }

  @Test(arguments: [
    ("P1DT2H30M", 1590), ("PT45M", 45), ("P1W", 10080), ("+PT1H", 60), ("PT90S", 1), ("PT0S", nil), ("-PT1H", nil),
    ("1H", nil), ("PT", nil), ("PTH", nil), ("PT99999999999999999999H", nil), ("P", nil), ("PT1", nil),
  ])
  func `a duration is read or the entry named`(text: String, minutes: Int?) throws {
    let schedule = try entry("UID:a", "SUMMARY:A", "DTSTART:20260508T100000Z", "DURATION:\(text)")
    #expect(schedule.talks.first?.end == minutes.map { .after(minutes: $0) })
    #expect(schedule.faults.map(\.error) == (minutes == nil ? [.noTimes("A")] : []))
  }

  @Test(arguments: [
    ("/freeassociation.sourceforge.net/America/Toronto", "America/Toronto"),
    ("Eastern Standard Time", "America/New_York"),
    ("GMT", "UTC"), ("America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"), ("Mine", "Europe/Paris"),
    ("Nowhere", "Nowhere"),
  ])
  func `names of zones that are not IANA's are told`(name: String, zone: String) throws {
    let schedule = try calendar(
      "BEGIN:VTIMEZONE", "TZID:Mine", "X-LIC-LOCATION:Europe/Paris", "BEGIN:STANDARD", "DTSTART:19700101T000000",
      "END:STANDARD", "END:VTIMEZONE", "BEGIN:VEVENT", "UID:a", "DTSTART;TZID=\(name):20260508T100000",
      "DTEND;TZID=\(name):20260508T110000", "END:VEVENT")
    #expect(schedule.talks.first?.timeZone == zone)
  }

  @Test func `what is not taken is named`() throws {
    let schedule = try calendar(
      "BEGIN:VEVENT", "UID:a", "SUMMARY:Day 1", "DTSTART;VALUE=DATE:20260508", "END:VEVENT",
      "BEGIN:VEVENT", "UID:b", "DTSTART:20260508T100000Z", "DTEND:20260508T110000Z", "RRULE:FREQ=DAILY;COUNT=3",
      "ATTENDEE;CN=Ann:mailto:ann@x.example", "END:VEVENT",
      "BEGIN:VEVENT", "UID:b", "RECURRENCE-ID:20260509T100000Z", "DTSTART:20260509T120000Z", "END:VEVENT",
      "BEGIN:VTODO", "UID:t", "SUMMARY:Buy cups", "END:VTODO")
    #expect(schedule.talks.map(\.code) == ["b"] && schedule.skipped == 2)
    #expect(schedule.remarks.map(\.talk) == [1, 2, 2, 3])
    for (remark, word) in zip(schedule.remarks, ["\"Day 1\" lasts whole days", "RRULE", "ATTENDEE", "changed time"]) {
      #expect(remark.message.contains(word))
    }
  }

  @Test func `faults of entries are all named`() throws {
    let schedule = try calendar(
      "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VEVENT", "SUMMARY:B", "DTSTART:20260508T100000Z", "END:VEVENT",
      "BEGIN:VEVENT", "SUMMARY:C", "DTSTART;TZID=Europe/Paris:20260508T100000",
      "DTEND;TZID=Europe/London:20260508T110000", "END:VEVENT",
      "BEGIN:VEVENT", "SUMMARY:D", "DTSTART:20261332T100000Z", "DTEND:2026", "END:VEVENT")
    #expect(schedule.faults.map(\.error) == [.noCode(1), .noTimes("B"), .twoZones("C"), .noTimes("D")])
  }

  @Test func `a broken calendar is refused with its line`() throws {
    func read(_ text: String) throws { _ = try ConferenceSchedule(calendar: Array(text.utf8)) }
    #expect(throws: ScheduleError.cutCalendar) { try read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\n") }
    #expect(throws: ScheduleError.brokenCalendar(line: 3)) {
      try read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n")
    }
    #expect(throws: ScheduleError.brokenCalendar(line: 1)) { try read("END:VCALENDAR\n") }
    #expect(throws: ScheduleError.brokenCalendar(line: 1)) { try read("BEGIN:VEVENT\nEND:VEVENT\n") }
    #expect(throws: ScheduleError.noCalendar) { try read("BEGIN:VCALENDAR\nEND:VCALENDAR\n") }
    #expect(throws: ScheduleError.noCalendar) { try read("") }
    #expect(throws: ScheduleError.brokenCalendar(line: 9)) {
      try read("BEGIN:VCALENDAR\n" + String(repeating: "BEGIN:VEVENT\n", count: 1_000_000))
    }
    #expect(throws: ScheduleError.tooLong(limit: ConferenceSchedule.most)) {
      try read(
        "BEGIN:VCALENDAR\n" + String(repeating: "BEGIN:VEVENT\nEND:VEVENT\n", count: ConferenceSchedule.most + 1))
    }
  }

  @Test func `a UID as Outlook writes it gives a key that stays the same`() throws {
    let uid = "040000008200E00074C5B7101A82E00800000000" + String(repeating: "A", count: 80)
    let codes = try (0..<2).map { _ in
      try entry("UID:\(uid)", "DTSTART:20260508T100000Z", "DTEND:20260508T110000Z").talks.first?.code
    }
    #expect(codes[0] == codes[1] && codes[0]?.hasPrefix("entry-") == true && codes[0]?.utf8.count == 24)
  }
}
