import Foundation
import RankingEngine
import Testing

/// What is put into simulated events has to come out again. Seeds are fixed, so that every run sees the same events.
@Suite struct RecoveryTests {
  /// An event from the crossed model itself: score = mean + team + judge + noise.
  struct Crossed {
    static let deviations = (team: 1.0, judge: 0.7, residual: 0.8)
    let quality: [Double]
    let book: ScoreBook

    /// - Parameter steps: Into how many parts a unit of the scale is divided; scores are whole numbers of them.
    init(seed: UInt64, teams: Int = 30, judges: Int = 10, sheets: Int = 4, steps: Double) throws {
      var generator = Seeded(state: seed)
      let severities = (0..<judges).map { _ in Self.deviations.judge * Self.normal(&generator) }
      let quality = (0..<teams).map { _ in Self.deviations.team * Self.normal(&generator) }
      let offset = Int.random(in: 0..<judges, using: &generator)
      self.quality = quality
      book = try Sample.book(
        (0..<teams).flatMap { team in
          // Panels turn from team to team, with gaps of 1, 2, 4 …, so that judges meet many others and loads are equal.
          (0..<sheets).map { seat in
            let judge = (offset + team + (sheets == judges ? seat : (1 << seat) - 1)) % judges
            let noise = Self.deviations.residual * Self.normal(&generator)
            let score = 5 + quality[team] + severities[judge] + noise
            return (judge, team, [Int64((steps * score).rounded())])
          }
        }, teams: teams, judges: judges)
    }

    /// A standard normal number (Box and Muller 1958).
    private static func normal(_ generator: inout Seeded) -> Double {
      let radius = (-2 * log(Double.random(in: 0x1p-53..<1, using: &generator))).squareRoot()
      return radius * cos(2 * .pi * Double.random(in: 0..<1, using: &generator))
    }

    /// The share of the teams whose true rank lies in the interval for it.
    func coverage(_ method: RankingMethod, draws: Int) throws -> Double {
      let certainty = try #require(Ranking(of: book, by: method, draws: draws).certainty)
      let covered = quality.indices.count { team in
        let rank = 1 + quality.count { $0 > quality[team] }
        return certainty.intervals[team].map { $0.low...$0.high ~= rank } ?? false
      }
      return Double(covered) / Double(quality.count)
    }
  }

  /// REML is unbiased but for rounding and the boundary, which 30 teams and 10 judges do not come near.
  @Test func variancesAreFoundAgain() throws {
    let steps = 1000.0
    let fits = try (1...40).map { seed in
      try #require(CrossedEffectsFit(Crossed(seed: UInt64(seed), steps: steps).book)).variances
    }
    let truth = Crossed.deviations
    let found = [
      (fits.map(\.team), truth.team), (fits.map(\.judge), truth.judge), (fits.map(\.residual), truth.residual),
    ]
    for (estimates, deviation) in found {
      let scaled = estimates.map { $0 / (steps * steps) }
      let mean = scaled.reduce(0, +) / Double(scaled.count)
      let spread = scaled.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(scaled.count - 1)
      let error = (spread / Double(scaled.count)).squareRoot()
      #expect(abs(mean - deviation * deviation) < 3 * error, "\(mean) +- \(error) for \(deviation * deviation)")
    }
  }

  @Test func rankIntervalsOfRemlCover() throws {
    let shares = try (1...20).map { try Crossed(seed: $0, steps: 1000).coverage(.reml, draws: 300) }
    let coverage = shares.reduce(0, +) / Double(shares.count)
    #expect(0.88...0.97 ~= coverage, "\(coverage)")
  }

  /// Whole scores, about eight levels of them, as the ordinal model is made for.
  @Test func rankIntervalsOfReliabilityCover() throws {
    let shares = try (1...5).map {
      try Crossed(seed: $0, teams: 12, judges: 6, sheets: 3, steps: 1).coverage(.reliability, draws: 500)
    }
    let coverage = shares.reduce(0, +) / Double(shares.count)
    #expect(0.88...0.97 ~= coverage, "\(coverage)")
  }

  /// Where all judges see all teams a severe judge changes nothing at all. Where they do not, a shift is only partly taken
  /// for severity, since severities are drawn towards each other.
  @Test(arguments: [-4000, 500, 4000] as [Int64]) func aSevereJudgeMovesNobodyInAFullTable(_ shift: Int64) throws {
    for seed in 1...5 as ClosedRange<UInt64> {
      let book = try Crossed(seed: seed, teams: 12, judges: 5, sheets: 5, steps: 1000).book
      let before = try Ranking(of: book, by: .reml, draws: 0)
      let after = try Ranking(of: Self.changed(book) { $0 == 2 ? $1 + shift : $1 }, by: .reml, draws: 0)
      #expect(before.standings.map(\.team) == after.standings.map(\.team))
      #expect(before.standings.map(\.rank) == after.standings.map(\.rank))
    }
  }

  @Test func twiceTheScoresAreTwiceTheResult() throws {
    for seed in 1...5 as ClosedRange<UInt64> {
      let book = try Crossed(seed: seed, steps: 1000).book
      let before = try Ranking(of: book, by: .reml, draws: 0)
      let after = try Ranking(of: Self.changed(book) { $1 * 2 }, by: .reml, draws: 0)
      #expect(before.standings.map(\.team) == after.standings.map(\.team))
      #expect(agree(before.standings.map { 2 * $0.score }, after.standings.map(\.score), within: 1e-5))
    }
  }

  /// The same sheets with other points, which follow from the judge and the points.
  private static func changed(_ book: ScoreBook, _ points: (Int, Int64) -> Int64) throws -> ScoreBook {
    try Sample.book(
      book.teams.indices.map { sheet in
        let judge = book.judges[sheet]
        return (judge, book.teams[sheet], [points(judge, Int64(book.totals[sheet]))])
      }, teams: book.teamCount, judges: book.judgeCount)
  }
}
