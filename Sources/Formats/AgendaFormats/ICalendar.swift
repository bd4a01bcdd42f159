public import Vocabulary

/// An agenda as a calendar that programs subscribe to, in one language (RFC 5545, RFC 7986).
public struct ICalendar {
  private let agenda: PublishedAgenda
  private let language: Language
  private let wording: any AgendaWording

  public init(_ agenda: PublishedAgenda, in language: Language) {
    self.agenda = agenda
    self.language = language
    wording = AgendaWordings.wording(of: language)
  }

  /// The whole file.
  public var text: String {
    var lines = ContentLines()
    lines.add("BEGIN", "VCALENDAR")
    lines.add("VERSION", "2.0")
    lines.add("PRODID", "-//datajam//agenda//\(language.code.uppercased())")
    lines.add("CALSCALE", "GREGORIAN")
    lines.add("METHOD", "PUBLISH")
    lines.add("UID", stableUUID(of: "datajam", "agenda", agenda.event, language.code))
    lines.add(text: agenda.name(in: language), as: "NAME")
    lines.add(text: agenda.name(in: language), as: "X-WR-CALNAME")
    lines.add("LAST-MODIFIED", Self.stamp(agenda.publishedAt.description))
    lines.add("REFRESH-INTERVAL;VALUE=DURATION", "PT1H")
    lines.add("X-PUBLISHED-TTL", "PT1H")
    let used = Set(agenda.sessions.map(\.timeZone))
    for zone in agenda.zones where used.contains(zone.zone) { add(zone, to: &lines) }
    for session in agenda.sessions { add(session, to: &lines) }
    lines.add("END", "VCALENDAR")
    return lines.text
  }

  private func add(_ history: ZoneHistory, to lines: inout ContentLines) {
    lines.add("BEGIN", "VTIMEZONE")
    lines.add("TZID", history.zone)
    for observance in history.observances {
      let name = history.isDaylight(observance) ? "DAYLIGHT" : "STANDARD"
      lines.add("BEGIN", name)
      lines.add("DTSTART", Self.stamp(observance.onset.description + ":00"))
      lines.add("TZOFFSETFROM", Self.offset(observance.before))
      lines.add("TZOFFSETTO", Self.offset(observance.after))
      lines.add(text: observance.word, as: "TZNAME")
      lines.add("END", name)
    }
    lines.add("END", "VTIMEZONE")
  }

  private func add(_ session: PublishedSession, to lines: inout ContentLines) {
    let changed = Self.stamp(session.changedAt.description)
    lines.add("BEGIN", "VEVENT")
    lines.add("UID", agenda.identity(of: session))
    lines.add("DTSTAMP", Self.stamp(agenda.publishedAt.description))
    lines.add("LAST-MODIFIED", changed)
    lines.add("SEQUENCE", String(session.sequence))
    for (name, moment) in [("DTSTART", session.start), ("DTEND", session.end)] {
      lines.add("\(name);TZID=\(session.timeZone)", Self.stamp(moment.local.description + ":00"))
    }
    lines.add(text: wording.title(of: session, in: language), as: "SUMMARY;LANGUAGE=\(language.tag)")
    let description = description(of: session)
    if !description.isEmpty { lines.add(text: description, as: "DESCRIPTION;LANGUAGE=\(language.tag)") }
    if let room = session.room { lines.add(text: room.name(in: language), as: "LOCATION") }
    addLinks(of: session, to: &lines)
    lines.add(text: wording.kind(session.kind), as: "CATEGORIES")
    lines.add("X-DATAJAM-KEY", session.key)
    // The description does not tell where a name ends, nor whether it is one.
    for speaker in shown(session.speakers) { lines.add(text: speaker.name ?? "", as: "X-DATAJAM-SPEAKER") }
    lines.add("STATUS", session.isCancelled ? "CANCELLED" : "CONFIRMED")
    lines.add("END", "VEVENT")
  }

  /// Where one registers; the way in itself stands there only when nobody has to register.
  private func addLinks(of session: PublishedSession, to lines: inout ContentLines) {
    let wayIn = session.url ?? session.room?.url
    if let address = session.registerURL ?? wayIn { lines.add("URL", address) }
    if let wayIn, session.registerURL == nil {
      lines.add("CONFERENCE;VALUE=URI;FEATURE=VIDEO", wayIn)
    }
  }

  private func description(of session: PublishedSession) -> String {
    var lines: [String] = []
    if let objective = session.objective[language] { lines.append(objective) }
    if !session.languages.isEmpty {
      lines.append("\(wording.label(.languages)) \(wording.spoken(session.languages))")
    }
    let speakers = shown(session.speakers).map { $0.text(in: language) }
    if !speakers.isEmpty { lines.append(wording.label(.speakers)) }
    lines += speakers.map { "- \($0)" }
    return lines.joined(separator: "\n")
  }

  /// Those of whom something may be told.
  private func shown(_ speakers: [PublishedSpeaker]) -> [PublishedSpeaker] {
    speakers.filter { !$0.text(in: language).isEmpty }
  }

  /// "20210508T143000Z" of "2021-05-08T14:30:00Z".
  private static func stamp(_ text: String) -> String { text.filter { $0 != "-" && $0 != ":" } }

  private static func offset(_ minutes: Int) -> String {
    (minutes < 0 ? "-" : "+") + twoDigits(abs(minutes) / 60) + twoDigits(abs(minutes) % 60)
  }
}

extension PublishedAgenda {
  /// What a session is called in calendars, for good.
  func identity(of session: PublishedSession) -> String {
    SessionExport(event: event, key: session.key).identity
  }
}
