import RankingEngine

extension CrossCheck {
  /// A loud word where the methods do not agree on a prize.
  func warnings(_ names: RankingNames) -> [RankingWarning] {
    guard !disputed.isEmpty else { return [] }
    let ranks = disputed.map(String.init).joined(separator: ", ")
    let podiums = entries.map { "\($0.method.rawValue): \($0.podium.text(names))" }.joined(separator: "; ")
    return [
      RankingWarning(
        code: "methods-disagree", message: "METHODS DISAGREE on rank \(ranks). \(podiums).")
    ]
  }
}

extension Podium {
  /// "1. Aurora, 2. Boreal, 3. Cedar"
  func text(_ names: RankingNames) -> String {
    ranks.map { "\($0.rank). \(names.teams[$0.team])" }.joined(separator: ", ")
  }
}
