import Testing

@testable import RankingEngine

@Suite struct PanelTests {
  /// A problem with random exclusions, made-up strains and a few judges who stay.
  private func problem(seed: UInt64, teams: Int, judges: Int, perTeam: Int, excluded: Double) -> PanelProblem {
    var stream = SplitMix64(seed: seed)
    var problem = PanelProblem(teamCount: teams, judgeCount: judges, perTeam: perTeam)
    for team in 0..<teams {
      for judge in 0..<judges {
        if stream.uniform() < excluded {
          problem.exclude(judge, from: team)
        } else {
          problem.strain(UInt8(stream.next() % 3), of: judge, with: team)
        }
      }
    }
    return problem
  }

  @Test(arguments: 1...20) func nobodyScoresAgainstTheRulesAndLoadsAreEven(seed: UInt64) {
    var problem = problem(seed: seed, teams: 30, judges: 9, perTeam: 3, excluded: 0.1)
    problem.keep(2, with: 4)
    problem.keep(8, with: 4)
    let panels = Panels(problem, seed: seed)
    for (team, panel) in panels.judges.enumerated() {
      #expect(panel.count == 3)
      #expect(Set(panel).count == 3)
      #expect(panel.allSatisfy { problem.mayScore($0, team) || problem.kept[team].contains($0) })
    }
    #expect(Set(panels.judges[4]).isSuperset(of: [2, 8]))
    #expect(panels.loads == (0..<9).map { judge in panels.judges.count { $0.contains(judge) } })
    #expect((panels.loads.max() ?? 0) - (panels.loads.min() ?? 0) <= 1)
  }

  @Test func aTeamThatTooFewMayScoreGetsAllOfThem() {
    var problem = PanelProblem(teamCount: 3, judgeCount: 4, perTeam: 3)
    for judge in 1..<4 { problem.exclude(judge, from: 1) }
    let panels = Panels(problem)
    #expect(panels.judges[1] == [0])
    #expect([panels.judges[0].count, panels.judges[2].count] == [3, 3])
  }

  /// The least sum of squared loads that any panels have, by trying them all.
  private func leastSquares(_ problem: PanelProblem, team: Int = 0, loads: [Int]) -> Int {
    guard team < problem.teamCount else { return loads.reduce(0) { $0 + $1 * $1 } }
    let able = (0..<problem.judgeCount).filter { problem.mayScore($0, team) }
    let size = min(problem.wanted[team], able.count)
    return (0..<1 << able.count).filter { $0.nonzeroBitCount == size }.map { choice in
      var loads = loads
      for (rank, judge) in able.enumerated() where choice >> rank & 1 == 1 { loads[judge] += 1 }
      return leastSquares(problem, team: team + 1, loads: loads)
    }.min() ?? 0
  }

  @Test(arguments: 1...40) func noPanelsHaveMoreEvenLoads(seed: UInt64) {
    let problem = problem(seed: seed, teams: 5, judges: 4, perTeam: 2, excluded: 0.4)
    let squares = Panels(problem, seed: seed, draws: 1).loads.reduce(0) { $0 + $1 * $1 }
    #expect(squares == leastSquares(problem, loads: [0, 0, 0, 0]))
  }

  @Test func whoSuitsATeamScoresIt() {
    var problem = PanelProblem(teamCount: 12, judgeCount: 6, perTeam: 2)
    for team in 0..<12 {
      for judge in 0..<6 where (judge + team) % 2 == 1 { problem.strain(1, of: judge, with: team) }
    }
    let panels = Panels(problem)
    for (team, panel) in panels.judges.enumerated() { #expect(panel.allSatisfy { ($0 + team) % 2 == 0 }) }
  }

  @Test func theSameSeedGivesTheSamePanels() {
    let problem = problem(seed: 3, teams: 40, judges: 10, perTeam: 3, excluded: 0.05)
    #expect(Panels(problem, seed: 7) == Panels(problem, seed: 7))
    #expect(Panels(problem, seed: 7) != Panels(problem, seed: 8))
  }

  @Test func judgesWhoAllMeetAlikeAreLinkedBest() throws {
    // Each two of four judges share one team.
    let pairs = [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]]
    let linkage = try #require(PanelQuality(of: pairs, judgeCount: 5).linkage)
    #expect(abs(linkage - 4.0 / 3) < 1e-9)
    let apart = try #require(PanelQuality(of: [[0, 1], [2, 3]], judgeCount: 4).linkage)
    #expect(apart < 1e-9)
    #expect(PanelQuality(of: [[0], [1]], judgeCount: 2).linkage == nil)
  }

  @Test func severitiesVaryAsLeastSquaresSays() {
    // Seven teams that all of four judges score: S = 7 (I - 1/4), whose three eigenvalues are 7.
    let complete = Array(repeating: [0, 1, 2, 3], count: 7)
    #expect(abs(PanelQuality(of: complete, judgeCount: 4).varianceOfSeverities - 3.0 / 7) < 1e-12)
    #expect(PanelQuality(of: [[0, 1], [2, 3]], judgeCount: 4).varianceOfSeverities == .infinity)
  }

  @Test func panelsLinkJudgesBetterThanChanceDoes() throws {
    let problem = PanelProblem(teamCount: 100, judgeCount: 25, perTeam: 4)
    let linkage = try #require(Panels(problem, seed: 1, draws: 5).linkage)
    var stream = SplitMix64(seed: 1)
    let random = (0..<100).map { _ in
      Array((0..<25).map { ($0, stream.next()) }.sorted { $0.1 < $1.1 }.map(\.0).prefix(4))
    }
    let chance = try #require(PanelQuality(of: random, judgeCount: 25).linkage)
    #expect(linkage > chance + 0.05)
  }
}
