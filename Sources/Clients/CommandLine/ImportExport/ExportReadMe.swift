import UseCases
import Vocabulary

/// What an export of a whole event says of itself: what is where, what an import takes again, and what is missing.
enum ExportReadMe {
  /// The sheet of a workbook that has it.
  static let sheetName = "read me"

  /// The name of a file, which says when it is imported.
  static func fileName(of noun: ExportNoun, as ending: String) -> String {
    let number = (ExportNoun.all.firstIndex { $0.name == noun.name } ?? 0) + 1
    return "\(number < 10 ? "0" : "")\(number)-\(noun.fileName).\(ending)"
  }

  /// What is in no export, and what is missing from this one.
  private static func missing(besides nouns: [ExportNoun]) -> [(what: String, reason: String)] {
    let embargoed = ExportNoun.all.filter { noun in !nouns.contains { $0.name == noun.name } }
    return ExportNoun.leftOut.map { ($0.what, $0.reason) }
      + embargoed.map { ($0.fileName, "not public before the announcement; --with-results adds it") }
  }

  /// A header and rows, for a workbook.
  static func rows(of nouns: [ExportNoun]) -> [[String]] {
    [["sheet", "a row is", "imported by"]]
      + nouns.map { [$0.fileName, $0.meaning, command(of: $0, "FILE --sheet \($0.fileName)") ?? ""] }
      + missing(besides: nouns).map { ["not in this workbook", $0.what, $0.reason] }
  }

  static func text(of nouns: [ExportNoun], as ending: String) -> String {
    let files = nouns.map { noun in
      let file = fileName(of: noun, as: ending)
      let command = ending == "csv" ? self.command(of: noun, file) : nil
      return "\(file)\n    \(noun.meaning)" + (command.map { "\n    \($0)" } ?? "")
    }
    return """
      The data of one event, one file for each kind.\(ending == "csv" ? newEvent : "")

      \(files.joined(separator: "\n"))

      Not in these files:

      \(missing(besides: nouns).map { "- \($0.what): \($0.reason)" }.joined(separator: "\n"))

      """
  }

  /// How the files come into an event again.
  private static let newEvent = """
     A new event takes all of them, in the order of their numbers:

        \(NextStep(words: "event import FOLDER KEY").command)

    An event that is there already takes single files by the commands below. Other files come in with all of them only.
    """

  /// The command that takes a table again.
  private static func command(of noun: ExportNoun, _ file: String) -> String? {
    guard noun.isImported else { return nil }
    switch noun.name {
    case "session", "speaker": return NextStep(words: "agenda import SESSIONS --speakers SPEAKERS").command
    case "mentor-hour": return NextStep(words: "mentor hours import \(file)").command
    case "booking": return NextStep(words: "mentor booking import \(file)").command
    default: return NextStep(words: "\(noun.name) import \(file)").command
    }
  }
}
