import Postgres
import Vocabulary

/// All SQL about what teams ask for.
struct RequestStore {
  func insert(
    _ team: TeamID, topics: [String], languages: [String], _ event: EventID, in unit: UnitOfWork
  ) throws -> MentorRequestID {
    try unit.inserted(
      """
      INSERT INTO mentor_request (event_id, team_id, topics, languages)
      VALUES (\(event), \(team), \(topics)::text[], \(languages.joined(separator: " ")))
      RETURNING request_id
      """)
  }

  func withdraw(_ request: MentorRequestID, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      "UPDATE mentor_request SET is_withdrawn = true WHERE event_id = \(event) AND request_id = \(request)")
  }

  /// The requests in the order in which they were made.
  func all(of event: EventID, only number: MentorRequestID? = nil, in snapshot: Snapshot) throws -> [MentorRequest] {
    try snapshot.rows(
      """
      SELECT q.request_id, t.key AS team, array_to_string(q.topics, ',') AS topics, q.languages, q.is_withdrawn,
        s.session_id
      FROM mentor_request AS q
      JOIN team AS t USING (event_id, team_id)
      LEFT JOIN mentor_session AS s
        ON s.event_id = q.event_id AND s.request_id = q.request_id AND s.state <> 'cancelled'
      WHERE q.event_id = \(event) AND q.request_id = COALESCE(\(number)::bigint, q.request_id)
      ORDER BY q.request_id
      """
    ).map { row in
      try MentorRequest(
        number: row["request_id"], team: row["team"], topics: words(row["topics"]), languages: codes(row["languages"]),
        session: row["session_id"], isWithdrawn: row["is_withdrawn"])
    }
  }
}
