import CSV
import RankingEngine
import Vocabulary

/// The rows of a file of scores.
struct ScoreRows {
  private var judgeCells = CellIndex()
  private var teamCells = CellIndex()
  private var criterionCells = CellIndex()
  private(set) var judgeOfRow: [Int] = []
  private(set) var teamOfRow: [Int] = []
  private(set) var criterionOfRow: [Int] = []
  private(set) var values: [DecimalNumber] = []
  /// Where the rows stand, unless each is the next line below the header.
  private var locations: [(row: Int, line: Int)]?

  static let columns = ["judge", "team", "criterion", "score"]

  var judges: NameIndex { judgeCells.names }
  var teams: NameIndex { teamCells.names }
  var criteria: NameIndex { criterionCells.names }

  init() {}

  /// Reads all rows in turn.
  /// - Throws: `ScoreFileError` with every row that cannot be taken.
  init(_ file: RankingFiles.File, roster: Roster?) throws {
    var reader = try ScoreTableReader(file.bytes, file: file.name, columns: Self.columns)
    let columns = try Self.columns.map(reader.header.requireIndex)
    var locations: [(row: Int, line: Int)] = []
    while let record = try reader.next() {
      guard
        let judge = reader.name(columns[0], of: record), let team = reader.name(columns[1], of: record),
        let criterion = reader.name(columns[2], of: record), let value = reader.number(columns[3], of: record)
      else { continue }
      let known = teams.names.count
      append(
        judge: judgeCells.names.position(of: judge), team: teamCells.names.position(of: team),
        criterion: criterionCells.names.position(of: criterion), value)
      locations.append((record.row, record.line))
      if teams.names.count > known, let roster { check(team, against: roster, columns[1], of: record, in: &reader) }
    }
    try reader.finish()
    guard !values.isEmpty else {
      throw ScoreFileError(file: file.name, problems: ["\(quoted(file.name)) has a header, but no scores below it."])
    }
    self.locations = locations
  }

  /// Notes a team that does not take part.
  private func check(
    _ team: String, against roster: Roster, _ column: Int, of record: Record, in reader: inout ScoreTableReader
  ) {
    guard roster.index.known(team) == nil else { return }
    let near = nearest(to: team, among: roster.index.names).map { " (did you mean \(quoted($0))?)" } ?? ""
    reader.note("has the team \(quoted(team)), which is not on the roster\(near)", column, of: record)
  }

  private mutating func append(judge: Int, team: Int, criterion: Int, _ value: DecimalNumber) {
    judgeOfRow.append(judge)
    teamOfRow.append(team)
    criterionOfRow.append(criterion)
    values.append(value)
  }

  /// Adds a row of plain cells; false where one of them is not plain.
  mutating func append(
    judge: UnsafeBufferPointer<UInt8>, team: UnsafeBufferPointer<UInt8>, criterion: UnsafeBufferPointer<UInt8>,
    score: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let judge = judgeCells.position(of: judge), let team = teamCells.position(of: team),
      let criterion = criterionCells.position(of: criterion), !score.contains(UInt8(ascii: ",")),
      let value = DecimalNumber(utf8: score)
    else { return false }
    append(judge: judge, team: team, criterion: criterion, value)
    return true
  }

  /// Adds the rows of the rest of the file.
  mutating func append(_ rest: ScoreRows) {
    let judgeMoves = rest.judges.names.map { judgeCells.names.position(of: $0) }
    let teamMoves = rest.teams.names.map { teamCells.names.position(of: $0) }
    let criterionMoves = rest.criteria.names.map { criterionCells.names.position(of: $0) }
    judgeOfRow += rest.judgeOfRow.map { judgeMoves[$0] }
    teamOfRow += rest.teamOfRow.map { teamMoves[$0] }
    criterionOfRow += rest.criterionOfRow.map { criterionMoves[$0] }
    values += rest.values
  }

  /// Where a row stands, in words.
  func location(of index: Int) -> String {
    let location = locations?[index] ?? (row: index + 2, line: index + 2)
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
    return ScoreFileError(file: file, problems: problems)
  }
}
