public import Postgres
public import Vocabulary

extension OrganisationsService {
  /// The columns of an export of organisations, in the order of its cells.
  public static let exportColumns = OrganisationExportStore.columns

  /// Hands out every organisation, once for each of its roles.
  public func export(
    of event: EventID, in snapshot: Snapshot, _ take: ([String?]) throws -> Void
  ) throws {
    try OrganisationExportStore().each(of: event, in: snapshot, take)
  }
}
