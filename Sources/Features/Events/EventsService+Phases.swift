import Audit
public import Postgres
public import Vocabulary

extension EventsService {
  /// What keeps an event from its next phase; nothing where it may move, or has arrived at the last one.
  public func blockers(of stored: StoredEvent, in snapshot: Snapshot) throws -> [PhaseFinding] {
    switch stored.phase.next {
    case .registration: stored.event.blocksRegistration
    case .running: try store.blocksRunning(stored, in: snapshot)
    case .judging: try store.blocksJudging(stored.id, in: snapshot)
    case .review: try store.openRounds(of: stored.id, in: snapshot)
    case .announced: try store.blocksAnnouncement(stored.id, in: snapshot)
    case .closed:
      try store.openRounds(of: stored.id, in: snapshot) + store.unknownAmounts(of: stored.id, in: snapshot)
    case .draft, nil: []
    }
  }

  /// Moves an event to the phase after the one in which the caller saw it.
  ///
  /// Of two who do so at once one moves it; the other is told the phase in which it is then.
  /// - Parameter reason: Moves it although something prevents that.
  /// - Returns: The new phase.
  public func advance(
    _ id: EventID, from seen: Phase, despite reason: String? = nil, in unit: UnitOfWork
  ) throws -> Phase {
    let stored = try store.locked(id, in: unit)
    let slug = stored.event.slug.text
    guard stored.phase == seen else { throw PhaseError.movedMeanwhile(event: slug, to: stored.phase, seen: seen) }
    guard let next = stored.phase.next else { throw PhaseError.atTheEnd(event: slug) }
    let blockers = try blockers(of: stored, in: unit)
    guard blockers.isEmpty || reason != nil && next != .announced else {
      throw PhaseError.blocked(event: slug, next, by: blockers)
    }
    try move(stored, to: next, because: reason, in: unit)
    return next
  }

  /// Moves an event back to an earlier phase for a reason, or to its next one as `advance` does.
  public func set(
    _ phase: Phase, of id: EventID, because reason: String?, in unit: UnitOfWork
  ) throws -> Outcome {
    let stored = try store.locked(id, in: unit)
    let slug = stored.event.slug.text
    if phase == stored.phase { return .unchanged }
    if phase > stored.phase {
      guard phase == stored.phase.next else { throw PhaseError.skips(event: slug, from: stored.phase, to: phase) }
      _ = try advance(id, from: stored.phase, in: unit)
      return .updated
    }
    guard let reason, reason.contains(where: { !$0.isWhitespace }) else {
      throw PhaseError.backWithoutReason(event: slug, from: stored.phase, to: phase)
    }
    if phase < .announced, let number = try store.publicResult(of: id, in: unit) {
      throw PhaseError.resultIsPublic(event: slug, number)
    }
    if phase < .judging, try !store.openRounds(of: id, in: unit).isEmpty {
      throw PhaseError.roundIsOpen(event: slug, to: phase)
    }
    try move(stored, to: phase, because: reason, in: unit)
    return .updated
  }

  /// Refuses what belongs to other phases than the one in which the event is.
  public func require(_ phases: ClosedRange<Phase>, of stored: StoredEvent) throws(PhaseError) {
    guard phases.contains(stored.phase) else {
      throw PhaseError.outOfPhase(event: stored.event.slug.text, stored.phase, allowed: phases)
    }
  }

  /// Moves an event forward to the phase that something has begun by happening, through the phases between.
  /// - Returns: Whether it moved.
  public func follow(to phase: Phase, of id: EventID, because reason: String, in unit: UnitOfWork) throws -> Bool {
    var stored = try store.locked(id, in: unit)
    guard stored.phase < phase else { return false }
    while let next = stored.phase.next, next <= phase {
      try move(stored, to: next, because: reason, in: unit)
      stored = try store.locked(id, in: unit)
    }
    return true
  }

  private func move(_ stored: StoredEvent, to phase: Phase, because reason: String?, in unit: UnitOfWork) throws {
    try store.set(phase, of: stored.id, in: unit)
    try audit.did(
      "moved", Event.auditNoun, stored.event.slug.text, from: [AuditField("phase", stored.phase.rawValue)],
      [AuditField("phase", phase.rawValue), AuditField("reason", reason)], of: stored.id, in: unit)
  }
}

extension Phase {
  /// The phase that follows; nil behind the last one.
  public var next: Phase? { Self.allCases.first { $0 > self } }
}
