import RankingEngine

/// Whether a method is as sure as it may be.
struct Calibration {
  /// What was said of the declared winner, and how often it was first.
  private(set) var saidFirst = Mean()
  private(set) var wasFirst = Mean()
  /// Their difference within events, above 0 where the method is too sure.
  private(set) var excess = Mean()
  /// The share of an event's true ranks inside the 90 % intervals.
  private(set) var coverage = Mean()
  /// What was said and what was so by band of P(1st beats 2nd).
  private(set) var bands = edges.map { _ in (said: Mean(), true: Mean()) }

  /// The lower edges of the bands.
  static let edges = [0.0, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95]

  mutating func add(_ verdict: Verdict, truth: [Double]) {
    guard let certainty = verdict.certainty, verdict.order.count > 1 else { return }
    let (winner, second) = (verdict.order[0], verdict.order[1])
    let isFirst = truth.allSatisfy { $0 <= truth[winner] } ? 1.0 : 0
    if let said = certainty.first[winner] {
      saidFirst.add(said)
      wasFirst.add(isFirst)
      excess.add(said - isFirst)
    }
    let covered = truth.indices.count { team in
      let rank = 1 + truth.count { $0 > truth[team] }
      return certainty.intervals[team].map { $0.low...$0.high ~= rank } ?? false
    }
    coverage.add(Double(covered) / Double(truth.count))
    if let said = certainty.pairs[.init(winner, second)], let band = Self.edges.lastIndex(where: { $0 <= said }) {
      bands[band].said.add(said)
      bands[band].true.add(truth[winner] > truth[second] ? 1 : 0)
    }
  }

  mutating func add(_ other: Calibration) {
    saidFirst.add(other.saidFirst)
    wasFirst.add(other.wasFirst)
    excess.add(other.excess)
    coverage.add(other.coverage)
    for band in bands.indices {
      bands[band].said.add(other.bands[band].said)
      bands[band].true.add(other.bands[band].true)
    }
  }
}
