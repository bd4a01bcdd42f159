import Audit
public import Postgres
public import Vocabulary

/// An event that was added by mistake.
extension EventsService {
  /// Removes an event of which no result was ever announced, with all its rows; a proof that it existed stays.
  public func remove(_ id: EventID, in unit: UnitOfWork) throws {
    try RemovalStore().hold(id, in: unit)
    let event = try store.locked(id, in: unit).event
    if let other = try RemovalStore().relative(of: id, in: unit) {
      throw EventRemovalError.related(event.slug, by: other)
    }
    try audit.removed(event, of: id, in: unit)
    let seal = try audit.seal(id, because: "event removed", in: unit)
    do {
      try RemovalStore().remove(id, sealedBy: seal, in: unit)
    } catch let error as PostgresError where error.constraint == "removed_event_never_announced" {
      throw EventRemovalError.announced(event.slug)
    }
  }

  /// What is kept of events that were removed, the latest first.
  public func removedEvents(in snapshot: Snapshot) throws -> [RemovedEvent] { try RemovalStore().all(in: snapshot) }
}
