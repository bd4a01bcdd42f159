import CanonicalJSON
public import RankingEngine
public import RankingReports
import Vocabulary

/// What was kept of a result besides the ranks: the sheets, how severe judges are, and which sheets were flagged.
public struct KeptFigures: Sendable {
  public let book: ScoreBook
  public let names: RankingNames
  /// What each judge adds to a team's score, by the judge's code; empty where nothing was estimated.
  public let severities: [String: Double]
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
