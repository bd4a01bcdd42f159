import Postgres
import Vocabulary

/// The SQL by which teams are handed out row by row, as imports take them.
struct TeamExportStore {
  static let columns = [
    "key", "name", "country", "city_en", "city_fr", "city_es", "affiliation", "track", "declared_size", "table", "room",
    "about_en", "about_fr", "about_es",
  ]

  func each(of event: EventID, in snapshot: Snapshot, _ take: ([String?]) throws -> Void) throws {
    _ = try snapshot.rows("SELECT set_config('statement_timeout', '0', true)")
    let rows = SQL(
      script: """
        SELECT t.key, t.name, t.country, t.city ->> 'en', t.city ->> 'fr', t.city ->> 'es', t.affiliation, k.key,
          t.declared_size::text, t.table_label, t.room, t.about ->> 'en', t.about ->> 'fr', t.about ->> 'es'
        FROM team AS t LEFT JOIN track AS k USING (event_id, track_id)
        WHERE t.event_id = \(event.rawValue)
        ORDER BY t.team_id
        """)
    try snapshot.copyOut(rows) { row in
      var cells: [String?] = []
      for _ in Self.columns { cells.append(try row.next(String?.self)) }
      try take(cells)
    }
  }
}
