import Backend
import Files
import Postgres
import Vocabulary

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A change that cannot be taken back: what it does is shown first, and then its name has to be typed.
struct DestructiveConfirmation {
  /// What has to be typed.
  let name: String
  /// What will go and what stays, a line each.
  let lines: [String]

  /// Shows where it happens and what, and asks on a terminal unless the name was given already.
  /// - Throws: `Refusal` when another name is typed or given, `UsageError` where nobody can be asked.
  func confirm(_ given: String?, of event: String, on backend: Backend) throws {
    Console.say(
      (["On \(backend.database.target), in event \(quoted(event)):"] + lines.map { "  " + $0 }).joined(separator: "\n"))
    guard let answer = try given ?? ask() else { throw Refusal.differs(given: "", name: name) }
    guard answer == name else { throw Refusal.differs(given: answer, name: name) }
  }

  private func ask() throws -> String? {
    guard isatty(STDIN_FILENO) == 1 else {
      throw UsageError(
        "This cannot be taken back, and there is no terminal to ask on.", hint: "Confirm it with --confirm \(name)")
    }
    Console.ask("Type \(name) to confirm:")
    return try StandardInput.line()
  }

  enum Refusal: ExplainedError, Equatable {
    case differs(given: String, name: String)

    var explanation: Explanation {
      switch self {
      case .differs(let given, let name):
        Explanation(
          .declined, code: "not-confirmed", "\(quoted(given)) is not \(quoted(name)), so nothing was changed.",
          hint: "Run the same command again to be asked again.")
      }
    }
  }
}
