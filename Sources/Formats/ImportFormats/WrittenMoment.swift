public import Vocabulary

/// A day with an hour as people write it: "2021-05-08 13:00", "Saturday 5 p.m.", "vendredi 17 h", "8 mai à 17 h 30".
public struct WrittenMoment: Equatable, Sendable {
  public let time: LocalTime

  /// Nil when it is no day with an hour, or one that can be read in two ways.
  /// - Parameter days: The days among which "Saturday" is looked for.
  public init?(_ text: String, order: DateOrder? = nil, among days: ClosedRange<CalendarDate>) {
    if let time = LocalTime(text.trimmed) {
      self.time = time
      return
    }
    let words = text.split(whereSeparator: \.isWhitespace)
    // The longest hour at the end: "5 p.m." rather than "p.m.".
    for count in (1...4).reversed() where count < words.count {
      let clock = words.suffix(count).joined(separator: " ")
      var name = words.dropLast(count)
      if let last = name.last, ["at", "à", "a", "las", "um"].contains(last.lowercased()) { name = name.dropLast() }
      if let last = name.last?.lowercased(), last == "las" || last == "a" { name = name.dropLast() }
      guard let minutes = Self.minutes(of: clock),
        let written = WrittenDay(name.joined(separator: " "), order: order, among: days), !written.contradictsItself,
        let time = LocalTime(written.day, minutes: minutes)
      else { continue }
      self.time = time
      return
    }
    return nil
  }

  /// The time of an instant in UTC, as exports write it: "2026-05-08T13:00:00Z"; nil for anything else.
  public static func utc(_ text: String) -> LocalTime? {
    var clock = text.trimmed[...]
    guard clock.hasSuffix("Z") else { return nil }
    clock.removeLast()
    if clock.hasSuffix(":00"), clock.utf8.count == 19 { clock.removeLast(3) }
    return LocalTime(String(clock))
  }

  /// The minutes since midnight of an hour such as "17:00", "17 h 30", "5 p.m." or "noon"; nil for "5", which may be either.
  public static func minutes(of text: String) -> Int? {
    guard var scanner = ClockScanner(text), let clock = WrittenClock(&scanner), scanner.rest == nil else { return nil }
    switch clock.half {
    case .before: return clock.minutes
    case .after: return clock.minutes + 720
    case .settled, .open: return clock.minutes
    case .bare: return nil
    }
  }
}
