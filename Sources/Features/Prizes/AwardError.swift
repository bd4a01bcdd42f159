public import Vocabulary

/// Why a prize cannot be given, taken back or changed as asked.
public enum AwardError: ExplainedError, Equatable {
  case noResult
  case unknownTeam(String, nearest: String?)
  case unknownPrize(String, nearest: String?)
  case unknownTrack(String, nearest: String?)
  case unknownMember(String, team: String, nearest: String?)
  case noMembers(team: String)
  case rulesDeclaredLate
  case prizeWithAwards(Slug)
  case takesNoPart(team: String)
  case notDue(prize: Slug, team: String, among: [String])
  case noneLeft(Slug, count: Int)
  case alreadyHas(prize: Slug, team: String)
  case hasEnough(team: String, most: Int)
  case notAwarded(prize: Slug, team: String)
  case nothingAwarded(team: String)
  case delivered(prize: Slug, team: String)
  case reasonNeeded
  case sourceNeeded
  case noChoicePrize(Slug, basis: String)
  case targetWithoutInvitation(Slug, Prize.Kind)
  case impossibleQuantity(Slug, Int)
  case impossibleAmount(Slug)
  case teamTwiceInVotes(String)
  case amountWithoutMoney(Slug, Prize.Kind)
  case amountOfNothing(Slug)

  public var explanation: Explanation {
    switch self {
    case .noResult:
      Explanation(
        .notFound, code: "no-result", "The event has no result yet.", hint: "Compute one: \(run: "result compute")")
    case .unknownTeam(let key, let nearest):
      .unknown("team", key, nearest: nearest, otherwise: "List them: \(run: "team list")")
    case .unknownPrize(let key, let nearest):
      .unknown("prize", key, nearest: nearest, otherwise: "List them: \(run: "prize list")")
    case .unknownTrack(let key, let nearest):
      .unknown("track", key, nearest: nearest, otherwise: "List them: \(run: "track list")")
    case .unknownMember(let key, let team, let nearest):
      Explanation(
        .notFound, code: "member-not-found", "The team \(quoted(team)) has no member \(quoted(key)).",
        hint: suggestion(nearest) ?? "See its members: \(run: "team show \(team)")")
    case .noMembers(let team):
      Explanation(
        .refused, code: "no-members", "Nobody is known to be in the team \(quoted(team)), so nobody can confirm.",
        hint: "Add them: \(run: "team member add \(team) PARTICIPANT")")
    case .rulesDeclaredLate:
      Explanation(
        .refused, code: "rules-declared-late",
        "Scores were saved already, and the rules for prizes are declared before anybody can know whom they favour.",
        hint: "See those that hold: \(run: "prize rules")")
    case .prizeWithAwards(let key):
      Explanation(
        .refused, code: "prize-awarded", "The prize \(quoted(key.text)) was awarded or voted for, so it stays.",
        hint: "See to whom: \(run: "prize awards")")
    case .takesNoPart(let team):
      Explanation(
        .refused, code: "team-out", "The team \(quoted(team)) is no longer in the contest, so it receives no prize.",
        hint: "See why: \(run: "team show \(team)")")
    case .notDue(let prize, let team, let among):
      Explanation(
        .refused, code: "not-due",
        "The prize \(quoted(prize.text)) is not due to \(quoted(team))"
          + (among.isEmpty ? ": the ranking or the votes decide it." : ": the choice is among \(Self.list(among))."),
        hint: "See who receives what: \(run: "prize award --dry-run")")
    case .noneLeft(let prize, let count):
      Explanation(
        .refused, code: "none-left",
        "There \(count == 1 ? "is 1" : "are \(count)") of prize \(quoted(prize.text)), and nothing of it is left.",
        hint: "Take it back from somebody: \(run: "prize unaward \(prize) TEAM --reason TEXT")")
    case .alreadyHas(let prize, let team):
      Explanation(
        .refused, code: "already-awarded", "The team \(quoted(team)) has the prize \(quoted(prize.text)) already.")
    case .hasEnough(let team, let most):
      Explanation(
        .refused, code: "most-per-team",
        "The team \(quoted(team)) has \(most == 1 ? "a prize" : "\(most) prizes") already, and the rules allow no more.",
        hint: "See them: \(run: "prize rules")")
    case .notAwarded(let prize, let team):
      Explanation(
        .notFound, code: "not-awarded", "The team \(quoted(team)) does not have the prize \(quoted(prize.text)).",
        hint: "See who has it: \(run: "prize awards")")
    case .nothingAwarded(let team):
      Explanation(
        .notFound, code: "nothing-awarded", "The team \(quoted(team)) has no prize.",
        hint: "See who has one: \(run: "prize awards")")
    case .delivered(let prize, let team):
      Explanation(
        .refused, code: "prize-delivered",
        "The prize \(quoted(prize.text)) reached the team \(quoted(team)) already, but is due to it no longer.",
        hint: "Where it comes back, say so first: \(run: "prize unaward \(prize) \(team) --reason TEXT")")
    case .reasonNeeded:
      Explanation(
        .badData, code: "reason-needed", "A person who decides about a prize says why.",
        hint: "Add the reason: --reason TEXT")
    case .sourceNeeded:
      Explanation(
        .badData, code: "source-needed", "Votes need their source: who counted them, and where.",
        hint: "Add it: --source TEXT")
    case .noChoicePrize(let prize, let basis):
      Explanation(
        .refused, code: "not-by-votes", "The prize \(quoted(prize.text)) is for \(basis), so votes do not decide it.",
        hint: "Add one that they do: \(run: "prize add KEY --choice --kind goods")")
    case .targetWithoutInvitation(let prize, let kind):
      Explanation(
        .badData, code: "target-without-invitation",
        "The prize \(quoted(prize.text)) is of kind \(quoted(kind.rawValue)), but only an invitation leads to another event."
      )
    case .impossibleQuantity(let prize, let quantity):
      Explanation(
        .badData, code: "impossible-quantity",
        "There can be 1 to \(Prize.mostOfOne) of the prize \(quoted(prize.text)), but \(quantity) was given.")
    case .impossibleAmount(let prize):
      Explanation(
        .badData, code: "impossible-amount", "The amount of the prize \(quoted(prize.text)) is more than there can be.",
        hint: "Write it in whole units of the currency, such as 5000.")
    case .teamTwiceInVotes(let team):
      Explanation(
        .badData, code: "team-twice", "The team \(quoted(team)) stands twice among the votes of one source.")
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

  private static func list(_ teams: [String]) -> String { teams.map { quoted($0) }.joined(separator: ", ") }
}
