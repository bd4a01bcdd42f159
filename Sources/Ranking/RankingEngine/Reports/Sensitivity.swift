/// What the podium hangs on: the method, single judges, single criteria, the weights.
public struct Sensitivity: Equatable, Sendable {
  /// The podium under every method that can rank these scores.
  public let methods: CrossCheck
  /// The podium without each judge who has a sheet.
  public let withoutJudge: [Variation]
  /// The podium without each criterion, where there are several.
  public let withoutCriterion: [Variation]
  /// The podium with each criterion at half its weight and at half as much again.
  public let withWeight: [Variation]
  /// The podium as it is.
  public let podium: Podium

  public struct Variation: Equatable, Sendable {
    /// The judge's or the criterion's position.
    public let position: Int
    /// What the weight was multiplied by, where a weight was varied.
    public let factor: Double?
    public let podium: Podium
  }

  /// Ranks again and again. The ordinal methods start from the ranking's fit and keep its cuts when judges are left out.
  /// - Complexity: one ranking by each method, and by the ranking's own for each judge and three times each criterion.
  public init(_ ranking: Ranking, _ book: ScoreBook) {
    let podium = Podium(ranking)
    let eligible = ranking.standings.filter { $0.component == 0 && !$0.isProvisional }.map(\.team)
    methods = CrossCheck(ranking, book, methods: RankingMethod.allCases)
    self.podium = podium
    func values(_ part: ScoreBook) -> [Double?] {
      if let fit = ranking.ordinal { return OrdinalFit(part, near: fit).means }
      return (try? MethodOutcome(ranking.method, of: part))?.values ?? []
    }
    func variation(_ position: Int, _ factor: Double? = nil, _ values: [Double?]) -> Variation? {
      values.isEmpty ? nil : Variation(position: position, factor: factor, podium: Podium(values, of: eligible))
    }
    let judges = ranking.judges.map(\.judge)
    if let fit = ranking.ordinal, judges.count > 1 {
      let means = fit.meansWithoutEachJudge(book)
      withoutJudge = judges.compactMap { variation($0, nil, means[$0]) }
    } else {
      withoutJudge =
        judges.count < 2
        ? []
        : judges.compactMap { judge in
          variation(judge, nil, values(book.filtered { book.judges[$0] != judge }))
        }
    }
    let criteria = book.criterionCount > 1 ? Array(0..<book.criterionCount) : []
    withoutCriterion = criteria.compactMap { criterion in
      variation(criterion, nil, values(book.filtered(criteria: criteria.filter { $0 != criterion })))
    }
    withWeight = criteria.flatMap { criterion in
      [0.5, 1.5].compactMap { factor in
        // Doubled, so that half a weight is still a whole number.
        let weights = book.exactWeights.enumerated().map { index, weight in
          index == criterion ? (factor < 1 ? weight : 3 * weight) : 2 * weight
        }
        return variation(criterion, factor, values(book.filtered(weights: weights)))
      }
    }
  }
}
