public import Competition
public import Judging
public import Postgres
public import Rubrics

extension ImportJourney {
  public func judges(
    _ bytes: [UInt8], file: String, of event: EventID, by service: JudgingService, in unit: UnitOfWork
  ) throws -> ImportReport {
    try run(JudgeImporter(service: service), bytes, file: file, of: event, in: unit)
  }

  public func assignments(
    _ bytes: [UInt8], file: String, in round: RoundID, of event: EventID, by service: JudgingService,
    in unit: UnitOfWork
  ) throws -> ImportReport {
    try run(AssignmentImporter(service: service, round: round), bytes, file: file, of: event, in: unit)
  }

  /// Imports one rubric, a criterion a row.
  public func rubric(
    _ bytes: [UInt8], file: String, key: Slug, of event: EventID, by service: RubricsService, in unit: UnitOfWork
  ) throws -> ImportReport {
    try run(RubricImporter(service: service, key: key), bytes, file: file, of: event, in: unit)
  }
}

struct JudgeImporter: RowImporter {
  static let noun = "judge"
  static let requiredColumns = ["code", "name"]
  static let optionalColumns = ["affiliation"]

  let service: JudgingService

  func item(from row: ImportRow) throws -> Judge {
    Judge(code: try row.required("code"), name: try row.required("name"), affiliation: row.text("affiliation"))
  }

  func save(_ judge: Judge, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    try service.set(judge, of: event, in: unit)
  }
}

struct AssignmentImporter: RowImporter {
  static let noun = "assignment"
  static let requiredColumns = ["judge", "team"]
  static let optionalColumns: [String] = []

  let service: JudgingService
  let round: RoundID

  func item(from row: ImportRow) throws -> Assignment {
    Assignment(judge: try row.required("judge"), team: try row.required("team"))
  }

  func save(_ assignment: Assignment, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    try service.assign(assignment, in: round, of: event, in: unit)
  }
}

struct RubricImporter: Importer {
  static let noun = "rubric"
  static let requiredColumns = ["key", "weight", "minimum", "maximum"]
  static let optionalColumns = localisedColumns("name")

  let service: RubricsService
  let key: Slug

  func items(from rows: [ImportRow]) -> (items: [(item: Rubric, row: ImportRow)], problems: [ImportProblem]) {
    var criteria: [Rubric.Criterion] = []
    var problems: [ImportProblem] = []
    for row in rows {
      do {
        criteria.append(try criterion(from: row))
      } catch {
        problems.append(row.problem(from: error))
      }
    }
    guard let first = rows.first, problems.isEmpty else { return ([], problems) }
    return ([(Rubric(key: key, criteria: criteria), first)], [])
  }

  func save(_ rubric: Rubric, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    try service.set(rubric, of: event, in: unit)
  }

  private func criterion(from row: ImportRow) throws -> Rubric.Criterion {
    let (minimum, maximum) = (try row.requiredPoints("minimum"), try row.requiredPoints("maximum"))
    guard minimum < maximum else {
      throw row.problem(
        "maximum", row.text("maximum"), "The scale ends at \(maximum), which is not above its start, \(minimum).")
    }
    let name = row.localised("name")
    guard !name.isEmpty else { throw row.problem("name_en", nil, "The criterion has no name in any language.") }
    return Rubric.Criterion(
      key: try row.slug("key"), name: name, weight: try row.requiredPoints("weight"), scale: minimum...maximum)
  }
}
