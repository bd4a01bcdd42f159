public import Lookup

/// The SQL by which organisations are handed out row by row.
public enum OrganisationExportStore {
  /// A row for each role, as imports take them.
  public static let organisations = ExportedTable(
    [
      .text("key", "o.key"), .text("role", "r.role"), .number("order", "r.print_order"), .texts("name", "o.name"),
      .texts("acronym", "o.acronym"), .text("url", "o.url"), .text("logo", "o.logo"),
    ],
    from: """
      organisation AS o JOIN organisation_role AS r USING (event_id, organisation_id)
      WHERE o.event_id = @event ORDER BY o.organisation_id, r.print_order, r.role
      """)

  public static let names = ExportedTable(
    [.text("organisation", "o.key"), .text("name", "a.name")],
    from: """
      organisation_alias AS a JOIN organisation AS o USING (event_id, organisation_id)
      WHERE a.event_id = @event ORDER BY o.organisation_id, a.folded
      """)
}
