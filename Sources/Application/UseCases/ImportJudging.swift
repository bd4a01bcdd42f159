public import Judging
import Lookup
public import Postgres
public import Rubrics
public import Vocabulary

extension RowImport {
  /// - Parameter takingErased: Whether people who asked to be erased are taken; otherwise their rows are left out.
  public func judges(
    _ bytes: [UInt8], file: String, of event: EventID, by service: JudgingService, takingErased: Bool = false,
    in unit: UnitOfWork
  ) throws -> ImportReport {
    try ImportLock.take(for: event, in: unit)
    let report = try run(
      JudgeImporter(service: service, takesErased: takingErased), bytes, file: file, of: event, in: unit)
    _ = try service.findConflicts(of: event, in: unit)
    return report
  }

  public func assignments(
    _ bytes: [UInt8], file: String, in round: RoundID, of event: EventID, by service: JudgingService,
    in unit: UnitOfWork
  ) throws -> ImportReport {
    _ = try service.findConflicts(of: event, in: unit)
    return try run(AssignmentImporter(service: service, round: round), bytes, file: file, of: event, in: unit)
  }

  /// Imports one rubric, a criterion a row.
  public func rubric(
    _ bytes: [UInt8], file: String, key: Slug, of event: EventID, by service: RubricsService, in unit: UnitOfWork
  ) throws -> ImportReport {
    try run(RubricImporter(service: service, key: key), bytes, file: file, of: event, in: unit)
  }
}

struct JudgeImporter: RowImporter {
  /// A judge as a row has it: a blank cell says nothing.
  struct Item {
    let code: String
    let name: String
    let affiliation: String?
    let email: EmailAddress?
    let languages: [String]?
    let expertise: [String]?
  }

  static let noun = "judge"
  static let requiredColumns = ["code", "name"]
  static let optionalColumns = ["affiliation", "email", "languages", "expertise"]

  let service: JudgingService
  let takesErased: Bool

  func item(from row: ImportRow) throws -> Item {
    Item(
      code: try row.required("code"), name: try row.required("name"), affiliation: row.text("affiliation"),
      email: try row.email("email"), languages: try row.languages("languages"), expertise: row.words("expertise"))
  }

  func save(_ item: Item, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    try service.set(item.code, of: event, in: unit, takingErased: takesErased) { judge in
      judge.name = item.name
      judge.affiliation = item.affiliation ?? judge.affiliation
      judge.email = item.email ?? judge.email
      judge.languages = item.languages ?? judge.languages
      judge.expertise = item.expertise ?? judge.expertise
    }
  }
}

struct AssignmentImporter: RowImporter {
  static let noun = "assignment"
  static let requiredColumns = ["judge", "team"]
  static let optionalColumns: [String] = []
  static let references: [String: KeyNoun] = ["judge": .judge, "team": .team]

  let service: JudgingService
  let round: RoundID

  func item(from row: ImportRow) throws -> Assignment {
    Assignment(judge: try row.requiredReference("judge"), team: try row.requiredReference("team"))
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
