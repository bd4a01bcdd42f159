public import RankingEngine

extension RankingLimit {
  /// What is too much, in words: "at most 3000 judges, but there are 3001".
  public var wording: String { "at most \(most) \(unit), but there are \(found)" }

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
