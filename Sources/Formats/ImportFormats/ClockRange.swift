public import Vocabulary

/// From when to when, as people write it: "10:30-11:15 a.m.", "11:15 a.m. – 12:00 p.m.", "de 14 h 30 à 16 h".
public struct ClockRange: Equatable, Sendable {
  /// Minutes since midnight.
  public let start: Int
  /// Minutes since the midnight before the start; above 1440 when it ends on the next day.
  public let end: Int
  /// The word behind the times, such as "EST".
  public let zoneWord: String?

  /// - Throws: `ClockError` when it is no such thing, or ends before it starts.
  public init(_ text: String) throws(ClockError) {
    guard var scanner = ClockScanner(text) else { throw .unreadable(text) }
    _ = scanner.skip(oneOf: ["from", "de", "du"])
    guard let first = WrittenClock(&scanner), Self.passesOver(&scanner), let second = WrittenClock(&scanner) else {
      throw .unreadable(text)
    }
    let rest = scanner.rest
    guard rest.map({ $0.contains(where: \.isLetter) }) ?? true else { throw .unreadable(text) }
    zoneWord = rest
    (start, end) = try Self.settled(first, second, text)
  }

  /// The same from two cells: what one says of the half of the day helps the other.
  public init(from start: String, to end: String) throws(ClockError) { try self.init("\(start) – \(end)") }

  /// No session is longer; a range that would be is taken for a slip.
  private static let longest = 720

  private static func passesOver(_ scanner: inout ClockScanner) -> Bool {
    scanner.skip(.mark("-")) || scanner.skip(oneOf: ["to", "à", "a", "until", "till", "hasta"])
  }

  /// Of what both can mean, the two that lie closest behind each other.
  private static func settled(
    _ first: WrittenClock, _ second: WrittenClock, _ text: String
  ) throws(ClockError) -> (Int, Int) {
    let isSaid = [first.half, second.half].contains { $0 == .before || $0 == .after }
    guard isSaid || first.half != .bare, isSaid || second.half != .bare else { throw .withoutHalf(text) }
    // Without a word on the halves, the clocks are those of 24 hours.
    let starts = isSaid ? first.meanings : [first.minutes]
    let ends = isSaid ? second.meanings : [second.minutes]
    let pairs = starts.flatMap { start in ends.map { (start % 1440, $0) } }
    let lengths = pairs.map { start, end in
      (start, end > start ? end : end + 1440)
    }.filter { start, end in end - start <= longest }
    guard let shortest = lengths.min(by: { ($0.1 - $0.0, $0.0) < ($1.1 - $1.0, $1.0) }) else {
      throw .endsBeforeStart(text)
    }
    return shortest
  }
}

/// Hours whose end names its day, so that they may be longer than half a day: "19:00-2026-10-31 19:00".
public struct LongHours: Equatable, Sendable {
  public let start: LocalTime
  public let end: LocalTime

  /// - Parameter day: That of the start.
  /// - Returns: Nil for any other text.
  public init?(_ text: String, on day: CalendarDate) {
    guard let mark = text.firstIndex(where: { "-–—".contains($0) }),
      let start = LocalTime("\(day)T\(text[..<mark].trimmed)"),
      let end = LocalTime(text[text.index(after: mark)...].trimmed), start < end
    else { return nil }
    self.start = start
    self.end = end
  }
}

/// Why a text is not taken for hours.
public enum ClockError: ExplainedError, Equatable {
  case unreadable(String)
  case withoutHalf(String)
  case endsBeforeStart(String)

  public var explanation: Explanation {
    switch self {
    case .unreadable(let text):
      Explanation(
        .badData, code: "unknown-hours", "\(quoted(text)) does not say from when to when.",
        hint: "Write it like \"10:30-11:15 a.m.\", \"14 h 30 à 16 h\" or \"14:30-16:00\".")
    case .withoutHalf(let text):
      Explanation(
        .badData, code: "half-of-day-missing", "\(quoted(text)) does not say which half of the day is meant.",
        hint: "Write it with minutes, such as 10:00-11:00, or with a.m. or p.m.")
    case .endsBeforeStart(let text):
      Explanation(
        .badData, code: "ends-before-start",
        "\(quoted(text)) ends when it starts, before that, or more than 12 hours later.",
        hint: "Check a.m. and p.m. and the order of the two times. A longer session names the day of its end: "
          + "\"19:00-2021-05-09 19:00\", or in a table 2021-05-09 19:00 in the column end.")
    }
  }
}
