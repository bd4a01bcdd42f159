import Vocabulary

/// The ranges of criteria as somebody declared them.
struct ScaleTable {
  /// The digits behind the point that the ranges need.
  let decimals: Int
  private let bounds: [(lowest: DecimalNumber, highest: DecimalNumber)]
  private let scores: String

  /// Takes the ranges of all criteria, or none at all.
  /// - Throws: `ScoreFileError` when one is missing, stands twice, is no range, or names what nobody scored.
  init(_ scales: [RankingFiles.Scale], criteria: [String], scores: String) throws(ScoreFileError) {
    self.scores = scores
    var found: [String: (DecimalNumber, DecimalNumber)] = [:]
    var problems: [String] = []
    for scale in scales {
      let name = scale.criterion
      guard criteria.contains(name) else {
        let near = nearest(to: name, among: criteria).map { " Did you mean \(quoted($0))?" } ?? ""
        problems.append("A range is given for \(quoted(name)), which nobody scored in \(quoted(scores)).\(near)")
        continue
      }
      guard let bounds = Self.bounds(scale) else {
        problems.append(
          "The range of \(quoted(name)) goes from a lower to a higher number, but \(scale.lowest)..\(scale.highest) was given."
        )
        continue
      }
      if found.updateValue(bounds, forKey: name) != nil {
        problems.append("The range of \(quoted(name)) is given twice.")
      }
    }
    if !scales.isEmpty, problems.isEmpty {
      problems = criteria.filter { found[$0] == nil }.map {
        "The range of \(quoted($0)) is missing: give it for all criteria."
      }
    }
    guard problems.isEmpty else { throw ScoreFileError(file: scores, problems: problems) }
    bounds = criteria.compactMap { found[$0] }
    decimals = bounds.flatMap { [$0.lowest.decimals, $0.highest.decimals] }.max() ?? 0
  }

  /// In units of the last decimal; nil without ranges.
  func ranges(decimals: Int) throws(ScoreFileError) -> [ClosedRange<Int64>]? {
    guard !bounds.isEmpty else { return nil }
    let ranges = bounds.compactMap { bounds -> ClosedRange<Int64>? in
      guard let lowest = bounds.lowest.digits(withDecimals: decimals),
        let highest = bounds.highest.digits(withDecimals: decimals)
      else { return nil }
      return lowest...highest
    }
    guard ranges.count == bounds.count else {
      throw ScoreFileError(file: scores, problems: ["A range is too large for scores with so many decimals."])
    }
    return ranges
  }

  /// - Throws: `ScoreFileError` with every score outside the range of its criterion.
  func requireInside(_ rows: ScoreRows, _ moves: [Int]) throws(ScoreFileError) {
    guard !bounds.isEmpty else { return }
    let problems = rows.values.indices.compactMap { row -> String? in
      let (value, (lowest, highest)) = (rows.values[row], bounds[moves[Int(rows.criterionOfRow[row])]])
      guard value.value < lowest.value || value.value > highest.value else { return nil }
      return
        "\(quoted(scores)): \(rows.location(of: row)) has \(value), but the range given with --scale is \(lowest) to \(highest)."
    }
    guard problems.isEmpty else { throw ScoreFileError(file: scores, problems: problems) }
  }

  private static func bounds(_ scale: RankingFiles.Scale) -> (DecimalNumber, DecimalNumber)? {
    guard let lowest = DecimalNumber(scale.lowest), let highest = DecimalNumber(scale.highest) else { return nil }
    let decimals = max(lowest.decimals, highest.decimals)
    guard let low = lowest.digits(withDecimals: decimals), let high = highest.digits(withDecimals: decimals), low < high
    else { return nil }
    return (lowest, highest)
  }
}
