import Audit
import Lookup
public import Postgres
public import Vocabulary

/// Drafts that become versions, and late ones that are accepted.
extension SubmissionsService {
  /// Submits what a team works on as its next version; the same again is unchanged.
  ///
  /// A participant's is refused after the deadline, by the database's clock under a lock of the event's row.
  public func submit(
    _ team: String, _ way: Submitting = Submitting(), of event: EventID, in unit: UnitOfWork
  ) throws -> (outcome: Outcome, version: SubmissionVersion) {
    let role = try role(of: way, unit.principal.role)
    let stored = try usable(team, of: event, in: unit)
    let moment = try way.receivedAt.map { try instant($0, of: event, in: unit) }
    let last = try versions.versions(stored.id, of: event, in: unit).last
    if let last, try versions.isSubmitted(stored.id, of: event, in: unit), moment == nil || moment == last.receivedAt {
      return (.unchanged, last)
    }
    let reason = try role == .organiser ? reasonForLate(way.reason, of: team, moment, event, in: unit) : nil
    let version = try keep(
      .init(submission: stored.id, role: role, receivedAt: moment), because: reason, of: team, event, in: unit)
    return (last == nil ? .created : .updated, version)
  }

  /// Lets what is late be judged: the newest version if it is late, otherwise what the team works on, submitted now.
  /// - Parameter onlySubmitted: Whether drafts are left alone.
  public func acceptLate(
    _ team: String, because reason: String, onlySubmitted: Bool = false, of event: EventID, in unit: UnitOfWork
  ) throws -> SubmissionVersion {
    guard unit.principal.role == .organiser else { throw SubmittingError.mayNotSubmit(unit.principal.role) }
    guard !reason.isBlank else { throw SubmittingError.blankReason }
    let stored = try usable(team, of: event, in: unit)
    if let last = try versions.versions(stored.id, of: event, in: unit).last, last.isLate {
      return try acceptLate(last.number, stored.id, of: team, because: reason, event, in: unit)
    }
    guard try !onlySubmitted && versions.isLate(nil, of: event, in: unit),
      try !versions.isSubmitted(stored.id, of: event, in: unit)
    else { throw SubmittingError.nothingLate(team: team) }
    return try keep(
      .init(submission: stored.id, role: .organiser, receivedAt: nil), because: reason, of: team, event, in: unit)
  }

  /// The teams whose newest version is late and was not accepted.
  public func late(of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try versions.late(of: event, in: snapshot)
  }

  /// Organisers who only enter what a team submits keep a role of their own.
  private func role(of way: Submitting, _ role: Role) throws -> Role {
    switch role {
    case .participant: .participant
    case .organiser: way.asParticipant ? .participant : .organiser
    case .judge, .mentor: throw SubmittingError.mayNotSubmit(role)
    }
  }

  /// A submission that can become a version, locked until the unit ends.
  private func usable(_ team: String, of event: EventID, in unit: UnitOfWork) throws -> StoredSubmission {
    let stored = try locked(team, of: event, in: unit)
    guard !stored.isWithdrawn else { throw SubmittingError.withdrawn(team: team) }
    guard !stored.submission.title.isEmpty else { throw SubmittingError.untitled(team: team) }
    return stored
  }

  /// Why an organiser's version is accepted; nil when it is in time and needs no reason.
  private func reasonForLate(
    _ reason: String?, of team: String, _ moment: Timestamp?, _ event: EventID, in unit: UnitOfWork
  ) throws -> String? {
    guard try versions.isLate(moment, of: event, in: unit) else { return nil }
    guard let reason else {
      let seconds = try versions.secondsSinceClosing(of: event, at: moment, in: unit) ?? 0
      throw SubmittingError.reasonNeeded(team: team, seconds: seconds)
    }
    guard !reason.isBlank else { throw SubmittingError.blankReason }
    return reason
  }

  private func keep(
    _ draft: VersionStore.Draft, because reason: String?, of team: String, _ event: EventID, in unit: UnitOfWork
  ) throws -> SubmissionVersion {
    let number = try append(draft, of: team, event, in: unit)
    try versions.noteReceipt(of: number, draft.submission, event, in: unit)
    let version = try version(number, draft.submission, event, in: unit)
    try audit.did(
      "submitted", Submission.auditNoun, team,
      [
        AuditField("version", number), AuditField("received at", version.receivedAt.description),
        AuditField("as", draft.role.rawValue), AuditField("contents", version.contents),
      ], of: event, in: unit)
    guard let reason else { return version }
    return try acceptLate(number, draft.submission, of: team, because: reason, event, in: unit)
  }

  /// What the schema refuses, in words; the savepoint keeps the unit fit to ask by how much.
  private func append(
    _ draft: VersionStore.Draft, of team: String, _ event: EventID, in unit: UnitOfWork
  ) throws -> Int {
    do {
      return try unit.savepoint { try versions.append(draft, of: event, in: unit) }
    } catch let error as PostgresError where error.constraint == "submitted_before_deadline" {
      let seconds = try versions.secondsSinceClosing(of: event, in: unit) ?? 0
      throw SubmittingError.afterDeadline(team: team, seconds: seconds)
    } catch let error as PostgresError where error.constraint == "entered_before_judging_ends" {
      throw SubmittingError.judgingEnded(team: team)
    }
  }

  private func acceptLate(
    _ number: Int, _ submission: SubmissionID, of team: String, because reason: String, _ event: EventID,
    in unit: UnitOfWork
  ) throws -> SubmissionVersion {
    try versions.acceptLate(number, submission, because: reason, of: event, in: unit)
    try audit.did(
      "accepted late", Submission.auditNoun, team, [AuditField("version", number), AuditField("reason", reason)],
      of: event,
      in: unit)
    return try version(number, submission, event, in: unit)
  }

  private func version(
    _ number: Int, _ submission: SubmissionID, _ event: EventID, in unit: UnitOfWork
  ) throws -> SubmissionVersion {
    let all = try versions.versions(submission, of: event, in: unit)
    guard let version = all.first(where: { $0.number == number }) else { throw MissingVersion(number: number) }
    return version
  }

  private struct MissingVersion: Error { let number: Int }

  /// The one past instant at which the clocks of the event's zone showed this.
  private func instant(_ time: LocalTime, of event: EventID, in unit: UnitOfWork) throws -> Timestamp {
    let zone = try ZoneStore.zone(of: event, in: unit)
    let instants = try ZoneStore.instants(of: time, in: zone, unit)
    guard let first = instants.first else { throw SubmittingError.timeSkipped(time, zone: zone) }
    guard instants.count == 1 else { throw SubmittingError.timeTwice(time, zone: zone) }
    guard try !versions.isToCome(first, in: unit) else { throw SubmittingError.notYet(time) }
    return first
  }
}

extension String {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

/// How a submission becomes a version.
public struct Submitting: Equatable, Sendable {
  /// Whether the team hands it in, by its own rules: now, and not after the deadline.
  public var asParticipant = false
  /// When an organiser received it, by the clocks of the event's zone; now unless given.
  public var receivedAt: LocalTime?
  /// Why a late one is judged all the same.
  public var reason: String?

  public init() {}
}
