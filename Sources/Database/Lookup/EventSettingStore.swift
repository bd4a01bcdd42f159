public import Postgres
public import Vocabulary

/// What the cells of a table mean in an event where they leave something out.
public struct EventSetting: Sendable {
  /// The language of a text that does not say its own: the event's first.
  public let language: Language
  /// The days of the event: "Saturday" is the one among them.
  public let days: ClosedRange<CalendarDate>
  /// The IANA zone of a time that does not say its own.
  public let timeZone: String

  public init(language: Language, days: ClosedRange<CalendarDate>, timeZone: String) {
    self.language = language
    self.days = days
    self.timeZone = timeZone
  }
}

/// Reads the setting of an event.
public enum EventSettingStore {
  public static func setting(of event: EventID, in snapshot: Snapshot) throws -> EventSetting {
    let row = try snapshot.row(
      "SELECT languages[1] AS language, starts_on, ends_on, time_zone FROM event WHERE event_id = \(event)")
    guard let row else { throw NoEvent() }
    let (code, first, last): (String, CalendarDate, CalendarDate) =
      try (row["language"], row["starts_on"], row["ends_on"])
    return EventSetting(language: try Language(code: code), days: first...last, timeZone: try row["time_zone"])
  }

  private struct NoEvent: ExplainedError {
    var explanation: Explanation { Explanation(.notFound, code: "unknown-event", "The event is not there any more.") }
  }
}
