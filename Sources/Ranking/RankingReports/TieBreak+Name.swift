import RankingEngine

extension TieBreak {
  /// The rung's name as it is printed and written.
  func name(_ names: RankingNames) -> String {
    switch self {
    case .criterion(let position): "criterion:\(names.criteria[position])"
    case .headToHead: "head-to-head"
    case .rawMean: "raw-mean"
    case .medianSheet: "median-sheet"
    case .firstPlaces: "first-places"
    case .shared: "shared"
    }
  }
}
