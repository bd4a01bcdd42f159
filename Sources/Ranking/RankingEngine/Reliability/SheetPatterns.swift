/// Which sheets have the same category on every criterion.
struct SheetPatterns {
  /// The pattern of each sheet, numbered by the first sheet that has it.
  private(set) var patterns: [Int32]
  /// The first sheet of each pattern.
  private(set) var examples: [Int] = []

  /// - Parameter categories: Of each criterion, the category of each sheet, nil where it is missing.
  /// - Complexity: linear in sheets and criteria.
  init(_ categories: [[Int?]], sheets: Int) {
    patterns = [Int32](repeating: 0, count: sheets)
    for criterion in categories { split(by: criterion) }
    var known: [Int32: Int32] = [:]
    for sheet in patterns.indices {
      if let number = known[patterns[sheet]] {
        patterns[sheet] = number
      } else {
        known[patterns[sheet]] = Int32(examples.count)
        patterns[sheet] = Int32(examples.count)
        examples.append(sheet)
      }
    }
  }

  /// Takes apart what differs in one criterion more.
  private mutating func split(by categories: [Int?]) {
    var known: [Pair: Int32] = [:]
    for sheet in patterns.indices {
      let pair = Pair(pattern: patterns[sheet], category: categories[sheet])
      let number = known[pair] ?? Int32(known.count)
      known[pair] = number
      patterns[sheet] = number
    }
  }

  private struct Pair: Hashable {
    let pattern: Int32
    let category: Int?
  }
}
