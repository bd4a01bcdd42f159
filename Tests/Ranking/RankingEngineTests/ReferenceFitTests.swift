import RankingEngine
import Testing

/// The ordinal model against its reference implementation, number by number, on designs of awkward shapes.
@Suite struct ReferenceFitTests {
  @Test(arguments: ReferenceFit.all) func `the model that doubts agrees with the reference`(
    _ reference: ReferenceFit
  ) throws {
    let fit = OrdinalFit(try reference.book())
    compare(fit, reference.reliability)
    #expect(agree(fit.unrelatedJudges, reference.reliability.unrelatedJudges, within: 1e-6))
    #expect(agree(fit.unrelatedSheets, reference.reliability.unrelatedSheets, within: 1e-6))
  }

  @Test(arguments: ReferenceFit.all) func `the model without doubts agrees with the reference`(
    _ reference: ReferenceFit
  ) throws {
    let fit = OrdinalFit(try reference.book(), doubting: false)
    compare(fit, reference.ordinal)
    #expect(fit.unrelatedJudges.allSatisfy { $0 == 0 } && fit.unrelatedSheets.allSatisfy { $0 == 0 })
  }

  private func compare(_ fit: OrdinalFit, _ answers: ReferenceFit.Answers) {
    #expect(abs(fit.logMarginalLikelihood - answers.logMarginalLikelihood) < 1e-6)
    let shares = [fit.variances.team, fit.variances.judge, fit.variances.room, fit.variances.residual]
    #expect(agree(shares, answers.shares, within: 1e-6))
    #expect(agree(fit.means, answers.means, within: 1e-6))
    #expect(agree(fit.deviations, answers.deviations, within: 1e-6))
    #expect(agree(fit.severities, answers.severities, within: 1e-6))
  }

  @Test(arguments: [ReferenceFit.partial, .apart]) func `the order of the ratings changes no bit`(
    _ reference: ReferenceFit
  ) throws {
    var generator = Seeded(state: 5)
    let (plain, other) = try (reference.book(), reference.book(shuffled: &generator))
    #expect(plain.teams == other.teams && plain.judges == other.judges && plain.totals == other.totals)
    for method in [.reliability, .integrated, .bradleyTerry] as [RankingMethod] {
      let (before, after) = try (
        Ranking(of: plain, by: method, draws: 40), Ranking(of: other, by: method, draws: 40)
      )
      #expect(before.standings == after.standings, "\(method)")
      #expect(before.judges == after.judges && before.findings == after.findings, "\(method)")
      #expect(before.certainty?.first == after.certainty?.first, "\(method)")
    }
  }

  @Test(arguments: ReferenceFit.all) func `the numbers of teams and judges change no rank`(
    _ reference: ReferenceFit
  ) throws {
    var generator = Seeded(state: 7)
    let teams = Array(0..<reference.teamCount).shuffled(using: &generator)
    let judges = Array(0..<reference.judgeCount).shuffled(using: &generator)
    let plain = try reference.book()
    let renamed = try reference.book(teams: teams, judges: judges, shuffled: &generator)
    for method in RankingMethod.allCases where method != .ordinal {
      let (before, after) = try (
        Ranking(of: plain, by: method, draws: 0), Ranking(of: renamed, by: method, draws: 0)
      )
      if let fit = before.ordinal, let other = after.ordinal {
        #expect(agree(fit.means, teams.map { other.means[$0] }))
        #expect(agree(fit.deviations, teams.map { other.deviations[$0] }))
        #expect(agree(fit.severities, judges.map { other.severities[$0] }))
      }
      let ranks = Dictionary(uniqueKeysWithValues: after.standings.map { ($0.team, [$0.rank, $0.rawRank]) })
      #expect(before.standings.allSatisfy { ranks[teams[$0.team]] == [$0.rank, $0.rawRank] }, "\(method)")
      let rungs = Dictionary(grouping: after.standings, by: \.team).mapValues { $0.map(\.tieBreak) }
      #expect(before.standings.allSatisfy { rungs[teams[$0.team]] == [$0.tieBreak] }, "\(method)")
    }
  }
}
