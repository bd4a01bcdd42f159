public import Access
import Audit
public import Postgres
public import Vocabulary

/// Conflicts of a whole domain or organisation, waived by two organisers before the first score.
extension JudgingService {
  /// Says that sharing a domain or an organisation is no conflict of interest. From the second organiser on it is none.
  ///
  /// What somebody declared about a judge and a team is not waived.
  /// - Throws: `ConflictError`, also when no found conflict is about the subject, or a score was saved.
  public func waiveConflicts(
    by subject: WaiverSubject, as holder: TokenHolder, because reason: String, of event: EventID, in unit: UnitOfWork
  ) throws -> ConflictWaiver {
    guard reason.contains(where: { !$0.isWhitespace }) else { throw ConflictError.reasonNeeded }
    try TextTooLong.check(reason, "reason", most: 500)
    _ = try findConflicts(of: event, in: unit)
    let count = subject.folded.isEmpty ? 0 : try waivers.conflicts(by: subject, of: event, in: unit)
    guard count > 0 else {
      throw ConflictError.nothingToWaive(
        subject, known: try waivers.subjects(of: event, in: unit).map(\.subject).filter { $0.kind == subject.kind })
    }
    let isNew: Bool
    do {
      isNew = try waivers.insert(subject, by: holder, because: reason, of: event, in: unit)
    } catch let error as PostgresError where error.constraint == "conflict_waived_before_scores" {
      throw ConflictError.waivedAfterScores(subject)
    }
    if isNew {
      try audit.did(
        "waived", "conflict waiver", "\(subject.kind.rawValue) \(subject.folded)",
        [AuditField("reason", reason, isPersonal: true)], of: event, in: unit)
    }
    return ConflictWaiver(
      outcome: isNew ? .created : .unchanged, conflicts: count,
      organisers: try waivers.organisers(of: subject, event, in: unit))
  }

  /// The domain or organisation that makes the most open conflicts, of three teams' worth or more, while it can be waived.
  public func mostShared(of event: EventID, in snapshot: Snapshot) throws -> SharedSubject? {
    guard try !waivers.hasScores(event, in: snapshot) else { return nil }
    return try waivers.subjects(of: event, in: snapshot).first { $0.conflicts > 2 }
  }
}
