/// The ranks that teams of one group took in the draws.
struct RankTally {
  let teams: [Int]
  /// The positions in `teams` of those whose ranks are followed.
  let followed: [Int]
  /// How often each team was first, and among the first three.
  private(set) var first: [Int32]
  private(set) var topThree: [Int32]
  /// How often each followed team took each rank, row by row.
  private var counts: [Int32]
  private var keys: [UInt64]
  private var sorter = KeySorter()
  private let mask: UInt64

  init(_ group: RankDistribution.Group) {
    teams = group.teams
    let isFollowed = Set(group.followed)
    followed = group.teams.indices.filter { isFollowed.contains(group.teams[$0]) }
    first = [Int32](repeating: 0, count: teams.count)
    topThree = first
    counts = [Int32](repeating: 0, count: followed.count * teams.count)
    keys = [UInt64](repeating: 0, count: teams.count)
    mask = (UInt64(1) << UInt64(max(Int.bitWidth - teams.count.leadingZeroBitCount, 1))) - 1
  }

  /// Counts one draw: compares numbers that hold the quality above and the team in their lowest bits, which is several
  /// times as fast as to compare teams; qualities that agree to nine digits count as drawn in the teams' order.
  mutating func count(_ qualities: [Double]) {
    for (position, team) in teams.enumerated() {
      let bits = qualities[team].bitPattern
      // Turned so that a larger quality is a smaller whole number.
      let ordered = bits >> 63 == 0 ? ~(bits | 1 << 63) : bits
      keys[position] = ordered & ~mask | UInt64(position)
    }
    if followed.count == teams.count { countAll() } else { countFollowed() }
  }

  private mutating func countAll() {
    sorter.sort(&keys)
    for rank in keys.indices { counts[Int(keys[rank] & mask) * teams.count + rank] += 1 }
    countBest(keys.prefix(3))
  }

  /// Without sorting all: each key is put between those of the followed teams, before which most of them do not come.
  private mutating func countFollowed() {
    var best = [UInt64](repeating: .max, count: 3)
    let rows = followed.indices.sorted { keys[followed[$0]] < keys[followed[$1]] }
    let bounds = rows.map { keys[followed[$0]] }
    // How many keys lie between each followed team and the one before it.
    var between = [Int](repeating: 0, count: bounds.count)
    let last = bounds.last ?? 0
    for key in keys {
      if key < best[2] { Self.insert(key, into: &best) }
      if key < last { between[Self.firstAbove(key, in: bounds)] += 1 }
    }
    var rank = 0
    for (index, row) in rows.enumerated() {
      rank += between[index]
      counts[row * teams.count + rank] += 1
    }
    countBest(best.prefix(min(3, keys.count)))
  }

  /// Puts a key in its place among the three smallest.
  private static func insert(_ key: UInt64, into best: inout [UInt64]) {
    best[2] = key
    if best[2] < best[1] { best.swapAt(1, 2) }
    if best[1] < best[0] { best.swapAt(0, 1) }
  }

  /// The first of the rising bounds that is larger than a key.
  private static func firstAbove(_ key: UInt64, in bounds: [UInt64]) -> Int {
    var (low, high) = (0, bounds.count)
    while low < high {
      let middle = (low + high) / 2
      if bounds[middle] > key { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private mutating func countBest(_ best: ArraySlice<UInt64>) {
    for key in best { topThree[Int(key & mask)] += 1 }
    if let key = best.first { first[Int(key & mask)] += 1 }
  }

  /// How often a followed team, by its place in `followed`, took each rank.
  func ranks(ofFollowed row: Int) -> ArraySlice<Int32> { counts[row * teams.count..<(row + 1) * teams.count] }
}
