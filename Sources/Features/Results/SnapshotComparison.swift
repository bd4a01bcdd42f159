import CanonicalJSON

/// Compares facts with those that were recomputed: places, rungs and words exactly, numbers to 1e-6 and probabilities to
/// 0.005, because machines differ in the last place.
struct SnapshotComparison {
  /// Whether members that only one side has are differences; older schemas have fewer.
  let isComplete: Bool
  /// The members that the schema does not have yet, by path, with "[]" for each position in a list.
  let absent: Set<String>
  private(set) var differences: [Difference] = []

  init(isComplete: Bool, absent: Set<String> = []) {
    self.isComplete = isComplete
    self.absent = absent
  }

  private static let probabilities: Set = ["p", "misfit_p", "unrelated"]
  /// Quantiles of the draws.
  private static let ranks: Set = ["rank_low", "rank_high"]
  /// Words that repeat probabilities.
  private static let sentences: Set = ["statements", "message"]

  mutating func compare(_ found: JSON?, with expected: JSON?, at path: String, key: String = "") {
    switch (found, expected) {
    case (let found?, let expected?): compareThere(found, expected, path, key)
    case (nil, nil): break
    case (nil, _) where isAbsent(path): break
    case (let found, let expected): if isComplete { note(path, expected, found) }
    }
  }

  private func isAbsent(_ path: String) -> Bool {
    !absent.isEmpty && absent.contains(path.replacing(/\[[0-9]+\]/, with: "[]"))
  }

  private mutating func compareThere(_ found: JSON, _ expected: JSON, _ path: String, _ key: String) {
    switch (found, expected) {
    case (.object(let found), .object(let expected)): compare(found, expected, path)
    case (.array(let found), .array(let expected)):
      if found.count != expected.count {
        note("the length of \(path)", .integer(expected.count), .integer(found.count))
      }
      for (index, pair) in zip(found, expected).enumerated() {
        compare(pair.0, with: pair.1, at: "\(path)[\(index)]", key: key)
      }
    case (.number(let found), .number(let expected)):
      if !Self.isAlike(found, expected, key) { note(path, .number(expected), .number(found)) }
    case (.string(let found), .string(let expected)):
      let isAlike = found == expected || Self.sentences.contains(key) && Self.saysTheSame(found, expected)
      if !isAlike { note(path, .string(expected), .string(found)) }
    default: if found != expected { note(path, expected, found) }
    }
  }

  private mutating func compare(_ found: [JSON.Member], _ expected: [JSON.Member], _ path: String) {
    let keys = Set(found.map(\.key)).union(expected.map(\.key)).sorted()
    for key in keys {
      let values = [found, expected].map { members in members.first { $0.key == key }?.value }
      compare(values[0], with: values[1], at: path.isEmpty ? key : "\(path).\(key)", key: key)
    }
  }

  mutating func note(_ path: String, _ expected: JSON?, _ found: JSON?) {
    differences.append(Difference(path: path, expected: expected.map(Self.short), found: found.map(Self.short)))
  }

  mutating func note(_ path: String, fault: String) {
    differences.append(Difference(path: path, expected: nil, found: nil, fault: fault))
  }

  /// A value short enough to be read within a sentence.
  private static func short(_ value: JSON) -> String {
    let text = value.canonical
    return text.count > 80 ? text.prefix(80) + "…" : text
  }

  private static func isAlike(_ one: String, _ other: String, _ key: String) -> Bool {
    if one == other { return true }
    guard let one = Double(one), let other = Double(other) else { return false }
    let tolerance =
      if key.hasPrefix("p_") || probabilities.contains(key) {
        0.005
      } else if ranks.contains(key) {
        1.0
      } else {
        1e-6 * max(1, abs(other))
      }
    return abs(one - other) <= tolerance
  }

  /// Whether two sentences differ in percentages only, by one at most, which is how rounding may fall.
  private static func saysTheSame(_ one: String, _ other: String) -> Bool {
    let percentage = /[0-9]+(\.[0-9]+)? %/
    let figures = [one, other].map { text in
      text.matches(of: percentage).compactMap { Double(text[$0.range].dropLast(2)) }
    }
    return one.replacing(percentage, with: "%") == other.replacing(percentage, with: "%")
      && figures[0].count == figures[1].count && zip(figures[0], figures[1]).allSatisfy { abs($0 - $1) <= 1 }
  }
}
