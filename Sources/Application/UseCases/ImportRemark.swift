/// What was taken from some rows in another way than it was written.
public struct ImportRemark: Equatable, Sendable {
  /// As a spreadsheet counts them.
  public internal(set) var rows: [Int]
  public let message: String

  public init(rows: [Int], message: String) {
    self.rows = rows
    self.message = message
  }

  /// "row 2", "rows 2 to 8, 10".
  public var location: String {
    var spans: [ClosedRange<Int>] = []
    for row in rows.sorted() {
      if let last = spans.last, last.upperBound + 1 >= row {
        spans[spans.count - 1] = last.lowerBound...row
      } else {
        spans.append(row...row)
      }
    }
    let words = spans.map { span in
      switch span.count {
      case 1: "\(span.lowerBound)"
      case 2: "\(span.lowerBound), \(span.upperBound)"
      default: "\(span.lowerBound) to \(span.upperBound)"
      }
    }
    return (rows.count == 1 ? "row " : "rows ") + words.joined(separator: ", ")
  }
}

extension ImportReport {
  /// Leaves a row out that is about somebody who asked to be erased.
  mutating func leaveOutErased(row: Int) {
    skipped += 1
    remarks.add("this person asked to be erased and is left out. To take them all the same: --with-erased", row: row)
  }
}

extension [ImportRemark] {
  /// Adds a remark on a row to the one with the same words.
  mutating func add(_ message: String, row: Int) {
    if let position = firstIndex(where: { $0.message == message }) {
      self[position].rows.append(row)
    } else {
      append(ImportRemark(rows: [row], message: message))
    }
  }
}

/// Gathers remarks while rows are saved, those with the same words together.
final class ImportRemarks {
  private(set) var all: [ImportRemark] = []
  private var places: [String: Int] = [:]

  func add(_ message: String, row: Int) {
    if let place = places[message] {
      all[place].rows.append(row)
    } else {
      places[message] = all.count
      all.append(ImportRemark(rows: [row], message: message))
    }
  }
}
