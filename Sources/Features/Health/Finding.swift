/// What a check found, and what mends it.
public struct Finding: Equatable, Sendable {
  public enum Level: String, Equatable, Sendable {
    case ok
    /// A fact to know, which may be as it should be.
    case info
    case warning = "warn"
    /// Something that stands in the way.
    case problem = "FAIL"
  }

  public let level: Level
  /// The check's name.
  public internal(set) var check = ""
  public let message: String
  /// The command that mends it, where one does.
  public internal(set) var command: String?

  init(_ level: Level, _ message: String, _ command: String? = nil) {
    self.level = level
    self.message = message
    self.command = command
  }
}
