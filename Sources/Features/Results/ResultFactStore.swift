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

  func zone(of event: EventID, in snapshot: Snapshot) throws -> String {
    try snapshot.value("SELECT time_zone FROM event WHERE event_id = \(event)") ?? "UTC"
  }

  func isTimeZone(_ name: String, in snapshot: Snapshot) throws -> Bool {
    guard name == "UTC" || name.contains("/") else { return false }
    return try snapshot.value("SELECT EXISTS (SELECT FROM pg_timezone_names WHERE name = \(name))", as: Bool.self)
      == true
  }

  /// The instants at which the clocks of a zone show a time.
  func instants(of time: LocalTime, in zone: String, _ snapshot: Snapshot) throws -> [Timestamp] {
    try snapshot.rows("SELECT instants_of(\(time.description)::timestamp, \(zone)) AS instant").map {
      try $0["instant"]
    }
  }
}
