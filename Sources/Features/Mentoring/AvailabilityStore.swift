import Postgres
import Vocabulary

/// All SQL about when mentors have time.
struct AvailabilityStore {
  /// Tells whether it was not said before.
  func insert(
    _ start: Timestamp, _ end: Timestamp, isException: Bool, of mentor: MentorID, _ event: EventID,
    in unit: UnitOfWork
  ) throws -> Bool {
    try unit.execute(
      """
      INSERT INTO mentor_availability (event_id, mentor_id, during, is_exception)
      VALUES (\(event), \(mentor), tstzrange(\(start), \(end)), \(isException))
      ON CONFLICT DO NOTHING
      """) > 0
  }

  /// Takes back what was said within a time; tells how much that was.
  func delete(
    within start: Timestamp, _ end: Timestamp, isException: Bool, of mentor: MentorID, _ event: EventID,
    in unit: UnitOfWork
  ) throws -> Int {
    try unit.execute(
      """
      DELETE FROM mentor_availability
      WHERE event_id = \(event) AND mentor_id = \(mentor) AND is_exception = \(isException)
        AND during <@ tstzrange(\(start), \(end))
      """)
  }

  /// The booked sessions for which the mentor no longer has time.
  func sessionsOutside(of mentor: MentorID, _ event: EventID, in snapshot: Snapshot) throws -> [MentorSessionID] {
    try snapshot.rows(
      """
      SELECT s.session_id FROM mentor_session AS s LEFT JOIN mentor_hours AS h USING (event_id, mentor_id)
      WHERE s.event_id = \(event) AND s.mentor_id = \(mentor) AND s.state = 'booked'
        AND NOT s.during <@ COALESCE(h.during, '{}')
      ORDER BY s.session_id
      """
    ).map { try $0["session_id"] }
  }

  /// The slots that are not booked, by time and mentor.
  func freeSlots(
    of event: EventID, mentor: String?, day: CalendarDate?, zone: String, in snapshot: Snapshot
  ) throws -> [FreeSlot] {
    try snapshot.rows(
      """
      SELECT m.key, m.name, lower(f.during) AS starts, upper(f.during) AS ends,
        local_text(lower(f.during), \(zone)) AS local_start, local_text(upper(f.during), \(zone)) AS local_end
      FROM mentor_slot AS f JOIN mentor AS m USING (event_id, mentor_id)
      WHERE f.event_id = \(event) AND m.key = COALESCE(\(mentor), m.key)
        AND (\(day)::date IS NULL OR (lower(f.during) AT TIME ZONE \(zone))::date = \(day)::date)
        AND NOT EXISTS (
          SELECT FROM mentor_session AS s
          WHERE s.event_id = f.event_id AND s.mentor_id = f.mentor_id AND s.state = 'booked' AND s.during && f.during)
      ORDER BY f.during, m.key
      """
    ).map { try FreeSlot(mentor: $0["key"], mentorName: $0["name"], time: TimeSlot($0)) }
  }
}
