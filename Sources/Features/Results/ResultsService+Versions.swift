public import Access
import Audit
import CanonicalJSON
import Lookup
public import Postgres
public import Vocabulary

/// From a kept result to a public one: approved by two, announced for an hour, retracted with a reason.
extension ResultsService {
  /// Every version in the order in which they were kept.
  public func versions(of event: EventID, in snapshot: Snapshot) throws -> [ResultVersion] {
    try versions.versions(of: event, in: snapshot)
  }

  /// The version of a number; without one, the newest that was not retracted, otherwise the newest.
  public func version(_ number: Int?, of event: EventID, in snapshot: Snapshot) throws -> ResultVersion {
    let all = try versions(of: event, in: snapshot)
    guard let number else {
      guard let newest = all.last(where: { $0.retraction == nil }) ?? all.last else { throw ResultError.noResult }
      return newest
    }
    guard let version = all.first(where: { $0.number == number }) else {
      throw ResultVersionError.unknown(number, newest: all.last?.number)
    }
    return version
  }

  /// The result of a version, with all that was ranked.
  public func result(_ version: ResultVersion, of event: EventID, in snapshot: Snapshot) throws -> RankingResult {
    guard let result = try store.result(version.number, of: event, in: snapshot) else { throw ResultError.noResult }
    return result
  }

  /// The ranks that teams share.
  public func sharedRanks(
    of result: RankingResult, _ event: EventID, in snapshot: Snapshot
  ) throws -> [SharedRank] {
    result.sharedRanks(try facts.prizedRanks(of: event, in: snapshot))
  }

  /// What is in the way of approving a version, apart from what recomputing it says.
  public func blockers(
    of version: ResultVersion, _ result: RankingResult, event: EventID, in snapshot: Snapshot
  ) throws -> [ApprovalFinding] {
    if version.retraction != nil { return [.retracted] }
    var blockers: [ApprovalFinding] = []
    if let newer = version.newer { blockers.append(.newer(newer)) }
    blockers += try facts.openRounds(of: event, in: snapshot).map(ApprovalFinding.openRound)
    if let round = version.round {
      if !version.isFrozen { blockers.append(.notFrozen(round: round)) }
      if result.groups > 1 { blockers.append(.separateParts(result.groups, round: round)) }
    }
    blockers += try sharedRanks(of: result, event, in: snapshot).filter(\.isOpen).map(ApprovalFinding.openTie)
    blockers += try ObjectionStore().obstacles(to: version.number, of: event, in: snapshot)
    let out = try facts.inactiveTeams(of: version.number, event, in: snapshot)
    blockers += out.map { ApprovalFinding.teamNotActive($0.team, status: $0.status) }
    if out.isEmpty, let round = version.round, let id = try facts.round(of: version.number, event, in: snapshot),
      try store.input(of: id, event, in: snapshot) != RankingInput(result)
    {
      blockers.append(.stale(round: round))
    }
    return blockers
  }

  /// Approves a version that was verified. From the second organiser on it can be announced.
  /// - Parameter differences: What recomputing it said, which takes a while and so is done before.
  /// - Throws: `ResultVersionError.blocked` with everything that is in the way.
  public func approve(
    _ number: Int, verified differences: [Difference], by holder: TokenHolder, of event: EventID, in unit: UnitOfWork
  ) throws -> (outcome: Outcome, version: ResultVersion) {
    try lock(number, of: event, in: unit)
    try audit.requireRecorded(of: event, in: unit)
    let version = try self.version(number, of: event, in: unit)
    let result = try result(version, of: event, in: unit)
    var blockers = try blockers(of: version, result, event: event, in: unit)
    if !differences.isEmpty { blockers.append(.differs(differences.count)) }
    guard blockers.isEmpty else { throw ResultVersionError.blocked(number, to: "approved", by: blockers) }
    let isNew = try refusing(version) { try versions.approve(number, by: holder, of: event, in: unit) }
    guard isNew else { return (.unchanged, version) }
    let fields = [AuditField("sha256", version.sha256)]
    try audit.did("approved", "result", String(number), fields, of: event, in: unit)
    _ = try audit.seal(event, because: "result \(number) was approved", in: unit)
    return (.updated, try self.version(number, of: event, in: unit))
  }

  /// The instant at which the clocks of a zone show an hour.
  /// - Parameter zone: Nil takes that of the event.
  public func instant(
    of time: LocalTime, in zone: String?, event: EventID, _ snapshot: Snapshot
  ) throws -> Timestamp {
    let zone = try zone ?? ZoneStore.zone(of: event, in: snapshot)
    try ZoneStore.require(zone, in: snapshot)
    let instants = try ZoneStore.instants(of: time, in: zone, snapshot)
    guard let instant = instants.first else { throw ResultVersionError.noSuchHour(time, zone: zone) }
    guard instants.count == 1 else { throw ResultVersionError.twoHours(time, zone: zone) }
    return instant
  }

