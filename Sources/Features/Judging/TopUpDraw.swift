/// Gives further sheets one by one: each to the team that needs it most, by the judge with the fewest teams.
struct TopUpDraw {
  private let input: PlanInput
  private let fit: TopicFit
  private let needs: [Double?]
  private var panels: [[Int]]
  private var loads: [Int]
  private(set) var given: [PlanInput.Pair] = []

  /// So little need that it only decides where nothing else does: a batch is placed whatever the scores say, and that it
  /// was says nothing of them.
  private static let least = 1e-6

  /// - Parameter needs: By team, how much a sheet would tell at first, which is divided by its sheets; nil where it is not
  ///   known.
  init(_ input: PlanInput, needs: [Double?], batch: Int) {
    self.input = input
    self.needs = needs
    fit = TopicFit(input)
    panels = input.standingPanels
    loads = Array(repeating: 0, count: input.judges.count)
    for judge in panels.joined() { loads[judge] += 1 }
    while given.count < batch, let pair = next() {
      panels[pair.team].append(pair.judge)
      loads[pair.judge] += 1
      given.append(pair)
    }
  }

  private func next() -> PlanInput.Pair? {
    let teams = input.teams.indices.compactMap { team in
      needs[team].map { (team: team, worth: ($0 + Self.least) / Double(max(1, panels[team].count))) }
    }
    for (team, _) in teams.sorted(by: { ($1.worth, $0.team) < ($0.worth, $1.team) }) {
      if let judge = judge(for: team) { return PlanInput.Pair(judge: judge, team: team) }
    }
    return nil
  }

  /// The least busy of those who can score the team; of those who know its matter best, and who meet others least.
  private func judge(for team: Int) -> Int? {
    let free = input.judges.indices.filter { judge in
      let pair = PlanInput.Pair(judge: judge, team: team)
      return input.standing[pair] == nil && !panels[team].contains(judge) && input.barrier(pair) == nil
    }
    return free.min { rank($0, team) < rank($1, team) }
  }

  private func rank(_ judge: Int, _ team: Int) -> (Int, UInt8, Int, Int) {
    let meetings = panels[team].reduce(0) { sum, other in
      sum + panels.count { $0.contains(judge) && $0.contains(other) }
    }
    return (loads[judge], fit.strain(PlanInput.Pair(judge: judge, team: team)), meetings, judge)
  }
}
