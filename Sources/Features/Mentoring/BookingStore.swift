public import Postgres
import Vocabulary

/// All SQL by which sessions are booked, moved and cancelled.
struct BookingStore {
  func resolved(_ booking: Booking, of event: EventID, in snapshot: Snapshot) throws -> ResolvedBooking? {
    try snapshot.row(
      """
      SELECT m.mentor_id, COALESCE(m.name, '') AS name, z.zone, e.mentor_sessions_per_day AS most,
        (SELECT team_id FROM team WHERE event_id = e.event_id AND key = \(booking.team)) AS team,
        (SELECT room_id FROM room WHERE event_id = e.event_id AND key = \(booking.room)) AS room,
        i.starts, i.last, u.ends, local_text(i.starts, z.zone) AS local_start, local_text(u.ends, z.zone) AS local_end,
        (i.starts AT TIME ZONE e.time_zone)::date AS day
      FROM event AS e
      CROSS JOIN LATERAL (SELECT COALESCE(\(booking.zone), e.time_zone) AS zone) AS z
      LEFT JOIN mentor AS m ON m.event_id = e.event_id AND m.key = \(booking.mentor)
      CROSS JOIN LATERAL (
        SELECT COALESCE(\(booking.instant), min(instant)) AS starts, COALESCE(\(booking.instant), max(instant)) AS last
        FROM instants_of(\(booking.start.description)::timestamp, z.zone) AS instant) AS i
      CROSS JOIN LATERAL (
        SELECT i.starts + make_interval(mins => COALESCE(\(booking.minutes)::integer, m.slot_minutes, 30)) AS ends) AS u
      WHERE e.event_id = \(event)
      """
    ).map { row in
      let starts: [Timestamp?] = [try row["starts"], try row["last"]]
      return try ResolvedBooking(
        mentor: row["mentor_id"], mentorName: row["name"], team: row["team"], room: row["room"], zone: row["zone"],
        starts: Set(starts.compactMap(\.self)).sorted(), slot: starts[0] == nil ? nil : TimeSlot(row),
        day: row["day"], limit: row["most"])
    }
  }

  /// Waits for other bookings of these. Mentors come before teams and rooms.
  func lock(
    mentors: [MentorID] = [], teams: [TeamID] = [], rooms: [RoomID] = [], of event: EventID, in unit: UnitOfWork
  ) throws {
    _ = try unit.execute(
      "SELECT lock_mentoring(\(event), \(mentors)::bigint[], \(teams)::bigint[], \(rooms)::bigint[])")
  }

  /// The first rule that a booking would break; what is said holds until the unit ends.
  /// - Parameter session: The one that is to be booked or moved, where it is there already.
  func conflict(
    for ids: MentorSession.IDs, _ start: Timestamp, _ end: Timestamp, session: MentorSessionID? = nil,
    _ event: EventID, in unit: UnitOfWork
  ) throws -> BookingConflict? {
    let name: String? =
      try unit.value(
        """
        SELECT booking_conflict(
          \(event), \(session), \(ids.mentor), \(ids.team), \(ids.room), tstzrange(\(start), \(end)))
        """, as: String?.self) ?? nil
    return name.flatMap(BookingConflict.init)
  }

  func insert(
    _ ids: MentorSession.IDs, _ start: Timestamp, _ end: Timestamp, _ state: MentorSession.State,
    meeting request: MentorRequestID? = nil, _ event: EventID, in unit: UnitOfWork
  ) throws -> MentorSessionID {
    try unit.inserted(
      """
      INSERT INTO mentor_session (event_id, mentor_id, team_id, room_id, request_id, state, during, waiting_since)
      VALUES (
        \(event), \(ids.mentor), \(ids.team), \(ids.room), \(request), \(state), tstzrange(\(start), \(end)),
        CASE WHEN \(state == .waiting) THEN clock_timestamp() END)
      RETURNING session_id
      """)
  }

  /// Writes mentor, room, time and state. A request that another session meets by now is let go, and who waits goes on
  /// waiting since then.
  func update(_ session: MentorSession, of event: EventID, in unit: UnitOfWork) throws {
    let isWaiting = session.state == .waiting
    try unit.execute(
      """
      UPDATE mentor_session AS s SET
        mentor_id = \(session.ids.mentor), room_id = \(session.ids.room), state = \(session.state),
        during = tstzrange(\(session.slot.start), \(session.slot.end)),
        waiting_since = CASE WHEN \(isWaiting) THEN COALESCE(s.waiting_since, clock_timestamp()) END,
        attended = \(session.attended), rating = \(session.rating), feedback = \(session.feedback),
        request_id = CASE WHEN s.state <> 'cancelled' OR NOT EXISTS (
          SELECT FROM mentor_session AS o
          WHERE o.event_id = s.event_id AND o.request_id = s.request_id AND o.state <> 'cancelled') THEN s.request_id END
      WHERE s.event_id = \(event) AND s.session_id = \(session.number)
      """)
  }

  /// The sessions that wait for a mentor's time, the first to move up first.
  func waiting(
    for mentor: MentorID, _ start: Timestamp, _ end: Timestamp, _ event: EventID, in snapshot: Snapshot
  ) throws -> [(session: MentorSessionID, ids: MentorSession.IDs)] {
    try snapshot.rows(
      """
      SELECT session_id, mentor_id, team_id, room_id FROM mentor_session
      WHERE event_id = \(event) AND mentor_id = \(mentor) AND state = 'waiting' AND during && tstzrange(\(start), \(end))
      ORDER BY waiting_since, session_id
      """
    ).map { row in
      (
        try row["session_id"],
        try MentorSession.IDs(mentor: row["mentor_id"], team: row["team_id"], room: row["room_id"])
      )
    }
  }
}

extension MentorSession.State: SQLEncodable, SQLDecodable {}
