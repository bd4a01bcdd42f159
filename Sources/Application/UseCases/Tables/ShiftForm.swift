import CSV
import ImportFormats
import Vocabulary

/// A form with a column for each shift, in which mentors tick when they have time.
final class ShiftForm {
  private let days: ClosedRange<CalendarDate>
  private var columns: ShiftColumns
  private let gathered = ImportRemarks()

  /// - Parameter days: Those of the event.
  init(days: ClosedRange<CalendarDate>) {
    self.days = days
    columns = ShiftColumns([], among: days)
  }

  var remarks: [ImportRemark] { gathered.all }

  /// The titles that look like shifts and cannot be read.
  var notes: [String] {
    columns.unread.map { "The column \(quoted($0.title)) looks like a shift and is left out: \($0.reason)." }
  }

  /// Takes the columns that are shifts. Tells whether there is one.
  func take(from found: inout FoundColumns) -> Bool {
    columns = ShiftColumns(found.free, among: days)
    found.takeWide(columns.indices)
    return !columns.indices.isEmpty
  }

  /// The shifts that a row ticks. What is no tick is left out with a remark.
  func shifts(of row: ImportRow) -> [ShiftList.Shift] {
    columns.indices.flatMap { index -> [ShiftList.Shift] in
      guard index < row.record.cells.count else { return [] }
      let cell = row.record.cells[index].trimmed
      let (shifts, unclear) = columns.shifts(of: cell, in: index)
      if let unclear {
        let title = row.columns.header.names[index]
        gathered.add("\(quoted(cell)) in the column \(quoted(title)) is left out: \(unclear)", row: row.record.row)
      }
      return shifts
    }
  }
}
