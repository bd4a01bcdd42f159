public import Competition

/// Why a submission cannot be kept as asked.
public enum SubmissionError: ExplainedError, Equatable {
  case unknownTeam(String, nearest: String?)
  case unusableLink(String)
  case tooLate(team: String)

  public var explanation: Explanation {
    switch self {
    case .unknownTeam(let key, let nearest):
      .unknown("team", key, nearest: nearest, otherwise: "List them: datajam team list")
    case .unusableLink(let url):
      Explanation(
        .badData, code: "unusable-link", "\(quoted(url)) is no link: it has to begin with http:// or https://.")
    case .tooLate(let team):
      Explanation(
        .refused, code: "too-late",
        "Team \(quoted(team)) has handed in nothing, and cannot any more: judging has ended.",
        hint: "To take the event back first: datajam event phase set judging --reason TEXT")
    }
  }
}
