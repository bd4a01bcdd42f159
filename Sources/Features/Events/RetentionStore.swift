import Postgres
import Vocabulary

/// The SQL about how long an event keeps its people.
struct RetentionStore {
  func day(of event: EventID, in snapshot: Snapshot) throws -> CalendarDate? {
    try snapshot.value("SELECT keep_people_until FROM event WHERE event_id = \(event)", as: CalendarDate?.self) ?? nil
  }

  func set(_ day: CalendarDate?, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute("UPDATE event SET keep_people_until = \(day) WHERE event_id = \(event)")
  }

  /// The slugs of events whose day has passed where they take place, and that still know somebody.
  func due(in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows(
      """
      SELECT e.slug FROM event AS e
      WHERE e.keep_people_until < (clock_timestamp() AT TIME ZONE e.time_zone)::date
        AND e.event_id IN (SELECT event_id FROM event_with_people)
      ORDER BY e.keep_people_until, e.slug
      """
    ).map { try $0["slug"] }
  }

  func hasPassed(_ day: CalendarDate, of event: EventID, in snapshot: Snapshot) throws -> Bool {
    try snapshot.value(
      """
      SELECT \(day)::date < (clock_timestamp() AT TIME ZONE time_zone)::date FROM event WHERE event_id = \(event)
      """) ?? false
  }
}
