/// Every score of a round, grouped into sheets: what all methods rank from.
///
/// A sheet is one judge's view of one team, the unit of every method: its total is the weighted mean of the criteria
/// that are present. Sheets stand by team and then by judge, so that nothing depends on the order of the input.
public struct ScoreBook: Sendable {
  public let teamCount: Int
  public let judgeCount: Int
  public var criterionCount: Int { exactWeights.count }
  /// How many digits stand behind the point in `Rating.points`.
  public let decimals: Int
  /// The weight of each criterion, as given.
  public let exactWeights: [Int64]
  /// The room that each team was judged in, where rooms are declared.
  public let rooms: [Int]?

  /// The team and the judge of each sheet.
  public let teams: [Int]
  public let judges: [Int]
  /// The weighted mean of each sheet, on the scale of the scores, or from 0 to 100 where criteria count by their ranges.
  public let totals: [Double]

  /// Points by sheet and criterion, `missing` where there are none.
  let points: [Int64]
  let ranges: CriterionRanges
  /// Where each team's sheets begin, and where the last team's end.
  let teamStarts: [Int]
  /// The sheets of each judge, by team.
  let sheetsByJudge: [Int]
  let judgeStarts: [Int]

  static let missing = Int64.min
  /// With these limits no sum of points times weights leaves 128 bits.
  static let largestWeight: Int64 = 1_000_000_000_000_000
  static let largestPoints: UInt64 = 1_000_000_000_000_000_000

  /// Groups ratings into sheets.
  /// - Parameters:
  ///   - weights: Above 0, in any unit, up to 10^15.
  ///   - decimals: The digits behind the point in the ratings' points, 0 to 18.
  ///   - ranges: The lowest and the highest points of each criterion. Where they differ, each criterion counts by its share
  ///     of its own range; without them, or where they are equal, points count as they are.
  ///   - rooms: A room for each team, from 0; only where teams were not spread over the rooms at random.
  ///   - ratings: In any order, with points up to 10^18 on either side of 0.
  /// - Throws: `ScoringError`, with nothing computed.
  /// - Complexity: linear in ratings, teams and judges.
  public init(
    teamCount: Int, judgeCount: Int, weights: [Int64], decimals: Int, ranges: [ClosedRange<Int64>]? = nil,
    rooms: [Int]? = nil, ratings: [Rating]
  ) throws(ScoringError) {
    guard !weights.isEmpty, weights.allSatisfy({ 1...Self.largestWeight ~= $0 }) else { throw .unusableWeights }
    guard !ratings.isEmpty else { throw .noRatings }
    if let ranges, ranges.count != weights.count { throw .unusableRanges }
    if let rooms {
      guard rooms.count == teamCount, rooms.allSatisfy({ $0 >= 0 }) else { throw .unusableRooms }
    }
    for (index, rating) in ratings.enumerated() {
      let isKnown =
        0..<judgeCount ~= rating.judge && 0..<teamCount ~= rating.team && 0..<weights.count ~= rating.criterion
      guard isKnown else { throw .unknownPosition(index: index) }
      guard rating.points.magnitude <= Self.largestPoints else { throw .tooLarge(index: index) }
      if let ranges, !ranges[rating.criterion].contains(rating.points) { throw .outOfRange(index: index) }
    }
    var scaling = CriterionRanges(decimals: decimals, criterionCount: weights.count)
    if let ranges, Set(ranges).count > 1 {
      guard let shares = CriterionRanges(shares: ranges) else { throw .unusableRanges }
      scaling = shares
    }
    let grouped = try SheetGrouping(
      ratings, teamCount: teamCount, judgeCount: judgeCount, criterionCount: weights.count)
    self.init(
      teamCount: teamCount, judgeCount: judgeCount, weights: weights, decimals: decimals, ranges: scaling, rooms: rooms,
      teams: grouped.teams, judges: grouped.judges, points: grouped.points)
  }

  /// Takes sheets that stand by team and judge already.
  /// - Parameter whole: A book with the same sheets.
  init(
    teamCount: Int, judgeCount: Int, weights: [Int64], decimals: Int, ranges: CriterionRanges, rooms: [Int]?,
    teams: [Int], judges: [Int], points: [Int64], sortedAs whole: ScoreBook? = nil
  ) {
    self.teamCount = teamCount
    self.judgeCount = judgeCount
    self.decimals = decimals
    self.rooms = rooms
    exactWeights = weights
    self.teams = teams
    self.judges = judges
    self.points = points
    self.ranges = ranges
    teamStarts = whole?.teamStarts ?? starts(of: teams.indices, count: teamCount) { teams[$0] }
    judgeStarts = whole?.judgeStarts ?? starts(of: judges.indices, count: judgeCount) { judges[$0] }
    sheetsByJudge = whole?.sheetsByJudge ?? countingSort(judges.indices, count: judgeCount) { judges[$0] }
    totals = teams.indices.map { sheet in
      let (sum, weight) = weightedSum(of: points, sheet: sheet, weights, ranges)
      return ranges.scaled(double(sum) / double(weight))
    }
  }
}

