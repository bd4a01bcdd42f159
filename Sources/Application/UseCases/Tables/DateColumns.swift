import ImportFormats

/// In which order the columns of a file write their dates, where one of their cells proves it.
final class DateColumns {
  private var orders: [String: DateOrder] = [:]

  func learn(from rows: [ImportRow], _ columns: [String]) {
    for column in columns { orders[column] = DateOrder.proved(by: rows.compactMap { $0.text(column) }) }
  }

  func order(of column: String) -> DateOrder? { orders[column] }
}
