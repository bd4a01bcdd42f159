public import Competition

/// Why a result or a prize cannot be kept as asked.
public enum ResultError: ExplainedError, Equatable {
  case noReadySheets(round: String)
  case noResult
  case unknownTeam(String, nearest: String?)
  case unusablePlace(String, team: String)
  case teamTwice(String)
  case placesDoNotFollow(found: Int, expected: Int)
  case tooFine
  case amountWithoutMoney(Slug, Prize.Kind)
  case amountOfNothing(Slug)

  public var explanation: Explanation {
    switch self {
    case .noReadySheets(let round):
      Explanation(
        .refused, code: "no-ready-sheets", "No sheet of round \(quoted(round)) is ready, so there is nothing to rank.",
        hint: "See which are missing: datajam score missing")
    case .noResult:
      Explanation(
        .notFound, code: "no-result", "The event has no result yet.", hint: "Compute one: datajam result compute")
    case .unknownTeam(let key, let nearest):
      .unknown("team", key, nearest: nearest, otherwise: "List them: datajam team list")
    case .unusablePlace(let place, let team):
      Explanation(
        .badData, code: "unusable-place",
        "The place of \(quoted(team)) has to be a whole number from 1, but \(quoted(place)) was given.")
    case .teamTwice(let team):
      Explanation(.badData, code: "team-twice", "The team \(quoted(team)) stands twice in the result.")
    case .placesDoNotFollow(let found, let expected):
      Explanation(
        .badData, code: "places-do-not-follow",
        "The places do not follow each other: after those before it, \(expected) was expected, but \(found) was given.",
        hint: "Count from 1; teams that share a place use up the places behind it, as in 1, 1, 3.")
    case .tooFine:
      Explanation(.badData, code: "weights-too-fine", "The weights are too fine to compare the means exactly.")
    case .amountWithoutMoney(let key, let kind):
      Explanation(
        .badData, code: "amount-without-money",
        "The prize \(quoted(key.text)) is of kind \(quoted(kind.rawValue)), but only one of kind \"money\" has an amount.",
        hint: "Say what it is worth in its label, or import it as kind \"money\".")
    case .amountOfNothing(let key):
      Explanation(
        .badData, code: "amount-of-nothing", "The prize \(quoted(key.text)) has to be above 0.",
        hint: "Where the amount is not made public, write \"undisclosed\" in a file, or --undisclosed.")
    }
  }
}
