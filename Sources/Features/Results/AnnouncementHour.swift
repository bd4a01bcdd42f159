import Vocabulary

/// An hour for an announcement, compared with the clock and the event's days.
struct AnnouncementHour: Equatable {
  /// Above 0 where the hour has passed, in seconds.
  let age: Int
  let isBeforeEvent: Bool

  /// Announcements that are further away are rather a slip of the month or the year.
  private static let usualDays = 60

  /// Why the hour may be a slip; nil where it is usual.
  var doubt: Doubt? {
    if age > 0 { return .past(spoken(seconds: age)) }
    return -age > Self.usualDays * 86_400 ? .far(spoken(seconds: -age)) : nil
  }

  /// How long ago, or how far away.
  enum Doubt: Equatable {
    case past(String)
    case far(String)
  }
}
