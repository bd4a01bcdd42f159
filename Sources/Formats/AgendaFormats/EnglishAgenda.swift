import Vocabulary

/// English as it is written in Canada (en-CA).
struct EnglishAgenda: AgendaWording {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  private static let languages = ["en": "English", "fr": "French", "es": "Spanish"]

  let online = "Online"
  let cancelled = "Cancelled"
  let empty = "There are no sessions yet."

  func kind(_ kind: PublishedSession.Kind) -> String {
    switch kind {
    case .talk: "Talk"
    case .panel: "Panel"
    case .workshop: "Workshop"
    case .ceremony: "Ceremony"
    case .social: "Social event"
    case .other: "Session"
    }
  }

  func untitled(_ kind: PublishedSession.Kind, with speakers: [String]) -> String {
    let shown = speakers.count > 3 ? speakers.prefix(2) + ["others"] : speakers[...]
    return "\(self.kind(kind)) with \(listed(Array(shown), and: "and"))"
  }

  func spoken(_ codes: [String]) -> String { listed(codes.map { Self.languages[$0] ?? $0 }, and: "and") }

  func day(_ day: CalendarDate) -> String {
    "\(Self.weekdays[day.weekday - 1]), \(Self.months[day.month - 1]) \(day.day), \(day.year)"
  }

  func hours(_ start: LocalTime, _ end: LocalTime, zone: String) -> String {
    "\(clock(start)) to \(clock(end)) \(zone)"
  }

  func label(_ label: AgendaLabel) -> String {
    switch label {
    case .speakers: "Speakers:"
    case .languages: "Languages:"
    case .room: "Room:"
    case .registration: "Registration:"
    case .link: "Link:"
    }
  }

  private func clock(_ time: LocalTime) -> String {
    let (hour, minute) = (time.minuteOfDay / 60, time.minuteOfDay % 60)
    return "\((hour + 11) % 12 + 1):\(twoDigits(minute))\u{A0}\(hour < 12 ? "a.m." : "p.m.")"
  }
}
