import RankingEngine

/// Panels for a large event: the time beside what it buys.
struct Drawing {
  private static let (teams, judges, perTeam) = (500, 100, 5)

  func line() -> String {
    let problem = PanelProblem(teamCount: Self.teams, judgeCount: Self.judges, perTeam: Self.perTeam)
    var milliseconds: [Double] = []
    var panels = Panels(problem)
    for seed in 1...11 {
      let start = ContinuousClock.now
      panels = Panels(problem, seed: UInt64(seed))
      let (whole, fraction) = (ContinuousClock.now - start).components
      milliseconds.append(Double(whole) * 1_000 + Double(fraction) / 1e15)
    }
    let (time, linkage) = (median(milliseconds), panels.linkage ?? 0)
    let (fewest, most) = (panels.loads.min() ?? 0, panels.loads.max() ?? 0)
    let isMet = time <= 150 && most - fewest <= 1 && linkage >= 0.8
    return
      "figure assignment \(short(time)) ms   \(Self.teams) teams x \(Self.judges) judges x \(Self.perTeam), 25 draws; "
      + "loads \(fewest) to \(most), lambda2 \(short(linkage)); goal <= 150 ms, loads within one, lambda2 >= 0.80: "
      + (isMet ? "met" : "MISSED")
  }
}
