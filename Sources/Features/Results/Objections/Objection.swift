public import Vocabulary

/// What a team says against a provisional result.
public struct Objection: Equatable, Sendable {
  public enum State: String, Equatable, Sendable {
    case open
    case accepted
    case rejected
  }

  public struct Decision: Equatable, Sendable {
    public let isAccepted: Bool
    public let reason: String
    public let by: String
    public let at: Timestamp
  }

  /// Counts the objections of the event, from 1.
  public let number: Int
  /// The version of the result.
  public let result: Int
  /// The team's key.
  public let team: String
  public let claim: String
  public let evidence: String?
  public let file: ObjectionFile?
  /// Who recorded it.
  public let by: String
  public let raisedAt: Timestamp
  public let decision: Decision?

  public var state: State { decision.map { $0.isAccepted ? .accepted : .rejected } ?? .open }
}

/// A file that proves an objection. The program keeps its name and hash, and not the file.
public struct ObjectionFile: Equatable, Sendable {
  public let name: String
  /// Hexadecimal digits.
  public let sha256: String

  public init(name: String, sha256: String) {
    self.name = name
    self.sha256 = sha256
  }
}

/// Until when teams may object to a version of the result.
public struct ObjectionWindow: Equatable, Sendable {
  public let result: Int
  public let closesAt: Timestamp
  public let isOpen: Bool
}
