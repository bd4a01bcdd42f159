/// The judges of every team, drawn at random so that loads are even and all judges are linked well.
///
/// Balanced random panels compare teams as fairly as any search for an optimal design does, as long as the graph of teams and
/// judges is connected; of many draws the one is taken in which the judges' severities are estimated best.
public struct Panels: Equatable, Sendable {
  /// By team, in order.
  public let judges: [[Int]]
  /// The teams of each judge.
  public let loads: [Int]
  /// How well judges are linked through the teams they share: the second smallest eigenvalue of I - D^-1/2 W D^-1/2, where
  /// W counts the teams that two judges share and D holds its sums; nil unless two judges are linked.
  ///
  /// It is 0 when the judges fall apart, and J / (J - 1) when each two of J judges share as many teams as any others.
  public let linkage: Double?

  /// Draws panels.
  ///
  /// - Parameters:
  ///   - seed: The same problem and seed give the same panels.
  ///   - draws: How many are drawn; fewer with several hundred judges, for each costs the cube of their number.
  /// - Complexity: a draw costs O(sheets · (judges + search)), and what `PanelQuality` costs.
  public init(_ problem: PanelProblem, seed: UInt64 = 1, draws: Int = 25) {
    var stream = SplitMix64(seed: seed)
    var (best, least) = (PanelDraw(problem, &stream), Double.infinity)
    for draw in 0..<max(1, min(draws, Self.affordable(problem.judgeCount))) {
      let panels = draw == 0 ? best : PanelDraw(problem, &stream)
      let quality = PanelQuality(of: panels.judges, judgeCount: problem.judgeCount)
      if quality.varianceOfSeverities < least { (best, least) = (panels, quality.varianceOfSeverities) }
    }
    judges = best.judges.map { $0.sorted() }
    loads = best.loads
    linkage = PanelQuality(of: best.judges, judgeCount: problem.judgeCount).linkage
  }

  /// Measures panels that stand already.
  /// - Parameter judges: By team, in any order.
  public init(judges: [[Int]], judgeCount: Int) {
    self.judges = judges.map { $0.sorted() }
    var loads = Array(repeating: 0, count: judgeCount)
    for judge in judges.joined() { loads[judge] += 1 }
    self.loads = loads
    linkage = PanelQuality(of: judges, judgeCount: judgeCount).linkage
  }

  private static func affordable(_ judges: Int) -> Int { 50_000_000 / max(1, judges * judges * judges) }
}
