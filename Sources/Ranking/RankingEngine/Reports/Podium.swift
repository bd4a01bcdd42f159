/// The teams on the ranks that win prizes, shared ranks included, in one component.
public struct Podium: Equatable, Sendable {
  public struct Entry: Equatable, Sendable {
    public let team: Int
    public let rank: Int
  }

  /// By rank, and by position where ranks are shared.
  public let ranks: [Entry]

  /// Prizes go to the first three.
  public static let prizes = 3

  /// The podium of a ranking's first component; provisional teams win nothing.
  public init(_ ranking: Ranking) {
    ranks = ranking.standings.filter { $0.component == 0 && $0.rank <= Self.prizes && !$0.isProvisional }
      .map { Entry(team: $0.team, rank: $0.rank) }
  }

  /// The podium of some teams by their values alone; equal values share a rank.
  init(_ values: [Double?], of teams: [Int]) {
    let rounded = teams.compactMap { team in values[team].map { (team: team, value: ($0 * 1e9).rounded()) } }
      .sorted { $0.value == $1.value ? $0.team < $1.team : $0.value > $1.value }
    ranks = rounded.prefix { entry in rounded.prefix { $0.value > entry.value }.count < Self.prizes }.map { entry in
      Entry(team: entry.team, rank: 1 + rounded.prefix { $0.value > entry.value }.count)
    }
  }

  /// The teams on a rank.
  public func teams(at rank: Int) -> [Int] { ranks.filter { $0.rank == rank }.map(\.team) }
}
