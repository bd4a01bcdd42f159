import CSV
import CanonicalJSON
import ImportFormats
import ImportStaging
import Vocabulary

/// Reads a file from its start to its end, and lets what its rows say wait for the features.
struct ImportFileReader {
  let reading: FileReading
  private(set) var report: FileImportReport
  private let name: String
  private let size: Int?
  private let progress: (Double) -> Void
  private let counter: ByteCounter
  private var reader: CSVReader
  private var interpreter: Interpreter

  /// Counts the bytes that were read.
  private final class ByteCounter {
    var bytes = 0
  }

  /// Reads the header.
  init(_ file: some ImportableFile, _ settings: ReadingSettings, progress: @escaping (Double) -> Void) throws {
    name = file.name
    size = file.size
    self.progress = progress
    let counter = ByteCounter()
    let pull = try file.open()
    self.counter = counter
    do {
      reader = try CSVReader(dialect: Dialect(restoresFormulas: true)) {
        let bytes = try pull()
        counter.bytes += bytes.count
        return bytes
      }
      let header = try reader.readHeader()
      var settings = settings
      if let column = Interpreter.columnOfUnorderedDates(header, settings) {
        settings.provedDateOrder = try Self.dateOrder(of: column, in: file)
      }
      interpreter = try Self.interpreter(of: header, settings, file: file.name)
      reading = FileReading(interpreter, header: header)
    } catch let error as CSVError {
      throw FileImportError.unreadable(error.sentence, file: file.name)
    } catch let error as ImportFormatError {
      throw FileImportError.unclear(error, file: file.name)
    }
    report = FileImportReport(reading)
    report.ignoredColumns = interpreter.ignoredColumns
    report.notes = interpreter.remarks
    if reader.encoding != .utf8 || reader.delimiter != .comma {
      report.notes.insert("Read as \(reader.encoding) with \(reader.delimiter) between the cells.", at: 0)
    }
  }

  /// - Throws: `ofOtherNoun` where another command reads such a file, and nobody said what its rows are.
  private static func interpreter(
    of header: Header, _ settings: ReadingSettings, file: String
  ) throws -> Interpreter {
    let isSaid = settings.noun != nil || settings.map != nil
    do {
      let interpreter = try Interpreter(header, settings)
      let known = header.names.count { !$0.isEmpty } - interpreter.ignoredColumns.count
      guard !isSaid, interpreter.profile.isSpreadsheet,
        let other = OtherNoun(header, known: known, in: settings.eventLanguage)
      else { return interpreter }
      throw FileImportError.ofOtherNoun(other.words, other.step(file), file: file)
    } catch let error as ImportFormatError {
      // Any other error is about a file of people, teams or projects.
      guard !isSaid, [.unclearNoun([]), .mapNeeded(.googleForms)].contains(error),
        let other = OtherNoun(header, known: nil, in: settings.eventLanguage)
      else { throw error }
      throw FileImportError.ofOtherNoun(other.words, other.step(file), file: file)
    }
  }

  /// The order that the first date proves that can be read in one order only; nil when none of the column does.
  private static func dateOrder(of column: Int, in file: some ImportableFile) throws -> DateOrder? {
    var reader = try CSVReader(dialect: Dialect(restoresFormulas: true), pull: file.open())
    _ = try reader.readHeader()
    while let record = try reader.next() {
      guard column < record.cells.count else { continue }
      // A program writes all dates of a column alike.
      if DateOrder.isYearFirst(record.cells[column]) { return nil }
      if let order = DateOrder.proved(by: [record.cells[column]]) { return order }
    }
    return nil
  }

  mutating func readAll(into rows: inout StagedRows) throws {
    do {
      while let record = try reader.next() {
        if !record.isBlank { try take(record, into: &rows) }
        if let size, size > 0 { progress(ImportShares.read * Double(counter.bytes) / Double(size)) }
      }
      report.passOver(interpreter.passedOverPeople)
      let undecided = interpreter.undecidedColumns
      guard undecided.isEmpty else { throw FileImportError.undecided(undecided, file: name) }
    } catch let error as CSVError {
      throw FileImportError.unreadable(error.sentence, file: name)
    }
  }

  private mutating func take(_ record: Record, into rows: inout StagedRows) throws {
    let said = interpreter.read(record)
    report.rows += 1
    guard said.problems.isEmpty else {
      report.reject(said.problems.map { ImportProblem($0, record) })
      return
    }
    report.remarks += said.remarks.map { ImportProblem($0, record) }
    if let reason = said.skipped { report.skip(reason, row: record.row, interpreter.subject(of: record)) }
    for (position, draft) in said.drafts.enumerated() {
      try rows.add(
        draft, row: record.row, line: record.line, isMain: position == 0 && said.skipped == nil,
        isSkipped: said.skipped != nil)
    }
  }
}

extension ImportProblem {
  init(_ problem: CellProblem, _ record: Record) {
    self.init(
      row: record.row, line: record.line, cell: problem.index.map(record.nameOfCell(at:)), column: problem.column,
      value: problem.value, code: "cell", message: Message(problem.message))
  }
}
