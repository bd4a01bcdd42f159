public import Vocabulary

/// An agenda as a conference schedule in XML, as frab and its readers have it (schedule.xml).
public struct ScheduleXML {
  private let agenda: PublishedAgenda
  private let language: Language
  private let wording: any AgendaWording

  public init(_ agenda: PublishedAgenda, in language: Language) {
    self.agenda = agenda
    self.language = language
    wording = AgendaWordings.wording(of: language)
  }

  /// The whole file. A schedule has a day at least, so an agenda without sessions has its first one, empty.
  public var text: String {
    let days = ScheduleDays(agenda, in: language).days
    var page = XMLPage()
    page.open("schedule")
    page.add("version", String(agenda.version))
    page.open("conference")
    page.add("acronym", agenda.event)
    page.add("title", agenda.name(in: language))
    page.add("start", agenda.startsOn.description)
    page.add("end", agenda.endsOn.description)
    page.add("days", String(max(days.count, 1)))
    page.add("timeslot_duration", "00:05")
    page.close("conference")
    if days.isEmpty {
      page.open("day", [("index", "1"), ("date", agenda.startsOn.description)])
      page.close("day")
    }
    for (position, day) in days.enumerated() { add(day, position + 1, to: &page) }
    page.close("schedule")
    return page.text
  }

  private func add(_ day: ScheduleDays.Day, _ number: Int, to page: inout XMLPage) {
    guard let bounds = day.bounds else { return }
    page.open(
      "day",
      [
        ("index", String(number)), ("date", day.day.description), ("start", bounds.start.description),
        ("end", bounds.end.description),
      ])
    for room in day.rooms {
      page.open("room", [("name", room.name)])
      for session in room.sessions { add(session, in: room.name, to: &page) }
      page.close("room")
    }
    page.close("day")
  }

  private func add(_ session: PublishedSession, in room: String, to page: inout XMLPage) {
    page.open("event", [("id", String(session.number)), ("guid", agenda.identity(of: session))])
    page.add("date", session.start.description)
    page.add("start", session.start.local.clock)
    page.add("duration", session.duration)
    page.add("room", room)
    page.add("slug", "\(agenda.event)-\(session.number)-\(session.key)")
    page.add("title", wording.title(of: session, in: language))
    page.add("subtitle", session.languages.count > 1 ? wording.spoken(session.languages) : "")
    page.add("track", "")
    page.add("type", session.kind.rawValue)
    page.add("language", session.onlyLanguage)
    page.add("abstract", session.objective[language] ?? "")
    page.add("description", "")
    page.open("persons")
    let export = SessionExport(event: agenda.event, key: session.key)
    for (position, speaker) in session.speakers.enumerated() {
      let person = speaker.text(in: language)
      guard !person.isEmpty else { continue }
      page.add("person", person, [("id", String(export.speakerNumber(speaker.name, at: position)))])
    }
    page.close("persons")
    page.open("links")
    if let address = session.registerURL {
      page.add("link", wording.label(.registration), [("href", address)])
    }
    page.close("links")
    page.close("event")
  }
}
