/// What alternating rounds of our way and of a yardstick measured.
struct Rounds {
  /// Seconds, or any figure of which less is better, unless the line says otherwise.
  let ours: [Double]
  let yardstick: [Double]

  /// Measures our way and the yardstick in turn, so that a machine that slows down slows both.
  static func alternate(
    _ count: Int = 5, ours: () async throws -> Double, yardstick: () async throws -> Double
  ) async throws -> Rounds {
    var (mine, theirs): ([Double], [Double]) = ([], [])
    for round in 0..<count {
      if round.isMultiple(of: 2) {
        mine.append(try await ours())
        theirs.append(try await yardstick())
      } else {
        theirs.append(try await yardstick())
        mine.append(try await ours())
      }
    }
    return Rounds(ours: mine, yardstick: theirs)
  }

  /// `ratio NAME VALUE` with both medians, the range of the rounds' ratios, and the target.
  func line(_ name: String, unit: String, target: String, isMet: (Double) -> Bool) -> String {
    let ratios = zip(ours, yardstick).map { $0 / $1 }
    let ratio = median(ratios)
    let range = "\(short(ratios.min() ?? 0)) to \(short(ratios.max() ?? 0)) over \(ratios.count) rounds"
    let verdict = isMet(ratio) ? "met" : "MISSED"
    return "ratio \(name) \(short(ratio))   ours \(short(median(ours))) \(unit), yardstick \(short(median(yardstick))) "
      + "\(unit), \(range); target \(target): \(verdict)"
  }
}

/// The middle value, or the mean of the two in the middle.
func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  guard !sorted.isEmpty else { return 0 }
  let middle = sorted.count / 2
  return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
}

/// The seconds that the body took.
func seconds(_ body: () async throws -> Void) async rethrows -> Double {
  let start = ContinuousClock.now
  try await body()
  let (whole, fraction) = (ContinuousClock.now - start).components
  return Double(whole) + Double(fraction) / 1e18
}

/// Three significant digits.
func short(_ value: Double) -> String {
  guard value >= 100 else {
    let scale: Double = value >= 10 ? 10 : value >= 1 ? 100 : 1000
    return String((value * scale).rounded() / scale)
  }
  return String(Int(value.rounded()))
}
