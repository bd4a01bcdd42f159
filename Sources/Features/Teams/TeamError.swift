public import Vocabulary

/// Why a team cannot be kept, or joined, as asked.
public enum TeamError: ExplainedError, Equatable {
  case unknownTeam(String, nearest: String?)
  case unknownParticipant(String, nearest: String?)
  case unknownTrack(String, nearest: String?)
  case alreadyThere(Slug)
  case tooLate(Slug)
  case blankName(Slug)
  case alreadyInTeam(participant: String, team: String)
  case full(team: String, size: Int)
  case secondCaptain(team: String)
  case notMember(String, of: String)
  case notActive(team: String, TeamStatus)
  case withdrew(participant: String)
  case wrongCode

  public var explanation: Explanation {
    switch self {
    case .unknownTeam(let key, let nearest):
      .unknown("team", key, nearest: nearest, otherwise: "List them: \(run: "team list")")
    case .unknownParticipant(let key, let nearest):
      .unknown("participant", key, nearest: nearest, otherwise: "List them: \(run: "participant list")")
    case .unknownTrack(let key, let nearest):
      .unknown("track", key, nearest: nearest, otherwise: "List them: \(run: "track list")")
    case .alreadyThere(let key):
      Explanation(
        .refused, code: "team-exists", "A team \(quoted(key.text)) already exists.",
        hint: "To change it: \(run: "team set \(key) --name NAME")")
    case .tooLate(let key):
      Explanation(
        .refused, code: "too-late", "The team \(quoted(key.text)) cannot be added: judging has ended.",
        hint: "To take the event back first: \(run: "event phase set judging --reason TEXT")")
    case .blankName(let key):
      Explanation(
        .badData, code: "blank-name", "The team \(quoted(key.text)) has no name.", hint: "Give it one: --name NAME")
    case .alreadyInTeam(let participant, let team):
      Explanation(
        .refused, code: "already-in-team",
        "\(quoted(participant)) is already in team \(quoted(team)): a participant is in one team of an event.",
        hint: "To move them, first run: \(run: "team member remove \(team) \(participant)")")
    case .full(let team, let size):
      Explanation(
        .refused, code: "team-full",
        "Team \(quoted(team)) is full: it has \(size) \(size == 1 ? "member" : "members"), the most that this event allows.",
        hint: "Choose another team, or raise the limit: \(run: "event set --team-size N")")
    case .secondCaptain(let team):
      Explanation(
        .refused, code: "second-captain", "Team \(quoted(team)) already has a captain.",
        hint: "To put a member in their place: \(run: "team captain \(team) PARTICIPANT")")
    case .notMember(let participant, let team):
      Explanation(
        .refused, code: "not-member",
        "\(quoted(participant)) is not in team \(quoted(team)), so cannot be its captain.",
        hint: "Put them into it: \(run: "team member add \(team) \(participant) --captain")")
    case .notActive(let team, let status):
      Explanation(
        .refused, code: "team-not-active", "Team \(quoted(team)) is \(status.rawValue), so it takes no members.",
        hint: "To let it take part again: \(run: "team \(status.verb) \(team) --undo")")
    case .withdrew(let participant):
      Explanation(
        .refused, code: "participant-withdrawn", "\(quoted(participant)) withdrew, so joins no team.",
        hint: "To let them take part again: \(run: "participant withdraw \(participant) --undo")")
    case .wrongCode:
      Explanation(
        .refused, code: "wrong-code",
        "This code opens no team to this participant: it is wrong, used or no longer valid.",
        hint: "Ask the team or an organiser for a new one: \(run: "team code TEAM")")
    }
  }
}

extension TeamStatus {
  /// The command that brings a team there and back.
  var verb: String { self == .disqualified ? "disqualify" : "withdraw" }
}
