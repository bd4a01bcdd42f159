import CSV
import RankingEngine
import ScoreTables
import Vocabulary

/// The rows of a file of scores.
struct ScoreRows {
  private var judgeCells = CellIndex()
  private var teamCells = CellIndex()
  private var criterionCells = CellIndex()
  private(set) var judgeOfRow: [Int32] = []
  private(set) var teamOfRow: [Int32] = []
  private(set) var criterionOfRow: [Int32] = []
  private(set) var values: [DecimalNumber] = []
  /// Where the rows stand; empty where each line below the header holds one sheet.
  private var locations: [(row: Int, line: Int)] = []
  /// Cells of a wide table without a score.
  private var blanks: [(record: Record, column: Int)] = []
  private var notJudged = 0

  /// How a table of another form was read, in sentences.
  private(set) var reading: [String] = []

  var judges: NameIndex { judgeCells.names }
  var teams: NameIndex { teamCells.names }
  var criteria: NameIndex { criterionCells.names }

  /// What the columns of a plain file are, and the row below its header.
  private var plainShape: ScoreTableShape?
  private var firstRow = 2

  /// Begins with no rows of a plain file.
  init(plain shape: ScoreTableShape, _ reading: [String], firstRow: Int) {
    plainShape = shape
    self.reading = reading
    self.firstRow = firstRow
  }

  mutating func reserve(_ count: Int) {
    judgeOfRow.reserveCapacity(count)
    teamOfRow.reserveCapacity(count)
    criterionOfRow.reserveCapacity(count)
    values.reserveCapacity(count)
  }

  /// Reads all rows in turn.
  /// - Throws: `ScoreFileError` with every row that cannot be taken, or where it cannot be told what the columns are.
  init(_ file: RankingFiles.File, roster: Roster?, _ settings: ScoreTableSettings) throws {
    var reader = try ScoreTableReader(file.bytes, file: file.name, columns: [])
    if let long = ScoreTableShape(long: reader.header, settings) {
      while let record = try reader.next() { append(record, long, settings, roster, &reader) }
    } else {
      var records: [Record] = []
      while let record = try reader.next() { records.append(record) }
      let shape = try Self.shape(of: reader.header, records, settings, file.name)
      reading = shape.sentences(takingComments: false)
      for record in records { append(record, shape, settings, roster, &reader) }
      noteBlanks(shape, settings, &reader)
    }
    if settings.lastCounts { keepLast() }
    try reader.finish()
    guard !values.isEmpty else {
      throw ScoreFileError(file: file.name, problems: ["\(quoted(file.name)) has a header, but no scores below it."])
    }
  }

  private static func shape(
    of header: Header, _ records: [Record], _ settings: ScoreTableSettings, _ file: String
  ) throws(ScoreFileError) -> ScoreTableShape {
    do {
      return try ScoreTableShape(of: header, records, settings)
    } catch {
      let explanation = error.explanation
      throw ScoreFileError(
        file: file, problems: ["\(quoted(file)): \(explanation.message)"], hint: explanation.hint)
    }
  }

  private mutating func append(
    _ record: Record, _ shape: ScoreTableShape, _ settings: ScoreTableSettings, _ roster: Roster?,
    _ reader: inout ScoreTableReader
  ) {
    for column in shape.scores {
      switch shape.cell(of: record, score: column, settings) {
      case .notJudged:
        notJudged += 1
        continue
      case .blank:
        blanks.append((record, column))
        continue
      case .score: break
      }
      guard
        let judge = reader.name(shape, shape.judge, of: record, score: column),
        let team = reader.name(shape, shape.team, of: record, score: column),
        let criterion = reader.name(shape, shape.criterion, of: record, score: column),
        let value = reader.number(column, of: record)
      else {
        // The names of a row are noted once.
        if !shape.isLong { break }
        continue
      }
      let known = teams.names.count
      append(
        judge: judgeCells.position(of: judge), team: teamCells.position(of: team),
        criterion: criterionCells.position(of: criterion), value)
      locations.append((record.row, record.line))
      if teams.names.count > known, let roster {
        check(team, against: roster, shape.column(of: shape.team, score: column), of: record, in: &reader)
      }
    }
  }

  /// A blank cell may mean that the judge did not judge, or that a score was forgotten: somebody has to say it.
  private mutating func noteBlanks(
    _ shape: ScoreTableShape, _ settings: ScoreTableSettings, _ reader: inout ScoreTableReader
  ) {
    if notJudged > 0 { reading.append("Cells that say that no score was given: \(notJudged).") }
    guard let (record, column) = blanks.first else { return }
    let others = blanks.count == 1 ? "" : ", and so have \(blanks.count - 1) other cells"
    reader.note(
      "has no score\(others). If a blank cell means that the judge did not judge, add --not-judged blank", column,
      of: record)
  }