extension ScoreBook {
  public var sheetCount: Int { teams.count }

  /// The range of each criterion, of which its share counts, so that totals go from 0 to 100; nil where points count as
  /// they are.
  public var sharedRanges: [ClosedRange<Int64>]? { ranges.shared }

  /// The weights as shares of 1.
  public var weights: [Double] {
    let sum = Double(exactWeights.reduce(0) { $0 + Int128($1) })
    return exactWeights.map { Double($0) / sum }
  }

  /// The sheets of a team, one for each of its judges.
  public func sheets(ofTeam team: Int) -> Range<Int> { teamStarts[team]..<teamStarts[team + 1] }

  /// The sheets of a judge, by team.
  public func sheets(ofJudge judge: Int) -> ArraySlice<Int> {
    sheetsByJudge[judgeStarts[judge]..<judgeStarts[judge + 1]]
  }

  /// The points of a sheet on a criterion, in units of the last decimal; nil where the judge gave none.
  public func points(sheet: Int, criterion: Int) -> Int64? {
    let points = points[sheet * criterionCount + criterion]
    return points == Self.missing ? nil : points
  }

  /// The criteria that a sheet leaves out.
  public func missingCriteria(ofSheet sheet: Int) -> [Int] {
    (0..<criterionCount).filter { points[sheet * criterionCount + $0] == Self.missing }
  }

  /// The distinct scores of a criterion, in rising order, in units of the last decimal.
  public func levels(of criterion: Int) -> [Int64] {
    var seen: Set<Int64> = []
    for sheet in teams.indices { seen.insert(points[sheet * criterionCount + criterion]) }
    seen.remove(Self.missing)
    return seen.sorted()
  }

  /// The same book with only the sheets that pass, and with the criteria and weights that are kept.
  ///
  /// A sheet that has nothing of the criteria left is dropped. Teams and judges keep their positions.
  public func filtered(criteria: [Int]? = nil, weights: [Int64]? = nil, sheets keep: (Int) -> Bool = { _ in true })
    -> ScoreBook
  {
    let criteria = criteria ?? Array(0..<criterionCount)
    let kept = teams.indices.filter { sheet in
      keep(sheet) && criteria.contains { points[sheet * criterionCount + $0] != Self.missing }
    }
    var keptPoints: [Int64] = []
    keptPoints.reserveCapacity(kept.count * criteria.count)
    for sheet in kept {
      for criterion in criteria { keptPoints.append(points[sheet * criterionCount + criterion]) }
    }
    let isWhole = kept.count == teams.count
    return ScoreBook(
      teamCount: teamCount, judgeCount: judgeCount, weights: weights ?? criteria.map { exactWeights[$0] },
      decimals: decimals, ranges: ranges.filtered(criteria), rooms: rooms,
      teams: isWhole ? teams : kept.map { teams[$0] }, judges: isWhole ? judges : kept.map { judges[$0] },
      points: keptPoints, sortedAs: isWhole ? self : nil)
  }
}

/// A sheet's units times weights, and the weight of the criteria present.
func weightedSum(
  of points: [Int64], sheet: Int, _ weights: [Int64], _ ranges: CriterionRanges
) -> (sum: Int128, weight: Int128) {
  var (sum, total): (Int128, Int128) = (0, 0)
  for criterion in weights.indices {
    let value = points[sheet * weights.count + criterion]
    guard value != ScoreBook.missing else { continue }
    sum += Int128(ranges.units(value, of: criterion)) * Int128(weights[criterion])
    total += Int128(weights[criterion])
  }
  return (sum, total)
}

/// The nearest Double; nearly all numbers fit 64 bits, whose conversion is one instruction.
func double(_ value: Int128) -> Double {
  let low = Int64(truncatingIfNeeded: value)
  return Int128(low) == value ? Double(low) : Double(value)
}

/// 1, 10, 100 …; exact up to 22.
func powerOfTen(_ exponent: Int) -> Double { (0..<exponent).reduce(1.0) { value, _ in value * 10 } }
