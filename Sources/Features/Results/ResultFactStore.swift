import Postgres
import Vocabulary

/// The SQL that compares versions with what is true now.
struct ResultFactStore {
  func openRounds(of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows("SELECT key FROM round WHERE event_id = \(event) AND state = 'open' ORDER BY key")
      .map { try $0["key"] }
  }

  func round(of number: Int, _ event: EventID, in snapshot: Snapshot) throws -> RoundID? {
    try snapshot.rows("SELECT round_id FROM result WHERE event_id = \(event) AND number = \(number)").first
      .flatMap { try $0["round_id"] }
  }

  /// The ranks for which there is a prize.
  func prizedRanks(of event: EventID, in snapshot: Snapshot) throws -> Set<Int> {
    Set(
      try snapshot.rows("SELECT DISTINCT rank FROM prize WHERE event_id = \(event) AND rank IS NOT NULL")
        .map { try $0["rank"] })
  }

  /// The teams with a rank that are not active, with their status.
  func inactiveTeams(of number: Int, _ event: EventID, in snapshot: Snapshot) throws -> [(team: String, status: String)]
  {
    try snapshot.rows(
      """
      SELECT t.key, t.status FROM result_rank AS p JOIN team AS t USING (event_id, team_id)
      WHERE p.event_id = \(event) AND p.number = \(number) AND t.status <> 'active'
      ORDER BY t.key
      """
    ).map { (try $0["key"], try $0["status"]) }
  }

  /// Locks the teams with a rank against a change of their status, one behind the other.
  func lockTeams(of number: Int, _ event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      SELECT FROM team AS t
      WHERE t.event_id = \(event) AND t.team_id IN (
        SELECT p.team_id FROM result_rank AS p WHERE p.event_id = \(event) AND p.number = \(number))
      ORDER BY t.team_id
      FOR SHARE OF t
      """)
  }

  /// The ranks as the database keeps them beside the snapshot.
  func ranks(of number: Int, _ event: EventID, in snapshot: Snapshot) throws -> Ranks {
    try snapshot.rows(
      """
      SELECT t.key, p.rank FROM result_rank AS p JOIN team AS t USING (event_id, team_id)
      WHERE p.event_id = \(event) AND p.number = \(number)
      """
    ).reduce(into: [:]) { ranks, row in ranks[try row["key"]] = try row["rank"] as Int }
  }

  func time(in snapshot: Snapshot) throws -> Timestamp {
    try snapshot.value("SELECT clock_timestamp()") ?? Timestamp(microseconds: 0)
  }

  /// An hour beside the clock and the event's first day.
  func hour(_ hour: Timestamp, of event: EventID, in snapshot: Snapshot) throws -> AnnouncementHour {
    let row = try snapshot.row(
      """
      SELECT floor(EXTRACT(EPOCH FROM clock_timestamp() - h.hour))::bigint AS age,
        (h.hour AT TIME ZONE e.time_zone)::date < e.starts_on AS is_before_event
      FROM event AS e CROSS JOIN (SELECT \(hour)::timestamptz AS hour) AS h
      WHERE e.event_id = \(event)
      """)
    guard let row else { return AnnouncementHour(age: 0, isBeforeEvent: false) }
    return try AnnouncementHour(age: row["age"], isBeforeEvent: row["is_before_event"])
  }
}
