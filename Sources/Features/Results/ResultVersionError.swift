public import Vocabulary

/// Why a result cannot go on towards the public.
public enum ResultVersionError: ExplainedError, Equatable {
  case unknown(Int, newest: Int?)
  /// What cannot be done is said as "approved" or "announced".
  case blocked(Int, to: String, by: [ApprovalFinding])
  case retracted(Int)
  case reasonNeeded
  case reasonOfChange(public: Int)
  case notApproved(Int, approvals: Int)
  case isPublic(Int)
  case notFrozen(Int)
  case noSuchHour(LocalTime, zone: String)
  case twoHours(LocalTime, zone: String)
  /// The hour is not yet to come, by so much.
  case hourPassed(String)
  case hourFarAway(String)
  case hourBeforeEvent

  public var explanation: Explanation {
    switch self {
    case .unknown(let number, let newest):
      Explanation(
        .notFound, code: "result-not-found", "There is no result \(number).",
        hint: newest == nil ? "Compute one: \(run: "result compute")" : "See them: \(run: "result list")")
    case .blocked(let number, let step, let blockers):
      Explanation(
        .refused, code: "result-blocked",
        "Result \(number) cannot be \(step) yet: "
          + (blockers.count == 1 ? "1 thing prevents it." : "\(blockers.count) things prevent it."))
    case .retracted(let number):
      Explanation(
        .refused, code: "result-retracted", "Result \(number) was retracted, and stays so.",
        hint: "Make another version: \(run: "result compute")")
    case .reasonNeeded:
      Explanation(
        .usage, code: "reason-needed", "Retracting a result needs a reason.",
        hint: "Add --reason TEXT; it is kept in the log.")
    case .reasonOfChange(let number):
      Explanation(
        .usage, code: "reason-needed", "Result \(number) is public, so another one needs a reason.",
        hint: "Say why it follows: \(run: "result compute --reason TEXT"). It stands in the result.")
    case .notApproved(let number, let approvals):
      Explanation(
        .refused, code: "result-not-approved",
        "Result \(number) was approved by \(approvals == 0 ? "nobody" : "one organiser"), and it takes two.",
        hint: "Each approves it by a token of their own: \(run: "result approve \(number)")")
    case .isPublic(let number):
      Explanation(
        .refused, code: "result-public", "Result \(number) is public already, and stays so until it is retracted.",
        hint: "To take it back: \(run: "result retract \(number) --reason TEXT")")
    case .notFrozen(let number):
      Explanation(
        .refused, code: "round-not-frozen", "The round of result \(number) is no longer frozen.",
        hint: "Freeze it and compute once more: \(run: "result freeze")")
    case .noSuchHour(let time, let zone):
      Explanation(
        .badData, code: "no-such-hour", "The clocks of \(zone) never show \(time): they are put forward then.",
        hint: "Say another hour, or say it in UTC: --tz UTC")
    case .twoHours(let time, let zone):
      Explanation(
        .badData, code: "two-hours", "The clocks of \(zone) show \(time) twice: they are put back then.",
        hint: "Say it in UTC: --tz UTC")
    case .hourPassed(let ago):
      Explanation(
        .refused, code: "hour-passed", "That hour was \(ago) ago, so the result would become public at once.",
        hint: "If that is meant, add --unusual-time. Otherwise name an hour that is to come.")
    case .hourFarAway(let distance):
      Explanation(
        .refused, code: "hour-far-away", "That hour is \(distance) away.",
        hint: "If that is meant, add --unusual-time. Otherwise check the month and the year.")
    case .hourBeforeEvent:
      Explanation(
        .refused, code: "hour-before-event", "The event begins after that hour, so no result can be public then.",
        hint: "Check the day, the month and the year.")
    }
  }
}
