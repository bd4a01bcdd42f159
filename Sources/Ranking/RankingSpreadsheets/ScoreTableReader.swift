import CSV
import ScoreTables
import Vocabulary

/// Reads tables whose columns are known by name, row by row.
struct ScoreTableReader {
  let file: String
  private var reader: CSVReader
  let header: Header
  private(set) var problems: [String] = []

  /// - Throws: `ScoreFileError` when the file is no table or a column is missing.
  init(_ bytes: [UInt8], file: String, columns: [String]) throws {
    self.file = file
    do {
      var rest = bytes
      reader = try CSVReader(dialect: Dialect(restoresFormulas: true)) {
        defer { rest = [] }
        return rest
      }
      header = try reader.readHeader()
      for column in columns { _ = try header.requireIndex(of: column) }
    } catch let error as CSVError {
      throw ScoreFileError(file: file, problems: ["\(quoted(file)): \(error.sentence)"])
    }
  }

  var isUTF8: Bool { reader.encoding == .utf8 }
  var delimiterByte: UInt8 { reader.delimiter.byte }

  /// Whether a comma in a number could as well separate thousands.
  var commaSeparatesCells: Bool { reader.delimiter == .comma }

  /// The next row that is not blank and as wide as the header.
  mutating func next() throws -> Record? {
    do {
      while let record = try reader.next() {
        if record.cells.count == header.count, !(record.cells.first ?? "").isEmpty { return record }
        if record.isBlank { continue }
        do {
          try record.requireWidth(of: header)
          return record
        } catch {
          problems.append("\(quoted(file)): \(error.sentence)")
        }
      }
      return nil
    } catch let error as CSVError {
      throw ScoreFileError(file: file, problems: ["\(quoted(file)): \(error.sentence)"])
    }
  }

  /// A name in a cell without spaces around it; nil, with the problem noted, when there is none.
  mutating func name(_ column: Int, of record: Record) -> String? {
    let text = record.cells[column].trimmed
    if text.isEmpty {
      note("is empty, but \(quoted(header.names[column])) is needed", column, of: record)
      return nil
    }
    if text.utf8.contains(where: { $0 < 0x20 }) {
      note("has a line break or a control character in \(quoted(shortened(text)))", column, of: record)
      return nil
    }
    return text
  }

  /// The name of a judge, a team or a criterion, from a cell or the header; nil, with the problem noted, when there is none.
  mutating func name(
    _ shape: ScoreTableShape, _ place: ScoreTableShape.Place, of record: Record, score column: Int
  ) -> String? {
    guard case .cell(let index) = place else { return shape.name(at: place, of: record, score: column) }
    return name(index, of: record).map(ListedName.plain)
  }

  /// A number in a cell; nil, with the problem noted, when there is none.
  mutating func number(_ column: Int, of record: Record) -> DecimalNumber? {
    let text = record.cells[column].trimmed
    if let number = DecimalNumber(text) {
      guard isAmbiguous(text) else { return number }
      note("has \(quoted(text)), which can be read in two ways: write a point before decimals", column, of: record)
    } else if text.isEmpty {
      note(
        "is empty: write a number, or leave the row out if there is no \(header.names[column])", column, of: record)
    } else {
      note("has \(quoted(shortened(text))), which is no number such as 7 or 7.5", column, of: record)
    }
    return nil
  }

  /// In a file with commas between its cells, "1,234" may be a thousand or a fraction.
  private func isAmbiguous(_ text: String) -> Bool {
    guard commaSeparatesCells, let comma = text.utf8.firstIndex(of: UInt8(ascii: ",")) else { return false }
    return text.utf8.distance(from: comma, to: text.utf8.endIndex) == 4
  }

  mutating func note(_ complaint: String, _ column: Int, of record: Record) {
    problems.append("\(quoted(file)): \(location(of: record)), cell \(record.nameOfCell(at: column)) \(complaint).")
  }

  mutating func note(problem: String) { problems.append("\(quoted(file)): \(problem)") }

  /// - Throws: `ScoreFileError` with all that was noted.
  func finish() throws(ScoreFileError) {
    if !problems.isEmpty { throw ScoreFileError(file: file, problems: problems) }
  }

  func location(of record: Record) -> String { Self.location(row: record.row, line: record.line) }

  static func location(row: Int, line: Int) -> String { row == line ? "line \(line)" : "row \(row) (line \(line))" }
}

/// Somebody's text as it fits into a sentence.
private func shortened(_ text: String) -> String { text.count > 40 ? text.prefix(40) + "…" : text }
