import Audit
public import Postgres
public import Vocabulary

/// Participants whose rows wait to be taken (Imports): the same rules as for one by one, for all at once.
extension ParticipantsService {
  /// Finds out whom each row means and whether it may be so.
  /// - Parameter takingErased: Whether people who asked to be erased are taken; otherwise they are left out.
  public func inspectStaged(
    from source: String, takingErased: Bool, of event: EventID, in unit: UnitOfWork
  ) throws {
    let (store, erasedRows) = (ParticipantImportStore(), ErasedRowStore())
    if takingErased {
      for key in try erasedRows.keysOfErased(of: event, in: unit) { try freeKey(key, of: event, in: unit) }
    }
    try store.match(source, of: event, in: unit)
    if !takingErased, try erasedRows.isAnybodyErased(of: event, in: unit) {
      try erasedRows.find(source, of: event, in: unit)
      try erasedRows.leaveOut(in: unit)
      try erasedRows.takeAddressesOut(in: unit)
    }
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
