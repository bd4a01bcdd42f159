import ArgumentParser
import CanonicalJSON
import Postgres
import Vocabulary

/// An error beside which `--json` prints what was found, such as the problems of a rejected file.
protocol ErrorWithFindings: ExplainedError {
  var findings: JSON { get }
}

/// An error with technical details, which `-v` prints.
protocol ErrorWithDetails: ExplainedError, CustomDebugStringConvertible {}

extension PostgresError: ErrorWithDetails {}

/// Prints what went wrong, and what to do next as the last line, and returns the exit code.
func report(_ error: any ExplainedError, asJSON: Bool, isVerbose: Bool) -> Int32 {
  let explanation = error.explanation
  if asJSON { Console.print(explanation.json(with: (error as? any ErrorWithFindings)?.findings).pretty) }
  Console.say("Error: " + explanation.message)
  if isVerbose, let error = error as? any ErrorWithDetails {
    Console.say("Details: " + error.debugDescription.split(whereSeparator: \.isNewline).joined(separator: " "))
  }
  if let hint = explanation.hint { Console.say(hint.text) }
  return explanation.kind.exitCode
}

/// Prints what the argument parser has to say: help on standard output, a wrong usage on standard error.
func reportUsage(_ error: any Error, of arguments: [String], asJSON: Bool) -> Int32 {
  let code = Datajam.exitCode(for: error).rawValue
  let text = withoutPasswords(
    withSensibleSuggestion(withShortUsage(Datajam.fullMessage(for: error), of: arguments)))
  if code == 0 {
    Console.print(text)
  } else {
    if asJSON {
      let message = withoutPasswords(withSensibleSuggestion(Datajam.message(for: error)))
      let explanation = Explanation(.usage, code: "usage", message)
      Console.print(explanation.json(with: nil).pretty)
    }
    Console.say(text)
  }
  return code
}

/// The parser names every option of the usage, which hides the sentence above it.
private func withShortUsage(_ text: String, of arguments: [String]) -> String {
  guard let node = try? CommandNode.root.find(RetiredWords.replaced(in: arguments)) else { return text }
  return text.split(separator: "\n", omittingEmptySubsequences: false)
    .map { $0.hasPrefix("Usage: ") ? "Usage: " + HelpPage(node: node).usage : String($0) }
    .joined(separator: "\n")
}

/// The parser suggests some option for every one that it does not know; only one that is near is of use.
private func withSensibleSuggestion(_ text: String) -> String {
  text.replacing(/(Unknown option '-*(\S+)')\. Did you mean '-*(\S+)'\?/) { found in
    let (typed, known) = (String(found.output.2), String(found.output.3))
    let isNear = nearest(to: typed, among: [known]) != nil || known.hasPrefix(typed.prefix(3))
    return isNear ? found.output.0 : found.output.1
  }
}

/// The parser repeats what it was given, which may be a database's address that landed in the wrong option.
private func withoutPasswords(_ text: String) -> String { text.replacing(/:\/\/\S*@/, with: "://…@") }

/// The program met something that it was not made for.
struct InternalError: ErrorWithDetails {
  let debugDescription: String
  let explanation = Explanation(
    .bug, code: "bug", "The program has a fault and could not finish.",
    hint: "Please report it, with what the same command says when you add -v.")
}

/// What is wrong with the words of a command, where only its work brings it to light.
struct UsageError: ExplainedError {
  let explanation: Explanation

  init(_ message: String, hint: Message) { explanation = Explanation(.usage, code: "usage", message, hint: hint) }
}

extension Explanation {
  fileprivate func json(with findings: JSON?) -> JSON {
    let error: JSON = [
      "code": .string(code), "message": .string(message), "hint": (hint?.text).json, "where": location.json,
    ]
    return .object([JSON.Member("error", error)] + (findings?.members ?? []))
  }
}

extension Explanation.Kind {
  /// The exit code that scripts can rely on (docs/exit-codes.md).
  var exitCode: Int32 {
    switch self {
    case .refused: 1
    case .declined: 2
    case .cancelled: 130
    case .incomplete: 3
    case .notAllowed: 4
    case .notFound: 5
    case .usage: 64
    case .badData: 65
    case .missingFile: 66
    case .unreachable: 69
    case .bug: 70
    case .cannotWrite: 73
    case .busy: 75
    case .configuration: 78
    }
  }
}
