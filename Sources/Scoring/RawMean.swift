/// The ranking by raw weighted means: the one that anybody can check with a calculator.
///
/// A sheet counts the weighted mean of its points, `sum(w x) / sum(w)` over the criteria present; a team's score is the
/// mean of its sheets. Everything is exact; equal scores share a place and the next is skipped (1, 1, 3).
public struct RawMean: Equatable, Sendable {
  /// One team in the ranking.
  public struct Standing: Equatable, Sendable {
    /// The team's position in the caller's list.
    public let team: Int
    public let place: Int
    /// Points, exact.
    public let score: Fraction
    public let sheets: Int
  }

  /// The ranked teams, best first; those who share a place in the order of the caller's list.
  public let standings: [Standing]
  /// Teams without a sheet, which have no place.
  public let unranked: [Int]

  /// Ranks the teams.
  /// - Parameters:
  ///   - teamCount: How many teams there are; sheets name them from 0.
  ///   - weights: The weight of each criterion, above 0, in any unit.
  ///   - sheets: In any order; a sheet without any points counts as none.
  /// - Complexity: linear in the scores, plus sorting the teams.
  public init(teamCount: Int, weights: [Int64], sheets: [ScoreSheet]) throws(ScoringError) {
    var sums = [Fraction](repeating: .zero, count: teamCount)
    var counts = [Int](repeating: 0, count: teamCount)
    for sheet in sheets {
      guard let mean = try Self.weightedMean(of: sheet, weights) else { continue }
      sums[sheet.team] = try sums[sheet.team].adding(mean)
      counts[sheet.team] += 1
    }
    var scored: [(team: Int, score: Fraction)] = []
    for team in 0..<teamCount where counts[team] > 0 {
      scored.append((team, try sums[team].divided(by: 1000 * counts[team])))
    }
    scored.sort { one, other in
      one.score == other.score ? one.team < other.team : one.score > other.score
    }
    var standings: [Standing] = []
    for (position, entry) in scored.enumerated() {
      let isTied = standings.last.map { $0.score == entry.score } ?? false
      let place = isTied ? standings.last?.place ?? 1 : position + 1
      standings.append(Standing(team: entry.team, place: place, score: entry.score, sheets: counts[entry.team]))
    }
    self.standings = standings
    unranked = (0..<teamCount).filter { counts[$0] == 0 }
  }

  private static func weightedMean(of sheet: ScoreSheet, _ weights: [Int64]) throws(ScoringError) -> Fraction? {
    var (sum, total): (Int128, Int128) = (0, 0)
    for (points, weight) in zip(sheet.points, weights) {
      guard let points else { continue }
      sum += Int128(points) * Int128(weight)
      total += Int128(weight)
    }
    return total > 0 ? try Fraction(sum, over: total) : nil
  }
}
