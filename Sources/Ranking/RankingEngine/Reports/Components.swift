/// The connected parts of the graph that joins a judge and a team by each sheet: teams of different parts were never
/// compared, not even by a chain of judges.
public struct Components: Equatable, Sendable {
  /// The number of each team's part, from 0; nil for a team without a sheet.
  public private(set) var team: [Int?]
  /// The number of each judge's part; nil for a judge without a sheet.
  public private(set) var judge: [Int?]
  /// How many parts there are; they are numbered by their first team.
  public private(set) var count = 0

  /// - Complexity: linear in sheets, teams and judges.
  public init(of book: ScoreBook) {
    team = Array(repeating: nil, count: book.teamCount)
    judge = Array(repeating: nil, count: book.judgeCount)
    for start in 0..<book.teamCount where team[start] == nil && !book.sheets(ofTeam: start).isEmpty {
      number(from: start, in: book)
      count += 1
    }
  }

  private mutating func number(from start: Int, in book: ScoreBook) {
    team[start] = count
    var waiting = [start]
    while let next = waiting.popLast() {
      for sheet in book.sheets(ofTeam: next) where judge[book.judges[sheet]] == nil {
        judge[book.judges[sheet]] = count
        for other in book.sheets(ofJudge: book.judges[sheet]) where team[book.teams[other]] == nil {
          team[book.teams[other]] = count
          waiting.append(book.teams[other])
        }
      }
    }
  }

  /// The teams of each part, by position.
  var teamsByPart: [[Int]] { Self.members(team, parts: count) }

  /// The judges of each part, by position.
  var judgesByPart: [[Int]] { Self.members(judge, parts: count) }

  private static func members(_ numbers: [Int?], parts: Int) -> [[Int]] {
    var members = [[Int]](repeating: [], count: parts)
    for (position, part) in numbers.enumerated() {
      if let part { members[part].append(position) }
    }
    return members
  }
}
