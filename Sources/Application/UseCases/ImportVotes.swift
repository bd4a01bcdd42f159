import Lookup
public import Postgres
public import Prizes
public import Vocabulary

extension RowImport {
  /// Imports what a source counted for a prize: `team,votes`.
  public func votes(
    _ table: ImportTable, for prize: Slug, from source: String, of event: EventID, by service: AwardsService,
    in unit: UnitOfWork
  ) throws -> ImportReport {
    try run(VoteImporter(service: service, prize: prize, source: source), table, of: event, in: unit)
  }
}

struct VoteImporter: Importer {
  typealias Count = (team: String, votes: Int)
  static let noun = "vote"
  static let columns: [ImportColumn] = [.team, ImportColumn("votes", ["vote count", "count", "voix", "votos"])]
  static let needed = [["team"], ["votes"]]
  static let references: [String: KeyNoun] = ["team": .team]

  let service: AwardsService
  let prize: Slug
  let source: String

  func items(from rows: [ImportRow]) -> (items: [(item: [Count], row: ImportRow)], problems: [ImportProblem]) {
    var counts: [Count] = []
    var problems: [ImportProblem] = []
    for row in rows {
      do {
        counts.append((try row.requiredReference("team"), try votes(of: row)))
      } catch {
        problems.append(row.problem(from: error))
      }
    }
    guard let first = rows.first, problems.isEmpty else { return ([], problems) }
    return ([(counts, first)], [])
  }

  func save(_ counts: [Count], of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    try service.take(counts, for: prize, from: source, of: event, in: unit)
  }

  private func votes(of row: ImportRow) throws(ImportProblem) -> Int {
    let text = try row.required("votes")
    guard let votes = Int(text), (0...1_000_000_000).contains(votes) else {
      throw row.problem("votes", text, "\(quoted(text)) is no whole number from 0 to 1000000000.")
    }
    return votes
  }
}
