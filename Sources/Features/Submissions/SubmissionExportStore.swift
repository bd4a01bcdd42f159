import Postgres
import Vocabulary

/// The SQL by which submissions are handed out row by row, as imports take them.
struct SubmissionExportStore {
  static let columns = [
    "team", "title_en", "title_fr", "title_es", "summary_en", "summary_fr", "summary_es", "url", "video_url", "links",
    "built_with", "opted_for", "received_at", "received_as_written",
  ]

  func each(of event: EventID, in snapshot: Snapshot, _ take: ([String?]) throws -> Void) throws {
    _ = try snapshot.rows("SELECT set_config('statement_timeout', '0', true)")
    let rows = SQL(
      script: """
        SELECT t.key, s.title ->> 'en', s.title ->> 'fr', s.title ->> 'es', s.summary ->> 'en', s.summary ->> 'fr',
          s.summary ->> 'es', s.url, s.video_url, s.links, s.built_with, s.opted_for, import_time(s.received_at),
          s.received_as_written
        FROM submission AS s JOIN team AS t USING (event_id, team_id)
        WHERE s.event_id = \(event.rawValue)
        ORDER BY s.submission_id
        """)
    try snapshot.copyOut(rows) { row in
      var cells: [String?] = []
      for _ in Self.columns { cells.append(try row.next(String?.self)) }
      try take(cells)
    }
  }
}
