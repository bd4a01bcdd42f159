import Scoring

extension CrossCheck {
  /// A loud word where the methods do not agree on a prize.
  func warnings(_ names: RankingNames) -> [RankingWarning] {
    guard !disputed.isEmpty else { return [] }
    let places = disputed.map(String.init).joined(separator: ", ")
    let podiums = podiums.map { podium in
      "\(podium.method.rawValue): "
        + podium.places.map { "\($0.place). \(names.teams[$0.team])" }.joined(separator: ", ")
    }.joined(separator: "; ")
    return [
      RankingWarning(
        code: "methods-disagree", message: "METHODS DISAGREE on place \(places). \(podiums).")
    ]
  }
}
