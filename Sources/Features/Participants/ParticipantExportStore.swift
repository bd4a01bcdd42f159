import Postgres
import Vocabulary

/// The SQL by which participants are handed out row by row, as imports take them.
struct ParticipantExportStore {
  static let columns = [
    "key", "given_name", "family_name", "display_name", "email", "country_of_nationality", "city", "affiliation",
    "language", "alias", "consent_public", "registration_source", "team", "captain", "registered_at",
    "registered_as_written",
  ]

  func each(of event: EventID, in snapshot: Snapshot, _ take: ([String?]) throws -> Void) throws {
    _ = try snapshot.rows("SELECT set_config('statement_timeout', '0', true)")
    let rows = SQL(
      script: """
        SELECT p.key, p.given_name, p.family_name, p.display_name, p.email, p.country, p.city, p.affiliation, p.languages,
          p.alias, CASE WHEN p.may_be_named THEN 'yes' ELSE 'no' END, p.registration_source, t.key,
          CASE WHEN m.is_captain THEN 'yes' END, import_time(p.registered_at), p.registered_as_written
        FROM participant AS p
        LEFT JOIN team_member AS m USING (event_id, participant_id)
        LEFT JOIN team AS t USING (event_id, team_id)
        WHERE p.event_id = \(event.rawValue) AND p.erased_at IS NULL
        ORDER BY p.participant_id
        """)
    try snapshot.copyOut(rows) { row in
      var cells: [String?] = []
      for _ in Self.columns { cells.append(try row.next(String?.self)) }
      try take(cells)
    }
  }
}
