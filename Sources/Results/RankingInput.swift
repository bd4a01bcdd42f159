import Competition

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
