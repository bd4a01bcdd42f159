/// Places by team, as decisions change them; teams that share a place use up those behind it.
typealias Places = [String: Int]

extension Decision {
  /// The places after this decision.
  /// - Throws: `DecisionError` where it does not fit the places.
  func applied(to places: Places) throws(DecisionError) -> Places {
    switch kind {
    case .tieKept(let place, let teams):
      try Self.requireTie(teams, at: place, in: places)
      return places
    case .tieBroken(let place, let teams, _):
      try Self.requireTie(teams, at: place, in: places)
      return teams.enumerated().reduce(into: places) { $0[$1.element] = place + $1.offset }
    case .moved(let team, let from, let to):
      guard places[team] == from else { throw .notAtPlace(team, from) }
      return try Self.moving(team, to: to, in: places)
    }
  }

  /// The teams have to be all that share the place, each once.
  private static func requireTie(_ teams: [String], at place: Int, in places: Places) throws(DecisionError) {
    let sharing = places.filter { $0.value == place }.keys.sorted()
    guard sharing.count > 1, teams.sorted() == sharing else { throw .notTheTie(teams, place: place, sharing: sharing) }
  }

  private static func moving(_ team: String, to place: Int, in places: Places) throws(DecisionError) -> Places {
    guard (1...places.count).contains(place) else { throw .beyondPlaces(place, last: places.count) }
    var order = places.filter { $0.key != team }.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
      .map { (team: $0.key, old: $0.value) }
    // Between teams that share a place there is none to move to.
    if order.indices.contains(place - 1), place > 1, order[place - 1].old == order[place - 2].old {
      throw .withinTie(place, order.filter { $0.old == order[place - 1].old }.map(\.team))
    }
    order.insert((team, 0), at: place - 1)
    var moved: Places = [:]
    for (index, entry) in order.enumerated() {
      let isShared = index > 0 && entry.team != team && order[index - 1].old == entry.old
      moved[entry.team] = isShared ? moved[order[index - 1].team] ?? index + 1 : index + 1
    }
    return moved
  }
}
