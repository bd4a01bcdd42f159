public import Vocabulary

/// What nobody outside may read before the announcement: who is placed where and who wins what.
public struct Embargo: Equatable, Sendable {
  /// A team that the announcement will name, with what only the result knows of it.
  public struct Secret: Equatable, Sendable {
    public let key: String
    public let name: String
    /// The score as it is printed, such as "7.90"; nil where places were only stated.
    public let score: String?

    public init(key: String, name: String, score: String?) {
      self.key = key
      self.name = name
      self.score = score
    }
  }

  public let secrets: [Secret]
  /// From when everything may be read; nil while no hour was set.
  public let publishAt: Timestamp?
  public let isOver: Bool

  public init(secrets: [Secret], publishAt: Timestamp?, isOver: Bool) {
    self.secrets = secrets
    self.publishAt = publishAt
    self.isOver = isOver
  }
}

/// A place in a file that tells of the result too early.
public struct Leak: Equatable, Sendable {
  public let file: String
  /// Counted from 1; nil where it is the file's name that tells.
  public let line: Int?
  /// A sentence without its full stop.
  public let what: String
}
