public import Postgres
public import Vocabulary

extension ParticipantsService {
  /// The columns of an export, in the order of its cells.
  public static let exportColumns = ParticipantExportStore.columns

  /// Hands out everybody who was not erased, in the order in which they came, holding one row at a time.
  public func export(of event: EventID, in snapshot: Snapshot, _ take: ([String?]) throws -> Void) throws {
    try ParticipantExportStore().each(of: event, in: snapshot, take)
  }
}
