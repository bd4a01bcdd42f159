public import CanonicalJSON
public import Vocabulary

/// A fact that is missing or doubtful, with the command that mends it.
public struct AnnouncementFinding: Equatable, Sendable {
  public enum Level: String, Equatable, Sendable {
    /// Nothing is announced without it.
    case missing = "FAIL"
    /// Somebody should look at it.
    case doubtful = "warn"
  }

  public let level: Level
  /// The language that it concerns; nil for all of them.
  public let language: Language?
  /// A sentence without its full stop, such as "the summary of team "boreal" is missing".
  public let what: String
  public let command: String

  public init(_ level: Level, in language: Language? = nil, _ what: String, _ command: String) {
    self.level = level
    self.language = language
    self.what = what
    self.command = command
  }

  public var json: JSON {
    [
      "level": .string(level.rawValue.lowercased()), "language": (language?.code).json, "what": .string(what),
      "command": .string(command),
    ]
  }
}
