public import Vocabulary

/// Why a team cannot be withdrawn, be merged with another one, be removed, or lose its track.
public enum TeamChangeError: ExplainedError, Equatable {
  case hasOtherStatus(team: String, TeamStatus)
  case withoutReason(team: String)
  case allowedWithoutReason(team: String)
  case intoItself(String)
  case tooMany(from: String, leaving: Int, into: String, staying: Int, size: Int)
  case bothSubmitted(String, String)
  case judged(String)
  case referredTo(String)
  case stillReferredTo(String, by: String)
  case trackThere(Slug)
  case trackWithoutName(Slug)
  case trackUsed(Slug, teams: Int)
  case trackSubmittedFor(Slug)

  public var explanation: Explanation {
    switch self {
    case .hasOtherStatus(let team, let status):
      Explanation(
        .refused, code: "team-not-active", "Team \(quoted(team)) is \(status.rawValue).",
        hint: "To let it take part again: \(run: "team \(status.verb) \(team) --undo")")
    case .withoutReason(let team):
      Explanation(
        .usage, code: "reason-needed", "Team \(quoted(team)) cannot be disqualified without a reason.",
        hint: "Say it: --reason TEXT")
    case .allowedWithoutReason(let team):
      Explanation(
        .usage, code: "reason-needed", "Ranking team \(quoted(team)) in spite of its submission needs a reason.",
        hint: "Add --reason TEXT; it is kept in the log.")
    case .intoItself(let team):
      Explanation(
        .refused, code: "merged-into-itself", "Team \(quoted(team)) cannot be merged into itself.",
        hint: "Name two teams: \(run: "team merge FROM INTO")")
    case .tooMany(let from, let leaving, let into, let staying, let size):
      Explanation(
        .refused, code: "team-too-large",
        "Team \(quoted(from)) has \(leaving) \(leaving == 1 ? "member" : "members") and \(quoted(into)) has \(staying): that makes \(leaving + staying), "
          + "but this event allows \(size) in a team.",
        hint: "Take somebody out first, or raise the limit: \(run: "event set --team-size N")")
    case .bothSubmitted(let from, let into):
      Explanation(
        .refused, code: "both-submitted",
        "Teams \(quoted(from)) and \(quoted(into)) have both handed something in, and a team has one submission.",
        hint: "See both: \(run: "submission list")")
    case .judged(let team):
      Explanation(
        .refused, code: "team-is-judged",
        "Team \(quoted(team)) has judges, sheets or a rank in a result already, so it is merged with no other.",
        hint: "Move its members one by one: \(run: "team member remove TEAM PARTICIPANT")")
    case .referredTo(let team):
      Explanation(
        .refused, code: "team-in-use",
        "Team \(quoted(team)) cannot be merged away: something of the event still refers to it.",
        hint: "Change what refers to it first.")
    case .stillReferredTo(let team, let referrer):
      Explanation(
        .refused, code: "team-in-use", "Team \(quoted(team)) cannot be removed because it has \(referrer).",
        hint: "If the team does not take part any more: \(run: "team withdraw \(team)")")
    case .trackThere(let key):
      Explanation(
        .refused, code: "track-exists", "A track \(quoted(key.text)) already exists.",
        hint: "To give it another name: \(run: "track set \(key) --name-en NAME")")
    case .trackWithoutName(let key):
      Explanation(
        .badData, code: "blank-name", "The track \(quoted(key.text)) has no name in any language.",
        hint: "Give it one: --name-en NAME, or --name-fr or --name-es.")
    case .trackUsed(let key, let teams):
      Explanation(
        .refused, code: "track-in-use",
        "The track \(quoted(key.text)) cannot be removed: \(teams) \(teams == 1 ? "team is" : "teams are") in it.",
        hint: "See them: \(run: "team list --track \(key)")")
    case .trackSubmittedFor(let key):
      Explanation(
        .refused, code: "track-in-use",
        "The track \(quoted(key.text)) cannot be removed: submissions compete in it.",
        hint: "See them: \(run: "submission list")")
    }
  }
}
