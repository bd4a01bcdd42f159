public import Postgres
public import Results
public import Vocabulary

extension RowImport {
  /// Imports places that a jury decided elsewhere: `team,place`.
  public func places(
    _ bytes: [UInt8], file: String, of event: EventID, by service: ResultsService, in unit: UnitOfWork
  ) throws -> ImportReport {
    try run(PlaceImporter(service: service), bytes, file: file, of: event, in: unit)
  }
}

private struct PlaceImporter: Importer {
  typealias Place = (team: String, place: Int)
  static let noun = "result"
  static let requiredColumns = ["team", "place"]
  static let optionalColumns: [String] = []

  let service: ResultsService

  func items(from rows: [ImportRow]) -> (items: [(item: [Place], row: ImportRow)], problems: [ImportProblem]) {
    var places: [Place] = []
    var problems: [ImportProblem] = []
    for row in rows {
      do {
        guard let place = try row.count("place") else {
          throw row.problem("place", nil, "The cell is empty, but it is needed.")
        }
        places.append((try row.required("team"), place))
      } catch {
        problems.append(row.problem(from: error))
      }
    }
    guard let first = rows.first, problems.isEmpty else { return ([], problems) }
    return ([(places, first)], [])
  }

  func save(_ places: [Place], of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    try service.state(places, of: event, in: unit).outcome
  }
}
