import Foundation
import RankingEngine
import Testing

/// Borda, Copeland and Bradley-Terry against their definitions.
@Suite struct PairwiseMethodTests {
  /// (wins, ties, losses) of a team on each list of a judge who scored it, against each of the others.
  static func verdicts(of team: Int, in book: ScoreBook) -> [[(rival: Int, share: Double)]] {
    book.sheets(ofTeam: team).map { own in
      book.sheets(ofJudge: book.judges[own]).filter { $0 != own }.map { other in
        let (mine, theirs) = (book.totals[own], book.totals[other])
        return (book.teams[other], mine > theirs ? 1 : mine < theirs ? 0 : 0.5)
      }
    }
  }

  @Test func bordaIsTheMeanShareOfTeamsBeaten() throws {
    for book in try RandomDesign.books(60) {
      let shares = (0..<book.teamCount).map { team -> Double? in
        let lists = Self.verdicts(of: team, in: book).map { list in
          list.isEmpty ? 0.5 : list.reduce(0) { $0 + $1.share } / Double(list.count)
        }
        return lists.isEmpty ? nil : lists.reduce(0, +) / Double(lists.count)
      }
      #expect(agree(Borda.scores(of: book), shares))
    }
  }

  @Test func copelandIsWinsLessLossesOfMajorities() throws {
    for book in try RandomDesign.books(60) {
      let part = Components(of: book).team
      let scores = (0..<book.teamCount).map { team -> Double? in
        guard part[team] != nil else { return nil }
        let all = Self.verdicts(of: team, in: book).flatMap { $0 }
        let margins = (0..<book.teamCount).map { rival in
          all.filter { $0.rival == rival }.reduce(0) { $0 + $1.share - 0.5 }
        }
        let others = part.count { $0 == part[team] } - 1
        let balance = margins.reduce(0.0) { $0 + ($1 > 0 ? 1 : $1 < 0 ? -1 : 0) }
        return others > 0 ? balance / Double(others) : 0
      }
      #expect(agree(Copeland.scores(of: book), scores))
    }
  }

  @Test func bradleyTerryIsWhereThePenalisedLikelihoodIsLevel() throws {
    for book in try RandomDesign.books(60, RandomDesign(teams: 9, judges: 6)) {
      #expect(try Self.steepestSlope(at: BradleyTerry.scores(of: book), in: book) < 1e-8)
    }
  }

  /// The largest derivative of sum(w log P) - 0.1/2 sum(theta^2).
  static func steepestSlope(at scores: [Double?], in book: ScoreBook) throws -> Double {
    try scores.indices.reduce(0) { steepest, team in
      guard let own = scores[team] else { return steepest }
      let slope = try Self.verdicts(of: team, in: book).joined().reduce(-0.1 * own) { sum, verdict in
        let rival = try #require(scores[verdict.rival])
        return sum + verdict.share - 1 / (1 + exp(rival - own))
      }
      return max(steepest, abs(slope))
    }
  }

  /// Contests of two teams each, found by chance, in which Newton's whole steps swing ever wider.
  @Test func bradleyTerryIsFoundWhereWholeStepsOvershoot() throws {
    let contests = [
      (0, 2, 100), (0, 4, 10), (0, 5, 1000), (0, 7, 10), (1, 3, 10), (1, 6, 100), (2, 3, 1), (2, 4, 1), (3, 2, 1000),
      (3, 4, 100), (5, 1, 1000), (5, 6, 10), (6, 2, 1), (7, 2, 100), (7, 3, 1), (7, 5, 1000),
    ]
    let pairs = contests.flatMap { winner, loser, count in (0..<count).map { _ in (winner, loser) } }
    let book = try Sample.book(
      pairs.enumerated().flatMap { judge, pair in
        [(judge, pair.0, [2]), (judge, pair.1, [1])] as [RandomDesign.Sheet]
      })
    #expect(try Self.steepestSlope(at: BradleyTerry.scores(of: book), in: book) < 1e-8)
  }

  /// Two teams, one win: theta = x and -x with 1/(1 + exp(2x)) = 0.1 x, solved by bisection here.
  @Test func bradleyTerryOfOneComparisonIsWhatThePaperSays() throws {
    var (low, high) = (0.0, 5.0)
    for _ in 0..<100 {
      let middle = (low + high) / 2
      if 1 / (1 + exp(2 * middle)) > 0.1 * middle { low = middle } else { high = middle }
    }
    let scores = BradleyTerry.scores(of: try Sample.book([(0, 0, [2]), (0, 1, [1])], teams: 3))
    #expect(agree(scores, [low, -low, nil]))
  }

  @Test func bradleyTerryOfALopsidedContestStaysFinite() throws {
    let sheets = (0..<200).flatMap { judge in (0..<12).map { (judge, $0, [Int64($0)]) as RandomDesign.Sheet } }
    let scores = BradleyTerry.scores(of: try Sample.book(sheets)).compactMap { $0 }
    #expect(scores.count == 12 && zip(scores, scores.dropFirst()).allSatisfy { $0 < $1 && $1.isFinite })
    #expect(abs(scores.reduce(0, +)) < 1e-9)
  }

  /// The one criterion that each sheet has is 1.1 both times; divided out of its weight they differ in the last place.
  @Test func totalsThatDifferByRoundingAreTies() throws {
    let big: Int64 = 1_000_000_000_000_000
    let book = try Sample.book([(0, 0, [11, nil]), (0, 1, [nil, 11])], weights: [big - 11, big - 17], decimals: 1)
    #expect(book.totals[0] > book.totals[1])
    #expect(Borda.scores(of: book) == [0.5, 0.5] && JudgeZScore.scores(of: book) == [0, 0])
    #expect(Copeland.scores(of: book) == [0, 0] && Schulze.scores(of: book) == [0, 0])
    #expect(BradleyTerry.scores(of: book) == [0, 0])
  }
}
