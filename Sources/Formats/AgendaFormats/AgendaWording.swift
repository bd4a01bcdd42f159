import Vocabulary

/// How one language says what an agenda has to say.
///
/// The rules of each language stand in its own file, written by hand: formatters of the system differ between machines.
protocol AgendaWording: Sendable {
  func kind(_ kind: PublishedSession.Kind) -> String
  /// A session without a title, named after those who speak in it.
  func untitled(_ kind: PublishedSession.Kind, with speakers: [String]) -> String
  /// "English and French", behind "in" where the language wants it.
  func spoken(_ codes: [String]) -> String
  /// "Saturday, May 8, 2021", as a heading.
  func day(_ day: CalendarDate) -> String
  /// "10:30 a.m. to 11:15 a.m. EDT".
  func hours(_ start: LocalTime, _ end: LocalTime, zone: String) -> String
  /// A label with the colon behind it.
  func label(_ label: AgendaLabel) -> String
  /// The words where no session has a room.
  var online: String { get }
  /// Behind the title of a session that was called off.
  var cancelled: String { get }
  /// Where there is no session.
  var empty: String { get }
}

/// What a label names.
enum AgendaLabel {
  case speakers, languages, room, registration, link
}

enum AgendaWordings {
  static func wording(of language: Language) -> any AgendaWording {
    switch language {
    case .english: EnglishAgenda()
    case .french: FrenchAgenda()
    case .spanish: SpanishAgenda()
    }
  }
}

extension AgendaWording {
  /// The title in this language; a session that has none is named after its kind and its speakers, never in another
  /// language.
  func title(of session: PublishedSession, in language: Language) -> String {
    if let title = session.title[language] { return title }
    let names = session.speakers.compactMap(\.name)
    return names.isEmpty ? "\(kind(session.kind)) \(session.key)" : untitled(session.kind, with: names)
  }

  func numbered(_ name: String, _ number: Int) -> String { number == 1 ? name : "\(name) \(number)" }
}

/// A list in words, such as "A, B and C".
func listed(_ names: [String], and conjunction: String) -> String {
  guard let last = names.last, names.count > 1 else { return names.first ?? "" }
  return names.dropLast().joined(separator: ", ") + " " + conjunction + " " + last
}

/// Two digits of a clock.
func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
