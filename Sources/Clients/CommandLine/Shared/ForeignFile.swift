import Files
import Vocabulary

/// A file that is no table, and what it is.
struct ForeignFile: ExplainedError {
  let path: String
  let kind: FileKind

  /// - Throws: `ForeignFile` for a file of a kind that the command does not take.
  static func refuse(_ bytes: [UInt8], _ path: String, except taken: [FileKind] = []) throws {
    guard let kind = FileKind(bytes), !taken.contains(kind) else { return }
    throw ForeignFile(path: path, kind: kind)
  }

  var explanation: Explanation {
    Explanation(
      .badData, code: "no-table", "\(quoted(path)): This is \(kind.words)\(ending).", hint: Message(kind.advice),
      location: path)
  }

  /// Where the name promises a table.
  private var ending: String {
    guard let dot = path.lastIndex(of: ".") else { return "" }
    let ending = path[dot...].lowercased()
    guard [".xls", ".xlsx", ".ods", ".csv", ".tsv", ".txt"].contains(ending), !kind.words.contains(ending) else {
      return ""
    }
    return " that was saved as \(ending)"
  }
}
