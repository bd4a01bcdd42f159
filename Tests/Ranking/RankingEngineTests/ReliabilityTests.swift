import RankingEngine
import Testing

/// The ordinal model against an independent implementation of the same formulas, and against ordinal::clmm.
@Suite struct ReliabilityTests {
  func isNear(_ mine: [Double?], _ theirs: [Double], by tolerance: Double) -> Bool {
    mine.count == theirs.count && zip(mine, theirs).allSatisfy { abs(($0 ?? .nan) - $1) <= tolerance }
  }

  @Test func wineHasTheReferenceFit() throws {
    let fit = OrdinalFit(try PublishedData.wineRating.book())
    #expect(abs(fit.logMarginalLikelihood - -96.017994) < 1e-5)
    #expect(
      isNear(
        fit.means, [-0.90964, -0.56597, -0.18209, -0.25301, 0.08203, 0.27044, 0.84962, 0.70851], by: 1e-5))
    #expect(
      isNear(
        fit.deviations, [0.31024, 0.29994, 0.30116, 0.29720, 0.29749, 0.29637, 0.30739, 0.29773], by: 1e-5))
    let severities = [0.567, -0.2214, 0.373, -0.0073, 0.107, 0.1518, -0.6683, -0.0937, -0.2082]
    #expect(isNear(fit.severities, severities, by: 1e-4))
    let unrelated = [0.0002, 0.0444, 0.0121, 0.0160, 0.0031, 0.0056, 0.0008, 0.0004, 0.0009]
    #expect(isNear(fit.unrelatedJudges, unrelated, by: 1e-4))
    let stretches = [1.078, 1.050, 1.001, 0.939, 0.907, 0.995, 1.049, 0.967, 1.045]
    #expect(isNear(fit.stretches, stretches, by: 1e-3))
    let shares = [fit.variances.team, fit.variances.judge, fit.variances.residual]
    #expect(isNear(shares, [0.38092, 0.21253, 0.40655], by: 1e-5))
  }

  @Test func wineHasTheReferenceCertainty() throws {
    let ranking = try Ranking(of: try PublishedData.wineRating.book(), by: .reliability)
    let certainty = try #require(ranking.certainty)
    let order = ranking.standings.map(\.team)
    #expect(order == [6, 7, 5, 4, 2, 3, 1, 0])
    // Two Monte Carlo errors of these draws and of those behind the reference.
    #expect(abs((certainty.first[6] ?? 0) - 0.663) < 0.015)
    #expect(abs((certainty.first[7] ?? 0) - 0.322) < 0.015)
    #expect(abs((certainty.pairs[RankDistribution.Pair(6, 7)] ?? 0) - 0.671) < 0.015)
    #expect(
      order.map { certainty.intervals[$0].map { "\($0.low)-\($0.high)" } }
        == ["1-2", "1-2", "2-4", "3-5", "4-7", "4-7", "6-8", "7-8"])
  }

  @Test func penicillinHasTheReferenceFitAndItsTies() throws {
    let data = PublishedData.penicillin
    let fit = OrdinalFit(try data.book())
    func mean(_ name: String) -> Double { fit.means[data.teams.firstIndex(of: "plate_" + name) ?? 0] ?? .nan }
    func deviation(_ name: String) -> Double { fit.deviations[data.teams.firstIndex(of: "plate_" + name) ?? 0] ?? .nan }
    #expect(abs(fit.logMarginalLikelihood - -179.220287) < 1e-4)
    #expect(isNear(["m", "k", "o", "h", "a"].map(mean), [0.81573, 0.49724, 0.47494, 0.39839, 0.31655], by: 1e-4))
    #expect(isNear(["x", "g", "s"].map(mean), [-0.60802, -0.67191, -0.67255], by: 1e-4))
    #expect(isNear(["m", "k", "o", "h"].map(deviation), [0.14889, 0.14645, 0.13978, 0.13954], by: 1e-4))
    #expect(isNear(fit.severities, [1.0309, -0.5026, 0.9437, -0.0740, -0.0377, -1.3834], by: 1e-4))
    let ranking = try Ranking(of: try data.book(), by: .reliability, draws: 2000)
    let shared = ranking.standings.filter { $0.tieBreak == .shared }.map { data.teams[$0.team] }
    #expect(shared == ["plate_k", "plate_t", "plate_a", "plate_b"])
  }

  /// The modes of clmm(y ~ 1 + (1|team) + (1|judge), link = probit).
  @Test func theOrdinalModelKeepsTheOrderOfClmm() throws {
    let modes = [-1.38321, -0.88192, -0.27936, -0.41524, 0.13261, 0.41236, 1.32603, 1.09139]
    let fit = OrdinalFit(try PublishedData.wineRating.book(), doubting: false)
    let means = fit.means.compactMap { $0 }
    #expect(means.indices.sorted { means[$0] > means[$1] } == modes.indices.sorted { modes[$0] > modes[$1] })
    let (mine, theirs) = (means.reduce(0, +) / 8, modes.reduce(0, +) / 8)
    let products = zip(means, modes).reduce(0) { $0 + ($1.0 - mine) * ($1.1 - theirs) }
    let squares = means.reduce(0) { $0 + ($1 - mine) * ($1 - mine) }
    let otherSquares = modes.reduce(0) { $0 + ($1 - theirs) * ($1 - theirs) }
    #expect(products / (squares * otherSquares).squareRoot() > 0.999)
  }

  @Test func oneJudgeAloneGivesTheOrder() throws {
    let book = try Sample.book([(0, 0, [3]), (0, 1, [5]), (0, 2, [1])])
    let ranking = try Ranking(of: book, by: .reliability)
    #expect(ranking.standings.map(\.team) == [1, 0, 2])
    #expect(ranking.certainty == nil && ranking.draws == 0)
    #expect(ranking.standings.allSatisfy { $0.standardError == nil })
    #expect(ranking.findings.contains(.singleJudge))
  }

  @Test func equalScoresShareEveryPlace() throws {
    let book = try Sample.book((0..<4).flatMap { judge in (0..<5).map { (judge, $0, [3, 3]) } }, weights: [2, 1])
    let fit = OrdinalFit(book)
    #expect(fit.means.allSatisfy { abs($0 ?? 1) < 1e-12 })
    #expect(try Ranking(of: book, by: .reliability, draws: 500).standings.map(\.rank) == [1, 1, 1, 1, 1])
  }

  /// A judge who gives everybody the least and one friend the most does not decide.
  @Test func aFriendlySheetIsFlaggedAndHardlyCounts() throws {
    var sheets: [(judge: Int, team: Int, points: [Int64?])] = []
    for judge in 0..<6 {
      for team in 0..<8 {
        let honest = Int64(5 - team / 2 + (team * judge + judge) % 2)
        sheets.append((judge, team, [judge == 5 ? (team == 7 ? 5 : 1) : min(honest, 5)]))
      }
    }
    let book = try Sample.book(sheets)
    let ranking = try Ranking(of: book, by: .reliability, draws: 500)
    let friendly = try #require(book.teams.indices.first { book.teams[$0] == 7 && book.judges[$0] == 5 })
    #expect(ranking.ordinal?.unrelatedSheets[friendly] ?? 0 > 0.5)
    #expect(
      ranking.findings.contains {
        if case .unrelatedSheets(let flagged) = $0 { flagged.contains(friendly) } else { false }
      })
    #expect(ranking.standings.last?.team == 7 || ranking.standings.dropLast().last?.team == 7)
  }
}
