/// A depth-first search of the graph that joins a judge and a team by each sheet (Tarjan 1972), without recursion, so that
/// a long chain of teams does not exhaust the stack.
struct GraphSearch {
  /// What the removal of a sheet can do.
  struct Edge {
    /// 0 where the sheet alone holds two parts together; equal codes belong to sheets that do so together.
    ///
    /// The code of a sheet outside the search's tree is random; that of one inside is the exclusive or of those that lead
    /// past it. That two of 100,000 sheets agree by accident has odds of 10^-29.
    var code: UInt128 = 0
    /// The teams below the sheet in the tree, and where in the search it came; outside the tree none, and last.
    var teamsBelow = 0
    var visit = Int.max
  }

  private(set) var edges: [Edge]
  /// For each team, and behind them for each judge: the parts with teams that it alone separates from the search's start.
  private var separatedParts: [Int]
  private var separatedTeams: [Int]

  private let book: ScoreBook
  private var visit: [Int]
  private var lowest: [Int]
  private var teamsBelow: [Int]
  private var code: [UInt128]
  private var sheetAbove: [Int]
  private var nextSheet: [Int]
  private var visited = 0
  private var stream = SplitMix64(seed: 0)

  init(of book: ScoreBook) {
    self.book = book
    let zeros = [Int](repeating: 0, count: book.teamCount + book.judgeCount)
    edges = Array(repeating: Edge(), count: book.sheetCount)
    (separatedParts, separatedTeams, lowest, teamsBelow, nextSheet) = (zeros, zeros, zeros, zeros, zeros)
    visit = zeros.map { _ in -1 }
    sheetAbove = visit
    code = zeros.map { _ in 0 }
    for team in 0..<book.teamCount where visit[team] < 0 { search(from: team) }
  }

  /// Whether the teams of the node's part, of which there are so many, fall apart without it.
  func isCut(_ node: Int, partTeams: Int) -> Bool {
    let rest = partTeams - (node < book.teamCount ? 1 : 0) - separatedTeams[node]
    return separatedParts[node] + (rest > 0 ? 1 : 0) > 1
  }

  private mutating func search(from start: Int) {
    enter(start, by: -1)
    var path = [start]
    while let node = path.last {
      if let sheet = takeSheet(of: node) {
        let other = end(of: sheet, from: node)
        if visit[other] < 0 {
          enter(other, by: sheet)
          path.append(other)
        } else if sheet != sheetAbove[node], visit[other] < visit[node] {
          close(sheet, from: node, to: other)
        }
      } else {
        path.removeLast()
        if let parent = path.last { leave(node, to: parent) }
      }
    }
  }

  private mutating func enter(_ node: Int, by sheet: Int) {
    visit[node] = visited
    lowest[node] = visited
    visited += 1
    teamsBelow[node] = node < book.teamCount ? 1 : 0
    sheetAbove[node] = sheet
  }

  /// A sheet that leads back to where the search has come from.
  private mutating func close(_ sheet: Int, from node: Int, to ancestor: Int) {
    lowest[node] = min(lowest[node], visit[ancestor])
    edges[sheet].code = UInt128(stream.next()) << 64 | UInt128(stream.next())
    code[node] ^= edges[sheet].code
    code[ancestor] ^= edges[sheet].code
  }

  private mutating func leave(_ node: Int, to parent: Int) {
    edges[sheetAbove[node]] = Edge(code: code[node], teamsBelow: teamsBelow[node], visit: visit[node])
    lowest[parent] = min(lowest[parent], lowest[node])
    teamsBelow[parent] += teamsBelow[node]
    code[parent] ^= code[node]
    guard lowest[node] >= visit[parent] else { return }
    separatedTeams[parent] += teamsBelow[node]
    separatedParts[parent] += teamsBelow[node] > 0 ? 1 : 0
  }

  /// The next sheet of a node that the search has not yet followed from there.
  private mutating func takeSheet(of node: Int) -> Int? {
    let index = nextSheet[node]
    nextSheet[node] += 1
    if node < book.teamCount {
      let sheets = book.sheets(ofTeam: node)
      return index < sheets.count ? sheets.lowerBound + index : nil
    }
    let sheets = book.sheets(ofJudge: node - book.teamCount)
    return index < sheets.count ? sheets[sheets.startIndex + index] : nil
  }

  private func end(of sheet: Int, from node: Int) -> Int {
    node < book.teamCount ? book.teamCount + book.judges[sheet] : book.teams[sheet]
  }
}
