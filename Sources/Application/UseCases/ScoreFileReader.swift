import CSV
import Scores
import Vocabulary

/// Reads a file of scores from its start to its end.
struct ScoreFileReader {
  static let columns = ["judge", "team", "criterion", "score"]

  private(set) var report = ImportReport(noun: "sheet")
  private let file: String
  private let header: Header
  private let columnIndices: [Int]
  private var reader: CSVReader

  /// Reads the header.
  init(_ file: some ImportableFile) throws {
    self.file = file.name
    let pull = try file.open()
    do {
      reader = try CSVReader(dialect: Dialect(restoresFormulas: true), pull: pull)
      header = try reader.readHeader()
      columnIndices = try Self.columns.map(header.requireIndex)
    } catch let error as CSVError {
      throw ImportError.unreadable(error.sentence, file: file.name)
    }
    report.reading = ImportReport.reading(reader.encoding, reader.delimiter)
    report.ignoredColumns = ImportReport.ignored(header, Self.columns)
  }

  mutating func readAll(into batch: inout ScoreBatch) throws {
    do {
      while let record = try reader.next() {
        guard !record.isBlank else { continue }
        report.rows += 1
        take(record, into: &batch)
      }
    } catch let error as CSVError {
      throw ImportError.unreadable(error.sentence, file: file)
    }
    guard report.rows > 0 else { throw ImportError.noRows(file: file) }
  }

  private mutating func take(_ record: Record, into batch: inout ScoreBatch) {
    do {
      try record.requireWidth(of: header)
    } catch {
      report.problems.append(row(record).problem(nil, nil, Message(error.sentence)))
      return
    }
    do {
      try add(record, to: &batch)
    } catch {
      report.problems.append(error)
    }
  }

  private func add(_ record: Record, to batch: inout ScoreBatch) throws(ImportProblem) {
    let (judge, team) = (try cell(0, of: record), try cell(1, of: record))
    let (criterion, score) = (try cell(2, of: record), try cell(3, of: record))
    guard let points = Points(score) else { throw row(record).notPoints("score", score) }
    do {
      let isFirst = try batch.add(
        points, for: criterion, by: judge, to: team, row: record.row, line: record.line)
      if isFirst { return }
    } catch {
      throw problem(error, in: record)
    }
    throw row(record).problem(
      "criterion", criterion, "\(judge) scores \(quoted(criterion)) of team \(quoted(team)) twice in this file.")
  }

  /// The text of a cell that is needed, without the spaces around it.
  private func cell(_ column: Int, of record: Record) throws(ImportProblem) -> String {
    let text = record.cells[columnIndices[column]]
    if let first = text.utf8.first, let last = text.utf8.last, Self.isPlain(first), Self.isPlain(last) { return text }
    return try row(record).required(Self.columns[column])
  }

  /// Whether the byte is neither white space nor a part of a letter that could be.
  private static func isPlain(_ byte: UInt8) -> Bool { byte > UInt8(ascii: " ") && byte < 0x7F }

  /// Puts it at the cell that is at fault.
  private func problem(_ error: ScoreError, in record: Record) -> ImportProblem {
    let row = row(record)
    return switch error {
    case .unknownCriterion(let key, _): row.problem("criterion", key, Message(error.explanation.message))
    case .outOfRange, .offStep: row.problem("score", row.text("score"), Message(error.explanation.message))
    default: row.problem(from: error)
    }
  }

  private func row(_ record: Record) -> ImportRow { ImportRow(record: record, header: header) }
}
