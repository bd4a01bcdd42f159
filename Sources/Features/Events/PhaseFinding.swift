public import Vocabulary

/// One thing that keeps an event from its next phase.
public enum PhaseFinding: Equatable, Sendable {
  case noName(Language)
  case noRegistrationDays
  case noDeadline
  case noTeam
  case smallTeam(String, members: Int, fewest: Int)
  case largeTeam(String, members: Int, most: Int)
  case noRubric
  case noRound
  case noJudge
  case noSubmission
  case openRound(String)
  case noResult
  case noRanks
  case notApproved(result: Int)
  case notAnnounced(result: Int)
  case notYetPublic(result: Int, from: String)
  case unknownAmount(prize: String)

  /// A stable word for programs.
  public var code: String {
    switch self {
    case .noName: "no-name"
    case .noRegistrationDays: "no-registration-days"
    case .noDeadline: "no-deadline"
    case .noTeam: "no-team"
    case .smallTeam: "team-too-small"
    case .largeTeam: "team-too-large"
    case .noRubric: "no-rubric"
    case .noRound: "no-round"
    case .noJudge: "no-judge"
    case .noSubmission: "no-submission"
    case .openRound: "round-open"
    case .noResult: "no-result"
    case .noRanks: "no-ranks"
    case .notApproved: "result-not-approved"
    case .notAnnounced: "result-not-announced"
    case .notYetPublic: "result-not-yet-public"
    case .unknownAmount: "amount-unknown"
    }
  }

  /// What is in the way, as a sentence.
  public var sentence: String {
    switch self {
    case .noName(let language): "The event has no name in \(language.inEnglish), in which it publishes."
    case .noRegistrationDays: "The first and the last day of registration are not set."
    case .noDeadline: "The deadline for submissions is not set."
    case .noTeam: "There is no team that takes part."
    case .smallTeam(let team, let members, let fewest):
      "The team \(quoted(team)) has \(Self.members(members)), but needs \(fewest) at least."
    case .largeTeam(let team, let members, let most):
      "The team \(quoted(team)) has \(Self.members(members)), but may have \(most) at most."
    case .noRubric: "There is no rubric."
    case .noRound: "There is no round of judging."
    case .noJudge: "There is no judge."
    case .noSubmission: "There is no submission."
    case .openRound(let round): "The round \(quoted(round)) is open."
    case .noResult: "There is no result."
    case .noRanks: "The newest result gives nobody a rank."
    case .notApproved(let number): "Result \(number) was not approved by two organisers yet."
    case .notAnnounced(let number): "Result \(number) is approved, but not announced."
    case .notYetPublic(let number, let hour): "Result \(number) is announced for \(hour), which has not come."
    case .unknownAmount(let prize):
      "The amount of the prize \(quoted(prize)) is neither known nor marked as undisclosed."
    }
  }

  /// The step that mends it.
  /// - Parameter event: The event's slug.
  public func nextStep(for event: Slug) -> NextStep {
    switch self {
    case .noName(let language): "event set \(event) --name-\(language.code) NAME"
    case .noRegistrationDays: "event set \(event) --registration-from DATE --registration-to DATE"
    case .noDeadline: "event set \(event) --deadline TIME"
    case .noTeam: "team import FILE"
    case .smallTeam(let team, _, _): "team member add \(team) PARTICIPANT"
    case .largeTeam(let team, _, _): "team member remove \(team) PARTICIPANT"
    case .noRubric: "rubric import FILE"
    case .noRound: "judging open main"
    case .noJudge: "judge import FILE"
    case .noSubmission: "submission import FILE"
    case .openRound(let round): "judging close \(round)"
    case .noResult, .noRanks: "result compute"
    case .notApproved(let number): "result approve \(number)"
    case .notAnnounced(let number): "result announce \(number) --at TIME"
    case .notYetPublic: "result list"
    case .unknownAmount(let prize): "prize set \(prize) --amount NUMBER --currency CODE"
    }
  }

  private static func members(_ count: Int) -> String {
    switch count {
    case 0: "no member"
    case 1: "1 member"
    default: "\(count) members"
    }
  }
}

extension Language {
  fileprivate var inEnglish: String {
    switch self {
    case .english: "English"
    case .french: "French"
    case .spanish: "Spanish"
    }
  }
}

extension Event {
  /// What has to be set before people can register.
  var blocksRegistration: [PhaseFinding] {
    var blockers = languages.filter { name[$0] == nil }.map(PhaseFinding.noName)
    if registrationFrom == nil || registrationTo == nil { blockers.append(.noRegistrationDays) }
    if deadline == nil { blockers.append(.noDeadline) }
    return blockers
  }
}
