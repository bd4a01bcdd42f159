/// Names with their positions in the order in which they first come.
struct NameIndex {
  private(set) var names: [String] = []
  private var positions: [String: Int] = [:]
  private var last: (name: String, position: Int)?

  /// The position of a name, which is new or known; rows often repeat the name of the row before.
  mutating func position(of name: String) -> Int {
    if let last, last.name == name { return last.position }
    let position = positions[name] ?? names.count
    if position == names.count {
      names.append(name)
      positions[name] = position
    }
    last = (name, position)
    return position
  }

  /// The position of a name that is known.
  func known(_ name: String) -> Int? { positions[name] }

  /// The names in order, and where each of the old positions has gone.
  func sorted() -> (names: [String], moved: [Int]) {
    let order = names.indices.sorted { names[$0] < names[$1] }
    var moved = [Int](repeating: 0, count: names.count)
    for (position, old) in order.enumerated() { moved[old] = position }
    return (order.map { names[$0] }, moved)
  }
}
