/// Who is where, for the Gaussian step: the dense columns are the judges, then the rooms, then the common mean.
struct SheetDesign {
  let book: ScoreBook
  /// Teams with a sheet.
  let teams: [Int]
  let judgeCount: Int
  let roomCount: Int
  /// The judge's column of each sheet.
  let columnOfSheet: [Int]
  /// The room's column of each team in `teams`, nil without rooms.
  let roomColumns: [Int]?

  var columns: Int { judgeCount + roomCount + 1 }
  var meanColumn: Int { columns - 1 }

  init(_ book: ScoreBook) {
    self.book = book
    let teams = (0..<book.teamCount).filter { !book.sheets(ofTeam: $0).isEmpty }
    self.teams = teams
    judgeCount = book.judgeCount
    columnOfSheet = book.judges
    let rooms = book.rooms.map { rooms in teams.map { rooms[$0] } } ?? []
    let distinct = Array(Set(rooms)).sorted()
    if distinct.count > 1 {
      let columns = Dictionary(uniqueKeysWithValues: zip(distinct, distinct.indices))
      roomCount = distinct.count
      roomColumns = rooms.map { book.judgeCount + (columns[$0] ?? 0) }
    } else {
      roomCount = 0
      roomColumns = nil
    }
  }
}
