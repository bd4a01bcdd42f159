/// A ranking with its certainty: the engine's answer for one round.
///
/// The same book, method, draws and seed give the same bytes on every machine.
public struct Ranking: Sendable {
  public let method: RankingMethod
  public let seed: UInt64
  /// How many joint draws the probabilities rest on; 0 where none were asked for or nothing can be said.
  public let draws: Int
  /// Parts that no judge links; ranks count within each.
  public let components: Components
  /// Whether ranks count over all components all the same.
  public let isAcross: Bool
  /// The ranked teams by component and rank.
  public let standings: [Standing]
  /// Teams without a sheet, which have no rank.
  public let unranked: [Int]
  /// The crossed model beside the ranking or behind it; nil where it was not needed or the sheets do not vary.
  public let crossed: CrossedEffectsFit?
  /// The ordinal model, where the method is one.
  public let ordinal: OrdinalFit?
  /// Whether a model's scores are plain means, because the sheets cannot tell judges from teams.
  public let scoresAreMeans: Bool
  /// How the ranks vary in the draws, within each component.
  public let certainty: RankDistribution?
  /// Every judge with a sheet.
  public let judges: [JudgeSummary]
  /// What an organiser has to know before the ranking is used.
  public let findings: [Finding]

  /// One team in the ranking.
  public struct Standing: Equatable, Sendable {
    public let team: Int
    /// From 1, within the component; equal teams share one and the next is skipped.
    public let rank: Int
    /// From 0.
    public let component: Int
    public let score: Double
    public let standardError: Double?
    public let sheets: Int
    /// Whether the team has too few sheets to be sure of: fewer than two.
    public let isProvisional: Bool
    public let rawMean: Double
    public let rawRank: Int
    public let tieBreak: TieBreak?
  }

  /// Below this many sheets a team is provisional and not eligible for a prize.
  public static let fewestSheets = 2
  /// A sheet or judge is flagged from this probability of being unrelated.
  public static let flagged = 0.5

  /// Ranks the teams of a book.
  /// - Parameters:
  ///   - method: The book's default where none is named.
  ///   - draws: Joint draws for the probabilities. With 0 only the ranking itself is computed.
  ///   - across: Whether ranks count over all components, which assumes that their judges are equally severe and their
  ///     teams equally strong; nothing is then said of how sure they are.
  /// - Throws: `ScoringError.unmetPrecondition`, `ScoringError.beyond`.
  /// - Complexity: that of the method, and draws times the teams and their logarithm.
  public init(
    of book: ScoreBook, by method: RankingMethod? = nil, draws: Int = 10_000, seed: UInt64 = 1, across: Bool = false
  ) throws(ScoringError) {
    let method = method ?? .standard(for: book)
    if let limit = RankingLimit.passed(by: method, book, draws: draws) { throw .beyond(limit) }
    let components = Components(of: book)
    let estimability = Estimability(book, components)
    var outcome = try MethodOutcome(method, of: book)
    let raw = RawMean.scores(of: book)
    scoresAreMeans = !estimability.isEstimable && method.isModelled
    if scoresAreMeans {
      outcome.values = raw
      outcome.scores = raw
    }
    if !estimability.isEstimable { outcome.errors = raw.map { _ in nil } }
    let crossed =
      outcome.crossed
      ?? (draws > 0 && estimability.isEstimable && method != .integrated ? CrossedEffectsFit(book) : nil)
    let restricted = method == .integrated && draws > 0 && estimability.isEstimable ? CrossedEffectsFit(book) : crossed
    let behind = ModelBehind(ordinal: outcome.ordinal, crossed: crossed, book: book)

    let isFlat = method == .reml && (crossed?.hasTeamVariance == false || crossed == nil) && estimability.isEstimable
    // An error of 0 would read as certainty.
    if isFlat { outcome.errors = raw.map { _ in nil } }
    var ladder = TieLadder(book, breaksTies: !isFlat) { part in
      (try? MethodOutcome(method, of: part))?.values ?? raw.map { _ in nil }
    }
    let isAcross = across && components.count > 1
    let groups = isAcross ? [components.teamsByPart.flatMap { $0 }.sorted()] : components.teamsByPart
    let rawRanks = Self.rawRanks(groups, raw)
    standings = groups.flatMap { teams in
      ladder.ranks(teams, by: outcome.values).map { ranked in
        Standing(
          team: ranked.team, rank: ranked.rank, component: components.team[ranked.team] ?? 0,
          score: outcome.scores[ranked.team] ?? 0,
          standardError: method == .raw && estimability.isEstimable
            ? crossed?.rawMeanError(sheets: book.sheets(ofTeam: ranked.team).count) : outcome.errors[ranked.team],
          sheets: book.sheets(ofTeam: ranked.team).count,
          isProvisional: book.sheets(ofTeam: ranked.team).count < Self.fewestSheets, rawMean: raw[ranked.team] ?? 0,
          rawRank: rawRanks[ranked.team] ?? 0, tieBreak: ranked.tieBreak)
      }
    }
    let canDraw = draws > 0 && estimability.isEstimable && !isAcross
    certainty = canDraw ? behind.distribution(standings, draws: draws, seed: seed) : nil
    self.method = method
    self.seed = seed
    self.draws = certainty == nil ? 0 : draws
    self.components = components
    self.isAcross = isAcross
    unranked = (0..<book.teamCount).filter { book.sheets(ofTeam: $0).isEmpty }
    self.crossed = crossed
    ordinal = outcome.ordinal
    judges = JudgeSummary.all(
      book, ordinal: outcome.ordinal, crossed: crossed, restricted: restricted, isEstimable: estimability.isEstimable)
    findings = Finding.all(
      book, components, estimability, crossed: restricted, ordinal: outcome.ordinal,
      isThorough: draws > 0, isAcross: isAcross)
  }

  private static func rawRanks(_ groups: [[Int]], _ raw: [Double?]) -> [Int: Int] {
    var ranks: [Int: Int] = [:]
    for teams in groups {
      let sorted = teams.map { (team: $0, value: ((raw[$0] ?? 0) * 1e9).rounded()) }.sorted { $0.value > $1.value }
      var rank = 1
      for (index, entry) in sorted.enumerated() {
        if index > 0, entry.value < sorted[index - 1].value { rank = index + 1 }
        ranks[entry.team] = rank
      }
    }
    return ranks
  }
}

extension RankingMethod {
  /// Whether the method estimates judges or variances, which takes more than one judge and enough sheets.
  var isModelled: Bool {
    switch self {
    case .leastSquares, .reml, .integrated, .ordinal, .reliability: true
    default: false
    }
  }
}

/// Whether the sheets can say how sure a ranking is.
struct Estimability {
  let judges: Int
  /// n - T - J + c: the sheets that are left once teams and judges are fitted.
  let freedom: Int
  var isEstimable: Bool { judges > 1 && freedom > 0 }

  init(_ book: ScoreBook, _ components: Components) {
    judges = components.judge.count { $0 != nil }
    freedom = book.sheetCount - components.team.count { $0 != nil } - judges + components.count
  }
}
