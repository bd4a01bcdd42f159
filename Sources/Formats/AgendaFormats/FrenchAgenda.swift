import Vocabulary

/// French as it is written in Canada (fr-CA; Office québécois de la langue française).
struct FrenchAgenda: AgendaWording {
  private static let months = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
  ]
  private static let weekdays = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
  private static let languages = ["en": "anglais", "fr": "français", "es": "espagnol"]
  /// The Canadian zones' French abbreviations.
  private static let zones = [
    "NST": "HNT", "NDT": "HAT", "AST": "HNA", "ADT": "HAA", "EST": "HNE", "EDT": "HAE", "CST": "HNC", "CDT": "HAC",
    "MST": "HNR", "MDT": "HAR", "PST": "HNP", "PDT": "HAP",
  ]
  /// The space that no line may break.
  private static let space = "\u{A0}"

  let online = "En ligne"
  let cancelled = "Annulée"
  let empty = "Il n’y a pas encore de séance."

  func kind(_ kind: PublishedSession.Kind) -> String {
    switch kind {
    case .talk: "Conférence"
    case .panel: "Table ronde"
    case .workshop: "Atelier"
    case .ceremony: "Cérémonie"
    case .social: "Activité sociale"
    case .other: "Séance"
    }
  }

  func untitled(_ kind: PublishedSession.Kind, with speakers: [String]) -> String {
    let shown = speakers.count > 3 ? speakers.prefix(2) + ["d’autres"] : speakers[...]
    return "\(self.kind(kind)) avec \(listed(Array(shown), and: "et"))"
  }

  func spoken(_ codes: [String]) -> String { listed(codes.map { Self.languages[$0] ?? $0 }, and: "et") }

  func day(_ day: CalendarDate) -> String {
    let number = day.day == 1 ? "1er" : String(day.day)
    return "Le \(Self.weekdays[day.weekday - 1]) \(number)\(Self.space)\(Self.months[day.month - 1]) \(day.year)"
  }

  func hours(_ start: LocalTime, _ end: LocalTime, zone: String) -> String {
    "De \(clock(start)) à \(clock(end)) (\(Self.zones[zone] ?? zone))"
  }

  func label(_ label: AgendaLabel) -> String {
    let word =
      switch label {
      case .speakers: "Avec"
      case .languages: "Langues"
      case .room: "Salle"
      case .registration: "Inscription"
      case .link: "Lien"
      }
    return word + Self.space + ":"
  }

  /// "14 h 30", and "19 h" for a full hour.
  private func clock(_ time: LocalTime) -> String {
    let (hour, minute) = (time.minuteOfDay / 60, time.minuteOfDay % 60)
    return "\(hour)\(Self.space)h" + (minute == 0 ? "" : Self.space + twoDigits(minute))
  }
}
