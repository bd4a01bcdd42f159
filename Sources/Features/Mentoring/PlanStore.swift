import Postgres
import Vocabulary

/// The SQL that reads what a plan is made of.
struct PlanStore {
  /// Everything, with the mentors and teams locked beforehand where a plan is to be booked.
  func input(of event: EventID, in snapshot: Snapshot) throws -> MentoringPlan.Input {
    var input = MentoringPlan.Input()
    input.limit =
      try snapshot.value("SELECT mentor_sessions_per_day FROM event WHERE event_id = \(event)") ?? input.limit
    input.mentors = try mentors(of: event, in: snapshot)
    let indices = Dictionary(uniqueKeysWithValues: input.mentors.enumerated().map { ($0.element.number, $0.offset) })
    input.slots = try slots(of: event, indices, in: snapshot)
    input.requests = try requests(of: event, in: snapshot)
    input.commitments = try commitments(of: event, in: snapshot)
    return input
  }

  /// The mentors who have hours, and the teams that ask.
  func everybody(of event: EventID, in snapshot: Snapshot) throws -> (mentors: [MentorID], teams: [TeamID]) {
    (
      try snapshot.rows("SELECT mentor_id FROM mentor_hours WHERE event_id = \(event)").map { try $0.first() },
      try snapshot.rows("SELECT DISTINCT team_id FROM mentor_request WHERE event_id = \(event)").map {
        try $0.first()
      }
    )
  }

  /// Slots with the names and local times that people read, in the same order.
  func named(
    _ slots: [MentoringPlan.Slot], _ input: MentoringPlan.Input, zone: String, _ event: EventID, in snapshot: Snapshot
  ) throws -> [FreeSlot] {
    let mentors = slots.map { input.mentors[$0.mentor].number }
    let starts = slots.map(\.time.lowerBound.microseconds)
    let ends = slots.map(\.time.upperBound.microseconds)
    return try snapshot.rows(
      """
      SELECT m.key, m.name, t.starts, t.ends, local_text(t.starts, \(zone)) AS local_start,
        local_text(t.ends, \(zone)) AS local_end
      FROM unnest(\(mentors)::bigint[], \(starts)::bigint[], \(ends)::bigint[]) WITH ORDINALITY
        AS s (mentor_id, first, last, position)
      CROSS JOIN LATERAL (
        SELECT to_timestamp(0) + s.first * interval '1 microsecond' AS starts,
          to_timestamp(0) + s.last * interval '1 microsecond' AS ends) AS t
      JOIN mentor AS m ON m.event_id = \(event) AND m.mentor_id = s.mentor_id
      ORDER BY s.position
      """
    ).map { try FreeSlot(mentor: $0["key"], mentorName: $0["name"], time: TimeSlot($0)) }
  }

  private func mentors(of event: EventID, in snapshot: Snapshot) throws -> [MentoringPlan.Mentor] {
    try snapshot.rows(
      """
      SELECT m.mentor_id, array_to_string(m.expertise, ',') AS expertise, m.languages, (
          SELECT count(*) FROM mentor_session AS s
          WHERE s.event_id = m.event_id AND s.mentor_id = m.mentor_id AND s.state = 'booked') AS load
      FROM mentor AS m WHERE m.event_id = \(event)
      ORDER BY m.mentor_id
      """
    ).map { row in
      try MentoringPlan.Mentor(
        number: row["mentor_id"], expertise: folded(words(row["expertise"])), languages: Set(codes(row["languages"])),
        load: row["load"])
    }
  }

  private func slots(
    of event: EventID, _ indices: [MentorID: Int], in snapshot: Snapshot
  ) throws -> [MentoringPlan.Slot] {
    try snapshot.rows(
      """
      SELECT f.mentor_id, lower(f.during) AS starts, upper(f.during) AS ends,
        (lower(f.during) AT TIME ZONE e.time_zone)::date AS day
      FROM mentor_slot AS f JOIN event AS e USING (event_id)
      WHERE f.event_id = \(event) AND NOT EXISTS (
        SELECT FROM mentor_session AS s
        WHERE s.event_id = f.event_id AND s.mentor_id = f.mentor_id AND s.state = 'booked' AND s.during && f.during)
      ORDER BY f.during, f.mentor_id
      """
    ).compactMap { row in
      guard let index = indices[try row["mentor_id"]] else { return nil }
      return try MentoringPlan.Slot(mentor: index, time: row["starts"]..<row["ends"], day: row["day"])
    }
  }

  private func requests(of event: EventID, in snapshot: Snapshot) throws -> [MentoringPlan.Request] {
    try snapshot.rows(
      """
      SELECT q.request_id, q.team_id, array_to_string(q.topics, ',') AS topics, q.languages
      FROM mentor_request AS q JOIN team AS t USING (event_id, team_id)
      WHERE q.event_id = \(event) AND NOT q.is_withdrawn AND t.status = 'active' AND NOT EXISTS (
        SELECT FROM mentor_session AS s
        WHERE s.event_id = q.event_id AND s.request_id = q.request_id AND s.state <> 'cancelled')
      ORDER BY q.request_id
      """
    ).map { row in
      try MentoringPlan.Request(
        number: row["request_id"], team: row["team_id"], topics: folded(words(row["topics"])),
        languages: codes(row["languages"]))
    }
  }

  private func commitments(of event: EventID, in snapshot: Snapshot) throws -> [MentoringPlan.Commitment] {
    try snapshot.rows(
      """
      SELECT s.team_id, lower(s.during) AS starts, upper(s.during) AS ends,
        (lower(s.during) AT TIME ZONE e.time_zone)::date AS day
      FROM mentor_session AS s JOIN event AS e USING (event_id)
      WHERE s.event_id = \(event) AND s.state = 'booked'
      ORDER BY s.session_id
      """
    ).map { row in
      try MentoringPlan.Commitment(team: row["team_id"], time: row["starts"]..<row["ends"], day: row["day"])
    }
  }

  private func folded(_ words: [String]) -> Set<String> { Set(words.map { FoldedName(keepingSymbols: $0).text }) }
}
