public import Vocabulary

/// Why a template cannot be used, with the location of its fault.
public struct TemplateError: ExplainedError, Equatable {
  enum Fault: Equatable {
    case unknownFile([String])
    case unreadable(String)
    case unfinished
    case unknownTag(String, nearest: String?)
    /// How many sections may stand in each other.
    case tooDeep(Int)
    case tooMuch
    case tooManyBraces(Int)
    case unmarked
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
    case .tooDeep(let most):
      Explanation(
        .badData, code: "template-too-deep",
        "\(quoted(file))\(position): more than \(most) sections stand in each other.",
        hint: "Close sections before you open others.", location: location)
    case .tooMuch:
      Explanation(
        .badData, code: "template-too-long",
        "\(quoted(file))\(position): the sections repeat each other, and the text becomes longer than "
          + "\(RenderingAllowance.most >> 20) MB.",
        hint: "Take the section out of the sections that repeat it.", location: location)
    case .tooManyBraces(let braces):
      Explanation(
        .badData, code: "template-too-long", "\(quoted(file)) has \(braces) braces, too many for a text of its length.",
        hint: "Move style sheets, scripts and pictures into files of their own.", location: location)
    case .unmarked:
      Explanation(
        .badData, code: "template-unmarked",
        "\(quoted(file)) does not show that the result is under embargo, so nothing was written with it.",
        hint: "Put {{\(file.hasSuffix(".atom.mustache") ? "text.embargo" : "embargo")}} where readers see it. "
          + "Compare it with the one that ships: \(run: "announcement template export -o FOLDER")", location: location)
    }
  }

  private var position: String {
    guard let line, let column else { return "" }
    return ", line \(line), column \(column)"
  }

  private var location: String { file + position }
}
