public import RankingEngine
public import ScoreTables
import Vocabulary

/// What a ranking without a database is made from: scores, and where wanted weights and a roster of the teams.
public struct RankingFiles: Sendable {
  public let book: ScoreBook
  public let teams: [String]
  public let judges: [String]
  public let criteria: [String]
  /// The rooms' names, where the roster names rooms.
  public let rooms: [String]
  /// Names that differ only in case or spaces, which are probably one.
  public let lookalikes: [[String]]
  /// How a table of another form was read, in sentences.
  public let reading: [String]
  /// How far the scores of each criterion reach, where no ranges were declared.
  let spans: [Span]

  /// One file as it was read.
  public struct File: Sendable {
    public let name: String
    public let bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// The lowest and the highest points that a criterion can have, as they were written.
  public struct Scale: Equatable, Sendable {
    public let criterion: String
    public let lowest: String
    public let highest: String

    public init(criterion: String, lowest: String, highest: String) {
      self.criterion = criterion
      self.lowest = lowest
      self.highest = highest
    }
  }

  /// Reads the files.
  /// - Parameters:
  ///   - scores: One score a row (columns judge, team, criterion, score, in any order), or a wide table.
  ///   - weights: Columns criterion, weight. Without it all criteria weigh the same.
  ///   - roster: Column team, and room where teams were judged in rooms that differ. Without it the teams are those scored.
  ///   - settings: What the columns of the scores are, where their names do not tell it.
  ///   - scales: The ranges of all criteria, or none. Where they differ, criteria count by their shares of them.
  /// - Throws: `ScoreFileError` with every row that cannot be taken.
  /// - Complexity: linear in the rows.
  public init(
    scores: File, as settings: ScoreTableSettings = ScoreTableSettings(), weights: File? = nil, roster: File? = nil,
    scales: [Scale] = []
  ) async throws {
    var list = roster == nil ? nil : try Roster(roster ?? scores)
    let rows = try await ScoreRows.read(scores, roster: list, settings)
    if list == nil { list = Roster(teams: rows.teams.names) }
    let named = list ?? Roster(teams: [])

    let (judges, judgeMoves) = rows.judges.sorted()
    let (criteria, criterionMoves) = rows.criteria.sorted()
    let (teams, teamMoves) = named.index.sorted()
    let weighing =
      try weights.map { try WeightTable($0, criteria: criteria, scores: scores.name) } ?? WeightTable(criteria)

    let table = try ScaleTable(scales, criteria: criteria, scores: scores.name)
    try table.requireInside(rows, criterionMoves)
    let decimals = rows.values.reduce(table.decimals) { max($0, $1.decimals) }
    let teamOfName = rows.teams.names.map { name in teamMoves[named.index.known(name) ?? 0] }
    var ratings: [Rating] = []
    ratings.reserveCapacity(rows.values.count)
    for index in rows.values.indices {
      guard let points = rows.values[index].digits(withDecimals: decimals) else {
        throw ScoreFileError(
          file: scores.name,
          problems: [
            "\(quoted(scores.name)): \(rows.location(of: index)) has a score that is too large for numbers with so many decimals (\(decimals))."
          ])
      }
      ratings.append(
        Rating(
          judge: judgeMoves[Int(rows.judgeOfRow[index])], team: teamOfName[Int(rows.teamOfRow[index])],
          criterion: criterionMoves[Int(rows.criterionOfRow[index])], points: points))
    }
    let ranges = try table.ranges(decimals: decimals)
    let rooms = named.rooms.map { $0.sorted() }
    let roomOfTeam = named.roomOfTeam.map { Self.moved($0, teamMoves, rooms?.moved ?? []) }
    do {
      book = try ScoreBook(
        teamCount: teams.count, judgeCount: judges.count, weights: weighing.weights, decimals: decimals,
        ranges: ranges, rooms: roomOfTeam, ratings: ratings)
    } catch {
      throw rows.explained(error, ratings, file: scores.name, names: (judges, teams, criteria))
    }
    self.teams = teams
    self.judges = judges
    self.criteria = criteria
    spans = ranges == nil ? Span.all(of: rows, ratings, criteria) : []
    self.rooms = rooms?.names ?? []
    reading = rows.reading
    lookalikes = [teams, judges, criteria].flatMap(Self.lookalikes)
  }

  /// The room of each team, both by their sorted positions.
  private static func moved(_ rooms: [Int], _ teamMoves: [Int], _ roomMoves: [Int]) -> [Int] {
    var moved = [Int](repeating: 0, count: rooms.count)
    for (team, room) in rooms.enumerated() { moved[teamMoves[team]] = roomMoves[room] }
    return moved
  }

  private static func lookalikes(_ names: [String]) -> [[String]] {
    let folded = Dictionary(grouping: names) { FoldedName(keepingSymbols: $0) }
    return folded.values.filter { $0.count > 1 }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }
}
