import AgendaFormats
import CanonicalJSON
import Testing
import Vocabulary

/// What each export of ours says of a session, its reader says again.
@Suite struct RoundTripTests {
  private func schedules(_ agenda: PublishedAgenda, _ language: Language) throws -> [ConferenceSchedule] {
    [
      try ConferenceSchedule(ScheduleJSON(agenda, in: language).json),
      try ConferenceSchedule(xml: Array(ScheduleXML(agenda, in: language).text.utf8)),
      try ConferenceSchedule(calendar: Array(ICalendar(agenda, in: language).text.utf8)),
    ]
  }

  @Test(arguments: Language.allCases)
  func `a session is read as it was`(language: Language) throws {
    let open = Sample.agenda([Sample.opening])
    for schedule in try schedules(open, language) {
      let talk = try #require(schedule.talks.first)
      #expect(talk.code == "opening" && talk.isOwn && talk.room == "Salle A" && talk.kind == .talk)
      #expect(talk.title == Sample.opening.title[language] ?? "")
      #expect(talk.abstract == Sample.opening.objective[language] ?? "")
      #expect(talk.registerURL == Sample.opening.registerURL && talk.url == nil)
      let speakers = Sample.opening.speakers.map { ($0.name, $0.affiliation(in: language)) }.filter {
        $0.0 != nil || !$0.1.isEmpty
      }
      #expect(talk.persons?.map(\.name) == speakers.map(\.0))
      #expect(talk.persons?.map(\.affiliation) == speakers.map(\.1))
      #expect(!talk.spoken.isEmpty)
    }
  }

  @Test func `what exports make up is not taken for the organiser's words`() throws {
    var bare = Sample.session("bare", number: 9, from: "2021-05-08T10:30:00-04:00", to: "2021-05-08T11:15:00-04:00")
    bare.kind = .panel
    bare.url = "https://join.example"
    var other = Sample.session("other", number: 10, from: "2021-05-08T10:30:00-04:00", to: "2021-05-08T11:15:00-04:00")
    other.speakers = [PublishedSpeaker(name: "Ann, PhD", affiliations: [])]
    for language in Language.allCases {
      let read = try schedules(Sample.agenda([bare, other]), language)
      for schedule in read {
        #expect(schedule.talks.map(\.title) == ["", ""] && schedule.talks.map(\.room) == [nil, nil])
        #expect(schedule.talks.map(\.kind) == [.panel, .talk])
      }
      // XML has no place for the link to join.
      #expect(read.map { $0.talks[0].url } == ["https://join.example", nil, "https://join.example"])
      #expect(read.map { $0.talks[1].persons?[0].name } == ["Ann, PhD", "Ann, PhD", "Ann, PhD"])
    }
  }

  @Test func `a foreign file's words stay its own`() throws {
    let xml = """
      <schedule><conference><acronym>jam</acronym></conference><day date="2021-05-08"><room name="Online">\
      <event id="1" guid="foreign"><start>10:00</start><duration>01:00</duration><slug>jam-1-opening</slug>\
      <title>Session opening</title><persons><person id="3">Ann, Chair</person></persons></event></room></day></schedule>
      """
    let talk = try #require(try ConferenceSchedule(xml: Array(xml.utf8)).talks.first)
    #expect(!talk.isOwn && talk.code == "jam-1-opening" && talk.room == "Online" && talk.title == "Session opening")
    #expect(talk.persons == [.init(name: "Ann, Chair", affiliation: "")])
  }

  @Test func `numbers of sessions are the same everywhere and fit into 32 bits`() {
    let numbers = (0..<2_000).map { PublishedSession.number(of: "s\($0)") }
    #expect(Set(numbers).count == numbers.count && numbers.allSatisfy { (1...Int(Int32.max)).contains($0) })
    #expect(PublishedSession.number(of: "opening") == PublishedSession.number(of: "opening"))
  }
}
