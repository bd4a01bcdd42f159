/// How close a verdict is to the truth.
struct Accuracy {
  /// Whether the declared winner is the best team; a share where several share the first place.
  let topOne: Double
  /// The share of the three best that are among the first three.
  let topThree: Double
  /// Kendall's tau between places and qualities; equal places count as neither.
  let tau: Double
  /// The quality lost by crowning the declared winner instead of the best team.
  let regret: Double

  init(_ verdict: Verdict, truth: [Double]) {
    let best = truth.indices.sorted { truth[$0] > truth[$1] }
    let winners = verdict.winners
    topOne = winners.contains(best[0]) ? 1 / Double(winners.count) : 0
    topThree = Double(Set(best.prefix(3)).intersection(verdict.order.prefix(3)).count) / 3
    tau = Self.tau(verdict.places, truth)
    regret = truth[best[0]] - winners.reduce(0) { $0 + truth[$1] } / Double(winners.count)
  }

  private static func tau(_ places: [Int], _ truth: [Double]) -> Double {
    var balance = 0
    for one in places.indices {
      for other in places.indices.dropFirst(one + 1) {
        let agrees = (places[one] - places[other]).signum() * (truth[one] > truth[other] ? -1 : 1)
        balance += agrees
      }
    }
    return Double(balance) / (Double(places.count * (places.count - 1)) / 2)
  }
}
