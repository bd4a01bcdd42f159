import RankingEngine

/// How panels hold together: parts, and the judges and teams that alone connect parts.
struct Linkage {
  /// By judges' and teams' positions; nil where nobody has a team.
  let report: DesignReport?
  /// The judges of each sheet in the report, and its team.
  private let sheets: [(judge: Int, team: Int)]

  init(of panels: [[Int]], judgeCount: Int) {
    let sheets = panels.enumerated().flatMap { team, panel in panel.sorted().map { (judge: $0, team: team) } }
    self.sheets = sheets
    let ratings = sheets.map { Rating(judge: $0.judge, team: $0.team, criterion: 0, points: 0) }
    let book = try? ScoreBook(
      teamCount: panels.count, judgeCount: judgeCount, weights: [1], decimals: 0, ratings: ratings)
    report = book.map { DesignReport(of: $0) }
  }

  /// Whether all hang together and nothing hangs on one judge, one team or two sheets.
  var isSound: Bool { report.map { $0.components.count == 1 && !$0.isWeaklyConnected } ?? false }

  /// The judges of each part.
  var judgesByPart: [[Int]] {
    guard let components = report?.components else { return [] }
    var parts = [[Int]](repeating: [], count: components.count)
    for (judge, part) in components.judge.enumerated() {
      if let part { parts[part].append(judge) }
    }
    return parts
  }

  /// The sheets of each weak link, with how many teams hang on them.
  var weakLinks: [(sheets: [(judge: Int, team: Int)], teams: Int)] {
    (report?.weakLinks ?? []).map { link in (link.sheets.map { sheets[$0] }, link.teamCount) }
  }
}
