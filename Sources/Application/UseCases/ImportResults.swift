import Lookup
public import Postgres
public import Results
public import Vocabulary

extension RowImport {
  /// Imports ranks that a jury decided elsewhere: `team,rank`.
  public func ranks(
    _ table: ImportTable, of event: EventID, by service: ResultsService, in unit: UnitOfWork
  ) throws -> ImportReport {
    try run(RankImporter(service: service), table, of: event, in: unit)
  }
}

struct RankImporter: Importer {
  typealias StatedRank = (team: String, rank: Int)
  static let noun = "result"
  static let columns: [ImportColumn] = [
    .team, ImportColumn("rank", ["place", "position", "rang", "classement", "puesto", "posición", "lugar"]),
  ]
  static let needed = [["team"], ["rank"]]
  static let references: [String: KeyNoun] = ["team": .team]

  let service: ResultsService

  func items(from rows: [ImportRow]) -> (items: [(item: [StatedRank], row: ImportRow)], problems: [ImportProblem]) {
    var ranks: [StatedRank] = []
    var problems: [ImportProblem] = []
    for row in rows {
      do {
        guard let rank = try row.count("rank") else {
          throw row.problem("rank", nil, "The cell is empty, but it is needed.")
        }
        ranks.append((try row.requiredReference("team"), rank))
      } catch {
        problems.append(row.problem(from: error))
      }
    }
    guard let first = rows.first, problems.isEmpty else { return ([], problems) }
    return ([(ranks, first)], [])
  }

  func save(_ ranks: [StatedRank], of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    try service.state(ranks, of: event, in: unit).outcome
  }
}

/// How much of an import is done when each of its steps has ended, as measured with 100,000 people in 20,000 teams.
enum ImportShares {
  static let read = 0.1
  static let inspected = 0.2
  static let teams = 0.3
  static let participants = 0.6
  static let members = 0.9
  static let submissions = 0.95
}
