public import Access
import Audit
import Lookup
public import Postgres
public import Vocabulary

/// Objections to a provisional result. An event that opens no window has none.
extension ResultsService {
  public func objections(of event: EventID, in snapshot: Snapshot) throws -> [Objection] {
    try ObjectionStore().objections(of: event, in: snapshot)
  }

  public func objectionWindows(of event: EventID, in snapshot: Snapshot) throws -> [ObjectionWindow] {
    try ObjectionStore().windows(of: event, in: snapshot)
  }

  /// Lets teams object to a version until an hour. Until then, and while an objection is open, nobody approves it.
  /// - Throws: `ObjectionError` when it was approved, retracted or opened before.
  public func openObjections(
    to number: Int, until hour: Timestamp, of event: EventID, in unit: UnitOfWork
  ) throws -> ObjectionWindow {
    let version = try version(number, of: event, in: unit)
    try refusingObjection(of: version.number) {
      try ObjectionStore().open(version.number, until: hour, of: event, in: unit)
    }
    try audit.did(
      "opened", "objections", String(version.number), [AuditField("until", hour.description)], of: event, in: unit)
    return ObjectionWindow(result: version.number, closesAt: hour, isOpen: true)
  }

  /// Records an objection of a team to the version that is open to objections.
  public func object(
    _ claim: String, from team: String, evidence: String?, file: ObjectionFile?, of event: EventID, in unit: UnitOfWork
  ) throws -> Objection {
    guard claim.contains(where: { !$0.isWhitespace }) else { throw ObjectionError.noClaim }
    try TextTooLong.check(claim, "claim", most: 4000)
    try TextTooLong.check(evidence ?? "", "evidence", most: 4000)
    let store = ObjectionStore()
    guard let window = try store.windows(of: event, in: unit).last else { throw ObjectionError.noWindow }
    guard let teamID = try store.team(team, of: event, in: unit) else {
      throw ObjectionError.unknownTeam(team, nearest: nearest(to: team, among: try store.teamKeys(of: event, in: unit)))
    }
    let number = try refusingObjection(of: window.result) {
      try store.add(claim, from: teamID, to: window.result, evidence: evidence, file: file, of: event, in: unit)
    }
    let fields = [
      AuditField("team", team), AuditField("result", window.result), AuditField("claim", claim),
      AuditField("evidence", evidence), AuditField("file", file?.name), AuditField("file sha256", file?.sha256),
    ]
    try audit.did("raised", "objection", String(number), fields, of: event, in: unit)
    return try objection(number, of: event, in: unit)
  }

  /// Decides an objection. An accepted one keeps its version from being approved: another has to be computed.
  /// - Throws: `ObjectionError` where the organiser recorded it, judged the team or has a conflict with it.
  public func decide(
    _ number: Int, accepted isAccepted: Bool, because reason: String, by holder: TokenHolder, of event: EventID,
    in unit: UnitOfWork
  ) throws -> Objection {
    guard reason.contains(where: { !$0.isWhitespace }) else { throw ObjectionError.noReason(number) }
    try TextTooLong.check(reason, "reason", most: 4000)
    let objection = try objection(number, of: event, in: unit)
    guard objection.state == .open else { throw ObjectionError.decidedAlready(number, objection.state) }
    do {
      try ObjectionStore().decide(number, accepted: isAccepted, because: reason, by: holder, of: event, in: unit)
    } catch let error as PostgresError {
      switch error.constraint {
      case "objection_decided_by_another": throw ObjectionError.recordedByYou(number)
      case "objection_decided_without_conflict": throw ObjectionError.inConflict(number, team: objection.team)
      default: throw error
      }
    }
    let fields = [AuditField("reason", reason), AuditField("result", objection.result)]
    try audit.did(isAccepted ? "accepted" : "rejected", "objection", String(number), fields, of: event, in: unit)
    return try self.objection(number, of: event, in: unit)
  }

  public func objection(_ number: Int, of event: EventID, in snapshot: Snapshot) throws -> Objection {
    guard let found = try objections(of: event, in: snapshot).first(where: { $0.number == number }) else {
      throw ObjectionError.unknown(number)
    }
    return found
  }

  private func refusingObjection<Result>(of result: Int, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as PostgresError {
      switch error.constraint {
      case "objection_window_pkey": throw ObjectionError.windowIsOpen(result)
      case "objection_window_of_current_result": throw ObjectionError.retracted(result)
      case "objection_window_before_approval": throw ObjectionError.approvedAlready(result)
      case "objection_window_closes_later": throw ObjectionError.closesInThePast
      case "objection_in_time": throw ObjectionError.windowClosed(result)
      default: throw error
      }
    }
  }
}
