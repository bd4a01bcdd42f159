public import CanonicalJSON
public import Vocabulary

/// What a team submitted, whole, at one time; it never changes.
public struct SubmissionVersion: Equatable, Sendable {
  /// Counts the versions of a submission, from 1.
  public let number: Int
  public let receivedAt: Timestamp
  /// The same by the clocks of the event's zone.
  public let receivedLocally: LocalTime
  public let submittedBy: Role
  /// Who entered it; missing where it was submitted before versions were kept.
  public let enteredBy: String?
  /// How many seconds after the end of the grace period it came; nil when it was in time.
  public let secondsLate: Int?
  /// Why it is judged although it was late.
  public let acceptedBecause: String?
  /// Whether this is the version that is judged.
  public let isJudged: Bool
  /// Everything as it was submitted.
  public let contents: JSON

  /// Whether it was late and was not accepted.
  public var isLate: Bool { secondsLate != nil && acceptedBecause == nil }
}

/// A submission with what was submitted of it.
public struct SubmissionDetails: Equatable, Sendable {
  public enum State: String, CaseIterable, Sendable {
    /// Nothing was submitted.
    case draft
    case submitted
    /// All that was submitted came late, so nothing is judged.
    case late
    /// What is judged was late and was accepted.
    case acceptedLate = "accepted late"
    case withdrawn
  }

  public let submission: Submission
  public let state: State
  /// The number of the version that is judged.
  public let judged: Int?
  /// How many versions were submitted.
  public let versions: Int
  /// When the last version came, by the clocks of the event's zone.
  public let receivedLocally: LocalTime?
  public let receivedAt: Timestamp?
  /// Whether the draft holds something that was not submitted.
  public let hasChanges: Bool
}
