/// Who may score whom, and how many judges each team is to have: what panels are drawn from.
public struct PanelProblem: Sendable {
  public let teamCount: Int
  public let judgeCount: Int
  /// How many judges each team is to have, those who stay included.
  public var wanted: [Int]
  /// The judges of each team who stay.
  public private(set) var kept: [[Int]]
  /// By team and judge; `excluded` where the judge may not score the team.
  private var strains: [UInt8]

  private static let excluded = UInt8.max

  /// Everybody may score everybody, and nobody does yet.
  /// - Parameter perTeam: How many judges each team is to have.
  public init(teamCount: Int, judgeCount: Int, perTeam: Int) {
    self.teamCount = teamCount
    self.judgeCount = judgeCount
    wanted = Array(repeating: perTeam, count: teamCount)
    kept = Array(repeating: [], count: teamCount)
    strains = Array(repeating: 0, count: teamCount * judgeCount)
  }

  /// Keeps a judge from scoring a team; a pair that is kept stays all the same.
  public mutating func exclude(_ judge: Int, from team: Int) { strains[team * judgeCount + judge] = Self.excluded }

  /// Says how badly a judge suits a team, from 0, very well, to 254.
  public mutating func strain(_ strain: UInt8, of judge: Int, with team: Int) {
    let place = team * judgeCount + judge
    if strains[place] != Self.excluded { strains[place] = min(strain, Self.excluded - 1) }
  }

  /// Leaves a judge with a team.
  public mutating func keep(_ judge: Int, with team: Int) {
    if !kept[team].contains(judge) { kept[team].append(judge) }
  }

  func mayScore(_ judge: Int, _ team: Int) -> Bool { strains[team * judgeCount + judge] != Self.excluded }

  func strain(of judge: Int, with team: Int) -> Int { Int(strains[team * judgeCount + judge]) }
}
