public import Vocabulary

/// A kept result with the steps that it took towards the public.
public struct ResultVersion: Equatable, Sendable {
  public struct Approval: Equatable, Sendable {
    public let by: String
    public let at: Timestamp
  }

  public struct Retraction: Equatable, Sendable {
    public let by: String
    public let at: Timestamp
    public let reason: String
  }

  /// The hour of an announcement.
  public struct Hour: Equatable, Sendable {
    public let instant: Timestamp
    /// The same with its distance from UTC in the event's zone (RFC 3339).
    public let text: String
    public let hasCome: Bool
  }

  public let number: Int
  /// Nil where ranks were decided elsewhere.
  public let round: String?
  /// Whether nothing of the round changes any more; true without a round.
  public let isFrozen: Bool
  public let method: String
  public let computedAt: Timestamp
  public let sha256: String
  /// Computed, approved, announced, retracted: each step with a hash over all before.
  public let steps: [ResultStep]
  public let announcedFor: Hour?
  /// Whether it is the one version that is public now.
  public let isPublic: Bool
  /// The newest version of the same round that stands; nil when this one is.
  public let newer: Int?

  /// How far it has come.
  public enum State: String, Equatable, Sendable {
    case computed
    case halfApproved = "half approved"
    case approved
    /// Announced for an hour that has not come.
    case scheduled
    case published = "public"
    /// It was public, and another one is now.
    case replaced
    case retracted
  }

  public var approvals: [Approval] {
    steps.filter { $0.kind == .approved }.map { Approval(by: $0.by ?? "", at: $0.at) }
  }

  public var retraction: Retraction? {
    steps.last { $0.kind == .retracted }.map { Retraction(by: $0.by ?? "", at: $0.at, reason: $0.reason ?? "") }
  }

  /// A hash over the result and all its steps.
  public var historySHA256: String { steps.last?.sha256 ?? sha256 }

  public var state: State {
    if retraction != nil { return .retracted }
    if isPublic { return .published }
    if let announcedFor { return announcedFor.hasCome ? .replaced : .scheduled }
    switch approvals.count {
    case 0: return .computed
    case 1: return .halfApproved
    default: return .approved
    }
  }
}
