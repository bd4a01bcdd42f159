public import Competition

/// Why a team cannot be kept, or joined, as asked.
public enum TeamError: ExplainedError, Equatable {
  case unknownTeam(String, nearest: String?)
  case unknownParticipant(String, nearest: String?)
  case blankName(Slug)
  case alreadyInTeam(participant: String, team: String)
  case full(team: String, size: Int)
  case secondCaptain(team: String)

  public var explanation: Explanation {
    switch self {
    case .unknownTeam(let key, let nearest):
      .unknown("team", key, nearest: nearest, otherwise: "List them: datajam team list")
    case .unknownParticipant(let key, let nearest):
      .unknown("participant", key, nearest: nearest, otherwise: "List them: datajam participant list")
    case .blankName(let key):
      Explanation(.badData, code: "blank-name", "The team \(quoted(key.text)) has no name.")
    case .alreadyInTeam(let participant, let team):
      Explanation(
        .refused, code: "already-in-team",
        "\(quoted(participant)) is already in team \(quoted(team)): a participant is in one team of an event.",
        hint: "To move them, first run: datajam team member remove \(team) \(participant)")
    case .full(let team, let size):
      Explanation(
        .refused, code: "team-full",
        "Team \(quoted(team)) is full: it has \(size) members, the most that this event allows.",
        hint: "Choose another team, or raise the limit: datajam event set --team-size N")
    case .secondCaptain(let team):
      Explanation(.refused, code: "second-captain", "Team \(quoted(team)) already has a captain.")
    }
  }
}
