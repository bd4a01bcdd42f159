import CSV
import Vocabulary

/// The teams that take part, with their rooms where rooms are named.
struct Roster {
  private(set) var index = NameIndex()
  private(set) var rooms: NameIndex?
  private(set) var roomOfTeam: [Int]?

  /// The teams as they were scored.
  init(teams: [String]) {
    for team in teams { _ = index.position(of: team) }
  }

  /// - Throws: `ScoreFileError`.
  init(_ file: RankingFiles.File) throws {
    var reader = try ScoreTableReader(file.bytes, file: file.name, columns: ["team"])
    let team = try reader.header.requireIndex(of: "team")
    let room = reader.header.index(of: "room")
    var (roomNames, rooms) = (NameIndex(), [Int]())
    while let record = try reader.next() {
      guard let name = reader.name(team, of: record) else { continue }
      guard index.known(name) == nil else {
        reader.note("has the team \(quoted(name)) for the second time", team, of: record)
        continue
      }
      _ = index.position(of: name)
      guard let room, let roomName = reader.name(room, of: record) else { continue }
      rooms.append(roomNames.position(of: roomName))
    }
    if index.names.isEmpty { reader.note(problem: "it names no team.") }
    try reader.finish()
    if room != nil {
      self.rooms = roomNames
      roomOfTeam = rooms
    }
  }
}
