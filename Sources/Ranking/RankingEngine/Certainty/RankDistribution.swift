/// How often each team came where in joint draws, among the teams of its component.
public struct RankDistribution: Sendable {
  public let draws: Int
  /// The probability of being first and among the first three, nil without a rank.
  public let first: [Double?]
  public let topThree: [Double?]
  /// The shortest run of ranks that holds 90 % of the draws, and the share that it does hold.
  ///
  /// Kept for all teams of a component up to `mostFollowed`, and for the `leaders` of a larger one.
  public let intervals: [Interval?]
  /// The probability that the first team of a pair is better than the second.
  public let pairs: [Pair: Double]

  public struct Interval: Equatable, Sendable {
    public let low: Int
    public let high: Int
    public let mass: Double
  }

  public struct Pair: Hashable, Sendable {
    public let better: Int
    public let worse: Int

    public init(_ better: Int, _ worse: Int) {
      self.better = better
      self.worse = worse
    }
  }

  static let level = 0.9

  /// In a larger component the ranks of the leaders only are followed: all of them would take the square of the teams.
  public static let mostFollowed = 2_000
  /// How many teams are followed there: those that prizes and finals are about.
  public static let leaders = 50

  /// The teams that are ranked together, and those of them whose ranks are followed.
  struct Group {
    let teams: [Int]
    let followed: [Int]
  }

  /// Draws and counts.
  /// - Parameters:
  ///   - groups: Each team in one group at most.
  ///   - asked: The pairs to compare.
  /// - Complexity: draws times the teams, and their logarithm where all are followed; memory is the followed teams times
  ///   the teams of their group.
  init(
    _ posterior: JointPosterior, teamCount: Int, groups: [Group], draws: Int, seed: UInt64, pairs asked: [Pair]
  ) {
    var stream = SplitMix64(seed: seed)
    var qualities = [Double](repeating: 0, count: teamCount)
    var tallies = groups.map { RankTally($0) }
    var wins = [Int](repeating: 0, count: asked.count)
    for (part, count) in zip(posterior.parts, posterior.counts(of: draws)) {
      for _ in 0..<count {
        part.draw(&stream, &qualities)
        for index in tallies.indices { tallies[index].count(qualities) }
        for (index, pair) in asked.enumerated() where qualities[pair.better] > qualities[pair.worse] {
          wins[index] += 1
        }
      }
    }
    var (first, topThree) = ([Double?](repeating: nil, count: teamCount), [Double?](repeating: nil, count: teamCount))
    var intervals = [Interval?](repeating: nil, count: teamCount)
    for tally in tallies {
      for (position, team) in tally.teams.enumerated() {
        first[team] = Double(tally.first[position]) / Double(draws)
        topThree[team] = Double(tally.topThree[position]) / Double(draws)
      }
      for (row, position) in tally.followed.enumerated() {
        intervals[tally.teams[position]] = Self.interval(tally.ranks(ofFollowed: row), draws: draws)
      }
    }
    self.init(
      draws: draws, first: first, topThree: topThree, intervals: intervals,
      pairs: Dictionary(uniqueKeysWithValues: zip(asked, wins.map { Double($0) / Double(draws) })))
  }

  init(draws: Int, first: [Double?], topThree: [Double?], intervals: [Interval?], pairs: [Pair: Double]) {
    self.draws = draws
    self.first = first
    self.topThree = topThree
    self.intervals = intervals
    self.pairs = pairs
  }

  /// Of the shortest runs that hold the level, the one that holds most; of those the best ranks.
  private static func interval(_ counts: ArraySlice<Int32>, draws: Int) -> Interval {
    let needed = Int((level * Double(draws) - 1e-9).rounded(.up))
    let counts = Array(counts)
    var (low, high, mass) = (0, counts.count - 1, draws)
    var (end, held) = (0, 0)
    for start in counts.indices {
      while end < counts.count, held < needed {
        held += Int(counts[end])
        end += 1
      }
      guard held >= needed else { break }
      let isShorter = end - start < high - low + 1
      if isShorter || (end - start == high - low + 1 && held > mass) || start == 0 {
        (low, high, mass) = (start, end - 1, held)
      }
      held -= Int(counts[start])
    }
    return Interval(low: low + 1, high: high + 1, mass: Double(mass) / Double(draws))
  }
}
