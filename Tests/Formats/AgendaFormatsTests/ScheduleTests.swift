import AgendaFormats
import CanonicalJSON
import Testing
import Vocabulary

/// Conference schedules as pretalx and frab write them.
@Suite struct ScheduleTests {
  private func schedule(_ talks: String) throws -> ConferenceSchedule {
    try ConferenceSchedule(
      JSON(
        parsing: """
          {"schedule": {"version": "1", "conference": {"time_zone_name": "Europe/London", "days": [
            {"date": "2026-05-08", "rooms": {"Hall A": [\(talks)]}}]}}}
          """))
  }

  private func xml(_ events: String, day: String = "date='2026-05-08'") throws -> ConferenceSchedule {
    try ConferenceSchedule(
      xml: Array(
        """
        <?xml version="1.0"?><schedule><conference><acronym>c</acronym></conference>
        <day \(day)><room name=" Hall A ">\(events)</room></day></schedule>
        """.utf8))
  }

  @Test func aTalkIsReadInOurTerms() throws {
    let schedule = try schedule(
      """
      {"id": 7, "code": "ABCDEF", "date": "2026-05-08T10:00:00+01:00", "duration": "00:45", "title": " Opening ",
       "abstract": "Why", "type": "Talk", "language": "", "subtitle": "French and English", "url": "https://example.org/t",
       "persons": [{"name": "Ann", "public_name": "Ann B.", "biography": "Chair"}, {"name": ""}]}
      """)
    #expect(schedule.timeZone == "Europe/London")
    let talk = try #require(schedule.talks.first)
    #expect((talk.code, talk.title, talk.abstract, talk.kind) == ("ABCDEF", "Opening", "Why", .talk))
    #expect(talk.start == .moment(Sample.moment("2026-05-08T10:00:00+01:00")) && talk.end == .after(minutes: 45))
    #expect((talk.room, talk.spoken, talk.registerURL) == ("Hall A", "French and English", "https://example.org/t"))
    #expect(talk.persons == [.init(name: "Ann B.", affiliation: "Chair")])
  }

  @Test func whatIsNoScheduleIsRefused() throws {
    #expect(throws: ScheduleError.noSchedule) { try ConferenceSchedule(JSON(parsing: "{\"schedule\": []}")) }
    let faults = try schedule(
      #"{"code": "A", "date": "2026-05-08T10:00:00Z"}, {"title": "A"}, "#
        + #"{"code": "B", "date": "2026-05-08T10:00:00Z", "duration": "00:00"}"#
    ).faults
    #expect(faults.map(\.error) == [.noTime("A"), .noCode(2), .noTime("B")])
    #expect(faults.map(\.talk) == [1, 2, 3])
  }

  @Test func `an event of XML is read in our terms`() throws {
    let schedule = try xml(
      """
      <event id="7" guid="x" code="ABCDEF"><date>2026-05-08T10:00:00+01:00</date><duration>1:00:45</duration>
      <room>Other</room><slug>c-7-opening</slug><title> Ope<b>n</b>ing &amp; more
      </title><subtitle>How we began</subtitle><type>Workshop</type><language>de</language><abstract/>
      <description>Why</description><url>https://example.org/t</url><recording><optout>false</optout></recording>
      <persons><person id="1">Ann, MSc</person><person> </person></persons><links><link href="https://x.example">Slides</link>
      </links></event>
      """)
    let talk = try #require(schedule.talks.first)
    #expect((talk.code, talk.title, talk.abstract, talk.kind) == ("ABCDEF", "Opening & more", "Why", .workshop))
    #expect(talk.end == .after(minutes: 1485) && talk.room == "Hall A" && talk.spoken == "de")
    #expect(talk.registerURL == "https://example.org/t" && talk.persons == [.init(name: "Ann, MSc", affiliation: "")])
  }

  @Test func `an event without a date has that of its day, or of the night behind it`() throws {
    let events =
      "<event id='1'><start>11:00</start><duration>00:30</duration></event>"
      + "<event id='2'><start>01:00</start><duration>00:30</duration></event>"
    let night = try xml(events, day: "date='2026-05-08' start='2026-05-08T09:00:00+02:00'").talks
    #expect(night.map(\.start) == [.local(Sample.clock("2026-05-08T11:00")), .local(Sample.clock("2026-05-09T01:00"))])
    let plain = try xml(events).talks
    #expect(plain[1].start == .local(Sample.clock("2026-05-08T01:00")))
    #expect(plain.allSatisfy { $0.persons == nil })
  }

  @Test func `hostile and broken XML is refused in words`() throws {
    func read(_ text: String) throws { _ = try ConferenceSchedule(xml: Array(text.utf8)) }
    #expect(throws: ScheduleError.declaredXML) {
      try read("<!DOCTYPE a [<!ENTITY b 'c'><!ENTITY d '&b;&b;'>]><schedule>&d;</schedule>")
    }
    #expect(throws: ScheduleError.tooDeepXML) { try read(String(repeating: "<schedule>", count: 1_000_000)) }
    #expect(throws: ScheduleError.damagedXML(line: 2)) { try read("<schedule>\n<day></room></schedule>") }
    #expect(throws: ScheduleError.damagedXML(line: 1)) { try read("<schedule><day") }
    #expect(throws: ScheduleError.noScheduleXML) { try read("<rss><schedule/></rss>") }
    let many = String(repeating: "<event/>", count: ConferenceSchedule.most + 1)
    #expect(throws: ScheduleError.tooLong(limit: ConferenceSchedule.most)) { _ = try xml(many) }
    #expect(throws: ScheduleError.tooLarge(limit: ConferenceSchedule.mostBytes)) {
      try ConferenceSchedule(xml: [UInt8](repeating: 0x20, count: ConferenceSchedule.mostBytes + 1))
    }
    let faults = try xml("<event/><event id='2'/><event id='3'><start>25:00</start><duration>1:00</duration></event>")
      .faults
    #expect(faults.map(\.error) == [.noCode(1), .noTime("2"), .noTime("3")])
  }
}
