import CanonicalJSON
public import Vocabulary

/// A ranking as it was computed or stated once; it is never changed.
public struct RankingResult: Sendable {
  /// One team in the ranking.
  public struct Standing: Equatable, Sendable {
    public let team: String
    public let name: String
    public let rank: Int
    /// The rank that the scores gave, or that was stated; another one is in force where organisers decided so.
    public let computedRank: Int
    /// The group of teams that judges link, from 1.
    public let component: Int
    /// The score as it is printed; nil where ranks were only stated.
    public let score: String?
    public let sheets: Int?
    /// The figures as the snapshot has them, in decimal; nil where nothing could be estimated.
    public let standardError: String?
    public let pFirst: String?
    public let pTop3: String?
    /// How likely it is better than the next team by the scores; nil where nothing was estimated or kept.
    public let pNext: String?
    public let ranks: ClosedRange<Int>?
    public let rawMean: String?
    public let rawRank: Int?
    public let isProvisional: Bool
    public let tieBreak: String?
  }

  /// A team that is not ranked.
  public struct Unranked: Equatable, Sendable {
    public let team: String
    public let name: String
    public let reason: String
  }

  public let number: Int
  public let computedAt: Timestamp
  /// The canonical JSON that was hashed: with it anybody can recompute the ranking.
  public let snapshot: String
  public let sha256: String
  public let method: Method
  public let round: String?
  public let standings: [Standing]
  /// The names of the teams that are not ranked, and why: no ready sheet, withdrawn, disqualified.
  public let unranked: [Unranked]
  /// What organisers decided beside the scores, in order.
  public let decisions: [Decision]
  /// What to read first, and what to beware of.
  public let statements: [String]
  public let warnings: [String]
  /// The digest of what was ranked, as `datajam rank` prints it for the same scores.
  public let inputDigest: String?
  /// Groups of teams that judges link; more than one where ranks count within each.
  public let groups: Int
}

extension RankingResult: Equatable {
  /// The same version has the same bytes.
  public static func == (one: RankingResult, other: RankingResult) -> Bool {
    one.number == other.number && one.sha256 == other.sha256 && one.computedAt == other.computedAt
  }
}

extension RankingResult {
  /// Reads a kept result.
  init(number: Int, computedAt: Timestamp, snapshot: String, sha256: String) throws {
    let facts = try JSON(parsing: snapshot)
    self.init(
      number: number, computedAt: computedAt, snapshot: snapshot, sha256: sha256,
      method: facts["method"]?.text.flatMap(Method.init(name:)) ?? .stated, round: facts["round"]?.text,
      standings: (facts["ranking"]?.elements ?? []).map(Standing.init),
      unranked: (facts["unranked"]?.elements ?? []).map { entry in
        Unranked(team: entry["team"]?.text ?? "", name: entry["name"]?.text ?? "", reason: entry["reason"]?.text ?? "")
      },
      decisions: (facts["decisions"]?.elements ?? []).compactMap(Decision.init),
      statements: (facts["statements"]?.elements ?? []).compactMap(\.text),
      warnings: (facts["warnings"]?.elements ?? []).compactMap { $0["message"]?.text },
      inputDigest: facts["input_sha256"]?.text,
      groups: facts["across"] == .bool(true) ? 1 : facts["components"]?.integer ?? 1)
  }
}

extension RankingResult.Standing {
  fileprivate init(_ entry: JSON) {
    let ranks = entry["rank_low"]?.integer.flatMap { low in
      entry["rank_high"]?.integer.flatMap { low <= $0 ? low...$0 : nil }
    }
    self.init(
      team: entry["team"]?.text ?? "", name: entry["name"]?.text ?? "", rank: entry["rank"]?.integer ?? 0,
      computedRank: (entry["computed_rank"] ?? entry["rank"])?.integer ?? 0,
      component: entry["component"]?.integer ?? 1, score: entry["score"]?.text, sheets: entry["sheets"]?.integer,
      standardError: entry["standard_error"]?.digits, pFirst: entry["p_first"]?.digits,
      pTop3: entry["p_top3"]?.digits,
      pNext: entry["p_next"]?.digits, ranks: ranks,
      rawMean: entry["raw_mean"]?.digits,
      rawRank: entry["raw_rank"]?.integer, isProvisional: entry["provisional"] == .bool(true),
      tieBreak: entry["tie_break"]?.text)
  }
}

extension JSON {
  /// The decimal text of a number, or nil for any other value.
  fileprivate var digits: String? {
    guard case .number(let digits) = self else { return nil }
    return digits
  }
}
