/// Exchanges judges between two teams, which leaves loads as they are, while that makes panels suit better or makes fewer
/// judges meet often.
///
/// What counts is the sum of strains, and then the sum over pairs of judges of the square of the teams that they share,
/// which is least when all pairs share alike.
struct PanelSearch {
  private let problem: PanelProblem
  private(set) var judges: [[Int]]
  /// How many teams two judges share.
  private var shared: [Int32]
  /// The places of judges who may be exchanged.
  private let places: [(team: Int, slot: Int)]

  /// What a unit of strain outweighs.
  private static let strainWeight = 16
  private static let tries = 12
  /// Up to how many places all pairs are tried.
  private static let few = 200

  init(_ problem: PanelProblem, _ judges: [[Int]]) {
    self.problem = problem
    self.judges = judges
    shared = Array(repeating: 0, count: problem.judgeCount * problem.judgeCount)
    places = judges.enumerated().flatMap { team, panel in
      (problem.kept[team].count..<panel.count).map { (team, $0) }
    }
    for panel in judges { count(panel) }
  }

  private mutating func count(_ panel: [Int]) {
    for one in panel {
      for other in panel where other != one { shared[one * problem.judgeCount + other] += 1 }
    }
  }

  /// Tries each place with random others; in a small problem with all others, until nothing is gained.
  mutating func run(_ stream: inout SplitMix64) {
    guard places.count > 1 else { return }
    guard places.count > Self.few else { return runThrough() }
    for _ in 0..<Self.tries {
      for one in places {
        let other = places[Int(stream.next() >> 32) % places.count]
        if other.team != one.team { exchange(one, other) }
      }
    }
  }

  private mutating func runThrough() {
    var hasGained = true
    while hasGained {
      hasGained = false
      for (index, one) in places.enumerated() {
        for other in places[(index + 1)...] where other.team != one.team && exchange(one, other) { hasGained = true }
      }
    }
  }

  /// Exchanges two judges if something is gained.
  @discardableResult
  private mutating func exchange(_ one: (team: Int, slot: Int), _ other: (team: Int, slot: Int)) -> Bool {
    let (leaving, coming) = (judges[one.team][one.slot], judges[other.team][other.slot])
    guard leaving != coming, problem.mayScore(coming, one.team), problem.mayScore(leaving, other.team),
      !judges[one.team].contains(coming), !judges[other.team].contains(leaving),
      gain(leaving, one.team, coming, other.team) > 0
    else { return false }
    move(leaving, to: coming, in: one.team, besides: other.team)
    move(coming, to: leaving, in: other.team, besides: one.team)
    judges[one.team][one.slot] = coming
    judges[other.team][other.slot] = leaving
    return true
  }

  private func gain(_ leaving: Int, _ team: Int, _ coming: Int, _ otherTeam: Int) -> Int {
    let before = problem.strain(of: leaving, with: team) + problem.strain(of: coming, with: otherTeam)
    let after = problem.strain(of: coming, with: team) + problem.strain(of: leaving, with: otherTeam)
    let meetings =
      meetings(leaving, coming, in: team, besides: otherTeam) + meetings(coming, leaving, in: otherTeam, besides: team)
    return (before - after) * Self.strainWeight + meetings
  }

  /// What the sum of squares loses when a judge leaves a team and another comes. A judge of both teams still meets both.
  private func meetings(_ leaving: Int, _ coming: Int, in team: Int, besides otherTeam: Int) -> Int {
    var loss = 0
    for judge in judges[team] where judge != leaving && !judges[otherTeam].contains(judge) {
      let (before, after) = (shared[leaving * problem.judgeCount + judge], shared[coming * problem.judgeCount + judge])
      loss += 2 * Int(before - after - 1)
    }
    return loss
  }

  private mutating func move(_ leaving: Int, to coming: Int, in team: Int, besides otherTeam: Int) {
    for judge in judges[team] where judge != leaving && !judges[otherTeam].contains(judge) {
      add(-1, leaving, judge)
      add(1, coming, judge)
    }
  }

  private mutating func add(_ change: Int32, _ one: Int, _ other: Int) {
    shared[one * problem.judgeCount + other] += change
    shared[other * problem.judgeCount + one] += change
  }
}
