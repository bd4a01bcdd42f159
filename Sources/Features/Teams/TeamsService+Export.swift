public import Postgres
public import Vocabulary

extension TeamsService {
  /// The columns of an export, in the order of its cells.
  public static let exportColumns = TeamExportStore.columns

  /// Hands out every team in the order in which they came, holding one row at a time.
  public func export(of event: EventID, in snapshot: Snapshot, _ take: ([String?]) throws -> Void) throws {
    try TeamExportStore().each(of: event, in: snapshot, take)
  }
}
