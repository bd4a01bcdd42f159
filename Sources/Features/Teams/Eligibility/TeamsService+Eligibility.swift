import Audit
import CanonicalJSON
import Lookup
public import Postgres
public import Vocabulary

/// What teams have to meet to be ranked.
extension TeamsService {
  /// The declared points. Without any, an event with a deadline or a submission asks for a submission in time.
  public func eligibilityPoints(of event: EventID, in snapshot: Snapshot) throws -> [EligibilityPoint] {
    try EligibilityStore().points(of: event, in: snapshot)
  }

  /// What each active team meets; of one team where it is named.
  /// - Throws: `TeamError` where there is no such team.
  public func teamPoints(of event: EventID, team: String? = nil, in snapshot: Snapshot) throws -> [TeamPoint] {
    if let team { _ = try self.team(team, of: event, in: snapshot) }
    return try EligibilityStore().teamPoints(of: event, team: team, in: snapshot)
  }

  /// Declares a point.
  /// - Throws: `EligibilityError` once a score was saved.
  public func add(_ point: EligibilityPoint, of event: EventID, in unit: UnitOfWork) throws {
    guard point.kind != .stated || !point.text.isEmpty else { throw EligibilityError.textNeeded(point.key.text) }
    try refusing(point) { try EligibilityStore().insert(point, of: event, in: unit) }
    try audit.did(
      "declared", "eligibility point", point.key.text,
      [AuditField("kind", point.kind.rawValue), AuditField("text", point.text.json)], of: event, in: unit)
  }

  /// Takes a point from the list.
  /// - Throws: `EligibilityError` once a score was saved, or where somebody found something on it.
  public func remove(eligibilityPoint key: String, of event: EventID, in unit: UnitOfWork) throws {
    let point = try eligibilityPoint(key, of: event, in: unit)
    try refusing(point) { try EligibilityStore().delete(point.key, of: event, in: unit) }
    try audit.did("removed", "eligibility point", key, of: event, in: unit)
  }

  /// Says that a team meets a stated point, or does not.
  public func find(
    _ isMet: Bool, point key: String, of team: String, because reason: String, event: EventID, in unit: UnitOfWork
  ) throws -> Outcome {
    let point = try eligibilityPoint(key, of: event, in: unit)
    guard point.kind == .stated else { throw EligibilityError.computed(key) }
    let team = try locked(team, of: event, in: unit)
    guard reason.contains(where: { !$0.isWhitespace }) else { throw EligibilityError.noReason(team: team.key) }
    try TextTooLong.check(reason, "reason", most: 500)
    let store = EligibilityStore()
    guard try !store.isFound(isMet, point.key, team.id, of: event, in: unit) else { return .unchanged }
    try store.insertFinding(isMet, point.key, team.id, because: reason, of: event, in: unit)
    // A reason may tell of somebody.
    try audit.did(
      "found", Team.auditNoun, team.key,
      [
        AuditField("point", key), AuditField("is met", .bool(isMet)), AuditField("reason", reason, isPersonal: true),
      ], of: event, in: unit)
    return .updated
  }

  private func eligibilityPoint(_ key: String, of event: EventID, in snapshot: Snapshot) throws -> EligibilityPoint {
    let points = try eligibilityPoints(of: event, in: snapshot)
    guard let point = points.first(where: { $0.key.text == key }) else {
      throw EligibilityError.unknownPoint(key, nearest: nearest(to: key, among: points.map(\.key.text)))
    }
    return point
  }

  private func refusing(_ point: EligibilityPoint, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as PostgresError {
      switch error.constraint {
      case "eligibility_point_before_judging": throw EligibilityError.judgingBegan
      case "eligibility_point_once": throw EligibilityError.alreadyThere(point.key.text)
      case "eligibility_point_kind_once": throw EligibilityError.kindTwice(point.kind)
      case "eligibility_finding_of_point": throw EligibilityError.hasFindings(point.key.text)
      default: throw error
      }
    }
  }
}
