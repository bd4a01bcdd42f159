import Audit
public import Postgres
public import Vocabulary

/// What is said beside the results.
extension AnnouncementService {
  public func settings(of event: EventID, in snapshot: Snapshot) throws -> AnnouncementSettings {
    try AnnouncementChangeStore().settings(of: event, in: snapshot)
  }

  /// Says where the announcement stands, and whom to ask.
  /// - Throws: `AnnouncementError` for what is no address.
  public func edit(
    of event: EventID, in unit: UnitOfWork, _ change: (inout AnnouncementSettings) throws -> Void
  ) throws -> Outcome {
    let old = try AnnouncementChangeStore().lockedSettings(of: event, in: unit)
    var new = old
    try change(&new)
    try new.check()
    guard new != old else { return .unchanged }
    try AnnouncementChangeStore().set(new, of: event, in: unit)
    try audit.updated(from: old, to: new, of: event, in: unit)
    return .updated
  }
}
