/// Names with their positions in the order in which they first come.
struct NameIndex {
  private(set) var names: [String] = []
  private var positions: [String: Int] = [:]
  private var last = 0
  /// What followed each name the last time: rows mostly repeat a name, or go through the same few in turn.
  private var followers: [Int] = []

  /// The position of a name, which is new or known.
  mutating func position(of name: String) -> Int {
    if !names.isEmpty {
      if names[last] == name { return last }
      let guess = followers[last]
      if names[guess] == name {
        last = guess
        return guess
      }
    }
    let position = positions[name] ?? names.count
    if position == names.count {
      names.append(name)
      followers.append(position)
      positions[name] = position
    }
    followers[last] = position
    last = position
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
