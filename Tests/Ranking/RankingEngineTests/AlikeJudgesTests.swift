import RankingEngine
import Testing

/// Who is said to have scored alike, in simulated events in which that is known.
@Suite struct AlikeJudgesTests {
  private static let teams = 12

  /// Totals from 0 to 100 by judge and team: a team's worth, a judge's severity, and noise of the judge's own.
  private func honest(_ judges: Int, _ generator: inout Seeded) -> [[Double]] {
    let worth = (0..<Self.teams).map { _ in 50 + 12 * normal(&generator) }
    return (0..<judges).map { _ in
      let severity = 5 * normal(&generator)
      return worth.map { $0 + severity + 8 * normal(&generator) }
    }
  }

  private func normal(_ generator: inout Seeded) -> Double {
    (0..<12).reduce(-6) { sum, _ in sum + Double.random(in: 0..<1, using: &generator) }
  }

  /// The pairs that are named, such as "4 5".
  private func named(_ totals: [[Double]]) throws -> Set<String> {
    let sheets = totals.enumerated().flatMap { judge, row in
      row.enumerated().map { team, total in
        (judge: judge, team: team, points: [Int64(min(max(total.rounded(), 0), 100))] as [Int64?])
      }
    }
    let book = try Sample.book(sheets, ranges: [0...100])
    let report = JudgeReport(try Ranking(of: book, by: .reml, draws: 0), book)
    return Set(report.alike.map { "\($0.one) \($0.other)" })
  }

  @Test func `two judges who copy each other are named, and honest ones are not`() throws {
    var missed = 0
    var accused = 0
    for seed in 1...100 as ClosedRange<UInt64> {
      var generator = Seeded(state: seed)
      // Three honest judges, one who turns the scale round, and two with the same sheets of their own making.
      var totals = honest(3, &generator)
      totals.append(totals[0].map { 100 - $0 })
      let invented = (0..<Self.teams).map { _ in 50 + 20 * normal(&generator) }
      totals += [invented, invented.map { $0 + normal(&generator) }]
      let pairs = try named(totals)
      missed += pairs.contains("4 5") ? 0 : 1
      accused += pairs.subtracting(["4 5"]).count
    }
    #expect(missed == 0)
    #expect(accused == 0)
  }

  @Test func `one who copies an honest judge is named with that judge alone`() throws {
    var missed = 0
    var accused = 0
    for seed in 201...300 as ClosedRange<UInt64> {
      var generator = Seeded(state: seed)
      var totals = honest(5, &generator)
      totals.append(totals[4].map { $0 + 1 + normal(&generator) })
      let pairs = try named(totals)
      missed += pairs.contains("4 5") ? 0 : 1
      accused += pairs.subtracting(["4 5"]).count
    }
    #expect(missed == 0)
    #expect(accused == 0)
  }

  @Test func `where all are honest hardly anybody is named`() throws {
    var accused = 0
    for seed in 401...600 as ClosedRange<UInt64> {
      var generator = Seeded(state: seed)
      if try !named(honest(6, &generator)).isEmpty { accused += 1 }
    }
    // One event in a hundred, by the level of the test.
    #expect(accused <= 2)
  }
}
