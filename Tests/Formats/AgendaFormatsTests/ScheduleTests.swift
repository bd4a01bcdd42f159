import CanonicalJSON
import ImportFormats
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

  @Test func aTalkIsReadInOurTerms() throws {
    let schedule = try schedule(
      """
      {"id": 7, "code": "ABCDEF", "date": "2026-05-08T10:00:00+01:00", "duration": "00:45", "title": "Opening",
       "abstract": "Why", "type": "Talk", "language": "", "subtitle": "French and English", "url": "https://example.org/t",
       "persons": [{"name": "Ann", "public_name": "Ann B.", "biography": "Chair"}, {"name": ""}]}
      """)
    #expect(schedule.timeZone == "Europe/London")
    let talk = try #require(schedule.talks.first)
    #expect((talk.code, talk.title, talk.abstract, talk.minutes) == ("ABCDEF", "Opening", "Why", 45))
    #expect((talk.room, talk.languages, talk.url) == ("Hall A", [.french, .english], "https://example.org/t"))
    #expect(talk.persons.map(\.name) == ["Ann B."])
  }

  @Test func whatIsNoScheduleIsRefused() throws {
    #expect(throws: ScheduleError.noSchedule) { try ConferenceSchedule(JSON(parsing: "{\"schedule\": []}")) }
    #expect(throws: ScheduleError.noTime("A")) { try schedule(#"{"code": "A", "date": "2026-05-08T10:00:00Z"}"#) }
    #expect(throws: ScheduleError.noTime("A")) {
      try schedule(#"{"code": "A", "date": "2026-05-08T10:00:00Z", "duration": "00:00"}"#)
    }
    #expect(throws: ScheduleError.noCode(1)) { try schedule(#"{"title": "A"}"#) }
  }
}
