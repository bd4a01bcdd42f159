public import RankingEngine

extension RankingResult {
  /// How a result's ranks came about.
  public enum Method: Equatable, Sendable {
    /// Computed from a round's sheets.
    case computed(RankingMethod)
    /// Decided outside the program and only repeated here, without scores.
    case stated

    private static let statedName = "stated"

    public init?(name: String) {
      if name == Self.statedName {
        self = .stated
      } else if let method = RankingMethod(rawValue: name) {
        self = .computed(method)
      } else {
        return nil
      }
    }

    public var name: String {
      switch self {
      case .computed(let method): method.rawValue
      case .stated: Self.statedName
      }
    }
  }
}
