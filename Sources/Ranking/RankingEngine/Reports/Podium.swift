/// The teams on the places that win prizes, shared places included, in one component.
public struct Podium: Equatable, Sendable {
  public struct Place: Equatable, Sendable {
    public let team: Int
    public let place: Int
  }

  /// By place, and by position where places are shared.
  public let places: [Place]

  /// Prizes go to the first three.
  public static let prizes = 3

  /// The podium of a ranking's first component; provisional teams win nothing.
  public init(_ ranking: Ranking) {
    places = ranking.standings.filter { $0.component == 0 && $0.place <= Self.prizes && !$0.isProvisional }
      .map { Place(team: $0.team, place: $0.place) }
  }

  /// The podium of some teams by their values alone; equal values share a place.
  init(_ values: [Double?], of teams: [Int]) {
    let rounded = teams.compactMap { team in values[team].map { (team: team, value: ($0 * 1e9).rounded()) } }
      .sorted { $0.value == $1.value ? $0.team < $1.team : $0.value > $1.value }
    places = rounded.prefix { entry in rounded.prefix { $0.value > entry.value }.count < Self.prizes }.map { entry in
      Place(team: entry.team, place: 1 + rounded.prefix { $0.value > entry.value }.count)
    }
  }

  /// The teams on a place.
  public func teams(at place: Int) -> [Int] { places.filter { $0.place == place }.map(\.team) }
}