  /// Announces an approved version: from the hour on it is public, at once where that has passed.
  /// - Parameters:
  ///   - hour: Nil for now.
  ///   - isUnusual: Whether an hour that has passed, or is more than 60 days away, is meant.
  ///   - further: What else is in the way; asked under the lock of the event's results.
  public func announce(
    _ number: Int, at hour: Timestamp?, isUnusual: Bool = false, of event: EventID, in unit: UnitOfWork,
    unless further: () throws -> [ApprovalFinding] = { [] }
  ) throws -> ResultVersion {
    try lock(number, of: event, in: unit)
    try audit.requireRecorded(of: event, in: unit)
    if let hour { try check(hour, isUnusual: isUnusual, of: event, in: unit) }
    let version = try self.version(number, of: event, in: unit)
    let approvals = version.approvals.count
    guard approvals > 1 || version.retraction != nil else {
      throw ResultVersionError.notApproved(number, approvals: approvals)
    }
    var blockers = try blockers(of: version, result(version, of: event, in: unit), event: event, in: unit)
    blockers += try further()
    guard blockers.isEmpty else { throw ResultVersionError.blocked(number, to: "announced", by: blockers) }
    try refusing(version) { try versions.announce(number, at: hour, of: event, in: unit) }
    let announced = try self.version(number, of: event, in: unit)
    let fields = [
      AuditField("publish at", announced.announcedFor?.instant.description), AuditField("sha256", version.sha256),
    ]
    try audit.did("announced", "result", String(number), fields, of: event, in: unit)
    _ = try audit.seal(event, because: "result \(number) was announced", in: unit)
    return announced
  }

  /// Refuses an hour that is rather a slip than meant.
  public func check(_ hour: Timestamp, isUnusual: Bool, of event: EventID, in snapshot: Snapshot) throws {
    let found = try facts.hour(hour, of: event, in: snapshot)
    if found.isBeforeEvent { throw ResultVersionError.hourBeforeEvent }
    guard !isUnusual, let doubt = found.doubt else { return }
    switch doubt {
    case .past(let ago): throw ResultVersionError.hourPassed(ago)
    case .far(let distance): throw ResultVersionError.hourFarAway(distance)
    }
  }

  /// Takes a version back for a reason; it is kept, and what was public of it is public no longer.
  public func retract(
    _ number: Int, because reason: String, of event: EventID, in unit: UnitOfWork
  ) throws -> (outcome: Outcome, version: ResultVersion) {
    guard reason.contains(where: { !$0.isWhitespace }) else { throw ResultVersionError.reasonNeeded }
    let version = try self.version(number, of: event, in: unit)
    let isNew = try refusing(version) { try versions.retract(number, because: reason, of: event, in: unit) }
    let retracted = try self.version(number, of: event, in: unit)
    // A principal whom the event does not know retracts nothing; the log refuses.
    if !isNew, retracted.retraction != nil { return (.unchanged, retracted) }
    let fields = [AuditField("reason", reason), AuditField("state before", version.state.rawValue)]
    try audit.did("retracted", "result", String(number), fields, of: event, in: unit)
    _ = try audit.seal(event, because: "result \(number) was retracted", in: unit)
    return (.updated, retracted)
  }

  /// Makes awarding, counting votes and excluding a placed team take turns with approving and announcing.
  private func lock(_ number: Int, of event: EventID, in unit: UnitOfWork) throws {
    try EventLock.take(for: event, in: unit)
    try facts.lockTeams(of: number, event, in: unit)
  }

  /// What the schema refuses, in words.
  private func refusing<Result>(_ version: ResultVersion, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as PostgresError {
      switch error.constraint {
      case "result_not_retracted": throw ResultVersionError.retracted(version.number)
      case "result_of_frozen_round": throw ResultVersionError.notFrozen(version.number)
      case "result_approved_by_two":
        throw ResultVersionError.notApproved(version.number, approvals: version.approvals.count)
      case "result_of_eligible_teams":
        throw ResultVersionError.blocked(version.number, to: "approved", by: [.stale(round: version.round ?? "")])
      case "result_step_after_objections":
        throw ResultVersionError.blocked(version.number, to: "approved", by: [.objectionsOpen])
      case "result_stays_public": throw ResultVersionError.isPublic(version.number)
      default: throw error
      }
    }
  }
}