  /// Keeps the last of several scores by one judge for one criterion of one team.
  private mutating func keepLast() {
    var last: [Rating: Int] = [:]
    for index in values.indices { last[key(of: index)] = index }
    let kept = values.indices.filter { last[key(of: $0)] == $0 }
    guard kept.count < values.count else { return }
    reading.append("Scores that a later row of the same judge and team replaced: \(values.count - kept.count).")
    judgeOfRow = kept.map { judgeOfRow[$0] }
    teamOfRow = kept.map { teamOfRow[$0] }
    criterionOfRow = kept.map { criterionOfRow[$0] }
    values = kept.map { values[$0] }
    locations = kept.map { locations[$0] }
  }

  private func key(of index: Int) -> Rating {
    Rating(
      judge: Int(judgeOfRow[index]), team: Int(teamOfRow[index]), criterion: Int(criterionOfRow[index]), points: 0)
  }

  /// Notes a team that does not take part.
  private func check(
    _ team: String, against roster: Roster, _ column: Int, of record: Record, in reader: inout ScoreTableReader
  ) {
    guard roster.index.known(team) == nil else { return }
    let near = nearest(to: team, among: roster.index.names).map { " (did you mean \(quoted($0))?)" } ?? ""
    reader.note("has the team \(quoted(team)), which is not on the roster\(near)", column, of: record)
  }

  @inline(__always)
  private mutating func append(judge: Int32, team: Int32, criterion: Int32, _ value: DecimalNumber) {
    judgeOfRow.append(judge)
    teamOfRow.append(team)
    criterionOfRow.append(criterion)
    values.append(value)
  }

  /// Adds the scores of a line of plain cells; false where one of them is not plain.
  @inline(__always)
  mutating func append(_ row: PlainRow) -> Bool {
    guard let shape = plainShape else { return false }
    for column in shape.scores {
      guard let value = row.number(column),
        let judge = Self.position(shape.judge, row, shape, column, &judgeCells),
        let team = Self.position(shape.team, row, shape, column, &teamCells),
        let criterion = Self.position(shape.criterion, row, shape, column, &criterionCells)
      else { return false }
      append(judge: judge, team: team, criterion: criterion, value)
    }
    return true
  }

  @inline(__always)
  private static func position(
    _ place: ScoreTableShape.Place, _ row: PlainRow, _ shape: ScoreTableShape, _ column: Int, _ cells: inout CellIndex
  ) -> Int32? {
    switch place {
    case .cell(let index): cells.position(of: row[index])
    case .header: cells.position(ofColumn: column) { shape.columnName(column) }
    case .fixed(let name): cells.position(ofColumn: column) { name }
    }
  }

  /// Adds the rows of the rest of the file.
  mutating func append(_ rest: ScoreRows) {
    let judgeMoves = rest.judges.names.map { judgeCells.position(of: $0) }
    let teamMoves = rest.teams.names.map { teamCells.position(of: $0) }
    let criterionMoves = rest.criteria.names.map { criterionCells.position(of: $0) }
    judgeOfRow += rest.judgeOfRow.lazy.map { judgeMoves[Int($0)] }
    teamOfRow += rest.teamOfRow.lazy.map { teamMoves[Int($0)] }
    criterionOfRow += rest.criterionOfRow.lazy.map { criterionMoves[Int($0)] }
    values += rest.values
  }

  /// Where a row stands, in words.
  func location(of index: Int) -> String {
    let line = firstRow + index / max(1, plainShape?.scores.count ?? 1)
    let location = index < locations.count ? locations[index] : (row: line, line: line)
    return ScoreTableReader.location(row: location.row, line: location.line)
  }

  /// What the engine's refusal means for the file.
  func explained(
    _ error: ScoringError, _ ratings: [Rating], file: String,
    names: (judges: [String], teams: [String], criteria: [String])
  ) -> ScoreFileError {
    guard case .ratedTwice = error else {
      return ScoreFileError(file: file, problems: ["\(quoted(file)): the scores cannot be ranked: \(error)."])
    }
    var firsts: [Rating: Int] = [:]
    var problems: [String] = []
    for (index, rating) in ratings.enumerated() {
      let key = Rating(judge: rating.judge, team: rating.team, criterion: rating.criterion, points: 0)
      guard let first = firsts[key] else {
        firsts[key] = index
        continue
      }
      problems.append(
        "\(quoted(file)): judge \(quoted(names.judges[rating.judge])) scores \(quoted(names.criteria[rating.criterion])) "
          + "of team \(quoted(names.teams[rating.team])) twice, in \(location(of: first)) and in \(location(of: index))."
      )
    }
    return ScoreFileError(
      file: file, problems: problems, hint: "Remove one of the two rows, or take the last one with --last")
  }
}
