import CanonicalJSON
public import RankingEngine
public import RankingReports
public import Vocabulary

/// What was kept of a result besides the ranks: the sheets, how severe judges are, and which sheets were flagged.
public struct KeptFigures: Sendable {
  public let book: ScoreBook
  public let names: RankingNames
  /// What each judge adds to a team's score, by the judge's code; empty where nothing was estimated.
  public let severities: [String: Double]
  /// How an ordinal method comes to the qualities; nil where the result keeps none of it.
  public let latent: LatentFigures?
  /// Whether the chances of neighbours are kept.
  let keepsChances: Bool
  /// What the chances were drawn from.
  let draws: Int
  let seed: UInt64
  /// The criteria with the lowest and the highest points, in the rubric's order.
  public let criteria: [(key: String, range: (low: Points, high: Points)?)]
  private let flagged: Set<SheetKey>

  private struct SheetKey: Hashable {
    let judge: String
    let team: String
  }

  /// Reads a result; nothing is ranked anew.
  /// - Throws: `ResultError.onlyStated` where ranks were decided elsewhere, `ScoringError`.
  public init(_ result: RankingResult) throws {
    let facts = try JSON(parsing: result.snapshot)
    guard case .computed = result.method, let input = RankingInput(facts: facts) else { throw ResultError.onlyStated }
    book = try input.book()
    names = input.names
    latent = LatentFigures(facts, book, names)
    keepsChances = facts["schema"]?.text == RankingSnapshot.schema
    draws = facts["draws"]?.integer ?? 0
    seed = facts["seed"]?.seed ?? 1
    criteria = input.criteria.map { criterion in
      (criterion.key, criterion.scale.flatMap { $0.count == 2 ? ($0[0], $0[1]) : nil })
    }
    severities = (facts["judges"]?.elements ?? []).reduce(into: [:]) { severities, entry in
      guard let judge = entry["judge"]?.text, case .number(let digits)? = entry["severity"] else { return }
      severities[judge] = Double(digits)
    }
    flagged = Set(
      (facts["flagged_sheets"]?.elements ?? []).map { entry in
        SheetKey(judge: entry["judge"]?.text ?? "", team: entry["team"]?.text ?? "")
      })
  }

  /// Whether a sheet probably has nothing to do with its team.
  public func isFlagged(_ sheet: Int) -> Bool {
    flagged.contains(SheetKey(judge: names.judges[book.judges[sheet]], team: names.teams[book.teams[sheet]]))
  }
}
