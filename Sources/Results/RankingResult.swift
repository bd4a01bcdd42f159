import CanonicalJSON
public import Competition

/// A ranking as it was computed or stated once; it is never changed.
public struct RankingResult: Equatable, Sendable {
  public enum Method: String, Sendable {
    /// Raw weighted means.
    case raw
    /// Places that were decided outside the program and are only repeated here, without scores.
    case stated
  }

  /// One team in the ranking.
  public struct Standing: Equatable, Sendable {
    public let team: String
    public let name: String
    public let place: Int
    /// The score as it is printed; nil where places were only stated.
    public let score: String?
    public let sheets: Int?
  }

  public let number: Int
  public let computedAt: Timestamp
  /// The canonical JSON that was hashed: with it anybody can recompute the ranking.
  public let snapshot: String
  public let sha256: String
  public let method: Method
  public let round: String?
  public let standings: [Standing]
  /// The names of teams that no ready sheet ranks.
  public let unranked: [String]
}

extension RankingResult {
  /// Reads a kept result.
  init(number: Int, computedAt: Timestamp, snapshot: String, sha256: String) throws {
    let facts = try JSON(parsing: snapshot)
    self.init(
      number: number, computedAt: computedAt, snapshot: snapshot, sha256: sha256,
      method: facts["method"]?.text.flatMap(Method.init) ?? .stated, round: facts["round"]?.text,
      standings: (facts["ranking"]?.elements ?? []).map { entry in
        Standing(
          team: entry["team"]?.text ?? "", name: entry["name"]?.text ?? "", place: entry["place"]?.integer ?? 0,
          score: entry["score"]?.text, sheets: entry["sheets"]?.integer)
      },
      unranked: (facts["unranked"]?.elements ?? []).compactMap { $0["name"]?.text })
  }
}
