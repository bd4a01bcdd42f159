public import Judging
import Lookup
public import Postgres
public import Rubrics
public import Vocabulary

extension RowImport {
  /// - Parameter takingErased: Whether people who asked to be erased are taken; otherwise their rows are left out.
  public func judges(
    _ table: ImportTable, of event: EventID, by service: JudgingService, takingErased: Bool = false,
    in unit: UnitOfWork
  ) throws -> ImportReport {
    try ImportLock.take(for: event, in: unit)
    let known = try service.judges(of: event, in: unit).map {
      MadeKeys.Known(key: $0.code, names: [$0.name], email: $0.email)
    }
    let taken = try NameStore.words(of: .judge, event, in: unit).keys
    let importer = JudgeImporter(
      service: service, takesErased: takingErased, keys: MadeKeys(.numbered("J-"), known: known, taken: taken))
    let report = try run(importer, table, of: event, in: unit)
    _ = try service.findConflicts(of: event, in: unit)
    return report
  }

  /// Imports conflicts of interest that were declared elsewhere, one a row.
  public func conflicts(
    _ table: ImportTable, of event: EventID, by service: JudgingService, in unit: UnitOfWork
  ) throws -> ImportReport {
    try run(ConflictImporter(service: service), table, of: event, in: unit)
  }

  public func assignments(
    _ table: ImportTable, in round: RoundID, of event: EventID, by service: JudgingService, in unit: UnitOfWork
  ) throws -> ImportReport {
    _ = try service.findConflicts(of: event, in: unit)
    return try run(AssignmentImporter(service: service, round: round), table, of: event, in: unit)
  }

  /// Imports one rubric, a criterion a row.
  public func rubric(
    _ table: ImportTable, key: Slug, of event: EventID, by service: RubricsService, in unit: UnitOfWork
  ) throws -> ImportReport {
    let language = try EventSettingStore.setting(of: event, in: unit).language
    return try run(RubricImporter(service: service, key: key, language: language), table, of: event, in: unit)
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
  static let columns = [
    ImportColumn("code", ["judge code", "judge id", "judge number", "code du juge", "código", "código de juez"]),
    .fullName("judge", "judge name", "juge", "jury", "juez", "jueza", "jurado"), .givenName, .familyName, .affiliation,
    .email, .languages, .expertise, .answeredAt,
  ]
  static let needed = [["name", "given_name", "family_name"]]

  let service: JudgingService
  let takesErased: Bool
  let keys: MadeKeys
  private let gathered = ImportRemarks()

  var madeKeys: [String] { keys.made }
  var remarks: [ImportRemark] { gathered.all }

  init(service: JudgingService, takesErased: Bool, keys: MadeKeys) {
    self.service = service
    self.takesErased = takesErased
    self.keys = keys
  }

  func prepare(for rows: [ImportRow]) { rows.compactMap { $0.text("code") }.forEach(keys.note) }

  func item(from row: ImportRow) throws -> Item {
    let (name, email) = (try row.personName(), try row.email("email"))
    return Item(
      code: try row.text("code") ?? row.madeKey(keys, ofName: name, email), name: name,
      affiliation: row.text("affiliation"), email: email, languages: row.languages("languages", gathered),
      expertise: row.words("expertise"))
  }

  func identity(of item: Item) -> String? { item.code }

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

struct ConflictImporter: RowImporter {
  typealias Item = (judge: String, team: String, kind: Conflict.Kind, reason: String)

  static let noun = "conflict"
  static let columns: [ImportColumn] = [.judge, .team, .reason, ImportColumn("kind", ["type", "genre", "tipo"])]
  static let needed = [["judge"], ["team"], ["reason"]]
  static let references: [String: KeyNoun] = ["judge": .judge, "team": .team]

  let service: JudgingService

  func item(from row: ImportRow) throws -> Item {
    let kind: Conflict.Kind = row.text("kind") == nil ? .declared : try row.word("kind")
    return (
      try row.requiredReference("judge"), try row.requiredReference("team"), kind, try row.required("reason")
    )
  }

  func identity(of item: Item) -> String? { "\(item.judge) \(item.team) \(item.kind.rawValue)" }

  func save(_ item: Item, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    try service.declareConflict(item.judge, item.team, item.kind, because: item.reason, of: event, in: unit)
  }
}

struct AssignmentImporter: RowImporter {
  static let noun = "assignment"
  static let columns: [ImportColumn] = [.judge, .team]
  static let needed = [["judge"], ["team"]]
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
