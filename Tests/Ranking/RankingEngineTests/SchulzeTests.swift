import RankingEngine
import Testing

@Suite struct SchulzeTests {
  /// The teams A, B, C … as so many judges each ordered them, best first.
  static func book(_ ballots: [(count: Int, order: String)]) throws -> ScoreBook {
    let orders = ballots.flatMap { ballot in (0..<ballot.count).map { _ in Array(ballot.order.unicodeScalars) } }
    return try Sample.book(
      orders.enumerated().flatMap { judge, order in
        order.enumerated().map { rank, letter in (judge, Int(letter.value) - 65, [Int64(order.count - rank)]) }
      })
  }

  static func order(_ book: ScoreBook) -> String {
    let scores = Schulze.scores(of: book)
    let order = scores.indices.sorted { (scores[$0] ?? -99) > (scores[$1] ?? -99) }
    return String(String.UnicodeScalarView(order.compactMap { UnicodeScalar(65 + $0) }))
  }

  /// The example of 45 voters by which Wikipedia explains the method.
  @Test func the45VotersGetTheirPublishedOrder() throws {
    let book = try Self.book([
      (5, "ACBED"), (5, "ADECB"), (8, "BEDAC"), (3, "CABED"), (7, "CAEBD"), (2, "CBADE"), (7, "DCEBA"), (8, "EBADC"),
    ])
    #expect(Self.order(book) == "EACBD")
    #expect(Schulze.scores(of: book) == [2, -2, 0, -4, 4])
  }

  /// Schulze 2011, example 1: 21 voters, D before A before C before B.
  @Test func the21VotersOfThePaperGetTheirOrder() throws {
    let book = try Self.book([(8, "ACDB"), (2, "BADC"), (4, "CDBA"), (4, "DBAC"), (3, "DCBA")])
    #expect(Self.order(book) == "DACB")
  }

  @Test func itAgreesWithASearchOfAllPaths() throws {
    for book in try RandomDesign.books(60, RandomDesign(teams: 6, judges: 5, levels: 4)) {
      #expect(Schulze.scores(of: book) == Self.byAllPaths(book))
    }
  }

  private static func byAllPaths(_ book: ScoreBook) -> [Double?] {
    let part = Components(of: book).team
    let votes = (0..<book.teamCount).map { one in
      (0..<book.teamCount).map { other in
        (0..<book.judgeCount).count { judge in
          let total = { (team: Int) in
            book.sheets(ofJudge: judge).first { book.teams[$0] == team }.map { book.totals[$0] }
          }
          guard let mine = total(one), let theirs = total(other) else { return false }
          return mine > theirs
        }
      }
    }
    func strongest(_ from: Int, _ to: Int, _ visited: Set<Int>) -> Int {
      (0..<book.teamCount).reduce(0) { best, next in
        guard votes[from][next] > votes[next][from], !visited.contains(next) else { return best }
        let rest = next == to ? .max : strongest(next, to, visited.union([next]))
        return max(best, min(votes[from][next], rest))
      }
    }
    return (0..<book.teamCount).map { one in
      guard part[one] != nil else { return nil }
      return (0..<book.teamCount).reduce(0) { margin, other in
        margin + Double((strongest(one, other, [one]) - strongest(other, one, [other])).signum())
      }
    }
  }
}
