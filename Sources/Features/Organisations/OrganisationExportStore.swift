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
      """,
    imported: ImportedRows(
      """
      INSERT INTO organisation (event_id, key, name, acronym, url, logo, names_folded)
      SELECT @event, r.key, \(ImportedRows.texts("name")), \(ImportedRows.texts("acronym")), r.url, r.logo,
        (SELECT array_agg(DISTINCT n.name) FROM unnest(r.names_folded) AS n (name) WHERE n.name <> '')
      FROM @rows WHERE r.row = (SELECT min(f.row) FROM exported_row AS f WHERE f.key = r.key) ORDER BY r.row
      """,
      """
      INSERT INTO organisation_role (event_id, organisation_id, role, print_order)
      SELECT @event, \(ImportedRows.number(of: .organisation, "key")), r.role, r."order"::integer FROM @rows
      """,
      folded: [
        .init(
          "names_folded", of: "key", "name_en", "name_fr", "name_es", "acronym_en", "acronym_fr", "acronym_es")
      ]))

  public static let names = ExportedTable(
    [.text("organisation", "o.key"), .text("name", "a.name")],
    from: """
      organisation_alias AS a JOIN organisation AS o USING (event_id, organisation_id)
      WHERE a.event_id = @event ORDER BY o.organisation_id, a.folded
      """,
    imported: ImportedRows(
      """
      INSERT INTO organisation_alias (event_id, folded, organisation_id, name)
      SELECT @event, r.folded, \(ImportedRows.number(of: .organisation)), r.name FROM @rows
      """, folded: [.init("folded", of: "name")], naming: ["organisation": .organisation]))
}
