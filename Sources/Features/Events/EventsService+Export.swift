public import Postgres
public import Vocabulary

extension EventsService {
  /// The columns of an export of organisations, in the order of its cells.
  public static let organisationExportColumns = OrganisationExportStore.columns

  /// Hands out every organisation, once for each of its roles.
  public func exportOrganisations(
    of event: EventID, in snapshot: Snapshot, _ take: ([String?]) throws -> Void
  ) throws {
    try OrganisationExportStore().each(of: event, in: snapshot, take)
  }
}
