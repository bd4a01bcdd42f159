import Competition
import Scoring
import Tabular

/// The rows of a file of scores.
struct ScoreRows {
  private(set) var judges = NameIndex()
  private(set) var teams = NameIndex()
  private(set) var criteria = NameIndex()
  private(set) var judgeOfRow: [Int] = []
  private(set) var teamOfRow: [Int] = []
  private(set) var criterionOfRow: [Int] = []
  private(set) var values: [DecimalNumber] = []
  /// The row and the line of each score.
  private var places: [(row: Int32, line: Int32)] = []

  private static let columns = ["judge", "team", "criterion", "score"]

  /// Reads all rows in turn.
  /// - Throws: `ScoreFileError` with every row that cannot be taken.
  init(
    _ file: RankingFiles.File, roster: Roster?, dialect: Dialect = Dialect(restoresFormulas: true)
  ) throws {
    var reader = try ScoreTableReader(file.bytes, file: file.name, columns: Self.columns, dialect: dialect)
    let columns = try Self.columns.map(reader.header.requireIndex)
    while let record = try reader.next() {
      let cells = record.cells
      let known = teams.names.count
      guard
        let judge = judges.position(
          inCell: cells[columns[0]], read: { _ in reader.name(columns[0], of: record) }),
        let team = teams.position(inCell: cells[columns[1]], read: { _ in reader.name(columns[1], of: record) }),
        let criterion = criteria.position(
          inCell: cells[columns[2]], read: { _ in reader.name(columns[2], of: record) }),
        let value = reader.number(columns[3], of: record)
      else { continue }
      if team == known, let roster { check(teams.names[team], against: roster, columns[1], of: record, in: &reader) }
      judgeOfRow.append(judge)
      teamOfRow.append(team)
      criterionOfRow.append(criterion)
      values.append(value)
      places.append((Int32(truncatingIfNeeded: record.row), Int32(truncatingIfNeeded: record.line)))
    }
    try reader.finish()
    guard !values.isEmpty else {
      throw ScoreFileError(file: file.name, problems: ["\(quoted(file.name)) has a header, but no scores below it."])
    }
  }

  /// Notes a team that does not take part.
  private func check(
    _ team: String, against roster: Roster, _ column: Int, of record: Record, in reader: inout ScoreTableReader
  ) {
    guard roster.index.known(team) == nil else { return }
    let near = nearest(to: team, among: roster.index.names).map { "; did you mean \(quoted($0))?" } ?? ""
    reader.note("has the team \(quoted(team)), which is not on the roster\(near)", column, of: record)
  }

  /// Adds the rows of the rest of a file, which were counted as if they stood below the header.
  mutating func append(_ rest: ScoreRows, linesBefore: Int32) {
    let judgeMoves = rest.judges.names.map { judges.position(of: $0) }
    let teamMoves = rest.teams.names.map { teams.position(of: $0) }
    let criterionMoves = rest.criteria.names.map { criteria.position(of: $0) }
    judgeOfRow += rest.judgeOfRow.map { judgeMoves[$0] }
    teamOfRow += rest.teamOfRow.map { teamMoves[$0] }
    criterionOfRow += rest.criterionOfRow.map { criterionMoves[$0] }
    values += rest.values
    places += rest.places.map { ($0.row + linesBefore, $0.line + linesBefore) }
  }

  func place(of index: Int) -> String {
    ScoreTableReader.place(row: Int(places[index].row), line: Int(places[index].line))
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
          + "of team \(quoted(names.teams[rating.team])) twice, in \(place(of: first)) and in \(place(of: index)).")
    }
    return ScoreFileError(file: file, problems: problems)
  }
}
