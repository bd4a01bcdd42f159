import RankingEngine
import Testing

/// The edge rules of docs/scoring.md, as a whole ranking follows them.
@Suite struct EdgeRuleTests {
  private static let modelled: [RankingMethod] = [.leastSquares, .reml, .integrated, .ordinal, .reliability]

  /// Three judges who agree on four teams, but for a little.
  private static let panel: [RandomDesign.Sheet] = (0..<12).map { cell in
    let (judge, team) = (cell / 4, cell % 4)
    let points = 2 + 2 * team + (judge * team + judge) % 3
    return (judge, team, [Int64(points)])
  }

  @Test func `a missing criterion gives its weight to the others and is listed`() throws {
    let book = try Sample.book(
      [(0, 0, [8, nil]), (0, 1, [6, 9]), (1, 0, [7, 9]), (1, 1, [5, 5])], weights: [1, 1])
    let ranking = try Ranking(of: book, by: .raw, draws: 0)
    #expect(ranking.standings.map(\.rawMean) == [8, 6.25])
    #expect(ranking.findings.contains(.partialSheets([0])))
  }

  @Test(arguments: RankingMethod.allCases) func `a team without a sheet is listed apart`(_ method: RankingMethod) throws
  {
    let book = try Sample.book(Self.panel, teams: 6)
    let ranking = try Ranking(of: book, by: method, draws: 20)
    #expect(ranking.unranked == [4, 5] && ranking.standings.count == 4)
    #expect(ranking.findings.contains(.teamsWithoutSheets([4, 5])))
    #expect(ranking.certainty?.first[4] == .some(nil) || ranking.certainty == nil)
  }

  @Test func `a team with one sheet is ranked and wins nothing`() throws {
    let book = try Sample.book(Self.panel + [(0, 4, [20])])
    let ranking = try Ranking(of: book, by: .raw, draws: 200)
    let first = try #require(ranking.standings.first)
    #expect(first.team == 4 && first.rank == 1 && first.isProvisional)
    #expect(ranking.findings.contains(.provisionalTeams([4])))
    #expect(Podium(ranking).ranks.map(\.team) == [3, 2])
    #expect(ClearWinner.all(ranking, book).map(\.first) == [3])
  }

  @Test func `a judge with one sheet and one who gives all the same are flagged, and count`() throws {
    let book = try Sample.book(Self.panel + (0..<4).map { (3, $0, [5]) } + [(4, 1, [6])])
    for method in RankingMethod.allCases {
      let ranking = try Ranking(of: book, by: method, draws: 20)
      #expect(ranking.judges.map { $0.flags.contains(.constant) } == [false, false, false, true, false])
      #expect(ranking.judges.map { $0.flags.contains(.oneSheet) } == [false, false, false, false, true])
      #expect(ranking.standings.allSatisfy { $0.score.isFinite } && ranking.standings.count == 4)
      #expect(ranking.standings.map(\.sheets).reduce(0, +) == 17)
    }
  }

  @Test func `a score that stands twice is refused`() throws {
    let ratings = Sample.ratings([(0, 0, [4]), (0, 1, [5]), (0, 0, [4])])
    #expect(throws: ScoringError.ratedTwice(judge: 0, team: 0, criterion: 0)) {
      try ScoreBook(teamCount: 2, judgeCount: 1, weights: [1], decimals: 0, ratings: ratings)
    }
  }

  @Test(arguments: modelled) func `too few sheets leave the raw order and no certainty`(_ method: RankingMethod) throws
  {
    let shapes: [(Finding, [RandomDesign.Sheet])] = [
      (.singleJudge, [(0, 0, [3]), (0, 1, [9]), (0, 2, [5])]),
      // Five sheets of three teams by three judges in one part: none is left over.
      (.notEstimable, [(0, 0, [3]), (0, 1, [9]), (1, 1, [2]), (1, 2, [5]), (2, 2, [2])]),
    ]
    for (finding, sheets) in shapes {
      let ranking = try Ranking(of: try Sample.book(sheets), by: method, draws: 50)
      #expect(ranking.standings.map(\.team) == [1, 2, 0])
      #expect(ranking.standings.map(\.rank) == ranking.standings.map(\.rawRank))
      #expect(ranking.standings.allSatisfy { $0.standardError == nil })
      #expect(ranking.certainty == nil && ranking.draws == 0 && ranking.findings.contains(finding))
    }
  }

  @Test(arguments: RankingMethod.allCases) func `parts that no judge links are ranked each by itself`(
    _ method: RankingMethod
  ) throws {
    let apart = Self.panel + Self.panel.map { ($0.judge + 3, $0.team + 4, $0.points) }
    let ranking = try Ranking(of: try Sample.book(apart), by: method, draws: 200)
    #expect(ranking.components.count == 2 && ranking.findings.contains(.separateParts(2)))
    #expect(ranking.standings.map(\.rank) == [1, 2, 3, 4, 1, 2, 3, 4])
    #expect(ranking.standings.map(\.component) == [0, 0, 0, 0, 1, 1, 1, 1])
    let certainty = try #require(ranking.certainty)
    for teams in [0..<4, 4..<8] {
      #expect(abs(teams.reduce(0) { $0 + (certainty.first[$1] ?? 0) } - 1) < 1e-9)
    }
  }

  /// That a team is first where it is alone says nothing, and is not to be read as certainty.
  @Test(arguments: RankingMethod.allCases) func `a team that is alone in its part has no probabilities`(
    _ method: RankingMethod
  ) throws {
    let book = try Sample.book(Self.panel + [(3, 4, [7]), (4, 4, [8])])
    let ranking = try Ranking(of: book, by: method, draws: 50)
    let certainty = try #require(ranking.certainty)
    #expect(certainty.first[4] == nil && certainty.topThree[4] == nil && certainty.intervals[4] == nil)
    #expect(certainty.first[3] != nil && certainty.intervals[3] != nil)
  }

  @Test func `a judge who alone links two groups is named`() throws {
    var sheets: [RandomDesign.Sheet] = []
    for team in 0..<6 {
      let first = team < 3 ? 0 : 3
      for judge in [first, first + 1, 2] { sheets.append((judge, team, [Int64(3 + (team + judge) % 4)])) }
    }
    let ranking = try Ranking(of: try Sample.book(sheets), by: .raw, draws: 20)
    #expect(ranking.components.count == 1 && ranking.findings.contains(.cutJudges([2])))
  }
}
