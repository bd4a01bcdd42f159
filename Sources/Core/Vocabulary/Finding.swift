/// Something that a check found, and the step that mends it.
public struct Finding: Equatable, Sendable {
  public enum Level: String, Equatable, Sendable {
    case ok
    /// A fact to know, which may be intended.
    case info
    /// Somebody should look at it.
    case warning = "warn"
    /// It has to be mended before the work goes on.
    case problem = "FAIL"
  }

  public let level: Level
  /// A stable word for programs: the name of the check, or of what it found.
  public var code: String
  /// The keys of what it is about; the first is the one to change.
  public let subjects: [String]
  /// The language that it concerns; nil for all of them.
  public let language: Language?
  public let message: String
  public let nextStep: NextStep?

  public init(
    _ level: Level, code: String = "", of subjects: [String] = [], in language: Language? = nil, _ message: String,
    _ nextStep: NextStep? = nil
  ) {
    self.level = level
    self.code = code
    self.subjects = subjects
    self.language = language
    self.message = message
    self.nextStep = nextStep
  }
}
