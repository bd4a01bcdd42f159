public import Vocabulary

/// Why a template cannot be used, with the location of its fault.
public struct TemplateError: ExplainedError, Equatable {
  enum Fault: Equatable {
    case unknownFile([String])
    case unreadable(String)
    case unfinished
    case unknownTag(String, nearest: String?)
  }

  let file: String
  var line: Int?
  var column: Int?
  let fault: Fault

  public var explanation: Explanation {
    switch fault {
    case .unknownFile(let known):
      Explanation(
        .badData, code: "unknown-template", "\(quoted(file)) is no template of an announcement.",
        hint: nearest(to: file, among: known).map { "Did you mean \(quoted($0))?" }
          ?? "Write them all out: \(run: "announcement template export -o FOLDER")")
    case .unfinished:
      TemplateError(
        file: file, line: line, column: column, fault: .unreadable("this tag is not finished: it ends with }}")
      ).explanation
    case .unreadable(let what):
      Explanation(
        .badData, code: "unreadable-template", "\(quoted(file))\(position): \(what).",
        hint: "Compare it with the one that ships: \(run: "announcement template export -o FOLDER")", location: location
      )
    case .unknownTag(let name, let nearest):
      Explanation(
        .badData, code: "unknown-tag", "\(quoted(file))\(position): nothing is called \(quoted(name)).",
        hint: suggestion(nearest)
          ?? "See which names there are: \(run: "announcement template export -o FOLDER")", location: location)
    }
  }

  private var position: String {
    guard let line, let column else { return "" }
    return ", line \(line), column \(column)"
  }

  private var location: String { file + position }
}
