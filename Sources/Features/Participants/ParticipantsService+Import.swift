import Audit
public import Postgres
public import Vocabulary

/// Participants whose rows wait to be taken (Imports): the same rules as for one by one, for all at once.
extension ParticipantsService {
  /// Finds out whom each row means and whether it may be so.
  public func inspectStaged(from source: String, of event: EventID, in unit: UnitOfWork) throws {
    let store = ParticipantImportStore()
    try store.match(source, of: event, in: unit)
    try store.mergeRepeated(in: unit)
    try store.unshareEmails(of: event, in: unit)
    try store.check(of: event, in: unit)
  }

  /// Adds and changes participants as their rows say.
  /// - Parameter overwriting: Whether what was edited by hand since the source last wrote it is written over.
  public func takeStaged(overwriting: Bool, of event: EventID, in unit: UnitOfWork) throws {
    let store = ParticipantImportStore()
    try store.update(overwriting: overwriting, of: event, in: unit)
    try store.insert(of: event, in: unit)
    try audit.logBatch("imported", Participant.auditNoun, isPersonal: true, of: event, in: unit)
  }
}
