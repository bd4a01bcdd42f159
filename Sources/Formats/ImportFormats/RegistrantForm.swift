import CSV
import Vocabulary

/// Devpost's list of people: a row is somebody who has registered.
struct RegistrantForm: RecordForm {
  private let reader: FieldReader
  private let completeness: Completeness
  private let width: Int

  init(_ header: Header, _ settings: ReadingSettings) throws(ImportFormatError) {
    width = header.count
    let columns = try Columns(header, as: .participant, in: .devpostRegistrants, settings)
    guard columns[.email] != nil || columns[.key] != nil else { throw .missingColumn("Email", header: header.names) }
    guard Completeness.personNames.contains(where: { columns[$0] != nil }) else {
      throw .missingColumn("First Name", header: header.names)
    }
    let times = TimeReading(
      order: settings.dateOrder ?? .monthFirst, zone: settings.timeZone ?? settings.eventTimeZone,
      takesDays: true)
    reader = FieldReader(columns, settings, times: times)
    completeness = Completeness(noun: .participant, columns: columns)
  }

  var usedColumns: Set<Int> { Set(reader.columns.all.map(\.index)) }

  var remarks: [String] { reader.columns[.receivedAt] == nil ? [] : [reader.form.times.remark] }

  func index(of field: DraftField) -> Int? { reader.columns[field] }

  func fits(width: Int) -> Bool { width <= self.width }

  func read(_ row: Row, into reading: inout RecordReading) {
    var draft = reader.draft(.participant, of: row, into: &reading)
    // The full name only repeats the others, and stands in for them where they are blank.
    if draft[.givenName] != nil || draft[.familyName] != nil { draft[.displayName] = nil }
    reading.drafts = [draft]
    reading.problems += completeness.problems(of: row)
  }
}
