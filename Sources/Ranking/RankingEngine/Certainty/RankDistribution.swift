/// How often each team came where in joint draws, among the teams of its component.
public struct RankDistribution: Sendable {
  public let draws: Int
  /// The probability of being first and among the first three, nil without a rank.
  public let first: [Double?]
  public let topThree: [Double?]
  /// The shortest run of ranks that holds 90 % of the draws, and the share that it does hold.
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

  /// Draws and counts.
  /// - Parameters:
  ///   - groups: The teams that are ranked together, each team in one group.
  ///   - asked: The pairs to compare.
  /// - Complexity: draws times the teams and their logarithm; memory is the square of the largest group.
  init(
    _ posterior: JointPosterior, teamCount: Int, groups: [[Int]], draws: Int, seed: UInt64, pairs asked: [Pair]
  ) {
    var stream = SplitMix64(seed: seed)
    var qualities = [Double](repeating: 0, count: teamCount)
    var tallies = groups.map { RankTally(teams: $0) }
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
        let counts = tally.ranks(of: position)
        first[team] = Double(counts[0]) / Double(draws)
        topThree[team] = Double(counts.prefix(3).reduce(0, +)) / Double(draws)
        intervals[team] = Self.interval(counts, draws: draws)
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
  private static func interval(_ counts: [Int], draws: Int) -> Interval {
    let needed = Int((level * Double(draws) - 1e-9).rounded(.up))
    var (low, high, mass) = (0, counts.count - 1, draws)
    var (end, held) = (0, 0)
    for start in counts.indices {
      while end < counts.count, held < needed {
        held += counts[end]
        end += 1
      }
      guard held >= needed else { break }
      let isShorter = end - start < high - low + 1
      if isShorter || (end - start == high - low + 1 && held > mass) || start == 0 {
        (low, high, mass) = (start, end - 1, held)
      }
      held -= counts[start]
    }
    return Interval(low: low + 1, high: high + 1, mass: Double(mass) / Double(draws))
  }
}

/// The ranks that the teams of one group took.
private struct RankTally {
  let teams: [Int]
  private var counts: [Int32]
  private var keys: [UInt64]
  private let indexBits: Int

  init(teams: [Int]) {
    self.teams = teams
    counts = [Int32](repeating: 0, count: teams.count * teams.count)
    keys = [UInt64](repeating: 0, count: teams.count)
    indexBits = max(Int.bitWidth - teams.count.leadingZeroBitCount, 1)
  }

  /// Counts one draw: sorts numbers that hold the quality above and the team in their lowest bits, which is several times
  /// as fast as to sort teams by a comparison; qualities that agree to nine digits count as drawn in the teams' order.
  mutating func count(_ qualities: [Double]) {
    let mask = (UInt64(1) << UInt64(indexBits)) - 1
    for (position, team) in teams.enumerated() {
      let bits = qualities[team].bitPattern
      // Turned so that a larger quality is a smaller whole number.
      let ordered = bits >> 63 == 0 ? ~(bits | 1 << 63) : bits
      keys[position] = ordered & ~mask | UInt64(position)
    }
    keys.sort()
    for rank in keys.indices { counts[Int(keys[rank] & mask) * teams.count + rank] += 1 }
  }

  func ranks(of position: Int) -> [Int] {
    counts[position * teams.count..<(position + 1) * teams.count].map { Int($0) }
  }
}
