/// Names with their positions in the order in which they first come.
struct NameIndex {
  private(set) var names: [String] = []
  private var positions: [String: Int] = [:]
  /// The cells that were read so far, as they are written, with the positions of their names.
  private var cells: [(text: String, position: Int)] = []
  private var cellPositions: [String: Int] = [:]
  private var lastCell = 0
  /// What followed each cell the last time: rows mostly repeat a name, or go through the same few in turn.
  private var followers: [Int] = []

  /// The position of a name, which is new or known.
  mutating func position(of name: String) -> Int {
    if let position = positions[name] { return position }
    positions[name] = names.count
    names.append(name)
    return names.count - 1
  }

  /// The position of the name in a cell; each text is read once, however often it comes.
  /// - Parameter read: The name in the text, or nil where there is none.
  mutating func position(inCell text: String, read: (String) -> String?) -> Int? {
    if !cells.isEmpty {
      if cells[lastCell].text == text { return cells[lastCell].position }
      let guess = followers[lastCell]
      if cells[guess].text == text {
        lastCell = guess
        return cells[guess].position
      }
    }
    guard let cell = cellPositions[text] ?? newCell(text, read) else { return nil }
    followers[lastCell] = cell
    lastCell = cell
    return cells[cell].position
  }

  private mutating func newCell(_ text: String, _ read: (String) -> String?) -> Int? {
    guard let name = read(text) else { return nil }
    cells.append((text, position(of: name)))
    followers.append(cells.count - 1)
    cellPositions[text] = cells.count - 1
    return cells.count - 1
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
