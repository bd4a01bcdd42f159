import Vocabulary

/// Spanish as it is written in Latin America (es-419).
struct SpanishAgenda: AgendaWording {
  private static let months = [
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
    "diciembre",
  ]
  private static let weekdays = ["Lunes", "Martes", "Miércoles", "Jueves", "Viernes", "Sábado", "Domingo"]
  private static let languages = ["en": "inglés", "fr": "francés", "es": "español"]

  let online = "En línea"
  let cancelled = "Cancelada"
  let empty = "Todavía no hay sesiones."

  func kind(_ kind: PublishedSession.Kind) -> String {
    switch kind {
    case .talk: "Charla"
    case .panel: "Mesa redonda"
    case .workshop: "Taller"
    case .ceremony: "Ceremonia"
    case .social: "Actividad social"
    case .other: "Sesión"
    }
  }

  func untitled(_ kind: PublishedSession.Kind, with speakers: [String]) -> String {
    let shown = speakers.count > 3 ? speakers.prefix(2) + ["otras personas"] : speakers[...]
    return "\(self.kind(kind)) con \(listed(Array(shown), and: "y"))"
  }

  func spoken(_ codes: [String]) -> String {
    let names = codes.map { Self.languages[$0] ?? $0 }
    // "y" becomes "e" before the sound of an i.
    return listed(names, and: names.last?.hasPrefix("i") == true ? "e" : "y")
  }

  func day(_ day: CalendarDate) -> String {
    "\(Self.weekdays[day.weekday - 1]) \(day.day)\u{A0}de \(Self.months[day.month - 1]) de \(day.year)"
  }

  func hours(_ start: LocalTime, _ end: LocalTime, zone: String) -> String {
    "\(start.clock) a \(end.clock) (\(zone))"
  }

  func label(_ label: AgendaLabel) -> String {
    switch label {
    case .speakers: "Con:"
    case .languages: "Idiomas:"
    case .room: "Sala:"
    case .registration: "Inscripción:"
    case .link: "Enlace:"
    }
  }
}

extension LocalTime {
  /// "14:30".
  var clock: String { "\(twoDigits(minuteOfDay / 60)):\(twoDigits(minuteOfDay % 60))" }
}
