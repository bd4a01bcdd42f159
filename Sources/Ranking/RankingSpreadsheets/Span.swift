import RankingEngine

/// How far the scores of a criterion reach.
struct Span: Equatable, Sendable {
  let criterion: String
  let lowest: DecimalNumber
  let highest: DecimalNumber

  private var width: Double { highest.value - lowest.value }

  /// - Parameter ratings: Those of the rows, in their order.
  static func all(
    of rows: ScoreRows, _ ratings: [Rating], _ criteria: [String]
  ) -> [Span] {
    var bounds: [(low: Int, high: Int)?] = criteria.map { _ in nil }
    for (row, rating) in ratings.enumerated() {
      guard let (low, high) = bounds[rating.criterion] else {
        bounds[rating.criterion] = (row, row)
        continue
      }
      if rating.points < ratings[low].points { bounds[rating.criterion]?.low = row }
      if rating.points > ratings[high].points { bounds[rating.criterion]?.high = row }
    }
    return zip(criteria, bounds).compactMap { criterion, bounds in
      bounds.map { Span(criterion: criterion, lowest: rows.values[$0.low], highest: rows.values[$0.high]) }
    }
  }

  /// The narrowest and the widest, where the widest is at least three times as wide.
  static func uneven(_ spans: [Span]) -> (narrow: Span, wide: Span)? {
    let spread = spans.filter { $0.width > 0 }.sorted { $0.width < $1.width }
    guard let narrow = spread.first, let wide = spread.last, wide.width >= 3 * narrow.width else { return nil }
    return (narrow, wide)
  }
}

extension RankingFiles {
  /// Why the weights may not say how much each criterion counts; nil where they do.
  public var spanWarning: String? {
    Span.uneven(spans).map { narrow, wide in
      "The scores of \"\(wide.criterion)\" go from \(wide.lowest) to \(wide.highest), those of \"\(narrow.criterion)\" only "
        + "from \(narrow.lowest) to \(narrow.highest), so \"\(wide.criterion)\" counts for more than its weight says. "
        + "If their ranges differ, name all of them: --scale \"\(narrow.criterion)=LOWEST..HIGHEST\"."
    }
  }
}
