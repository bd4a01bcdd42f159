public import RankingEngine
import RankingReports
public import Vocabulary

/// Why a result cannot be kept as asked.
public enum ResultError: ExplainedError, Equatable {
  case noReadySheets(round: String)
  /// The sheets do not say yet how sure anything is.
  case noChances(round: String)
  case noResult
  case unknownTeam(String, nearest: String?)
  case unusableRank(String, team: String)
  case teamTwice(String)
  case ranksDoNotFollow(found: Int, expected: Int)
  /// No judge links some teams with the others.
  case separateParts(Int, round: String)
  /// The ranks were decided elsewhere, so that there are no scores to explain them by.
  case onlyStated
  /// There is no one best pair of teams to ask about.
  case noRecommendation
  case notRankable(ScoringError, method: RankingMethod?)

  public var explanation: Explanation {
    switch self {
    case .noReadySheets(let round):
      Explanation(
        .refused, code: "no-ready-sheets", "No sheet of round \(quoted(round)) is ready, so there is nothing to rank.",
        hint: "See which are missing: \(run: "score missing")")
    case .noChances(let round):
      Explanation(
        .refused, code: "too-little-known",
        "The ready sheets of round \(quoted(round)) are too few, or link too few judges, to say where more would tell most.",
        hint: "See what links the judges: \(run: "assignment check --round \(round)")")
    case .noResult:
      Explanation(
        .notFound, code: "no-result", "The event has no result yet.", hint: "Compute one: \(run: "result compute")")
    case .unknownTeam(let key, let nearest):
      .unknown("team", key, nearest: nearest, otherwise: "List them: \(run: "team list")")
    case .unusableRank(let rank, let team):
      Explanation(
        .badData, code: "unusable-rank",
        "The rank of \(quoted(team)) has to be a whole number from 1, but \(quoted(rank)) was given.")
    case .teamTwice(let team):
      Explanation(.badData, code: "team-twice", "The team \(quoted(team)) stands twice in the result.")
    case .ranksDoNotFollow(let found, let expected):
      Explanation(
        .badData, code: "places-do-not-follow",
        "The ranks do not follow each other: after those before it, \(expected) was expected, but \(found) was given.",
        hint: "Count from 1; teams that share a rank use up the ranks behind it, as in 1, 1, 3.")
    case .separateParts(let count, let round):
      Explanation(
        .refused, code: "disconnected",
        "No judge links \(count) groups of teams in round \(quoted(round)), so they cannot be ranked as one.",
        hint: "Let a judge score teams of several groups. Or add --across, which takes the judges of each group for "
          + "equally severe and its teams for equally strong.")
    case .onlyStated:
      Explanation(
        .refused, code: "only-stated",
        "These ranks were decided elsewhere, so there are no scores to explain them by.",
        hint: "See them: \(run: "result show")")
    case .noRecommendation:
      Explanation(
        .refused, code: "no-recommendation",
        "The result says nothing of who should meet in a final: it has too few teams, or groups that no judge links.",
        hint: "Say how many of the best meet: \(run: "round final --from ROUND --top 3")")
    case .notRankable(.beyond(let limit), _):
      Explanation(
        .refused, code: "too-many", limit.sentence,
        hint: limit.isOfDraws
          ? "Rank without probabilities: \(run: "result compute --draws 0")"
          : "Rank them by another method: \(run: "result compute --method raw --draws 0")")
    case .notRankable(let error, let method):
      Explanation(
        .refused, code: "not-rankable",
        "The ready sheets cannot be ranked by \(quoted(method?.rawValue ?? "the default")): \(Self.reason(error)).",
        hint: "Rank them by another method: \(run: "result compute --method raw")")
    }
  }

  private static func reason(_ error: ScoringError) -> String {
    switch error {
    case .unmetPrecondition(.twoTeams): "only one team has a sheet"
    case .unmetPrecondition(.comparisons): "no judge scored two teams"
    default: "\(error)"
    }
  }
}
