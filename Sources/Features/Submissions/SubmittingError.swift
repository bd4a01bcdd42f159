public import Vocabulary

/// Why something is not submitted, accepted or withdrawn as asked.
public enum SubmittingError: ExplainedError, Equatable {
  case afterDeadline(team: String, seconds: Int)
  case reasonNeeded(team: String, seconds: Int)
  case blankReason
  case nothingLate(team: String)
  case untitled(team: String)
  case withdrawn(team: String)
  case mayNotSubmit(Role)
  case notYet(LocalTime)
  case timeSkipped(LocalTime, zone: String)
  case timeTwice(LocalTime, zone: String)
  case judgingEnded(team: String)

  public var explanation: Explanation {
    switch self {
    case .afterDeadline(let team, let seconds):
      Explanation(
        .refused, code: "after-deadline",
        "The submission of team \(quoted(team)) came \(spoken(seconds: seconds)) after submissions closed, so it was not submitted.",
        hint: "An organiser can take it all the same: \(run: "submission accept-late \(team) --reason TEXT")")
    case .reasonNeeded(let team, let seconds):
      Explanation(
        .refused, code: "late-without-reason",
        "The submission of team \(quoted(team)) came \(spoken(seconds: seconds)) after submissions closed, so a reason is needed.",
        hint: "Say why it is judged all the same, with --reason, or when it came, with --received-at.")
    case .blankReason:
      Explanation(
        .badData, code: "blank-reason", "The reason is empty.", hint: "Say why it is judged although it is late.")
    case .nothingLate(let team):
      Explanation(
        .refused, code: "nothing-late", "Team \(quoted(team)) has no late submission that waits to be accepted.",
        hint: "See what it submitted: \(run: "submission history \(team)")")
    case .untitled(let team):
      Explanation(
        .refused, code: "untitled", "The submission of team \(quoted(team)) has no title in any language.",
        hint: "Give it one: \(run: "submission set \(team) --title-en TEXT")")
    case .withdrawn(let team):
      Explanation(
        .refused, code: "submission-withdrawn", "The submission of team \(quoted(team)) is withdrawn.",
        hint: "To take that back: \(run: "submission withdraw \(team) --undo")")
    case .mayNotSubmit(let role):
      Explanation(.notAllowed, code: "may-not-submit", "A \(role.rawValue) cannot submit.")
    case .notYet(let time):
      Explanation(
        .badData, code: "not-yet",
        "Nothing can have been received at \(quoted(time.description)): that is still to come.",
        hint: "Give the time at which it came, by the clocks of the event's zone.")
    case .timeSkipped(let time, let zone):
      Explanation(
        .badData, code: "time-skipped",
        "The clocks of \(quoted(zone)) skip \(quoted(time.description)), when they are put forward.",
        hint: "Give a time that they show.")
    case .timeTwice(let time, let zone):
      Explanation(
        .badData, code: "time-twice",
        "The clocks of \(quoted(zone)) show \(quoted(time.description)) twice, when they are put back.",
        hint: "Give a time before or after that hour.")
    case .judgingEnded(let team):
      Explanation(
        .refused, code: "too-late", "Team \(quoted(team)) cannot submit any more: judging has ended.",
        hint: "To take the event back first: \(run: "event phase set judging --reason TEXT")")
    }
  }
}
