import CSV
import ScoreTables
import Scores
import Vocabulary

/// Reads a file of scores from its start to its end, one score a row or a wide table.
struct ScoreFileReader {
  var report = ImportReport(noun: "sheet")
  private let file: String
  let header: Header
  private let settings: ScoreTableSettings
  private let long: ScoreTableShape?
  private var reader: CSVReader
  /// Cells of a wide table without a score, where nobody said what these mean.
  private var blanks: [(record: Record, column: Int)] = []
  private var notJudged = 0
  /// The columns with words of judges.
  private(set) var comments: [CommentColumn] = []
  private var replaced = 0

  /// Reads the header.
  init(_ file: some ImportableFile, _ settings: ScoreTableSettings) throws {
    self.file = file.name
    self.settings = settings
    let pull = try file.open()
    do {
      reader = try CSVReader(dialect: Dialect(restoresFormulas: true), pull: pull)
      header = try reader.readHeader()
    } catch let error as CSVError {
      throw ImportError.unreadable(error.sentence, file: file.name)
    }
    report.reading = ImportReport.reading(reader.encoding, reader.delimiter)
    long = ScoreTableShape(long: header, settings)
  }

  mutating func readAll(into batch: inout ScoreBatch) throws {
    if let long {
      report.ignoredColumns = long.passedOver.map { header.names[$0] }
      while let record = try nextRecord() { take(record, long, into: &batch) }
    } else {
      var records: [Record] = []
      while let record = try nextRecord() { records.append(record) }
      let shape = try ScoreTableShape(of: header, records, settings)
      report.notes = shape.sentences(takingComments: true)
      comments = shape.comments
      for record in records { take(record, shape, into: &batch) }
    }
    guard report.rows > 0 else { throw ImportError.noRows(file: file) }
    noteBlanks()
    if replaced > 0 { report.notes.append("Scores that a later row of the same judge and team replaced: \(replaced).") }
  }

  /// The next row that is as wide as the header.
  private mutating func nextRecord() throws -> Record? {
    do {
      while let record = try reader.next() {
        guard !record.isBlank else { continue }
        report.rows += 1
        do {
          try record.requireWidth(of: header)
          return record
        } catch {
          report.problems.append(row(record).problem(nil, nil, Message(error.sentence)))
        }
      }
      return nil
    } catch let error as CSVError {
      throw ImportError.unreadable(error.sentence, file: file)
    }
  }

  private mutating func take(_ record: Record, _ shape: ScoreTableShape, into batch: inout ScoreBatch) {
    let (judge, team) =
      shape.isAcross(shape.judge) || shape.isAcross(shape.team) ? (nil, nil) : named(record, shape, batch)
    var judged: [Int: ScoreCells] = [:]
    for column in shape.scores where !isNotJudged(record, shape, column) {
      let cells = ScoreCells(
        judge: judge ?? resolved(shape.judge, column, record, shape, batch.judge),
        team: team ?? resolved(shape.team, column, record, shape, batch.team),
        criterion: resolved(shape.criterion, column, record, shape) { (word: String) throws(ScoreError) in
          // One mark is that of the only criterion, whatever its column is called.
          if case .fixed = shape.criterion, let only = batch.onlyCriterion { return only }
          return try batch.criterion(word)
        })
      add(cells, column, record, shape, to: &batch)
      judged[column] = cells
    }
    if !comments.isEmpty { takeComments(record, shape, judged, into: &batch) }
  }

  /// The judge and the team of a whole row, each looked up once.
  private mutating func named(
    _ record: Record, _ shape: ScoreTableShape, _ batch: ScoreBatch
  ) -> (ScoreCells.Found<JudgeID>?, ScoreCells.Found<TeamID>?) {
    let column = shape.scores[0]
    return (
      resolved(shape.judge, column, record, shape, batch.judge), resolved(shape.team, column, record, shape, batch.team)
    )
  }

  private mutating func add(
    _ cells: ScoreCells, _ column: Int, _ record: Record, _ shape: ScoreTableShape, to batch: inout ScoreBatch
  ) {
    let text = record.cells[column]
    guard !text.trimmed.isEmpty else {
      report.problems.append(row(record).problem(header.names[column], nil, "The cell is empty, but it is needed."))
      return
    }
    guard let points = Points(text.trimmed) else {
      report.problems.append(row(record).notPoints(header.names[column], text))
      return
    }
    guard case .known(let judge) = cells.judge, case .known(let team) = cells.team,
      case .known(let criterion) = cells.criterion
    else { return }
    do {
      let isFirst = try batch.add(
        points, for: criterion, by: judge, to: team, replacing: settings.lastCounts, row: record.row, line: record.line)
      guard !isFirst else { return }
      guard !settings.lastCounts else { return replaced += 1 }
      let (judge, team) = (
        shape.name(at: shape.judge, of: record, score: column), shape.name(at: shape.team, of: record, score: column)
      )
      let name = batch.key(of: criterion)
      report.problems.append(
        row(record).problem(
          header.names[column], nil,
          "\(judge) scores \(quoted(name)) of team \(quoted(team)) twice in this file. If the last answer counts, add --last"
        ))
    } catch {
      report.problems.append(row(record).problem(header.names[column], text, Message(error.explanation.message)))
    }
  }

  /// What a word means; the problem is noted where it means nothing.
  private mutating func resolved<ID>(
    _ place: ScoreTableShape.Place, _ column: Int, _ record: Record, _ shape: ScoreTableShape,
    _ find: (String) throws(ScoreError) -> ID
  ) -> ScoreCells.Found<ID> {
    let word = shape.name(at: place, of: record, score: column)
    let name = header.names[shape.column(of: place, score: column)]
    guard !word.isEmpty else {
      report.problems.append(row(record).problem(name, nil, "The cell is empty, but it is needed."))
      return .unknown
    }
    do {
      return .known(try find(word))
    } catch {
      report.problems.append(row(record).problem(name, word, error.explanation.sentences))
      return .unknown
    }
  }

  private mutating func isNotJudged(_ record: Record, _ shape: ScoreTableShape, _ column: Int) -> Bool {
    switch shape.cell(of: record, score: column, settings) {
    case .score: return false
    case .notJudged: notJudged += 1
    case .blank: blanks.append((record, column))
    }
    return true
  }

  private mutating func noteBlanks() {
    if notJudged > 0 { report.notes.append("Cells that say that no score was given: \(notJudged).") }
    for (record, column) in blanks {
      report.problems.append(
        row(record).problem(
          header.names[column], nil,
          "The cell has no score. If a blank cell means that the judge did not judge, add --not-judged blank"))
    }
  }

  private func row(_ record: Record) -> ImportRow { ImportRow(record: record, columns: FoundColumns(header)) }
}

/// Whose score for whom and what a cell has, as far as the words are known.
struct ScoreCells {
  enum Found<ID> {
    case known(ID)
    case unknown
  }

  let judge: Found<JudgeID>
  let team: Found<TeamID>
  let criterion: Found<ScoreBatch.Criterion>
}
