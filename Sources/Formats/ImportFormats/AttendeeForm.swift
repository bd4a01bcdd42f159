import CSV
import Vocabulary

/// Eventbrite's list of attendees: a row is a ticket.
struct AttendeeForm: RecordForm {
  private let reader: FieldReader
  private let completeness: Completeness
  private let width: Int
  private let status: Int?
  private let quantity: Int?
  private let order: Int?
  private let time: (index: Int, column: String)?
  /// Whether some times cannot be read because nobody said their zone or the order of their dates.
  private let asksForTimes: Bool
  // Tickets of one order stand together.
  private var lastOrder = ""
  private var ticketsOfOrder = 0

  init(_ header: Header, _ settings: ReadingSettings) throws(ImportFormatError) {
    width = header.count
    let columns = try Columns(header, as: .participant, in: .eventbrite, settings)
    order = columns.index(of: ["Order #", "Order no.", "Order no", "Order number"], in: header)
    guard columns[.sourceKey] != nil || order != nil || columns[.email] != nil else {
      throw .missingColumn("Attendee #", header: header.names)
    }
    guard Completeness.personNames.contains(where: { columns[$0] != nil }) else {
      throw .missingColumn("First Name", header: header.names)
    }
    status = columns.index(of: ["Attendee Status"], in: header)
    quantity = columns.index(of: ["Quantity", "QTY"], in: header)
    let times = TimeReading(settings, takesDays: true)
    asksForTimes = settings.timeZone == nil || settings.dateOrder == nil
    time = columns[.receivedAt].map { ($0, header.names[$0]) }
    reader = FieldReader(columns, settings, times: times)
    completeness = Completeness(noun: .participant, columns: columns)
  }

  var usedColumns: Set<Int> {
    Set(reader.columns.all.map(\.index) + [status, quantity, order].compactMap(\.self))
  }

  var remarks: [String] {
    guard let time else { return [] }
    guard asksForTimes else { return [reader.form.times.remark] }
    return [
      "Times in \(quoted(time.column)) that leave their zone or the order of their dates open are left out; "
        + "to keep them, add --tz ZONE and --date-order dmy, mdy or ymd."
    ]
  }

  func index(of field: DraftField) -> Int? { reader.columns[field] }

  func fits(width: Int) -> Bool { width == self.width }

  mutating func read(_ row: Row, into reading: inout RecordReading) {
    let key = sourceKey(of: row)
    if let status = row.text(at: status), !["attending", "checked in"].contains(status.lowercased()) {
      reading.skipped = "marked \(quoted(status))"
      return
    }
    var draft = reader.draft(.participant, of: row, into: &reading)
    draft[.sourceKey] = key
    reading.drafts = [draft]
    // Said once for all rows.
    if asksForTimes { reading.remarks.removeAll { $0.index == time?.index } }
    reading.problems += completeness.problems(of: row, isKnownOtherwise: key != nil)
    if let text = row.text(at: quantity), let tickets = Int(text), tickets > 1 {
      reading.remarks.append(
        row.problem(at: quantity, "The row stands for \(tickets) tickets, but names one person at most."))
    }
  }

  /// The attendee's number, or else the order's with the ticket's place in it.
  private mutating func sourceKey(of row: Row) -> String? {
    let order = row.text(at: order) ?? ""
    ticketsOfOrder = order == lastOrder ? ticketsOfOrder + 1 : 1
    lastOrder = order
    if let number = row.text(at: reader.columns[.sourceKey]) { return number }
    return order.isEmpty ? nil : "\(order)/\(ticketsOfOrder)"
  }
}
