public import Vocabulary

/// How a submission becomes a version.
public struct Submitting: Equatable, Sendable {
  /// Whether the team hands it in, by its own rules: now, and not after the deadline.
  public var asParticipant = false
  /// When an organiser received it, by the clocks of the event's zone; now unless given.
  public var receivedAt: LocalTime?
  /// Why a late one is judged all the same.
  public var reason: String?

  public init() {}
}
