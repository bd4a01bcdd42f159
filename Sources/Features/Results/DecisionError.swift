public import Vocabulary

/// Why ranks cannot be decided so.
public enum DecisionError: ExplainedError, Equatable {
  case reasonNeeded
  case notTheTie([String], rank: Int, sharing: [String])
  case noTie([String])
  case orderOfOthers
  case orderNeeded(Decision.Way)
  case orderOfLot
  case notAtRank(String, Int)
  case hasThatRank(String, Int)
  case beyondRanks(Int, last: Int)
  case withinTie(Int, [String])
  case notFrozen(round: String)
  case severalParts

  public var explanation: Explanation {
    switch self {
    case .reasonNeeded:
      Explanation(
        .usage, code: "reason-needed", "A decision about ranks needs a reason.",
        hint: "Add --reason TEXT; it stands in the result.")
    case .notTheTie(let teams, let rank, let sharing):
      Explanation(
        .refused, code: "not-the-tie",
        sharing.count > 1
          ? "Rank \(rank) is shared by \(Self.list(sharing)), not by \(Self.list(teams))."
          : "Rank \(rank) is not shared by \(Self.list(teams)).",
        hint: "Name all teams of the tie, the best first. See them: \(run: "result tie list")")
    case .noTie(let teams):
      Explanation(
        .refused, code: "no-tie", "\(Self.list(teams)) do not share a rank.",
        hint: "See who does: \(run: "result tie list")")
    case .orderOfOthers:
      Explanation(
        .usage, code: "order-of-others", "The order names other teams than those of the tie.",
        hint: "Write each of them once, the best first, with commas between them.")
    case .orderNeeded(let way):
      Explanation(
        .usage, code: "order-needed", "A \(way.name) says in which order the teams of a tie come.",
        hint: "Add --order with their keys, the best first, such as --order aurora,boreal")
    case .orderOfLot:
      Explanation(
        .usage, code: "order-of-lot", "A lot is drawn from the scores themselves, so that nobody chooses its order.",
        hint: "Leave --order out.")
    case .notAtRank(let team, let rank):
      Explanation(.refused, code: "not-at-rank", "The team \(quoted(team)) is not at rank \(rank).")
    case .hasThatRank(let team, let rank):
      Explanation(
        .refused, code: "has-that-rank", "The team \(quoted(team)) has rank \(rank) already.",
        hint: "See the ranks: \(run: "result show")")
    case .beyondRanks(let rank, let last):
      Explanation(
        .badData, code: "no-such-rank", "There is no rank \(rank): the result has ranks from 1 to \(last).")
    case .withinTie(let rank, let teams):
      Explanation(
        .refused, code: "within-a-tie", "Rank \(rank) stands within a tie of \(Self.list(teams)).",
        hint: "Break the tie first: \(run: "result tie list")")
    case .notFrozen(let round):
      Explanation(
        .refused, code: "round-not-frozen",
        "The scores of round \(quoted(round)) can still change, so nothing is decided about its ranks yet.",
        hint: "Freeze it first: \(run: "result freeze \(round)")")
    case .severalParts:
      Explanation(
        .refused, code: "separate-parts", "The ranks count within groups that no judge links, so none can be decided.",
        hint: "Rank them as one: \(run: "result compute --across")")
    }
  }

  private static func list(_ teams: [String]) -> String { teams.map { quoted($0) }.joined(separator: ", ") }
}
