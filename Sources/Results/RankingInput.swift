import Competition
import Scoring

/// Everything that a round's ranking is computed from, as one consistent view found it.
struct RankingInput: Equatable, Sendable {
  struct Team: Equatable, Sendable {
    let key: String
    let name: String
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
  let teams: [Team]
  let sheets: [Sheet]
}

extension RankingInput {
  /// The sheets as the engine takes them: teams, judges and criteria by position.
  func scoreBook() throws -> ScoreBook {
    let judges = Array(Set(sheets.map(\.judge))).sorted()
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
}
