public import Vocabulary

/// An instant with what the clocks of its place show then.
public struct Moment: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let local: LocalTime
  public let instant: Timestamp

  public init(local: LocalTime, instant: Timestamp) {
    self.local = local
    self.instant = instant
  }

  /// Reads "2021-05-08T10:30:00-04:00" (RFC 3339), to the minute; nil for anything else.
  public init?(_ text: String) {
    guard let local = LocalTime(String(text.prefix(16))), let ahead = Self.minutesAhead(text.dropFirst(16)) else {
      return nil
    }
    self.init(local: local, instant: Timestamp(microseconds: Int64(local.minutes - ahead) * 60_000_000))
  }

  /// The local time with its distance from UTC (RFC 3339).
  public var description: String { local.withOffset(at: instant) }

  /// What a clock in UTC shows.
  public var utc: String { instant.description }

  /// How far the local clocks are ahead of UTC, in minutes.
  public var minutesAhead: Int { local.minutes - Int(instant.microseconds / 60_000_000) }

  public static func < (one: Moment, other: Moment) -> Bool { one.instant < other.instant }

  private static func minutesAhead(_ text: Substring) -> Int? {
    var rest = text
    if rest.hasPrefix(":") { rest = rest.dropFirst(3) }
    if rest.hasPrefix(".") { rest = rest.dropFirst().drop(while: \.isNumber) }
    if rest == "Z" || rest == "z" { return 0 }
    guard let sign = rest.first, "+-".contains(sign) else { return nil }
    let parts = rest.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let hours = Int(parts[0]), let minutes = Int(parts[1]), hours < 24, minutes < 60 else {
      return nil
    }
    return (sign == "-" ? -1 : 1) * (hours * 60 + minutes)
  }
}

extension LocalTime {
  /// Minutes since 1970-01-01T00:00 on the same clock.
  var minutes: Int { day.daysSince1970 * 1440 + minuteOfDay }
}
