/// What the clocks of some time zone show: a day, an hour and a minute. Which instant that is, only the zone can tell.
public struct LocalTime: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let day: CalendarDate
  public let minuteOfDay: Int

  /// Reads "2021-05-17T17:00", also with a space for the T; nil for anything else, seconds and offsets included.
  public init?(_ text: String) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    let halves = parts.count == 2 ? parts : text.split(separator: "T", omittingEmptySubsequences: false)
    guard halves.count == 2, let day = CalendarDate(String(halves[0])) else { return nil }
    let digits = halves[1].split(separator: ":", omittingEmptySubsequences: false)
    guard digits.map(\.utf8.count) == [2, 2], digits.joined().utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let hour = Int(digits[0]), let minute = Int(digits[1]), hour < 24, minute < 60
    else { return nil }
    self.day = day
    minuteOfDay = hour * 60 + minute
  }

  /// - Parameter minutes: Minutes since the day's midnight; from 1440 on they are those of a later day.
  public init?(_ day: CalendarDate, minutes: Int) {
    guard minutes >= 0, let later = CalendarDate(daysSince1970: day.daysSince1970 + minutes / 1440) else { return nil }
    self.day = later
    minuteOfDay = minutes % 1440
  }

  public var description: String { "\(day)T\(Self.clock(minuteOfDay))" }

  /// The time with its distance from UTC, such as "2021-05-17T17:00:00-04:00" (RFC 3339).
  /// - Parameter instant: The instant that the time is in its zone.
  public func withOffset(at instant: Timestamp) -> String {
    let ahead = day.daysSince1970 * 1440 + minuteOfDay - Int(instant.microseconds / 60_000_000)
    return "\(self):00" + (ahead < 0 ? "-" : "+") + Self.clock(abs(ahead))
  }

  public static func < (one: LocalTime, other: LocalTime) -> Bool {
    (one.day, one.minuteOfDay) < (other.day, other.minuteOfDay)
  }

  private static func clock(_ minutes: Int) -> String {
    [minutes / 60, minutes % 60].map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":")
  }
}
