public import CSV
import Vocabulary

/// Reads the records of one file in the terms of datajam.
public struct Interpreter: Sendable {
  /// Whose form the file has: as the settings say, or guessed by the names of its columns.
  public let profile: ImportProfile
  /// What the rows stand for: as the settings say, or what the form or the columns imply.
  public let noun: ImportNoun
  /// The columns that nothing is done with, as the file has them.
  public let ignoredColumns: [String]
  /// Sentences to tell about how the file is read.
  public let remarks: [String]

  /// Columns among those that hold people.
  public var passedOverPeople: [PassedOverColumn] { watch.found }

  /// Columns with decisions about people that nobody has spoken of.
  public var undecidedColumns: [UndecidedColumn] { decisions.undecided }

  private let header: Header
  private var decisions: RowDecisions
  private var watch: PassedOverColumns
  private var form: any RecordForm

  /// Finds the columns once, so that no record is searched by names.
  /// - Throws: `ImportFormatError` when the header does not say enough, with the option that would.
  public init(_ header: Header, _ settings: ReadingSettings) throws(ImportFormatError) {
    let profile = settings.profile ?? .guess(from: header)
    let noun = try Self.noun(of: header, in: profile, settings)
    let form: any RecordForm =
      switch profile {
      case .generic, .googleForms: try SpreadsheetForm(header, as: noun, in: profile, settings)
      case .devpost: try ProjectForm(header, as: noun, settings)
      case .devpostRegistrants: try RegistrantForm(header, settings)
      case .eventbrite: try AttendeeForm(header, settings)
      }
    let unwanted = Set(
      (settings.map?.entries ?? []).filter { $0.field == nil }.compactMap { header.index(of: $0.column) })
    let unused = header.names.indices.filter { !form.usedColumns.contains($0) && !unwanted.contains($0) }
    decisions = try RowDecisions(header, ignored: unused, in: profile, settings)
    let used = form.usedColumns.union(decisions.usedColumns)
    let ignored = header.names.indices.filter {
      !used.contains($0) && header.names[$0].asCell != nil && !RejectsColumns.contain(header.names[$0])
    }
    ignoredColumns = ignored.compactMap { header.names[$0].asCell }
    watch = PassedOverColumns(header, ignored.filter { !unwanted.contains($0) })
    remarks = form.remarks
    self.profile = profile
    self.noun = noun
    self.header = header
    self.form = form
  }

  private static func noun(
    of header: Header, in profile: ImportProfile, _ settings: ReadingSettings
  ) throws(ImportFormatError) -> ImportNoun {
    if let noun = settings.noun {
      guard profile.nouns.contains(noun) else { throw .foreignNoun(profile, noun) }
      return noun
    }
    guard profile.isSpreadsheet else { return profile.nouns[0] }
    return try NounGuess.noun(of: header, in: profile, settings)
  }

  /// The column of times whose dates have no order that is known, counted from 0; nil when there is none.
  public static func columnOfUnorderedDates(_ header: Header, _ settings: ReadingSettings) -> Int? {
    guard settings.dateOrder == nil else { return nil }
    var settings = settings
    settings.dateOrder = .dayFirst
    settings.timeZone = settings.timeZone ?? settings.eventTimeZone
    guard let interpreter = try? Interpreter(header, settings),
      interpreter.profile.isSpreadsheet || interpreter.profile == .eventbrite
    else { return nil }
    return interpreter.index(of: .receivedAt)
  }

  /// Where a field stands in the file, counted from 0; nil when no column is for it alone.
  public func index(of field: DraftField) -> Int? { form.index(of: field) }

  /// What a row calls its person or thing, for naming one that is passed over; nil when it has no name.
  public func subject(of record: Record) -> String? {
    let row = Row(record: record, names: header.names)
    func text(_ field: DraftField) -> String? { row.text(at: form.index(of: field)) }
    let name = [text(.givenName), text(.familyName)].compactMap(\.self).joined(separator: " ")
    let fields: [DraftField] = [
      .titleEn, .titleFr, .titleEs, .name, .nameEn, .nameFr, .nameEs, .team, .email, .key,
    ]
    return text(.displayName) ?? (name.isEmpty ? fields.lazy.compactMap(text).first : name)
  }

  /// What one record says; the records are to come in the order of the file.
  public mutating func read(_ record: Record) -> RecordReading {
    var reading = RecordReading()
    if record.isBlank {
      reading.skipped = "blank"
      return reading
    }
    guard form.fits(width: record.cells.count) else {
      reading.problems = [CellProblem(sentence(onWidthOf: record))]
      return reading
    }
    let row = Row(record: record, names: header.names)
    if let reason = decisions.reasonToSkip(row) {
      reading.skipped = reason
      return reading
    }
    watch.look(at: record)
    form.read(row, into: &reading)
    return reading
  }

  private func sentence(onWidthOf record: Record) -> String {
    CSVError.wrongWidth(row: record.row, line: record.line, cells: record.cells.count, header: header.count)
      .sentence
  }
}
