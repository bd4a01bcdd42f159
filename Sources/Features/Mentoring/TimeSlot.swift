public import Vocabulary

/// From an instant until before another, with what the clocks of some zone show at both.
public struct TimeSlot: Equatable, Sendable {
  public let start: Timestamp
  public let end: Timestamp
  public let localStart: LocalTime
  public let localEnd: LocalTime

  /// "2026-05-08 13:00–13:30"; the end has its day where that is another.
  public var text: String {
    let end = localEnd.day == localStart.day ? localEnd.clock : "\(localEnd.day) \(localEnd.clock)"
    return "\(localStart.day) \(localStart.clock)–\(end)"
  }
}

extension LocalTime {
  /// "13:00".
  var clock: String { String(description.suffix(5)) }
}

/// A slot that nobody has booked.
public struct FreeSlot: Equatable, Sendable {
  public let mentor: String
  public let mentorName: String
  public let time: TimeSlot
}
