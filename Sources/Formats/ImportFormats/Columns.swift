import CSV
import Vocabulary

/// Where the fields of a file stand.
struct Columns {
  private(set) var all: [(field: DraftField, index: Int)] = []
  /// The columns of which the organiser said what they hold, or that they are to be left out.
  let said: Set<Int>

  /// Where a field stands; nil when the file has no column for it.
  subscript(field: DraftField) -> Int? { all.first { $0.field == field }?.index }

  /// Finds the columns by what the organiser says of them, and else by their names.
  /// - Throws: `sameField` when two columns have the same meaning.
  init(
    _ header: Header, as noun: ImportNoun, in profile: ImportProfile, _ settings: ReadingSettings
  ) throws(ImportFormatError) {
    let language = settings.eventLanguage
    let mapped =
      try settings.map?.fields(
        of: header, among: FieldNames.mappable(noun, in: profile, language), of: noun) ?? [:]
    said = Set(mapped.keys)
    for index in mapped.keys.sorted() {
      guard let field = mapped[index] ?? nil else { continue }
      try add(field, at: index, header)
    }
    let found = Set(all.map(\.field))
    for names in FieldNames.of(noun, in: profile, language) where !found.contains(names.field) {
      for index in Self.indices(of: names, in: header, profile) where mapped[index] == nil {
        try add(names.field, at: index, header)
      }
    }
  }

  /// A platform's own column by the first name that the file has; nil when the organiser said otherwise of it.
  func index(of names: [String], in header: Header) -> Int? {
    names.lazy.compactMap(header.index(of:)).first { !said.contains($0) }
  }

  /// Gives a field to a column in place of what it had.
  mutating func put(_ field: DraftField, at index: Int?) {
    guard let index else { return }
    all.removeAll { $0.field == field }
    all.append((field, index))
  }

  private mutating func add(_ field: DraftField, at index: Int, _ header: Header) throws(ImportFormatError) {
    if let first = self[field] {
      guard first != index else { return }
      let (one, other) = (min(first, index), max(first, index))
      throw .sameField(field, header.names[one], header.names[other])
    }
    all.append((field, index))
  }

  /// A spreadsheet's columns by any of the names; a platform's form by the first name that it has.
  private static func indices(of names: FieldNames, in header: Header, _ profile: ImportProfile) -> [Int] {
    guard profile.isSpreadsheet else { return names.others.lazy.compactMap(header.index(of:)).first.map { [$0] } ?? [] }
    return names.all.compactMap(header.index(of:))
  }
}

extension ImportProfile {
  /// Whether people name the columns, and not a platform.
  public var isSpreadsheet: Bool { self == .generic || self == .googleForms }
}
