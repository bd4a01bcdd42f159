import Audit
import CanonicalJSON
import Lookup
public import Postgres
public import Vocabulary

/// Sessions that may take place at once although they share a speaker or a room, such as one talk in two rooms.
extension AgendaService {
  /// Allows what two sessions share at the same time, or ends that.
  ///
  /// It holds for what they share now, a speaker or a room: another kind of clash between them is a problem again.
  /// - Throws: `OverlapError`.
  public func allowOverlap(
    _ key: String, _ other: String, _ isAllowed: Bool, because reason: String, of event: EventID, in unit: UnitOfWork
  ) throws -> Outcome {
    try EventLock.take(for: event, in: unit)
    let pair = [try locked(key, of: event, in: unit), try locked(other, of: event, in: unit)]
    guard key != other else { throw OverlapError.sameSession(key) }
    guard reason.contains(where: { !$0.isWhitespace }) else { throw OverlapError.withoutReason }
    try TextTooLong.check(reason, "reason", most: 500)
    let keys = [key, other].sorted()
    let before = try overlaps.allowed(of: event, in: unit).filter { $0.sessions == keys }.map(\.shared)
    let clashes = AgendaChecks.clashes(in: pair.filter { !$0.session.isCancelled }).map(\.shared)
    guard !isAllowed || !clashes.isEmpty else { throw OverlapError.noClash(key, other) }
    let changed = AllowedOverlap.Shared.allCases.filter {
      isAllowed ? clashes.contains($0) && !before.contains($0) : before.contains($0)
    }
    guard !changed.isEmpty else { return .unchanged }
    for shared in changed {
      try overlaps.insert(isAllowed, shared, of: keys, because: reason, event, in: unit)
    }
    // A reason may tell of somebody.
    try audit.did(
      isAllowed ? "allowed an overlap of" : "no longer allowed an overlap of", AgendaSession.auditNoun, keys[0],
      [
        AuditField("other session", keys[1]), AuditField("shared", .array(changed.map { .string($0.rawValue) })),
        AuditField("reason", reason, isPersonal: true),
      ], of: event, in: unit)
    return .updated
  }
}
