public import Vocabulary

/// The facts of an announcement as they were kept once: when they were announced, corrected, or a name was removed.
public struct AnnouncementEdition: Equatable, Sendable {
  public enum Origin: String, Equatable, Sendable {
    case announced
    case corrected
    case redacted
  }

  public let edition: Int
  /// The version of the result that it announces.
  public let result: Int
  public let origin: Origin
  /// The hash under which the facts were kept.
  public let sha256: String
  public let keptAt: Timestamp
  /// From when it is or was public, with the distance from UTC in the event's zone (RFC 3339); nil where it never was.
  public let publicFrom: String?
  public let needsApproval: Bool
  /// The names of the organisers who approved it.
  public let approvedBy: [String]
  /// Whether texts are rendered from it.
  public let isInForce: Bool
  /// Whether no later edition exists.
  public let isNewest: Bool

  /// Whether it waits for organisers.
  public var isPending: Bool { needsApproval && approvedBy.count < 2 && isNewest }
}

/// What a correction came to.
public struct AnnouncementCorrection: Equatable, Sendable {
  /// The number of its note; nil where only missing texts were added.
  public let number: Int?
  /// Nil where an earlier version of the program announced the facts without keeping them.
  public let edition: Int?
  /// What differs from the facts that were announced.
  public let changes: [FactChange]
  public let needsApproval: Bool
}
