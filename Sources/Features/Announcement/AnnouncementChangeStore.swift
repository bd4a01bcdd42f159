import Postgres
import Vocabulary

/// The SQL of what the announcement itself holds.
struct AnnouncementChangeStore {
  func settings(of event: EventID, in snapshot: Snapshot) throws -> AnnouncementSettings {
    let row = try snapshot.row(
      """
      SELECT e.slug, COALESCE(a.addresses, '{}') AS addresses, a.contact
      FROM event AS e LEFT JOIN announcement AS a USING (event_id) WHERE e.event_id = \(event)
      """)
    guard let row else { throw AnnouncementError.noResult }
    var settings = AnnouncementSettings(event: try row["slug"])
    settings.addresses = try row["addresses"]
    settings.contact = try row["contact"]
    return settings
  }

  /// The same, which nobody else changes until the unit ends.
  func lockedSettings(of event: EventID, in unit: UnitOfWork) throws -> AnnouncementSettings {
    try unit.execute("INSERT INTO announcement (event_id) VALUES (\(event)) ON CONFLICT DO NOTHING")
    try unit.execute("SELECT FROM announcement WHERE event_id = \(event) FOR UPDATE")
    return try settings(of: event, in: unit)
  }

  func set(_ settings: AnnouncementSettings, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE announcement SET addresses = \(settings.addresses), contact = \(settings.contact)
      WHERE event_id = \(event)
      """)
  }

  /// Whether the result from which the announcement is rendered is public, by the database's clock.
  func isPublic(_ event: EventID, in snapshot: Snapshot) throws -> Bool {
    try snapshot.value(
      """
      SELECT EXISTS (SELECT FROM published_result AS p JOIN result_to_announce AS r USING (event_id, number)
        WHERE p.event_id = \(event))
      """) ?? false
  }

  /// Adds a note.
  /// - Parameter edition: With which it becomes public; nil where the announced facts were never kept.
  func addCorrection(
    _ text: LocalizedText, in edition: Int?, of event: EventID, _ unit: UnitOfWork
  ) throws -> AnnouncementFacts.Correction {
    let row = try unit.row(
      """
      INSERT INTO announcement_correction (event_id, number, text, edition)
      SELECT \(event), COALESCE(max(number), 0) + 1, \(text), \(edition)::integer
      FROM announcement_correction WHERE event_id = \(event)
      RETURNING number, (noted_at AT TIME ZONE (SELECT time_zone FROM event WHERE event_id = \(event)))::date AS noted_on
      """)
    guard let row else { throw AnnouncementError.noResult }
    return try AnnouncementFacts.Correction(number: row["number"], notedOn: row["noted_on"], text: text)
  }

  func setCorrection(_ number: Int, _ text: LocalizedText, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      "UPDATE announcement_correction SET text = \(text) WHERE event_id = \(event) AND number = \(number)")
  }

  /// The key that keeps the codes of an event's certificates from being guessed; made once, and kept.
  func certificateSecret(of event: EventID, in unit: UnitOfWork) throws -> [UInt8] {
    try unit.inserted("SELECT event_secret(\(event))")
  }
}
