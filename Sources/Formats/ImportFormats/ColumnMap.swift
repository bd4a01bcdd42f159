import CSV
import Vocabulary

/// What an organiser says that the columns of a file stand for.
public struct ColumnMap: Equatable, Sendable {
  public struct Entry: Equatable, Sendable {
    public let column: String
    /// One of our own names of fields; nil for a column that is to be left out.
    public let field: String?
  }

  public let entries: [Entry]

  /// Reads the map of a file of people, teams, submissions or organisations.
  public init(_ bytes: [UInt8]) throws(ImportFormatError) { try self.init(bytes, among: FieldNames.ownNames) }

  /// Reads a CSV file with the columns `column` and `field`; a field is one of those given, or `ignore`.
  public init(_ bytes: [UInt8], among fields: [String]) throws(ImportFormatError) {
    var entries: [Entry] = []
    for row in try Self.rows(bytes) {
      guard let column = row.column?.asCell, let field = row.field?.asCell?.lowercased() else {
        throw .incompleteMapRow(row.number)
      }
      guard field == Self.ignore || fields.contains(field) else { throw .unknownField(field, among: fields) }
      entries.append(Entry(column: column, field: field == Self.ignore ? nil : field))
    }
    self.entries = entries
  }

  static let ignore = "ignore"

  private static func rows(
    _ bytes: [UInt8]
  ) throws(ImportFormatError) -> [(column: String?, field: String?, number: Int)] {
    do {
      let table = try Table(bytes: bytes, dialect: Dialect(restoresFormulas: true))
      let column = try table.header.requireIndex(of: "column")
      let field = try table.header.requireIndex(of: "field")
      return table.records.filter { !$0.isBlank }.map { record in
        func cell(_ index: Int) -> String? { index < record.cells.count ? record.cells[index] : nil }
        return (cell(column), cell(field), record.row)
      }
    } catch let error as CSVError {
      throw .unreadableMap(error.sentence)
    } catch {
      throw .unreadableMap("The file cannot be read.")
    }
  }

  /// What the mapped columns of a file stand for, by their indices; `.some(nil)` for those to be left out.
  func fields(of header: Header, among names: [FieldNames], of noun: ImportNoun) throws(ImportFormatError)
    -> [Int: DraftField?]
  {
    var fields: [Int: DraftField?] = [:]
    for entry in entries {
      guard let index = header.index(of: entry.column) else {
        throw .unknownMapColumn(entry.column, header: header.names)
      }
      guard fields[index] == nil else { throw .columnMappedTwice(entry.column) }
      fields[index] = .some(try field(of: entry, among: names, of: noun))
    }
    return fields
  }

  private func field(of entry: Entry, among names: [FieldNames], of noun: ImportNoun) throws(ImportFormatError)
    -> DraftField?
  {
    guard let name = entry.field else { return nil }
    guard let found = names.first(where: { $0.own.contains(name) }) else { throw .foreignField(name, noun) }
    return found.field
  }
}

extension FieldNames {
  /// Our own names of all fields, as `--map` takes them.
  static let ownNames: [String] = {
    var names: [String] = []
    for noun in ImportNoun.allCases {
      for name in of(noun, in: .english).flatMap(\.own) where !names.contains(name) { names.append(name) }
    }
    return names
  }()
}
