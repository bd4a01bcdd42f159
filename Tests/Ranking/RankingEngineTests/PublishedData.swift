import RankingEngine

/// Published tables of complete judge-by-team scores, one criterion each; teams and judges stand by name.
struct PublishedData: Sendable {
  let name: String
  let teams: [String]
  let judges: [String]
  /// The scores of each judge, by team.
  let scores: [[Int64]]

  static let all = [penicillin, wineRating, shroutFleiss]

  /// The book, its ratings given backwards so that nothing rests on their order.
  func book() throws -> ScoreBook {
    let ratings = scores.enumerated().flatMap { judge, row in
      row.enumerated().map { Rating(judge: judge, team: $0, criterion: 0, points: $1) }
    }
    return try ScoreBook(
      teamCount: teams.count, judgeCount: judges.count, weights: [1], decimals: 0, ratings: ratings.reversed())
  }
}

extension PublishedData {
  /// Davies and Goldsmith 1972, as in lme4: 24 plates measured with 6 samples.
  static let penicillin = PublishedData(
    name: "penicillin",
    teams: [
      "plate_a", "plate_b", "plate_c", "plate_d", "plate_e", "plate_f", "plate_g", "plate_h", "plate_i", "plate_j",
      "plate_k", "plate_l", "plate_m", "plate_n", "plate_o", "plate_p", "plate_q", "plate_r", "plate_s", "plate_t",
      "plate_u", "plate_v", "plate_w", "plate_x",
    ],
    judges: ["sampleA", "sampleB", "sampleC", "sampleD", "sampleE", "sampleF"],
    scores: [
      [27, 27, 25, 26, 25, 24, 24, 26, 24, 24, 26, 25, 26, 26, 26, 25, 25, 25, 24, 26, 25, 25, 24, 24],
      [23, 23, 21, 23, 22, 22, 20, 22, 21, 21, 23, 22, 24, 23, 23, 22, 21, 22, 21, 23, 21, 22, 21, 21],
      [26, 26, 25, 25, 26, 25, 23, 26, 24, 24, 26, 26, 26, 26, 25, 25, 24, 24, 23, 26, 24, 25, 24, 24],
      [23, 23, 24, 23, 22, 23, 21, 24, 22, 23, 24, 24, 24, 23, 24, 23, 23, 23, 21, 24, 22, 22, 22, 22],
      [23, 23, 24, 23, 23, 22, 22, 24, 22, 22, 24, 24, 25, 23, 24, 23, 23, 23, 21, 24, 22, 22, 24, 21],
      [21, 21, 20, 20, 20, 19, 19, 21, 20, 19, 21, 20, 22, 20, 22, 20, 20, 19, 19, 21, 18, 20, 19, 18],
    ])

  /// Randall 1989, as in R's ordinal: the bitterness of 8 bottles, 1 to 5, by 9 judges.
  static let wineRating = PublishedData(
    name: "wine_rating",
    teams: [
      "cold_no_1", "cold_no_2", "cold_yes_3", "cold_yes_4", "warm_no_5", "warm_no_6", "warm_yes_7", "warm_yes_8",
    ],
    judges: ["J1", "J2", "J3", "J4", "J5", "J6", "J7", "J8", "J9"],
    scores: [
      [2, 3, 3, 4, 4, 4, 5, 5],
      [1, 2, 1, 3, 2, 3, 5, 4],
      [2, 3, 3, 2, 5, 5, 4, 4],
      [3, 2, 3, 2, 3, 2, 5, 3],
      [2, 3, 4, 3, 3, 3, 3, 3],
      [3, 2, 3, 2, 2, 4, 5, 4],
      [1, 1, 2, 2, 2, 3, 2, 3],
      [2, 2, 2, 3, 3, 3, 3, 4],
      [1, 2, 3, 2, 3, 2, 4, 4],
    ])

  /// Shrout and Fleiss 1979, table 2: 6 targets by 4 judges.
  static let shroutFleiss = PublishedData(
    name: "shrout_fleiss",
    teams: [
      "T1", "T2", "T3", "T4", "T5", "T6",
    ],
    judges: ["J1", "J2", "J3", "J4"],
    scores: [
      [9, 6, 8, 7, 10, 6],
      [2, 1, 4, 1, 5, 2],
      [5, 3, 6, 2, 6, 4],
      [8, 2, 8, 6, 9, 7],
    ])
}
