/// One or two sheets without which two or more teams would lose every link to two or more others.
public struct WeakLink: Equatable, Sendable {
  /// The sheets, in rising order.
  public let sheets: [Int]
  /// How many teams the smaller of the two sides has.
  public let teamCount: Int
}

extension WeakLink {
  /// Every single sheet that is a weak link, and of the pairs that are, one for each set of sheets of which any two cut.
  ///
  /// Of such a set, a ring of parts with a sheet between each two, it is the pair that halves the teams best. A team that
  /// hangs on the rest by itself is no weak link: how few sheets it has says as much.
  static func all(in book: ScoreBook, _ search: GraphSearch, _ components: Components) -> [WeakLink] {
    let sizes = components.teamsByPart.map(\.count)
    let edges = search.edges
    let order = edges.indices.sorted { (edges[$0].code, edges[$0].visit) < (edges[$1].code, edges[$1].visit) }
    var links: [WeakLink] = []
    var first = 0
    while first < order.count {
      let end = order[first...].firstIndex { edges[$0].code != edges[order[first]].code } ?? order.count
      let alike = order[first..<end]
      let teams = { (sheet: Int) in components.team[book.teams[sheet]].map { sizes[$0] } ?? 0 }
      if edges[order[first]].code == 0 {
        links += alike.map { side([$0], edges[$0].teamsBelow, of: teams($0)) }
      } else if let halving = halving(Array(alike), edges, teams: teams(order[first])) {
        links.append(halving)
      }
      first = end
    }
    return links.filter { $0.teamCount >= 2 }.sorted { $0.sheets.lexicographicallyPrecedes($1.sheets) }
  }

  private static func side(_ sheets: [Int], _ teams: Int, of all: Int) -> WeakLink {
    WeakLink(sheets: sheets.sorted(), teamCount: min(teams, all - teams))
  }

  /// The pair of a ring's sheets between which the teams are halved best; the sheets stand by their depth in the tree.
  private static func halving(_ ring: [Int], _ edges: [GraphSearch.Edge], teams: Int) -> WeakLink? {
    let link = { (one: Int, other: Int) in
      side([ring[one], ring[other]], edges[ring[one]].teamsBelow - edges[ring[other]].teamsBelow, of: teams)
    }
    var best: WeakLink?
    var other = 1
    for one in ring.indices.dropLast() {
      // The further the first sheet, the further the second that goes with it best.
      other = max(other, one + 1)
      while other + 1 < ring.count, link(one, other + 1).teamCount >= link(one, other).teamCount { other += 1 }
      if link(one, other).teamCount > best?.teamCount ?? -1 { best = link(one, other) }
    }
    return best
  }
}
