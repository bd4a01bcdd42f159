import CSV
import Vocabulary

/// Our own columns, a spreadsheet with columns named like them, or the answers of a form: a row is a thing.
struct SpreadsheetForm: RecordForm {
  let noun: ImportNoun
  let reader: FieldReader
  let completeness: Completeness
  let width: Int
  private let members: TeamMembers
  /// Whether the person whom a row is about leads the team.
  private let isAboutLeader: Bool
  /// The people of a list that gives neither addresses nor keys; nil for other files.
  private var namesakes: Namesakes?

  init(
    _ header: Header, as noun: ImportNoun, in profile: ImportProfile, _ settings: ReadingSettings
  ) throws(ImportFormatError) {
    self.noun = noun
    width = header.count
    var columns = try Columns(header, as: noun, in: profile, settings)
    var found = MemberColumns(header, besides: columns.said.union(columns.all.map(\.index)))
    isAboutLeader = noun == .participant && Self.takeLeader(of: &found, as: &columns)
    members = TeamMembers(columns: noun == .organisation ? MemberColumns.none : found)
    try Self.require(noun, profile, columns, header)
    if profile == .googleForms, let index = columns[.receivedAt] {
      let (column, zone) = (header.names[index], settings.eventTimeZone)
      switch (settings.dateOrder ?? settings.provedDateOrder, settings.timeZone) {
      case (nil, nil): throw .timesUnclear(column: column, zone: zone)
      case (nil, _): throw .dateOrderNeeded(column: column)
      case (_, nil): throw .timeZoneNeeded(column: column, zone: zone)
      case (_?, _?): break
      }
    }
    let contacts: [DraftField] = [.email, .key, .sourceKey]
    let hasContact = contacts.contains { columns[$0] != nil }
    namesakes = noun == .participant && !hasContact ? Namesakes() : nil
    let times = TimeReading(settings, takesDays: noun == .participant)
    reader = FieldReader(columns, settings, times: times)
    completeness = Completeness(noun: noun, columns: columns)
  }

  /// Reads the leader as the person whom a row is about, where no other column has that person's name.
  private static func takeLeader(of found: inout MemberColumns, as columns: inout Columns) -> Bool {
    guard found.leader?.hasName == true, Completeness.personNames.allSatisfy({ columns[$0] == nil }),
      let leader = found.takeLeader()
    else { return false }
    columns.put(.displayName, at: leader.name)
    columns.put(.givenName, at: leader.given)
    columns.put(.familyName, at: leader.family)
    columns.put(.email, at: leader.email)
    return true
  }

  private static func require(
    _ noun: ImportNoun, _ profile: ImportProfile, _ columns: Columns, _ header: Header
  ) throws(ImportFormatError) {
    func has(_ fields: DraftField...) -> Bool { fields.contains { columns[$0] != nil } }
    switch noun {
    case .participant:
      let (hasContact, hasName) = (has(.email, .key, .sourceKey), has(.displayName, .givenName, .familyName))
      if profile == .googleForms && !(hasContact && hasName) { throw .mapNeeded(profile) }
      // People of a plain list are known by their names.
      if !hasContact && !(hasName && profile == .generic) { throw .missingColumns(noun, "an e-mail address or a key") }
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

  var usedColumns: Set<Int> { members.columns.all.union(reader.columns.all.map(\.index)) }

  var remarks: [String] { reader.columns[.receivedAt] == nil ? [] : [reader.form.times.remark] }

  func index(of field: DraftField) -> Int? {
    // An address may be that of any person of the row.
    field == .email && !members.columns.isEmpty ? nil : reader.columns[field]
  }

  func fits(width: Int) -> Bool { width == self.width }

  mutating func read(_ row: Row, into reading: inout RecordReading) {
    var main = reader.draft(noun, of: row, into: &reading)
    if isAboutLeader && reader.columns[.isCaptain] == nil { main[.isCaptain] = "true" }
    namesakes?.name(&main, of: row, &reading)
    let team = noun == .team ? main[.name] ?? main[.key] : main[.team]
    reading.drafts = [main] + members.drafts(of: row, besides: main, team: team, into: &reading)
    reading.problems += completeness.problems(of: row, isKnownOtherwise: namesakes != nil)
  }
}
