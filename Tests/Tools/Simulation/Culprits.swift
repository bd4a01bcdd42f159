/// The judges who do not judge honestly, and the teams that they favour.
struct Culprits {
  /// Each culprit's friend.
  private(set) var friends: [Int: Int] = [:]
  private let attack: Attack?
  private let judges: Set<Int>

  init(_ scenario: Scenario, _ assignment: Assignment, _ stream: inout RandomStream) {
    attack = scenario.attack
    guard let attack else {
      judges = []
      return
    }
    let culprits = stream.shuffled(Array(0..<scenario.judges)).prefix(attack.judges)
    judges = Set(culprits)
    guard attack.hasFriends else { return }
    for judge in culprits {
      let seen = assignment.judgesOfTeam.indices.filter { assignment.judgesOfTeam[$0].contains(judge) }
      if !seen.isEmpty { friends[judge] = seen[stream.index(below: seen.count)] }
    }
  }

  /// Whether a sheet says what its judge saw.
  func isHonest(_ judge: Int, _ team: Int) -> Bool {
    guard judges.contains(judge) else { return true }
    if case .friendSheet? = attack { return friends[judge] != team }
    return false
  }

  /// The scores that a judge gives who saw these.
  func scores(_ judge: Int, _ team: Int, honest: [Int], _ scenario: Scenario, _ stream: inout RandomStream) -> [Int] {
    guard let attack, judges.contains(judge) else { return honest }
    let (low, high) = (scenario.rubric.range.lowerBound, scenario.rubric.range.upperBound)
    let isFriend = friends[judge] == team
    switch attack {
    case .malicious: return honest.map { _ in isFriend ? high : low }
    case .softCheat: return honest.map { _ in isFriend ? high : low + 1 }
    case .friendSheet: return isFriend ? honest.map { _ in high } : honest
    case .lazy: return honest.map { _ in (low + high) / 2 }
    case .randomJudge:
      let imagined = stream.normal() + scenario.noise * stream.normal()
      return honest.map { _ in scenario.rubric.score(imagined + scenario.noise * stream.normal()) }
    }
  }
}

extension Attack {
  var hasFriends: Bool {
    switch self {
    case .malicious, .softCheat, .friendSheet: true
    case .randomJudge, .lazy: false
    }
  }
}
