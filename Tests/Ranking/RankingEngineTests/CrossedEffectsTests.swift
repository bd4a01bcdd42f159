import RankingEngine
import Testing

/// The crossed model against lme4 on published tables.
@Suite struct CrossedEffectsTests {
  static let cases = [
    (PublishedData.penicillin, PublishedAnswers.penicillin), (.wineRating, .wineRating), (.shroutFleiss, .shroutFleiss),
  ]

  @Test(arguments: cases) func theCriterionAndTheVariancesAreThoseOfLme4(
    _ data: PublishedData, _ answers: PublishedAnswers
  ) throws {
    let fit = try #require(CrossedEffectsFit(try data.book()))
    #expect(abs((fit.restrictedCriterion ?? 0) - answers.remlCriterion) < 1e-6)
    #expect(abs(fit.mean - answers.mean) < 1e-8)
    #expect(abs(fit.variances.team / answers.teamVariance - 1) < 1e-4)
    #expect(abs(fit.variances.judge / answers.judgeVariance - 1) < 1e-4)
    #expect(abs(fit.variances.residual / answers.residualVariance - 1) < 1e-4)
  }

  @Test(arguments: cases) func theEffectsAndTheirErrorsAreThoseOfLme4(
    _ data: PublishedData, _ answers: PublishedAnswers
  ) throws {
    let fit = try #require(CrossedEffectsFit(try data.book()))
    for team in data.teams.indices {
      #expect(abs((fit.teamEffects[team] ?? .nan) - answers.blup[team]) < 1e-5)
      #expect(abs((fit.teamErrors[team] ?? .nan) - answers.blupError[team]) < 1e-5)
    }
    for judge in data.judges.indices { #expect(abs(fit.judgeEffects[judge] - answers.judgeBLUP[judge]) < 1e-5) }
  }

  /// Within four Monte Carlo errors of 200,000 draws made elsewhere.
  @Test(arguments: cases) func theProbabilitiesAreThoseOfManyDraws(
    _ data: PublishedData, _ answers: PublishedAnswers
  ) throws {
    let draws = 10_000
    let ranking = try Ranking(of: try data.book(), by: .reml, draws: draws)
    let certainty = try #require(ranking.certainty)
    func isNear(_ mine: Double?, _ theirs: Double) -> Bool {
      let error = (theirs * (1 - theirs) * (1 / Double(draws) + 1 / 200_000)).squareRoot()
      return abs((mine ?? .nan) - theirs) <= 4 * error + 1 / Double(draws)
    }
    for team in data.teams.indices {
      #expect(isNear(certainty.first[team], answers.pFirst[team]), "\(data.teams[team])")
      #expect(isNear(certainty.topThree[team], answers.pTop3[team]), "\(data.teams[team])")
    }
  }

  /// Where judges do not differ the criterion is smallest on the boundary, and teams keep their ranks.
  @Test func aVarianceOfZeroIsFoundAndSaid() throws {
    // Every judge gives each team the same scores up to noise that sums to 0 for each judge.
    let scores: [[Int64]] = [[5, 6, 7, 8], [6, 5, 8, 7], [5, 6, 8, 7], [6, 5, 7, 8]]
    let book = try Sample.book(
      scores.enumerated().flatMap { judge, row in
        row.enumerated().map { team, points in (judge: judge, team: team, points: [points] as [Int64?]) }
      })
    let fit = try #require(CrossedEffectsFit(book))
    #expect(fit.variances.judge == 0 && !fit.hasJudgeVariance && fit.hasTeamVariance)
    #expect(fit.judgeEffects == [0, 0, 0, 0])
  }

  @Test func scoresThatTellTeamsNotApartShareOnePlace() throws {
    let scores: [[Int64]] = [[5, 6, 7], [6, 7, 5], [7, 5, 6]]
    let book = try Sample.book(
      scores.enumerated().flatMap { judge, row in
        row.enumerated().map { team, points in (judge: judge, team: team, points: [points] as [Int64?]) }
      })
    let ranking = try Ranking(of: book, by: .reml, draws: 1000)
    #expect(ranking.standings.map(\.rank) == [1, 1, 1])
    #expect(ranking.standings.allSatisfy { $0.tieBreak == .shared })
    #expect(ranking.findings.contains(.noTeamVariance))
    #expect(ranking.certainty?.first == [1.0 / 3, 1.0 / 3, 1.0 / 3])
  }

  @Test func scoresWithoutAnyVariationHaveNoModel() throws {
    let book = try Sample.book((0..<3).flatMap { judge in (0..<3).map { (judge, $0, [4]) } })
    #expect(CrossedEffectsFit(book) == nil && CrossedEffectsFit(book, .integrated) == nil)
    let ranking = try Ranking(of: book, by: .integrated)
    #expect(ranking.standings.map(\.rank) == [1, 1, 1] && ranking.certainty == nil)
  }

  @Test func aJudgeWhoIsMoreGenerousByAConstantChangesNothing() throws {
    let data = PublishedData.wineRating
    let plain = try Ranking(of: try data.book(), by: .reml, draws: 200)
    let shifted = PublishedData(
      name: data.name, teams: data.teams, judges: data.judges,
      scores: data.scores.enumerated().map { judge, row in row.map { judge == 3 ? $0 + 1 : $0 } })
    let moved = try Ranking(of: try shifted.book(), by: .reml, draws: 200)
    #expect(plain.standings.map(\.team) == moved.standings.map(\.team))
  }
}
