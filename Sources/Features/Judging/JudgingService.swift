public import Audit
import CanonicalJSON
import Lookup
public import Postgres
public import Vocabulary

/// Judges, rounds, who scores which team, and who may not.
public struct JudgingService: Sendable {
  let audit: AuditLog
  let store = JudgeStore()
  let rounds = RoundStore()
  let assignments = AssignmentStore()
  let conflicts = ConflictStore()
  let waivers = WaiverStore()
  let invitations = InvitationStore()
  let coverage = CoverageStore()
  let plans = PlanStore()
  let erased = ErasedPeopleStore()

  public init(audit: AuditLog) { self.audit = audit }

  /// Adds a judge who is not there yet; one who was erased comes back under the code, which the sheets have.
  /// - Parameter takingErased: Whether somebody who asked to be erased may come back.
  /// - Throws: `ErasedPersonError` for somebody who may not.
  public func add(
    _ code: String, of event: EventID, in unit: UnitOfWork, takingErased: Bool = false,
    _ describe: (inout Judge) throws -> Void
  ) throws {
    let isThere = try store.locked(code, of: event, in: unit) != nil
    if isThere {
      guard try isErased(code, of: event, in: unit) else { throw JudgingError.alreadyThere(code) }
      guard takingErased else { throw ErasedPersonError(kind: .judge, identity: .key(code)) }
    }
    var judge = Judge(code: code, name: "")
    try describe(&judge)
    try check(judge)
    if !takingErased { try erased.refuse(identities(of: judge), of: .judge, event, in: unit) }
    try refusingWhatTheSchemaRefuses(of: judge) {
      try isThere ? store.update(judge, of: event, in: unit) : store.insert(judge, of: event, in: unit)
    }
    try audit.created(judge, of: event, in: unit)
  }

  /// Changes some of what is known of a judge, or adds one whom nobody knows.
  /// - Parameter takingErased: Whether somebody who asked to be erased may come back.
  /// - Throws: `ErasedPersonError` for somebody who may not.
  public func set(
    _ code: String, of event: EventID, in unit: UnitOfWork, takingErased: Bool = false,
    _ describe: (inout Judge) throws -> Void
  ) throws -> Outcome {
    guard let (_, old) = try store.locked(code, of: event, in: unit), try !isErased(code, of: event, in: unit) else {
      try add(code, of: event, in: unit, takingErased: takingErased, describe)
      return .created
    }
    var new = old
    try describe(&new)
    guard old != new else { return .unchanged }
    try check(new)
    if !takingErased {
      try erased.refuse(identities(of: new), unless: identities(of: old), of: .judge, event, in: unit)
    }
    try refusingWhatTheSchemaRefuses(of: new) { try store.update(new, of: event, in: unit) }
    try audit.updated(from: old, to: new, of: event, in: unit)
    return .updated
  }

  /// Adds a judge, or makes one what is given.
  public func set(_ judge: Judge, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    try set(judge.code, of: event, in: unit) { $0 = judge }
  }

  /// Takes a judge out who has saved nothing, with everything that was planned for them.
  /// - Returns: Who the judge was when acting themselves, so that their tokens can be ended.
  public func remove(_ code: String, of event: EventID, in unit: UnitOfWork) throws -> PrincipalID? {
    let (id, judge) = try locked(code, of: event, in: unit)
    guard try !store.hasSheets(id, of: event, in: unit) else { throw JudgingError.hasSheets(code) }
    let principal: PrincipalID?
    do {
      principal = try store.delete(id, of: event, in: unit)
    } catch let error as PostgresError where error.constraint == "frozen_round_stays" {
      throw JudgingError.ofFrozenRound(code)
    }
    let fields = judge.auditFields.map { AuditField($0.name, .null, isPersonal: true) }
    try audit.did("removed", Judge.auditNoun, code, from: judge.auditFields, fields, of: event, in: unit)
    return principal
  }

  /// Every judge by code.
  public func judges(of event: EventID, in snapshot: Snapshot) throws -> [Judge] {
    try store.judges(of: event, in: snapshot)
  }

  /// Every judge with how they stand, by code.
  public func judgesInFull(of event: EventID, in snapshot: Snapshot) throws -> [JudgeDetails] {
    try store.full(of: event, in: snapshot)
  }

  /// One judge with how they stand.
  public func judge(_ code: String, of event: EventID, in snapshot: Snapshot) throws -> JudgeDetails {
    guard let judge = try store.full(of: event, only: code, in: snapshot).first else {
      throw try unknownJudge(code, of: event, in: snapshot)
    }
    return judge
  }

  func locked(_ code: String, of event: EventID, in unit: UnitOfWork) throws -> (id: JudgeID, judge: Judge) {
    guard let found = try store.locked(code, of: event, in: unit) else {
      throw try unknownJudge(code, of: event, in: unit)
    }
    return found
  }

  func unknownJudge(_ code: String, of event: EventID, in snapshot: Snapshot) throws -> JudgingError {
    .unknownJudge(code, nearest: nearest(to: code, among: try store.codes(of: event, in: snapshot)))
  }

  func unknownTeam(_ key: String, of event: EventID, in snapshot: Snapshot) throws -> JudgingError {
    .unknownTeam(key, nearest: nearest(to: key, among: try store.teamKeys(of: event, in: snapshot)))
  }

  private func isErased(_ code: String, of event: EventID, in unit: UnitOfWork) throws -> Bool {
    try JudgeErasureStore().isErased(code, of: event, in: unit)
  }

  private func identities(of judge: Judge) -> [PersonIdentity] { PersonIdentity.of(key: judge.code, judge.email) }

  private func check(_ judge: Judge) throws(JudgingError) {
    guard judge.name.contains(where: { !$0.isWhitespace }) else { throw .blankName(judge.code) }
    if let word = judge.expertise.first(where: { $0.contains(",") }) { throw .unusableWord(word) }
  }

  private func refusingWhatTheSchemaRefuses(of judge: Judge, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as PostgresError where error.constraint == "judge_code_form" {
      throw JudgingError.unusableCode(judge.code)
    } catch let error as PostgresError where error.constraint == "judge_email_once" {
      throw JudgingError.emailTaken(judge.email?.text ?? "")
    }
  }
}
