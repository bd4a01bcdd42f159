import CSV

/// The cells of one record, with the names of their columns for telling where something is wrong.
struct Row {
  let record: Record
  let names: [String]

  var count: Int { record.cells.count }

  /// The cell's text without spaces around it, in NFC; nil when there is no such cell or it is blank.
  func text(at index: Int?) -> String? {
    guard let index, record.cells.indices.contains(index) else { return nil }
    return record.cells[index].asCell
  }

  /// What is wrong with a cell, named by its column as the file has it.
  func problem(at index: Int?, _ message: String) -> CellProblem {
    guard let index else { return CellProblem(message) }
    let name = names.indices.contains(index) && !names[index].isEmpty ? names[index] : nil
    return CellProblem(index: index, column: name, value: text(at: index), message)
  }

  func missing(at index: Int?) -> CellProblem {
    problem(at: index, "The cell is empty, but it is needed.")
  }
}
