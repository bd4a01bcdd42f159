import CanonicalJSON
public import RankingEngine
public import RankingReports
import Vocabulary

/// Everything that a round's ranking is computed from, as one consistent view found it.
public struct RankingInput: Equatable, Sendable {
  public struct Team: Equatable, Sendable {
    public let key: String
    public let name: String
  }

  struct Criterion: Equatable, Sendable {
    let key: String
    let weight: Points
    /// The lowest and the highest points; nil in results that were kept before these were.
    let scale: [Points]?
  }

  /// A team that is not ranked, and why.
  struct ExcludedTeam: Equatable, Sendable {
    let team: String
    let name: String
    let reason: String
  }

  /// A sheet that does not count, and why.
  struct ExcludedSheet: Equatable, Sendable {
    let judge: String
    let team: String
    let reason: String
  }

  /// A ready sheet, with its points in the order of the criteria.
  struct Sheet: Equatable, Sendable {
    let judge: String
    let team: String
    let points: [Points?]
  }

  let event: String
  let round: String
  let rubric: String
  let rubricVersion: Int
  let criteria: [Criterion]
  /// The active ones, in the order of their keys.
  public let teams: [Team]
  /// By judge and team.
  let sheets: [Sheet]
  /// Teams that withdrew or were disqualified: they are not ranked, and their sheets count for nothing.
  let excludedTeams: [ExcludedTeam]
  let excludedSheets: [ExcludedSheet]
  /// Whether criteria with different ranges count by their shares of them; older results take points as they are.
  let sharesRanges: Bool
}

extension RankingInput {
  /// Judges by code, in order; each has a ready sheet.
  private var judges: [String] { Set(sheets.map(\.judge)).sorted() }

  /// The names behind the positions in `book`: keys of teams and criteria, codes of judges.
  public var names: RankingNames {
    RankingNames(teams: teams.map(\.key), judges: judges, criteria: criteria.map(\.key))
  }

  /// The sheets as the engine takes them: teams, judges and criteria by position.
  /// - Throws: `ScoringError`.
  public func book() throws -> ScoreBook {
    let judges = judges
    let judgePositions = Dictionary(uniqueKeysWithValues: zip(judges, judges.indices))
    let teamPositions = Dictionary(uniqueKeysWithValues: zip(teams.map(\.key), teams.indices))
    var ratings: [Rating] = []
    for sheet in sheets {
      guard let judge = judgePositions[sheet.judge], let team = teamPositions[sheet.team] else { continue }
      for (criterion, points) in sheet.points.enumerated() {
        guard let points else { continue }
        ratings.append(Rating(judge: judge, team: team, criterion: criterion, points: points.thousandths))
      }
    }
    return try ScoreBook(
      teamCount: teams.count, judgeCount: judges.count, weights: criteria.map(\.weight.thousandths), decimals: 3,
      ranges: sharesRanges ? ranges : nil, ratings: ratings)
  }

  /// Nil where the range of a criterion is not known.
  private var ranges: [ClosedRange<Int64>]? {
    let ranges = criteria.compactMap { criterion -> ClosedRange<Int64>? in
      guard let scale = criterion.scale, scale.count == 2, scale[0] < scale[1] else { return nil }
      return scale[0].thousandths...scale[1].thousandths
    }
    return ranges.count == criteria.count ? ranges : nil
  }
}
