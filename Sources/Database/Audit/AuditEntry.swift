public import CanonicalJSON
public import Vocabulary

/// One entry of the log as it is shown.
public struct AuditEntry: Equatable, Sendable {
  /// One field with its values before and after; personal ones are shown as long as they have not been erased.
  public struct Change: Equatable, Sendable {
    public let field: String
    public let old: JSON
    public let new: JSON
  }

  public let principal: String
  public let number: Int
  public let recordedAt: Timestamp
  public let action: String
  public let noun: String
  public let key: String
  public let channel: String
  public let changes: [Change]
  /// What the participants whom it names by number are called now; an erased participant is only a number.
  public var participants: [Int: String] = [:]
}

extension AuditEntry {
  /// Nouns whose key is the number of a participant, or whose fields are where many were logged at once.
  private static let nounsOfPeople: Set = ["participant", "member"]
  /// Fields whose values are numbers of participants.
  private static let fieldsOfPeople: Set = ["participant", "members"]

  /// The numbers of the participants whom it names.
  var participantNumbers: [Int] {
    let subjects = Self.nounsOfPeople.contains(noun) ? ([key] + changes.map(\.field)).compactMap { Int($0) } : []
    let mentions = changes.filter { Self.fieldsOfPeople.contains($0.field) }.flatMap { [$0.old, $0.new] }
      .flatMap { $0.elements ?? [$0] }.compactMap(\.integer)
    return subjects + mentions
  }

  /// A number with what the participant is called, where the text is the number of one.
  public func naming(_ text: String) -> String {
    Int(text).flatMap { participants[$0] }.map { "\(text) (\($0))" } ?? text
  }
}
