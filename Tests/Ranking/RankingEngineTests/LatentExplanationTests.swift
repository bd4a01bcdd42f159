import Testing

@testable import RankingEngine

/// The explanation of a quality adds up to the quality that was ranked.
@Suite struct LatentExplanationTests {
  @Test func `what the sheets add is the team's quality, and the score is that of the quality`() throws {
    // Where the sheets cannot tell judges from teams, the scores are means and not those of the model.
    let linked = try RandomDesign.books(24).filter { Estimability($0, Components(of: $0)).isEstimable }
    #expect(linked.count > 5)
    for book in linked {
      let ranking = try Ranking(of: book, by: .reliability, draws: 0, across: true)
      let fit = try #require(ranking.ordinal)
      #expect(zip(fit.conversion, fit.conversion.dropFirst()).allSatisfy { $0.score <= $1.score })
      for standing in ranking.standings {
        let explanation = try #require(fit.explanation(of: standing.team))
        let mean = try #require(fit.means[standing.team])
        let sum = explanation.sheets.reduce(0) { $0 + $1.adds } + explanation.room
        #expect(abs(sum - mean) < 1e-9)
        #expect(explanation.sheets.map(\.sheet) == Array(book.sheets(ofTeam: standing.team)))
        #expect(explanation.sheets.allSatisfy { $0.weight > 0 })
        #expect(explanation.sheets.reduce(0) { $0 + $1.weight } < 1)
        #expect(explanation.quality == mean)
        #expect(fit.explanations[standing.team] == explanation)
        // Between two steps of the table, a straight line gives the score.
        let upper = try #require(fit.conversion.firstIndex { $0.quality > mean })
        let (low, high) = (fit.conversion[upper - 1], fit.conversion[upper])
        let share = (mean - low.quality) / (high.quality - low.quality)
        let range = try #require(fit.conversion.last).score - fit.conversion[0].score
        #expect(abs(low.score + share * (high.score - low.score) - standing.score) < 0.005 * max(range, 1))
      }
    }
  }

  @Test func `a team without a sheet has no explanation`() throws {
    let book = try Sample.book([(0, 0, [3]), (0, 1, [5]), (1, 0, [4]), (1, 1, [6])], teams: 3)
    let fit = try #require(try Ranking(of: book, by: .reliability, draws: 0).ordinal)
    #expect(fit.explanation(of: 2) == nil)
  }

  @Test func `a judge is left out as if they had scored nobody`() throws {
    for book in try RandomDesign.books(6) {
      let ranking = try Ranking(of: book, by: .raw, draws: 0, across: true)
      let without = RanksWithoutJudges(ranking, book)
      let ranks = ranking.standings.map { without.all(of: $0.team) }
      for (standing, changes) in zip(ranking.standings, ranks) {
        for change in changes {
          let part = book.filtered { book.judges[$0] != change.judge }
          let again = try Ranking(of: part, by: .raw, draws: 0, across: true)
          let rivals = Set(ranking.standings.filter { $0.component == standing.component }.map(\.team))
          let own = try #require(again.standings.first { $0.team == standing.team })
          let better = again.standings.count { rivals.contains($0.team) && $0.score > own.score + 1e-9 }
          #expect(change.rank == better + 1)
        }
      }
    }
  }
}
