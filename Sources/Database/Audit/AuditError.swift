public import Vocabulary

/// Why a change could not be logged, and so was not made.
public enum AuditError: ExplainedError, Equatable {
  case unknownPrincipal(String)
  /// Rows of the tables are not what the log says of them: the first in words, and how many there are.
  case tablesDiffer(String, count: Int)

  public var explanation: Explanation {
    switch self {
    case .unknownPrincipal(let name):
      Explanation(
        .notAllowed, code: "not-an-organiser", "\(quoted(name)) is not an organiser of this event.",
        hint: "Say who you are with --by NAME, or have an organiser run: \(run: "organiser add NAME")")
    case .tablesDiffer(let first, let count):
      Explanation(
        .refused, code: "tables-differ",
        "\(count == 1 ? "1 row was" : "\(count) rows were") changed behind the program: \(first).",
        hint: "Find out who changed the database, and compare it with your backups: \(run: "log verify")")
    }
  }
}
