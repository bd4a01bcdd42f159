/// An instant as microseconds since 1970-01-01T00:00Z, as exact as the database keeps it.
public struct Timestamp: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let microseconds: Int64

  public init(microseconds: Int64) { self.microseconds = microseconds }

  public static func < (one: Timestamp, other: Timestamp) -> Bool { one.microseconds < other.microseconds }

  /// The instant in UTC to the second, such as "2021-06-04T18:00:00Z" (RFC 3339).
  public var description: String {
    let seconds = microseconds.floored(by: 1_000_000)
    let days = seconds.floored(by: 86_400)
    let ofDay = seconds - days * 86_400
    let date = CalendarDate(daysSince1970: Int(days)).map(\.description) ?? "a day beyond the calendar"
    let time = [ofDay / 3600, ofDay / 60 % 60, ofDay % 60].map { ($0 < 10 ? "0" : "") + String($0) }
    return "\(date)T\(time.joined(separator: ":"))Z"
  }
}

extension Int64 {
  /// Division that rounds down, also below zero.
  fileprivate func floored(by divisor: Int64) -> Int64 {
    self >= 0 ? self / divisor : -((-self + divisor - 1) / divisor)
  }
}
