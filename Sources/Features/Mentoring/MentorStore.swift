import Postgres
import Vocabulary

/// All SQL about mentors themselves.
struct MentorStore {
  /// The mentor of this key, locked until the unit ends.
  func find(_ key: String, of event: EventID, in unit: UnitOfWork) throws -> StoredMentor? {
    try unit.row(
      """
      SELECT mentor_id, key, name, email, array_to_string(expertise, ',') AS expertise, languages, time_zone,
        slot_minutes
      FROM mentor WHERE event_id = \(event) AND key = \(key)
      FOR NO KEY UPDATE
      """
    ).map { try StoredMentor(id: $0["mentor_id"], mentor: mentor($0)) }
  }

  func insert(_ mentor: Mentor, of event: EventID, in unit: UnitOfWork) throws -> MentorID {
    try unit.savepoint {
      try unit.inserted(
        """
        INSERT INTO mentor (
          event_id, key, name, name_folded, email, email_folded, expertise, languages, time_zone, slot_minutes)
        VALUES (
          \(event), \(mentor.key), \(mentor.name), \(FoldedName(keepingSymbols: mentor.name).text), \(mentor.email?.text),
          \(mentor.email?.folded), \(mentor.expertise)::text[], \(mentor.languages.joined(separator: " ")),
          \(mentor.timeZone), \(mentor.slotMinutes))
        RETURNING mentor_id
        """)
    }
  }

  func update(_ mentor: Mentor, of event: EventID, in unit: UnitOfWork) throws {
    try unit.savepoint {
      _ = try unit.execute(
        """
        UPDATE mentor SET
          name = \(mentor.name), name_folded = \(FoldedName(keepingSymbols: mentor.name).text),
          email = \(mentor.email?.text), email_folded = \(mentor.email?.folded),
          expertise = \(mentor.expertise)::text[], languages = \(mentor.languages.joined(separator: " ")),
          time_zone = \(mentor.timeZone), slot_minutes = \(mentor.slotMinutes)
        WHERE event_id = \(event) AND key = \(mentor.key)
        """)
    }
  }

  /// Takes a mentor away with their available hours.
  func delete(_ mentor: MentorID, of event: EventID, in unit: UnitOfWork) throws {
    try unit.savepoint {
      for table in ["mentor_availability", "mentor"] {
        try unit.execute("DELETE FROM \(identifier: table) WHERE event_id = \(event) AND mentor_id = \(mentor)")
      }
    }
  }

  /// The mentors by name, with how much of their time is booked and free.
  func all(of event: EventID, only key: String? = nil, in snapshot: Snapshot) throws -> [MentorDetails] {
    let hours = try hours(of: event, only: key, in: snapshot)
    return try snapshot.rows(
      """
      SELECT m.key, m.name, m.email, array_to_string(m.expertise, ',') AS expertise, m.languages, m.time_zone,
        m.slot_minutes,
        (SELECT count(*) FROM mentor_slot AS f
          WHERE f.event_id = m.event_id AND f.mentor_id = m.mentor_id AND NOT EXISTS (
            SELECT FROM mentor_session AS s
            WHERE s.event_id = m.event_id AND s.mentor_id = m.mentor_id AND s.state = 'booked'
              AND s.during && f.during)) AS free,
        (SELECT count(*) FROM mentor_session AS s
          WHERE s.event_id = m.event_id AND s.mentor_id = m.mentor_id AND s.state = 'booked') AS booked
      FROM mentor AS m
      WHERE m.event_id = \(event) AND m.key = COALESCE(\(key), m.key)
      ORDER BY m.name COLLATE "und-x-icu", m.key
      """
    ).map { row in
      let mentor = try mentor(row)
      return try MentorDetails(
        mentor: mentor, hours: hours[mentor.key.text] ?? [], freeSlots: row["free"], bookedSessions: row["booked"])
    }
  }

  func keys(of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows("SELECT key FROM mentor WHERE event_id = \(event) ORDER BY key").map { try $0["key"] }
  }

  private func hours(of event: EventID, only key: String?, in snapshot: Snapshot) throws -> [String: [TimeSlot]] {
    try snapshot.rows(
      """
      SELECT m.key, lower(r) AS starts, upper(r) AS ends, local_text(lower(r), m.time_zone) AS local_start,
        local_text(upper(r), m.time_zone) AS local_end
      FROM mentor AS m JOIN mentor_hours AS h USING (event_id, mentor_id) CROSS JOIN LATERAL unnest(h.during) AS r
      WHERE m.event_id = \(event) AND m.key = COALESCE(\(key), m.key)
      ORDER BY r
      """
    ).reduce(into: [:]) { hours, row in hours[try row["key"], default: []].append(try TimeSlot(row)) }
  }

  private func mentor(_ row: Row) throws -> Mentor {
    var mentor = try Mentor(key: row["key"], name: row["name"], timeZone: row["time_zone"])
    let email: String? = try row["email"]
    mentor.email = email.flatMap(EmailAddress.init)
    mentor.expertise = words(try row["expertise"])
    mentor.languages = codes(try row["languages"])
    mentor.slotMinutes = try row["slot_minutes"]
    return mentor
  }
}

/// The elements of an array that was joined by commas.
func words(_ text: String) -> [String] { text.split(separator: ",").map(String.init) }

/// The codes of a column of languages.
func codes(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

extension TimeSlot {
  /// From the columns starts, ends, local_start and local_end.
  init(_ row: Row) throws {
    guard let localStart = LocalTime(try row["local_start"]), let localEnd = LocalTime(try row["local_end"]) else {
      throw UnreadableTime()
    }
    self.init(start: try row["starts"], end: try row["ends"], localStart: localStart, localEnd: localEnd)
  }

  private struct UnreadableTime: Error {}
}
