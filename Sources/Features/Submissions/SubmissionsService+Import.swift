import Audit
public import Postgres
public import Vocabulary

/// Submissions whose rows wait to be taken (Imports).
extension SubmissionsService {
  /// Finds out whether each row may be so; the teams that the rows name have been looked at before.
  /// - Parameter overwriting: Whether what was edited by hand since the source last wrote it is written over.
  public func inspectStaged(
    from source: String, overwriting: Bool, of event: EventID, in unit: UnitOfWork
  ) throws {
    let store = SubmissionImportStore()
    try store.gatherPrizes(in: unit)
    try store.check(in: unit)
    try store.match(source, of: event, in: unit)
    try store.refuseLate(overwriting: overwriting, of: event, in: unit)
  }

  /// Adds and changes submissions as their rows say; the teams that the rows name have been taken before.
  /// - Parameter overwriting: Whether what was edited by hand since the source last wrote it is written over.
  public func takeStaged(overwriting: Bool, of event: EventID, in unit: UnitOfWork) throws {
    let store = SubmissionImportStore()
    try store.update(overwriting: overwriting, of: event, in: unit)
    try store.insert(of: event, in: unit)
    try store.keepVersions(of: event, in: unit)
    try audit.logBatch("imported", Submission.auditNoun, isPersonal: false, of: event, in: unit)
  }

  /// The teams whose rows have no time, and whose new versions are therefore late.
  public func stagedLate(of event: EventID, in unit: UnitOfWork) throws -> [String] {
    try SubmissionImportStore().lateWithoutTime(of: event, in: unit)
  }
}
