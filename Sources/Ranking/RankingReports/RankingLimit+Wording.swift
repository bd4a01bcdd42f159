public import RankingEngine

extension RankingLimit {
  /// What is too much, in a sentence.
  public var sentence: String {
    let what = isOfDraws ? "The probabilities take" : "The method \"\(method.rawValue)\" takes"
    return "\(what) at most \(most) \(unit), but there are \(found)."
  }

  private var unit: String {
    switch size {
    case .judges: "judges"
    case .judgesOrTeams: "judges or teams, whichever are fewer"
    case .linkedTeams: "teams that judges link"
    case .comparisons: "pairs of teams on the judges' lists"
    case .differentSheets: "sheets with different scores"
    }
  }
}
