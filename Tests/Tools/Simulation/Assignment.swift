/// Which judges see which team.
struct Assignment {
  /// The judges of each team.
  private(set) var judgesOfTeam: [[Int]]

  /// Teams in random order each take the judges with the fewest sheets so far, equal ones at random, so that judges'
  /// loads never differ by more than one.
  init(_ scenario: Scenario, _ stream: inout RandomStream) {
    judgesOfTeam = Array(repeating: [], count: scenario.teams)
    let rooms = scenario.rooms?.count ?? 1
    for room in 0..<rooms {
      let teams = Self.members(scenario.teams, of: room, rooms)
      let judges = Self.members(scenario.judges, of: room, rooms)
      deal(judges, to: stream.shuffled(teams), each: scenario.sheetsPerTeam, &stream)
    }
    if let rooms = scenario.rooms { link(rooms, scenario, &stream) }
    if scenario.missing > 0 { lose(scenario.missing, &stream) }
  }

  private mutating func deal(_ judges: [Int], to teams: [Int], each count: Int, _ stream: inout RandomStream) {
    var loads = [Int: Int](uniqueKeysWithValues: judges.map { ($0, 0) })
    for team in teams {
      let order = stream.shuffled(judges).enumerated().sorted { one, other in
        let (left, right) = (loads[one.element] ?? 0, loads[other.element] ?? 0)
        return left == right ? one.offset < other.offset : left < right
      }
      judgesOfTeam[team] = order.prefix(count).map(\.element)
      for judge in judgesOfTeam[team] { loads[judge, default: 0] += 1 }
    }
  }

  /// In each room some teams exchange a judge for one of the next room.
  private mutating func link(_ rooms: Scenario.Rooms, _ scenario: Scenario, _ stream: inout RandomStream) {
    for room in 0..<rooms.count {
      let guests = Self.members(scenario.judges, of: (room + 1) % rooms.count, rooms.count)
      let teams = stream.shuffled(Self.members(scenario.teams, of: room, rooms.count))
      for team in teams.prefix(rooms.links) {
        judgesOfTeam[team][stream.index(below: judgesOfTeam[team].count)] = guests[stream.index(below: guests.count)]
      }
    }
  }

  /// Sheets fail to come at random, but never a team's last.
  private mutating func lose(_ share: Double, _ stream: inout RandomStream) {
    let cells = judgesOfTeam.indices.flatMap { team in judgesOfTeam[team].map { (team: team, judge: $0) } }
    var left = Int((share * Double(cells.count)).rounded())
    for position in stream.shuffled(Array(cells.indices)) where left > 0 {
      let (team, judge) = cells[position]
      guard judgesOfTeam[team].count > 1 else { continue }
      judgesOfTeam[team].removeAll { $0 == judge }
      left -= 1
    }
  }

  /// The teams or judges of a room: every so manieth.
  static func members(_ count: Int, of room: Int, _ rooms: Int) -> [Int] { (0..<count).filter { $0 % rooms == room } }
}
