/// The model that a ranking's probabilities come from: the method's own, or crossed effects by REML.
struct ModelBehind {
  let ordinal: OrdinalFit?
  let crossed: CrossedEffectsFit?
  let book: ScoreBook

  /// How the ranks vary; nil where there is nothing to draw from, and nothing said of a team that is alone in its part:
  /// that it is first there says nothing.
  ///
  /// Compared are every team with the next, and the first few with each other. Of a part with more than `mostFollowed`
  /// teams, only the leaders are followed and compared.
  func distribution(
    _ standings: [Ranking.Standing], draws: Int, seed: UInt64, mostFollowed: Int = RankDistribution.mostFollowed
  ) -> RankDistribution? {
    let parts = Self.parts(standings)
    let followed = { (part: [Ranking.Standing]) in
      part.count > mostFollowed ? part.prefix(RankDistribution.leaders) : part[...]
    }
    let pairs = Self.pairs(parts, followed)
    let groups = parts.filter { $0.count > 1 }.map { part in
      RankDistribution.Group(teams: part.map(\.team).sorted(), followed: followed(part).map(\.team))
    }
    if let ordinal {
      return RankDistribution(
        ordinal.posterior, teamCount: book.teamCount, groups: groups, draws: draws, seed: seed, pairs: pairs)
    }
    guard let crossed, crossed.hasResidualVariance else { return nil }
    guard crossed.hasTeamVariance else {
      return RankDistribution(uniformOver: groups, teamCount: book.teamCount, draws: draws, pairs: pairs)
    }
    return RankDistribution(
      crossed.posterior, teamCount: book.teamCount, groups: groups, draws: draws, seed: seed, pairs: pairs)
  }

  /// The standings of each component, best first.
  private static func parts(_ standings: [Ranking.Standing]) -> [[Ranking.Standing]] {
    let parts = Dictionary(grouping: standings, by: \.component)
    return parts.keys.sorted().compactMap { parts[$0] }
  }

  /// Each team with the next of its component, all pairs of a component's first five, and its best two eligible teams.
  private static func pairs(
    _ parts: [[Ranking.Standing]], _ followed: ([Ranking.Standing]) -> ArraySlice<Ranking.Standing>
  ) -> [RankDistribution.Pair] {
    var pairs: [RankDistribution.Pair] = []
    var known: Set<RankDistribution.Pair> = []
    func add(_ better: Ranking.Standing, _ worse: Ranking.Standing) {
      let pair = RankDistribution.Pair(better.team, worse.team)
      if known.insert(pair).inserted { pairs.append(pair) }
    }
    for members in parts.map(followed) {
      for (one, other) in zip(members, members.dropFirst()) { add(one, other) }
    }
    for members in parts {
      let leaders = members.prefix(5)
      for (position, one) in leaders.enumerated() {
        for other in leaders.dropFirst(position + 1) { add(one, other) }
      }
      let eligible = members.lazy.filter { !$0.isProvisional }.prefix(2)
      if let first = eligible.first, let second = eligible.dropFirst().first { add(first, second) }
    }
    return pairs
  }
}

extension RankDistribution {
  /// Where nothing tells the teams apart, all orders are equally likely.
  init(uniformOver groups: [Group], teamCount: Int, draws: Int, pairs: [Pair]) {
    var (first, topThree) = ([Double?](repeating: nil, count: teamCount), [Double?](repeating: nil, count: teamCount))
    var intervals = [Interval?](repeating: nil, count: teamCount)
    for group in groups {
      let size = Double(group.teams.count)
      let width = Int((Self.level * size - 1e-9).rounded(.up))
      for team in group.teams {
        first[team] = 1 / size
        topThree[team] = min(3 / size, 1)
      }
      for team in group.followed { intervals[team] = Interval(low: 1, high: width, mass: Double(width) / size) }
    }
    self.init(
      draws: draws, first: first, topThree: topThree, intervals: intervals,
      pairs: Dictionary(uniqueKeysWithValues: pairs.map { ($0, 0.5) }))
  }
}

extension CrossedEffectsFit {
  /// Whether the scores say that teams differ at all.
  public var hasTeamVariance: Bool { variances.team > VarianceSearch.negligible * variances.residual }
  /// Whether the scores say that judges differ in severity.
  public var hasJudgeVariance: Bool { variances.judge > VarianceSearch.negligible * variances.residual }
  /// Whether judges disagree at all beyond their severity; if not there is nothing to measure certainty by.
  var hasResidualVariance: Bool { variances.residual > VarianceSearch.negligible * (variances.team + variances.judge) }

  /// The standard error of a raw mean of so many sheets from judges picked at random.
  func rawMeanError(sheets: Int) -> Double { ((variances.judge + variances.residual) / Double(sheets)).squareRoot() }
}
