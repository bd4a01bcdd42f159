import CSV
import Vocabulary

/// Our own columns, a spreadsheet with columns named like them, or the answers of a form: a row is a thing.
struct SpreadsheetForm: RecordForm {
  let noun: ImportNoun
  let reader: FieldReader
  let completeness: Completeness
  let width: Int

  init(
    _ header: Header, as noun: ImportNoun, in profile: ImportProfile, _ settings: ReadingSettings
  ) throws(ImportFormatError) {
    self.noun = noun
    width = header.count
    let columns = try Columns(header, as: noun, in: profile, settings)
    try Self.require(noun, profile, columns, header)
    if profile == .googleForms, let index = columns[.receivedAt] {
      let column = header.names[index]
      if settings.dateOrder == nil { throw .dateOrderNeeded(column: column) }
      if settings.timeZone == nil { throw .timeZoneNeeded(column: column) }
    }
    let times = TimeReading(order: settings.dateOrder, zone: settings.timeZone, takesDays: noun == .participant)
    reader = FieldReader(columns, settings, times: times)
    completeness = Completeness(noun: noun, columns: columns)
  }

  private static func require(
    _ noun: ImportNoun, _ profile: ImportProfile, _ columns: Columns, _ header: Header
  ) throws(ImportFormatError) {
    func has(_ fields: DraftField...) -> Bool { fields.contains { columns[$0] != nil } }
    switch noun {
    case .participant:
      let (hasContact, hasName) = (has(.email, .key, .sourceKey), has(.displayName, .givenName, .familyName))
      if profile == .googleForms && !(hasContact && hasName) { throw .mapNeeded(profile) }
      if !hasContact { throw .missingColumns(noun, "an e-mail address or a key") }
      if !hasName { throw .missingColumns(noun, "a name") }
    case .team: if !has(.name) { throw .missingColumn("name", header: header.names) }
    case .submission: if !has(.team) { throw .missingColumn("team", header: header.names) }
    case .organisation:
      for field in [DraftField.key, .role] where !has(field) {
        throw .missingColumn(field.column, header: header.names)
      }
      if !has(.nameEn, .nameFr, .nameEs) { throw .missingColumns(noun, "a name") }
    }
  }

  var usedColumns: Set<Int> { Set(reader.columns.all.map(\.index)) }

  var remarks: [String] { reader.columns[.receivedAt] == nil ? [] : [reader.form.times.remark] }

  func index(of field: DraftField) -> Int? { reader.columns[field] }

  func fits(width: Int) -> Bool { width == self.width }

  func read(_ row: Row, into reading: inout RecordReading) {
    reading.drafts = [reader.draft(noun, of: row, into: &reading)]
    reading.problems += completeness.problems(of: row)
  }
}
