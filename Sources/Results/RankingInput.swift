import CanonicalJSON
import Competition
public import RankingReports
public import Scoring

/// Everything that a round's ranking is computed from, as one consistent view found it.
public struct RankingInput: Equatable, Sendable {
  public struct Team: Equatable, Sendable {
    public let key: String
    public let name: String
  }

  struct Criterion: Equatable, Sendable {
    let key: String
    let weight: Points
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
  /// In the order of their keys.
  public let teams: [Team]
  let sheets: [Sheet]
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
      ratings: ratings)
  }

  /// Reads what a kept result was computed from; nil where places were only stated.
  public init?(_ result: RankingResult) throws {
    let facts = try JSON(parsing: result.snapshot)
    guard case .computed = result.method, let rubric = facts["rubric"] else { return nil }
    let criteria = (rubric["criteria"]?.elements ?? []).compactMap { entry in
      entry["weight"]?.text.flatMap(Points.init).map { Criterion(key: entry["key"]?.text ?? "", weight: $0) }
    }
    self.init(
      event: facts["event"]?.text ?? "", round: facts["round"]?.text ?? "", rubric: rubric["key"]?.text ?? "",
      rubricVersion: rubric["version"]?.integer ?? 0, criteria: criteria,
      teams: ((facts["ranking"]?.elements ?? []) + (facts["unranked"]?.elements ?? []))
        .map { Team(key: $0["team"]?.text ?? "", name: $0["name"]?.text ?? "") }.sorted { $0.key < $1.key },
      sheets: (facts["sheets"]?.elements ?? []).map { sheet in
        Sheet(
          judge: sheet["judge"]?.text ?? "", team: sheet["team"]?.text ?? "",
          points: criteria.map { sheet["points"]?[$0.key]?.text.flatMap(Points.init) })
      })
  }
}
