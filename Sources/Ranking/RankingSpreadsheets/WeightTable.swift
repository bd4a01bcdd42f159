import CSV
import Vocabulary

/// How much each criterion weighs.
struct WeightTable {
  let weights: [Int64]

  /// All criteria weigh the same.
  init(_ criteria: [String]) {
    weights = criteria.map { _ in 1 }
  }

  /// Reads the weights of all criteria.
  /// - Throws: `ScoreFileError` when one is missing, stands twice, is not above 0 or weighs what nobody scored.
  init(_ file: RankingFiles.File, criteria: [String], scores: String) throws {
    var reader = try ScoreTableReader(file.bytes, file: file.name, columns: ["criterion", "weight"])
    let (criterion, weight) = (
      try reader.header.requireIndex(of: "criterion"), try reader.header.requireIndex(of: "weight")
    )
    var found: [String: DecimalNumber] = [:]
    while let record = try reader.next() {
      guard let name = reader.name(criterion, of: record), let number = reader.number(weight, of: record) else {
        continue
      }
      if number.digits <= 0 {
        reader.note("has a weight that is not above 0; leave out the scores of what does not count", weight, of: record)
      } else if !criteria.contains(name) {
        let near = nearest(to: name, among: criteria).map { " (did you mean \(quoted($0))?)" } ?? ""
        reader.note("weighs \(quoted(name)), which nobody scored in \(quoted(scores))\(near)", criterion, of: record)
      } else if found.updateValue(number, forKey: name) != nil {
        reader.note("weighs \(quoted(name)) for the second time", criterion, of: record)
      }
    }
    for name in criteria where found[name] == nil && reader.problems.isEmpty {
      reader.note(problem: "the criterion \(quoted(name)) of \(quoted(scores)) has no weight.")
    }
    try reader.finish()
    let numbers = criteria.compactMap { found[$0] }
    let decimals = numbers.map(\.decimals).max() ?? 0
    weights = numbers.map { $0.digits(withDecimals: decimals) ?? 0 }
    if let position = weights.firstIndex(where: { !(1...1_000_000_000_000_000 ~= $0) }) {
      reader.note(
        problem:
          "the weight of \(quoted(criteria[position])) is too large for numbers with so many decimals (\(decimals)).")
      try reader.finish()
    }
  }
}
