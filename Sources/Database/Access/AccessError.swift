public import Vocabulary

/// Why somebody cannot be let in.
public enum AccessError: ExplainedError, Equatable {
  case unusableName(String)
  case unknownOrganiser(String)
  case lastOrganiser(String)
  case nameTaken(String)
  case notValid(prefix: String)
  case unknownToken(String, nearest: String?)
  case notForJudges(String)
  case onlyReading
  case ofOtherEvent(asked: String, own: String)
  case tokenNeeded

  public var explanation: Explanation {
    switch self {
    case .unusableName(let name):
      Explanation(
        .badData, code: "unusable-name", "\(quoted(name)) cannot be an organiser's name: it takes 1 to 200 characters.")
    case .unknownOrganiser(let name):
      Explanation(
        .notFound, code: "organiser-not-found", "There is no organiser \(quoted(name)).",
        hint: "List them: \(run: "organiser list"). A judge gets a token by: \(run: "judge invite CODE")")
    case .lastOrganiser(let name):
      Explanation(
        .refused, code: "last-organiser",
        "The organiser \(quoted(name)) cannot be removed because an event needs one at least.",
        hint: "Add another organiser first: \(run: "organiser add NAME")")
    case .nameTaken(let code):
      Explanation(
        .refused, code: "name-taken", "Somebody else of the event acts under the name \(quoted(code)) already.",
        hint: "An organiser can give the judge another code.")
    case .notValid(let prefix):
      Explanation(
        .notAllowed, code: "token-not-valid",
        "The token \(quoted("djt_\(prefix)_…")) is unknown here, was revoked or has expired.",
        hint: "Ask an organiser for another one, and forget this one: \(run: "logout")")
    case .unknownToken(let prefix, let nearest):
      .unknown("token", prefix, nearest: nearest, otherwise: "List them: \(run: "token list")")
    case .notForJudges(let code):
      Explanation(
        .notAllowed, code: "organisers-only",
        "This is for organisers, but the token in use is that of judge \(quoted(code)), who may score the own teams only.",
        hint: "See who you are: \(run: "whoami")")
    case .onlyReading:
      Explanation(
        .notAllowed, code: "token-reads-only", "The token in use may look at everything and change nothing.",
        hint: "Use another one, or ask for one: \(run: "token add NAME")")
    case .ofOtherEvent(let asked, let own):
      Explanation(
        .notAllowed, code: "token-of-other-event",
        "The token in use is for the event \(quoted(own)), but \(quoted(asked)) was asked for.",
        hint: "Leave -E and DATAJAM_EVENT out, or use another token.")
    case .tokenNeeded:
      Explanation(
        .notAllowed, code: "token-needed", "This takes somebody who is known by a token; a name alone does not do.",
        hint: "Log in: \(run: "login --token-file FILE"). An organiser gets a token by: \(run: "token add NAME")")
    }
  }
}
