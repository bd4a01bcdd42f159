public import Vocabulary

/// What nobody outside may read before the announcement: who is placed where and who wins what.
public struct Embargo: Equatable, Sendable {
  /// A team that the announcement will name, with what only the result knows of it.
  public struct Secret: Equatable, Sendable {
    public let key: String
    public let name: String
    /// The score as it is printed, such as "7.90"; nil where places were only stated.
    public let score: String?
    /// Nil for a team that has a prize of another kind only.
    public let rank: Int?

    public init(key: String, name: String, score: String?, rank: Int? = nil) {
      self.key = key
      self.name = name
      self.score = score
      self.rank = rank
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
  /// With the member's name behind it, where the file is an archive.
  public let file: String
  /// Counted from 1; nil where it is the file's name that tells.
  public let line: Int?
  /// A sentence without its full stop.
  public let what: String
}

/// A file, or a part of one, of which nobody can say that it tells nothing.
public struct UnreadFile: Equatable, Sendable {
  public let file: String
  /// A sentence without its full stop.
  public let why: String

  public init(file: String, why: String) {
    self.file = file
    self.why = why
  }
}

/// What came of looking through a file.
public struct LeakReport: Equatable, Sendable {
  public var leaks: [Leak]
  public var unread: [UnreadFile]

  public init(leaks: [Leak] = [], unread: [UnreadFile] = []) {
    self.leaks = leaks
    self.unread = unread
  }
}

/// What a program read in a PDF.
public enum PDFText: Equatable, Sendable {
  case text([UInt8])
  /// The program is not installed.
  case noProgram
  /// The program failed or took too long.
  case failed
}
