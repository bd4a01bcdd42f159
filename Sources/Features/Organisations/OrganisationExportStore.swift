import Postgres
import Vocabulary

/// The SQL by which organisations are handed out, a row for each role, as imports take them.
struct OrganisationExportStore {
  static let columns = [
    "key", "role", "order", "name_en", "name_fr", "name_es", "acronym_en", "acronym_fr", "acronym_es",
    "url", "logo",
  ]

  func each(of event: EventID, in snapshot: Snapshot, _ take: ([String?]) throws -> Void) throws {
    let rows = SQL(
      script: """
        SELECT o.key, r.role, r.print_order::text, o.name ->> 'en', o.name ->> 'fr', o.name ->> 'es', o.acronym ->> 'en',
          o.acronym ->> 'fr', o.acronym ->> 'es', o.url, o.logo
        FROM organisation AS o JOIN organisation_role AS r USING (event_id, organisation_id)
        WHERE o.event_id = \(event.rawValue)
        ORDER BY o.organisation_id, r.print_order, r.role
        """)
    try snapshot.copyOut(rows) { row in
      var cells: [String?] = []
      for _ in Self.columns { cells.append(try row.next(String?.self)) }
      try take(cells)
    }
  }
}
