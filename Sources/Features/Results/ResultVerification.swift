public import CanonicalJSON
import Digests
import RankingEngine
import RankingReports
import Vocabulary

/// What recomputing a result from its snapshot alone says, without a database.
public struct ResultVerification: Equatable, Sendable {
  public let number: Int?
  /// The digest of what was read.
  public let sha256: String
  public let teams: Int
  public let sheets: Int
  /// Whether it was kept by an older version, of which less can be compared.
  public let isOlder: Bool
  public let differences: [Difference]

  /// Schemas that can be read, the newest last.
  public static let schemas = RankingSnapshot.schemas
  private static let mostDraws = 1_000_000

  /// Recomputes a result.
  /// - Parameter digests: Those that the snapshot has to have: of its file, and of the caller.
  /// - Throws: `ResultFileError` when these are no facts of a result that can be read.
  public init(of facts: JSON, expecting digests: [String]) throws(ResultFileError) {
    guard let schema = facts["schema"]?.text, let ranking = facts["ranking"]?.elements else {
      throw .noResult
    }
    guard Self.schemas.contains(schema) else { throw .unknownSchema(schema) }
    isOlder = schema == Self.schemas.first
    number = facts["edition"]?.integer
    teams = ranking.count
    sheets = facts["sheets"]?.elements?.count ?? 0
    let digest = SHA256Digest(of: facts.canonical).description
    sha256 = digest
    var comparison = SnapshotComparison(
      isComplete: !isOlder, absent: schema == RankingSnapshot.schema ? [] : RankingSnapshot.newestMembers)
    for expected in digests where expected.lowercased() != digest {
      comparison.note("sha256", .string(expected.lowercased()), .string(digest))
    }
    if let fault = Self.fault(in: facts, ranking) {
      comparison.note(fault.path, fault: fault.sentence)
    } else {
      comparison =
        Self.draws(askedFor: facts).map { draws in
          var tried = comparison
          Self.recompute(facts, draws: draws, &tried)
          return tried
        }.min { $0.differences.count < $1.differences.count } ?? comparison
    }
    differences = comparison.differences
  }

  /// How many draws were asked for. Older results do not tell it where none could be used: then either is tried.
  private static func draws(askedFor facts: JSON) -> [Int] {
    if let asked = facts["draws_asked"]?.integer { return [asked] }
    let used = facts["draws"]?.integer ?? 0
    return used > 0 ? [min(used, mostDraws)] : [RankingRequest().draws, 0]
  }

  /// What keeps facts from being recomputed at all.
  private static func fault(in facts: JSON, _ ranking: [JSON]) -> (path: String, sentence: String)? {
    let keys = (ranking + (facts["unranked"]?.elements ?? [])).map { $0["team"]?.text ?? "" }
    if let twice = Dictionary(grouping: keys, by: \.self).filter({ $0.value.count > 1 }).keys.min() {
      return ("ranking", "the team \(quoted(twice)) stands in it twice.")
    }
    let criteria = facts["rubric"]?["criteria"]?.elements ?? []
    guard Set(criteria.map { $0["key"]?.text }).count == criteria.count else {
      return ("rubric.criteria", "one stands there twice.")
    }
    if let draws = facts["draws_asked"], !(0...mostDraws).contains(draws.integer ?? -1) {
      return ("draws_asked", "it takes 0 to \(mostDraws).")
    }
    return nil
  }

  private static func recompute(_ facts: JSON, draws: Int, _ comparison: inout SnapshotComparison) {
    guard let body = body(of: facts, draws: draws, &comparison) else { return }
    let decisions = readDecisions(of: facts, &comparison)
    do {
      let expected = try RankingSnapshot.version(facts["edition"]?.integer ?? 1, of: body, after: nil, decisions)
      comparison.compare(facts.leavingOut(given), with: expected.leavingOut(given), at: "")
    } catch {
      // What was computed is compared all the same, and tells why the decisions do not fit.
      comparison.compare(
        RankingSnapshot.body(of: facts).leavingOut(given), with: body.leavingOut(given), at: "")
      comparison.note("decisions", fault: "they do not fit the ranks. " + error.explanation.message)
    }
    checkLots(decisions, RankingSnapshot.lotDigest(of: body), &comparison)
  }

  /// What a version follows cannot be recomputed, and its decisions are read as they are.
  private static let given: Set = ["previous", "decisions", "schema"]

  /// The body as it has to be: recomputed from the sheets, or for ranks that were stated, in their order.
  private static func body(of facts: JSON, draws: Int, _ comparison: inout SnapshotComparison) -> JSON? {
    guard let input = RankingInput(facts: facts) else { return statedBody(of: facts, &comparison) }
    let teams = Set(input.teams.map(\.key))
    if let stranger = input.sheets.first(where: { !teams.contains($0.team) }) {
      comparison.note("sheets", fault: "\(stranger.judge) scored \(quoted(stranger.team)), which is no team of it.")
      return nil
    }
    guard let method = facts["method"]?.text.flatMap(RankingMethod.init(rawValue:)) else {
      comparison.note("method", nil, facts["method"])
      return nil
    }
    let request = RankingRequest(
      method: method, seed: facts["seed"]?.seed ?? 1, draws: draws, across: facts["across"] == .bool(true))
    do {
      return RankingSnapshot.body(input, try ResultsService.report(of: input, by: request), draws: draws)
    } catch {
      comparison.note("sheets", fault: "they cannot be ranked by \(method.rawValue).")
      return nil
    }
  }

  private static func statedBody(of facts: JSON, _ comparison: inout SnapshotComparison) -> JSON? {
    guard facts["method"]?.text == RankingResult.Method.stated.name else {
      comparison.note("rubric", fault: "the criteria and their weights are missing.")
      return nil
    }
    let ranks = RankingSnapshot.computedRanks(of: facts).values.sorted()
    for (index, rank) in ranks.enumerated() where rank != index + 1 && (index == 0 || ranks[index - 1] != rank) {
      comparison.note("ranking[\(index)].computed_rank", .integer(index + 1), .integer(rank))
      return nil
    }
    return RankingSnapshot.body(of: facts)
  }

  private static func readDecisions(of facts: JSON, _ comparison: inout SnapshotComparison) -> [Decision] {
    (facts["decisions"]?.elements ?? []).enumerated().compactMap { index, entry in
      let decision = Decision(entry)
      if decision?.json.canonical != entry.canonical {
        comparison.note("decisions[\(index)]", .string("a signed decision with a reason"), entry)
      }
      return decision
    }
  }

  private static func checkLots(_ decisions: [Decision], _ digest: String, _ comparison: inout SnapshotComparison) {
    for (index, decision) in decisions.enumerated() {
      guard case .tieBroken(_, let teams, .lot(let seed)) = decision.kind else { continue }
      let lot = RandomDraw(of: teams, from: digest)
      if lot.seed != seed { comparison.note("decisions[\(index)].seed", .string(lot.seed), .string(seed)) }
      if lot.order != teams {
        comparison.note(
          "decisions[\(index)].teams", .array(lot.order.map { .string($0) }), .array(teams.map { .string($0) }))
      }
    }
  }
}

extension JSON {
  fileprivate func leavingOut(_ keys: Set<String>) -> JSON {
    .object((members ?? []).filter { !keys.contains($0.key) })
  }

  var seed: UInt64? {
    guard case .number(let digits) = self else { return nil }
    return UInt64(digits)
  }
}
