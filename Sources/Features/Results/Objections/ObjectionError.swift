public import Vocabulary

/// Why an objection or its window is refused.
public enum ObjectionError: ExplainedError, Equatable {
  case noWindow
  /// The version of the result whose window has closed.
  case windowClosed(Int)
  case windowIsOpen(Int)
  case approvedAlready(Int)
  case retracted(Int)
  case closesInThePast
  case noClaim
  case noReason(Int)
  case unknown(Int)
  case unknownTeam(String, nearest: String?)
  case decidedAlready(Int, Objection.State)
  case recordedByYou(Int)
  case inConflict(Int, team: String)

  public var explanation: Explanation {
    switch self {
    case .noWindow:
      Explanation(
        .refused, code: "no-objection-window", "No result of the event is open to objections.",
        hint: "Open one: \(run: "objection open --until TIME")")
    case .windowClosed(let result):
      Explanation(
        .refused, code: "objection-late", "The time for objections to result \(result) is over.",
        hint: "See the objections: \(run: "objection list")")
    case .windowIsOpen(let result):
      Explanation(
        .refused, code: "objections-open", "Result \(result) is open to objections already, and its time stays.",
        hint: "See the objections: \(run: "objection list")")
    case .approvedAlready(let result):
      Explanation(
        .refused, code: "result-approved", "Result \(result) was approved, so it is not provisional any more.",
        hint: "Withdraw it: \(run: "result retract \(result) --reason TEXT")")
    case .retracted(let result):
      Explanation(
        .refused, code: "result-retracted", "Result \(result) was retracted.",
        hint: "Compute another: \(run: "result compute")")
    case .closesInThePast:
      Explanation(
        .usage, code: "objections-close-in-the-past", "The time at which objections end has passed.",
        hint: "Name a later one: \(run: "objection open --until TIME")")
    case .noClaim:
      Explanation(
        .usage, code: "no-claim", "An objection says what is wrong.", hint: "Add it: --claim TEXT"
      )
    case .noReason(let number):
      Explanation(
        .usage, code: "reason-needed", "A decision on objection \(number) needs a reason.",
        hint: "Add --reason TEXT; it is kept in the log.")
    case .unknown(let number):
      Explanation(
        .notFound, code: "objection-not-found", "There is no objection \(number).",
        hint: "List them: \(run: "objection list")")
    case .unknownTeam(let key, let nearest):
      .unknown("team", key, nearest: nearest, otherwise: "List them: \(run: "team list")")
    case .decidedAlready(let number, let state):
      Explanation(
        .refused, code: "objection-decided", "Objection \(number) is \(state.rawValue), and a decision stays.",
        hint: "See it: \(run: "objection show \(number)")")
    case .recordedByYou(let number):
      Explanation(
        .notAllowed, code: "objection-own", "You recorded objection \(number), so another organiser decides it.",
        hint: "Another organiser runs it with a token of their own: --token-file FILE")
    case .inConflict(let number, let team):
      Explanation(
        .notAllowed, code: "objection-conflict",
        "You judged the team \(quoted(team)) or have a conflict with it, so you do not decide objection \(number).",
        hint: "Another organiser runs it with a token of their own: --token-file FILE")
    }
  }
}
