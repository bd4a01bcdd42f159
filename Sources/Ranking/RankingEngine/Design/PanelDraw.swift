/// One random draw of panels: who suits best at first, then as few changes as make loads even, then what links best.
struct PanelDraw {
  let problem: PanelProblem
  /// By team, those who stay before those who were drawn.
  private(set) var judges: [[Int]]
  private(set) var loads: [Int]

  init(_ problem: PanelProblem, _ stream: inout SplitMix64) {
    self.problem = problem
    judges = problem.kept
    loads = Array(repeating: 0, count: problem.judgeCount)
    for judge in judges.joined() { loads[judge] += 1 }
    fill(&stream)
    even()
    var search = PanelSearch(problem, judges)
    search.run(&stream)
    judges = search.judges
  }

  /// Gives each team those who suit it best, the least busy of them; teams that few may score come first.
  private mutating func fill(_ stream: inout SplitMix64) {
    let choice = (0..<problem.teamCount).map { team in (0..<problem.judgeCount).count { problem.mayScore($0, team) } }
    let lots = (0..<problem.teamCount).map { _ in stream.next() }
    for team in (0..<problem.teamCount).sorted(by: { (choice[$0], lots[$0]) < (choice[$1], lots[$1]) }) {
      while judges[team].count < problem.wanted[team], let judge = best(for: team, &stream) {
        judges[team].append(judge)
        loads[judge] += 1
      }
    }
  }

  private func best(for team: Int, _ stream: inout SplitMix64) -> Int? {
    var best: (strain: Int, load: Int, lot: UInt64, judge: Int)?
    for judge in 0..<problem.judgeCount where problem.mayScore(judge, team) {
      let strain = problem.strain(of: judge, with: team)
      if let best, (strain, loads[judge]) > (best.strain, best.load) { continue }
      guard !judges[team].contains(judge) else { continue }
      let offer = (strain, loads[judge], stream.next(), judge)
      if best.map({ offer < ($0.strain, $0.load, $0.lot, $0.judge) }) ?? true { best = offer }
    }
    return best?.judge
  }

  /// Hands teams on along chains of judges until no chain leads from a judge to one with at least two teams fewer: then
  /// no panels at all have more even loads (Harvey, Ladner, Lovász and Tamir 2006).
  private mutating func even() {
    while let chain = chain() {
      for step in chain {
        guard let place = judges[step.team].firstIndex(of: step.from) else { return }
        judges[step.team][place] = step.to
        loads[step.from] -= 1
        loads[step.to] += 1
      }
    }
  }

  private struct Step {
    let team: Int
    let from: Int
    let to: Int
  }

  private func chain() -> [Step]? {
    let least = loads.min() ?? 0
    guard (loads.max() ?? 0) - least > 1 else { return nil }
    let teams = handedOn()
    for start in loads.indices.sorted(by: { (-loads[$0], $0) < (-loads[$1], $1) }) where loads[start] > least + 1 {
      if let chain = chain(from: start, teams) { return chain }
    }
    return nil
  }

  /// The teams that each judge could hand on.
  private func handedOn() -> [[Int]] {
    var teams = Array(repeating: [Int](), count: problem.judgeCount)
    for (team, panel) in judges.enumerated() {
      for judge in panel.dropFirst(problem.kept[team].count) { teams[judge].append(team) }
    }
    return teams
  }

  /// Breadth first, so that as few teams as can be change hands.
  private func chain(from start: Int, _ teams: [[Int]]) -> [Step]? {
    var reached: [Int: Step] = [:]
    var (queue, next) = ([start], 0)
    while next < queue.count {
      let judge = queue[next]
      next += 1
      for team in teams[judge] {
        for other in 0..<problem.judgeCount where other != start && reached[other] == nil {
          guard problem.mayScore(other, team), !judges[team].contains(other) else { continue }
          reached[other] = Step(team: team, from: judge, to: other)
          if loads[other] < loads[start] - 1 { return steps(to: other, from: start, reached) }
          queue.append(other)
        }
      }
    }
    return nil
  }

  private func steps(to end: Int, from start: Int, _ reached: [Int: Step]) -> [Step] {
    var (steps, judge) = ([Step](), end)
    while judge != start, let step = reached[judge] {
      steps.append(step)
      judge = step.from
    }
    return steps
  }
}
