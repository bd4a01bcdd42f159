import Postgres
import Vocabulary

/// All SQL about events that are removed.
struct RemovalStore {
  /// Lets nobody change anything of the event until the unit ends.
  func hold(_ event: EventID, in unit: UnitOfWork) throws {
    try unit.execute("SET LOCAL statement_timeout = 0")
    _ = try unit.rows("SELECT hold_event(\(event))")
  }

  /// An event that states how it stands to this one.
  func relative(of event: EventID, in snapshot: Snapshot) throws -> Slug? {
    try snapshot.value(
      """
      SELECT e.slug FROM event_relation AS r JOIN event AS e USING (event_id)
      WHERE r.other_event_id = \(event)
      ORDER BY e.slug LIMIT 1
      """)
  }

  /// - Parameter seal: The hash of the log's last checkpoint, in hexadecimal digits.
  func remove(_ event: EventID, sealedBy seal: String, in unit: UnitOfWork) throws {
    try unit.savepoint {
      _ = try unit.rows("SELECT remove_event(\(event), \(unit.principal.name), decode(\(seal), 'hex'))")
    }
  }

  /// The latest first.
  func all(in snapshot: Snapshot) throws -> [RemovedEvent] {
    try snapshot.rows(
      """
      SELECT slug, name, removed_at, removed_by, encode(log_sha256, 'hex') AS digest,
        (SELECT COALESCE(sum((c -> 1)::bigint), 0)::bigint FROM jsonb_array_elements(chains) AS c) AS entries
      FROM removed_event
      ORDER BY removal_id DESC
      """
    ).map { row in
      try RemovedEvent(
        slug: row["slug"], name: row["name"], removedAt: row["removed_at"], removedBy: row["removed_by"],
        entries: row["entries"], logDigest: row["digest"])
    }
  }
}
