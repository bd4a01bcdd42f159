import Foundation

/// Names with their positions in the order in which they first come.
struct NameIndex {
  private(set) var names: [String] = []
  private var positions: [String: Int] = [:]

  /// The position of a name, which is new or known.
  mutating func position(of name: String) -> Int {
    if let position = positions[name] { return position }
    positions[name] = names.count
    names.append(name)
    return names.count - 1
  }

  /// The position of a name that is known.
  func known(_ name: String) -> Int? { positions[name] }

  /// The names in order, and where each of the old positions has gone.
  ///
  /// A name that is written both with composed characters and with combining marks is one name; it gets its composed form
  /// (NFC), so that it does not matter which of the two comes first.
  func sorted() -> (names: [String], moved: [Int]) {
    let order = names.indices.sorted { names[$0] < names[$1] }
    var moved = [Int](repeating: 0, count: names.count)
    for (position, old) in order.enumerated() { moved[old] = position }
    return (
      order.map { place in
        names[place].utf8.allSatisfy { $0 < 0x80 } ? names[place] : names[place].precomposedStringWithCanonicalMapping
      }, moved
    )
  }
}
