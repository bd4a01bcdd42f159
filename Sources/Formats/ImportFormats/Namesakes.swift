import CSV

/// The people of a list that knows them by their names alone; those of one name are told apart by their order.
struct Namesakes {
  private var rows: [String: (first: Int, count: Int)] = [:]

  /// Gives a person the name as what the file calls them, and says who was called so before.
  mutating func name(_ person: inout Draft, of row: Row, _ reading: inout RecordReading) {
    guard let name = person.sourceKeyByName else { return }
    guard let earlier = rows[name] else {
      rows[name] = (row.record.row, 1)
      person[.sourceKey] = name
      return
    }
    rows[name] = (earlier.first, earlier.count + 1)
    person[.sourceKey] = "\(name)/\(earlier.count + 1)"
    let message = "The name is in row \(earlier.first) as well. Both were taken; remove one if they are one person."
    reading.remarks.append(row.problem(at: nil, message))
  }
}
