public import Vocabulary

/// An agenda as a page of Markdown in one language, by days.
public struct AgendaPage {
  private let agenda: PublishedAgenda
  private let language: Language
  private let wording: any AgendaWording

  public init(_ agenda: PublishedAgenda, in language: Language) {
    self.agenda = agenda
    self.language = language
    wording = AgendaWordings.wording(of: language)
  }

  public var text: String {
    var blocks = ["# \(escaped(agenda.name(in: language)))"]
    var day: CalendarDate?
    for session in agenda.sessions {
      if session.start.local.day != day {
        day = session.start.local.day
        blocks.append("## \(wording.day(session.start.local.day))")
      }
      blocks += block(of: session)
    }
    if agenda.sessions.isEmpty { blocks.append(wording.empty) }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func block(of session: PublishedSession) -> [String] {
    let zone = Self.zoneWord(session)
    let hours = wording.hours(session.start.local, session.end.local, zone: zone)
    let title = escaped(wording.title(of: session, in: language))
    let mark = session.isCancelled ? " (\(wording.cancelled))" : ""
    var blocks = ["### \(title)\(mark)", "**\(hours)**"]
    if session.isCancelled { return blocks }
    if let objective = session.objective[language] { blocks.append(escaped(objective)) }
    var facts: [String] = []
    if !session.languages.isEmpty { facts.append(fact(.languages, wording.spoken(session.languages))) }
    if let room = session.room { facts.append(fact(.room, escaped(room.name(in: language)))) }
    if let address = session.registerURL {
      facts.append(fact(.registration, linked(address)))
    } else if let address = session.url ?? session.room?.url {
      facts.append(fact(.link, linked(address)))
    }
    let speakers = session.speakers.map { $0.text(in: language) }.filter { !$0.isEmpty }
    if !speakers.isEmpty {
      facts.append("- \(wording.label(.speakers))")
      facts += speakers.map { "  - \(escaped($0))" }
    }
    if !facts.isEmpty { blocks.append(facts.joined(separator: "\n")) }
    return blocks
  }

  private func fact(_ label: AgendaLabel, _ value: String) -> String { "- \(wording.label(label)) \(value)" }

  /// An address in angle brackets, out of which nothing in it leads.
  private func linked(_ address: String) -> String {
    "<\(address.replacing("<", with: "%3C").replacing(">", with: "%3E"))>"
  }

  /// What people call the zone; where it has no word but a number, that counts from UTC.
  private static func zoneWord(_ session: PublishedSession) -> String {
    guard session.zoneWord.contains(where: \.isLetter) else {
      let ahead = session.start.minutesAhead
      let minutes = abs(ahead) % 60 == 0 ? "" : ":\(twoDigits(abs(ahead) % 60))"
      return "UTC" + (ahead < 0 ? "−" : "+") + String(abs(ahead) / 60) + minutes
    }
    return session.zoneWord
  }

  /// A text in which nothing is taken for a mark of Markdown, on one line.
  private func escaped(_ text: String) -> String {
    // A mark at the beginning would make a list or a line of it.
    var escaped = text.first.map { "-+=~".contains($0) } == true ? "\\" : ""
    for character in text {
      if character.isNewline {
        escaped += " "
      } else {
        if "\\`*_[]<>#|".contains(character) { escaped += "\\" }
        escaped.append(character)
      }
    }
    return escaped
  }
}
