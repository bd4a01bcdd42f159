import Postgres
import Vocabulary

/// All SQL about tracks.
struct TrackStore {
  func find(_ key: String, of event: EventID, in unit: UnitOfWork) throws -> Track? {
    try unit.row("SELECT key, name FROM track WHERE event_id = \(event) AND key = \(key) FOR NO KEY UPDATE")
      .map { try Track(key: $0["key"], name: $0["name"]) }
  }

  /// Whether there is such a track, which then stays until the unit ends.
  func holds(_ key: String, of event: EventID, in unit: UnitOfWork) throws -> Bool {
    try unit.row("SELECT key FROM track WHERE event_id = \(event) AND key = \(key) FOR KEY SHARE") != nil
  }

  /// The tracks by key, with how many teams are in each.
  func all(of event: EventID, in snapshot: Snapshot) throws -> [(track: Track, teams: Int)] {
    try snapshot.rows(
      """
      SELECT k.key, k.name, count(t.team_id) AS teams
      FROM track AS k LEFT JOIN team_track AS t USING (event_id, track_id)
      WHERE k.event_id = \(event)
      GROUP BY k.event_id, k.track_id
      ORDER BY k.key
      """
    ).map { (try Track(key: $0["key"], name: $0["name"]), try $0["teams"]) }
  }

  /// What submissions opted for, with the number of teams.
  func wishes(of event: EventID, in snapshot: Snapshot) throws -> [(name: String, teams: Int)] {
    try snapshot.rows(
      """
      SELECT o.name, count(DISTINCT s.team_id) AS teams
      FROM submission AS s CROSS JOIN LATERAL string_to_table(s.opted_for, E'\\n') AS o (name)
      WHERE s.event_id = \(event) AND s.opted_for <> '' AND s.withdrawn_at IS NULL
      GROUP BY o.name ORDER BY teams DESC, o.name
      """
    ).map { (try $0["name"], try $0["teams"]) }
  }

  func insert(_ track: Track, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO track (event_id, key, name, names_folded)
      VALUES (\(event), \(track.key), \(track.name), \(track.foldedNames)::text[])
      """)
  }

  func update(_ track: Track, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE track SET name = \(track.name), names_folded = \(track.foldedNames)::text[]
      WHERE event_id = \(event) AND key = \(track.key)
      """)
  }

  func delete(_ key: Slug, of event: EventID, in unit: UnitOfWork) throws {
    try unit.savepoint { _ = try unit.execute("DELETE FROM track WHERE event_id = \(event) AND key = \(key)") }
  }
}

extension Track {
  /// Its name in each language, for comparing.
  fileprivate var foldedNames: [String] {
    name.languages.compactMap { name[$0].map { FoldedName(keepingSymbols: $0).text } }
  }
}
