import RankingEngine

/// A way to rank that is compared with others.
struct Contender: Sendable {
  let name: String
  let judge: @Sendable (ScoreBook) throws -> Verdict

  /// Draws for the certainty, where it is measured.
  private static let draws = 2_000
  static let usual: [RankingMethod] = [
    .raw, .trimmed, .zscore, .leastSquares, .reml, .integrated, .ordinal, .reliability, .borda,
  ]

  /// One of the engine's methods.
  init(_ method: RankingMethod) {
    let draws = method == .reliability || method == .reml ? Self.draws : 0
    name = method.rawValue
    judge = { book in Verdict(try Ranking(of: book, by: method, draws: draws), of: book) }
  }

  private init(_ name: String, _ judge: @escaping @Sendable (ScoreBook) throws -> Verdict) {
    self.name = name
    self.judge = judge
  }

  /// What was tried to beat the default from outside the engine (docs/evidence.md).
  static let trials = [
    Contender("by-first") { book in
      let ranking = try Ranking(of: book, by: .reliability, draws: 10_000)
      // The rest of the order, where nobody can be first, stays that of the method.
      let places = Verdict(ranking, of: book).places
      return Verdict(ranking, values: zip(ranking.certainty?.first ?? [], places).map { ($0 ?? 0) - 1e-6 * Double($1) })
    },
    Contender("without-flagged") { book in
      let doubts = try Ranking(of: book, by: .reliability, draws: 0).ordinal?.unrelatedSheets ?? []
      let trusted = book.filtered { doubts.indices.contains($0) && doubts[$0] <= Ranking.flagged }
      return Verdict(try Ranking(of: trusted, by: .reliability, draws: 0), of: trusted)
    },
  ]

  static func named(_ name: String) -> Contender? {
    RankingMethod(rawValue: name).map { Contender($0) } ?? trials.first { $0.name == name }
  }
}
