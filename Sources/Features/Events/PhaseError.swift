public import Vocabulary

/// Why an event stays in its phase.
public enum PhaseError: ExplainedError, Equatable {
  case blocked(event: String, Phase, by: [PhaseFinding])
  case movedMeanwhile(event: String, to: Phase, seen: Phase)
  case atTheEnd(event: String)
  case skips(event: String, from: Phase, to: Phase)
  case backWithoutReason(event: String, from: Phase, to: Phase)
  case resultIsPublic(event: String, Int)
  case outOfPhase(event: String, Phase, allowed: ClosedRange<Phase>)
  case roundIsOpen(event: String, to: Phase)

  public var explanation: Explanation {
    switch self {
    case .blocked(let event, let phase, let blockers):
      Explanation(
        .refused, code: "phase-blocked",
        "The event \(quoted(event)) cannot move to \(quoted(phase.rawValue)) yet: "
          + (blockers.count == 1 ? "1 thing prevents it." : "\(blockers.count) things prevent it."))
    case .movedMeanwhile(let event, let phase, let seen):
      Explanation(
        .busy, code: "phase-moved",
        "The event \(quoted(event)) is in phase \(quoted(phase.rawValue)), no longer in \(quoted(seen.rawValue)): "
          + "nothing was changed.",
        hint: "Look again: \(run: "event phase show")")
    case .atTheEnd(let event):
      Explanation(
        .refused, code: "last-phase", "The event \(quoted(event)) is closed: no phase follows.",
        hint: "To go back: \(run: "event phase set PHASE --reason TEXT")")
    case .skips(let event, let from, let to):
      Explanation(
        .refused, code: "phase-skipped",
        "The event \(quoted(event)) cannot move from \(quoted(from.rawValue)) to \(quoted(to.rawValue)): "
          + "forward it goes one phase at a time.",
        hint: "Move it by one: \(run: "event phase next")")
    case .resultIsPublic(let event, let number):
      Explanation(
        .refused, code: "result-public",
        "Result \(number) is public, so the event \(quoted(event)) stays announced.",
        hint: "To take it back: \(run: "result retract \(number) --reason TEXT")")
    case .outOfPhase(let event, let phase, let allowed):
      Explanation(
        .refused, code: "out-of-phase",
        "The event \(quoted(event)) is in phase \(quoted(phase.rawValue)), and this is possible from "
          + "\(quoted(allowed.lowerBound.rawValue)) to \(quoted(allowed.upperBound.rawValue)) only.",
        hint: phase < allowed.lowerBound
          ? "Move it on: \(run: "event phase next")"
          : "Take it back: \(run: "event phase set \(allowed.upperBound.rawValue) --reason TEXT")")
    case .roundIsOpen(let event, let phase):
      Explanation(
        .refused, code: "round-open",
        "A round of the event \(quoted(event)) is open, so it cannot go back to \(quoted(phase.rawValue)).",
        hint: "Close the round first: \(run: "judging close")")
    case .backWithoutReason(let event, let from, let to):
      Explanation(
        .usage, code: "reason-needed",
        "Taking the event \(quoted(event)) back from \(quoted(from.rawValue)) to \(quoted(to.rawValue)) needs a reason.",
        hint: "Add --reason TEXT; it is kept in the log.")
    }
  }
}
