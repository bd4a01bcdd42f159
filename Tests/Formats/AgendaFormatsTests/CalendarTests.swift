import AgendaFormats
import CanonicalJSON
import Testing
import Vocabulary

/// The forms in which an agenda leaves the house.
@Suite struct CalendarTests {
  let open = Sample.agenda().shown(to: .public)

  @Test func linesAreFoldedAtSeventyFiveOctetsAndEndedByCRLF() {
    let text = ICalendar(open, in: .english).text
    #expect(text.hasSuffix("END:VCALENDAR\r\n"))
    let bytes = Array(text.utf8)
    #expect(bytes.indices.allSatisfy { bytes[$0] != 10 || bytes[$0 - 1] == 13 })
    let lines = bytes.split(separator: 10).map { $0.dropLast() }
    #expect(lines.map(\.count).max() == 75)
    // No character is cut: every line is UTF-8 by itself.
    #expect(lines.allSatisfy { String(validating: $0, as: UTF8.self) != nil })
  }

  @Test func textsAreEscaped() {
    let unfolded = ICalendar(open, in: .english).text.replacing("\r\n ", with: "")
    #expect(unfolded.contains(#"SUMMARY;LANGUAGE=en-CA:Opening\; with\, commas\\ and a very"#))
    #expect(unfolded.contains(#"DESCRIPTION;LANGUAGE=en-CA:Line one\nLine two\nLanguages: English and French"#))
  }

  @Test func anEventHasItsZoneAndWhatBecameOfIt() {
    let text = ICalendar(open, in: .french).text
    for line in [
      "TZID:America/Toronto", "DTSTART:20210314T020000", "TZOFFSETFROM:-0500", "TZOFFSETTO:-0400", "TZNAME:EDT",
      "DTSTART;TZID=America/Toronto:20210508T103000", "STATUS:CONFIRMED", "STATUS:CANCELLED", "SEQUENCE:2",
      "LOCATION:Salle A", "URL:https://example.org/register?a=1&b=2", "SUMMARY;LANGUAGE=fr-CA:Table ronde off",
    ] { #expect(text.contains("\r\n\(line)\r\n"), "\(line)") }
    // Whoever has to register is not shown the way in.
    #expect(!text.contains("example.org/join"))
  }

  @Test func theIdentityOfASessionStaysWhateverElseChanges() {
    func identities(_ text: String) -> [Substring] { text.split(separator: "\r\n").filter { $0.hasPrefix("UID:") } }
    var moved = Sample.opening
    moved.title = LocalizedText([.english: "Another"])
    moved.sequence = 9
    let before = identities(ICalendar(Sample.agenda([Sample.opening]), in: .english).text)
    #expect(identities(ICalendar(Sample.agenda([moved]), in: .english).text) == before)
    #expect(Set(before).count == 2)
    #expect(identities(ICalendar(Sample.agenda([Sample.cancelled]), in: .english).text)[1] != before[1])
  }

  @Test(arguments: Language.allCases) func `nothing of the participants' sessions is public`(language: Language) throws
  {
    let forms = [
      ICalendar(open, in: language).text, ScheduleXML(open, in: language).text,
      ScheduleJSON(open, in: language).json.pretty, AgendaPage(open, in: language).text,
      String(decoding: try AgendaTable(open, in: language).csv(), as: UTF8.self),
    ]
    for form in forms {
      #expect(!form.contains("Secret briefing") && !form.contains("closed"))
      #expect(!form.contains("null)") && !form.contains(">null<") && !form.contains("Optional"))
    }
    #expect(ICalendar(Sample.agenda().shown(to: .participants), in: .english).text.contains("Secret briefing"))
  }

  @Test func ofASessionThatIsNoLongerPublicParticipantsSeeWhatItIsNow() {
    var face = Sample.opening
    face.isCancelled = true
    var now = Sample.opening
    now.audience = .participants
    let agenda = Sample.agenda([face, now])
    #expect(agenda.shown(to: .public).sessions == [face])
    #expect(agenda.shown(to: .participants).sessions == [now])
  }

  @Test func sessionsWithoutARoomGetVirtualOnes() throws {
    let other = Sample.session("b", number: 4, from: "2021-05-08T10:45:00-04:00", to: "2021-05-08T11:00:00-04:00")
    let one = Sample.session("a", number: 5, from: "2021-05-08T10:30:00-04:00", to: "2021-05-08T11:15:00-04:00")
    let next = Sample.session("c", number: 6, from: "2021-05-08T11:15:00-04:00", to: "2021-05-08T12:00:00-04:00")
    let json = ScheduleJSON(Sample.agenda([one, other, next]), in: .french).json
    let day = json["schedule"]?["conference"]?["days"]?.elements?.first
    let rooms = try #require(day?["rooms"]?.members)
    let placed = rooms.map { room in
      room.key + ":" + (room.value.elements ?? []).compactMap { $0["code"]?.text }.joined(separator: ",")
    }
    #expect(placed == ["En ligne:a,c", "En ligne 2:b"])
  }

  @Test func aVersionIsReadAgainAsItWasKept() throws {
    for session in [Sample.opening, Sample.closed, Sample.cancelled] {
      #expect(PublishedSession(json: try JSON(parsing: session.json.canonical)) == session)
    }
    #expect(PublishedSession(json: ["key": "a"]) == nil)
  }

  @Test func aMomentIsReadWithItsDistanceFromUTC() {
    #expect(Moment("2021-05-08T10:30:00-04:00")?.utc == "2021-05-08T14:30:00Z")
    #expect(Moment("2021-05-08T10:30:00+05:30")?.utc == "2021-05-08T05:00:00Z")
    #expect(Moment("2021-05-08T10:30Z")?.description == "2021-05-08T10:30:00+00:00")
    for text in ["2021-05-08T10:30:00", "2021-05-08", "2021-05-08T10:30:00-4", "x"] { #expect(Moment(text) == nil) }
  }
}
