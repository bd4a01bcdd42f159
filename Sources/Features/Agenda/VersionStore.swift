import AgendaFormats
import CanonicalJSON
import Postgres
import Vocabulary

/// All SQL about what was published.
struct VersionStore {
  func now(in snapshot: Snapshot) throws -> Timestamp {
    try snapshot.value("SELECT clock_timestamp()") ?? Timestamp(microseconds: 0)
  }

  /// The versions, newest first.
  /// - Parameter count: The most to read.
  func newest(_ count: Int, of event: EventID, in snapshot: Snapshot) throws -> [AgendaVersion] {
    try snapshot.rows(
      """
      SELECT number, published_at, note, sessions, changes FROM agenda_version
      WHERE event_id = \(event)
      ORDER BY number DESC LIMIT \(count)
      """
    ).map { row in
      let (sessions, changes): (String, String) = try (row["sessions"], row["changes"])
      return try AgendaVersion(
        number: row["number"], publishedAt: row["published_at"], note: row["note"],
        sessions: (JSON(parsing: sessions).elements ?? []).compactMap(PublishedSession.init),
        changes: (JSON(parsing: changes).elements ?? []).compactMap(AgendaChange.init))
    }
  }

  func insert(_ version: AgendaVersion, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO agenda_version (event_id, number, published_at, note, sessions, changes)
      VALUES (
        \(event), \(version.number), \(version.publishedAt), \(version.note),
        \(JSON.array(version.sessions.map(\.json)).canonical), \(JSON.array(version.changes.map(\.json)).canonical))
      """)
  }
}
