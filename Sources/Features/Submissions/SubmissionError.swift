public import Vocabulary

/// Why a submission cannot be kept as asked.
public enum SubmissionError: ExplainedError, Equatable {
  case unknownTeam(String, nearest: String?)
  case unknownSubmission(String)
  case unknownVersion(Int, team: String)
  case unknownTrack(String, nearest: String?)
  case unknownFile(String, team: String, nearest: String?)
  case alreadyThere(String)
  case unusableLink(String)
  case unusableFileName(String)
  case tooLate(team: String)
  case stillReferredTo(team: String, by: String)

  public var explanation: Explanation {
    switch self {
    case .unknownTeam(let key, let nearest):
      .unknown("team", key, nearest: nearest, otherwise: "List them: \(run: "team list")")
    case .unknownSubmission(let team):
      Explanation(
        .notFound, code: "submission-not-found", "Team \(quoted(team)) has no submission.",
        hint: "Begin one: \(run: "submission add \(team) --title-en TEXT")")
    case .unknownVersion(let number, let team):
      Explanation(
        .notFound, code: "version-not-found",
        "The submission of team \(quoted(team)) has no version \(quoted(String(number))).",
        hint: "List them: \(run: "submission history \(team)")")
    case .unknownTrack(let key, let nearest):
      .unknown("track", key, nearest: nearest, otherwise: "List them: \(run: "track list")")
    case .unknownFile(let name, let team, let nearest):
      .unknown("file", name, nearest: nearest, otherwise: "List them: \(run: "submission show \(team)")")
    case .alreadyThere(let team):
      Explanation(
        .refused, code: "submission-exists", "Team \(quoted(team)) has a submission already.",
        hint: "To change it: \(run: "submission set \(team) --title-en TEXT")")
    case .unusableLink(let url):
      Explanation(
        .badData, code: "unusable-link", "\(quoted(url)) is no link: it has to begin with http:// or https://.")
    case .unusableFileName(let name):
      Explanation(
        .badData, code: "unusable-file-name",
        "\(quoted(name)) cannot be the name of a file: it takes 1 to 255 characters, not only spaces.",
        hint: "Give another with --name.")
    case .stillReferredTo(let team, let referrer):
      Explanation(
        .refused, code: "submission-in-use",
        "The submission of team \(quoted(team)) cannot be removed because it has \(referrer).",
        hint: "If the team does not want it judged: \(run: "submission withdraw \(team)")")
    case .tooLate(let team):
      Explanation(
        .refused, code: "too-late",
        "Team \(quoted(team)) submitted nothing, and cannot submit any more: judging has ended.",
        hint: "To take the event back first: \(run: "event phase set judging --reason TEXT")")
    }
  }
}
