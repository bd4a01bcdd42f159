public import Vocabulary

/// What is kept of an event that was removed.
public struct RemovedEvent: Equatable, Sendable {
  public let slug: Slug
  public let name: LocalizedText
  public let removedAt: Timestamp
  public let removedBy: String
  /// How many entries its log had.
  public let entries: Int
  /// The hash of the log's last checkpoint, in hexadecimal digits.
  public let logDigest: String
}
