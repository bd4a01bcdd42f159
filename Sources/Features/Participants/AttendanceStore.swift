import Postgres
import Vocabulary

/// All SQL about who came, who withdrew, and how many there are.
struct AttendanceStore {
  func checkIn(_ id: ParticipantID, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE participant SET checked_in_at = clock_timestamp()
      WHERE event_id = \(event) AND participant_id = \(id)
      """)
  }

  func undoCheckIn(_ id: ParticipantID, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute("UPDATE participant SET checked_in_at = NULL WHERE event_id = \(event) AND participant_id = \(id)")
  }

  /// Ends the check-in as well; the schema takes the participant out of the team.
  func withdraw(_ id: ParticipantID, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE participant SET withdrawn_at = clock_timestamp(), checked_in_at = NULL
      WHERE event_id = \(event) AND participant_id = \(id)
      """)
  }

  func readmit(_ id: ParticipantID, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute("UPDATE participant SET withdrawn_at = NULL WHERE event_id = \(event) AND participant_id = \(id)")
  }

  func team(of id: ParticipantID, _ event: EventID, in unit: UnitOfWork) throws -> String? {
    try unit.value(
      """
      SELECT t.key FROM team_member AS m JOIN team AS t USING (event_id, team_id)
      WHERE m.event_id = \(event) AND m.participant_id = \(id)
      """)
  }

  func count(of event: EventID, in snapshot: Snapshot) throws -> ParticipantsService.Count {
    let row = try snapshot.row(
      "SELECT people, nationalities FROM attendance WHERE event_id = \(event)")
    return try ParticipantsService.Count(people: row?["people"] ?? 0, nationalities: row?["nationalities"] ?? 0)
  }

  func totals(of event: EventID, in snapshot: Snapshot) throws -> ParticipantStatistics.Totals {
    let row = try snapshot.row(
      """
      SELECT count(*) AS registered, count(checked_in_at) AS checked_in, count(withdrawn_at) AS withdrawn,
        (SELECT count(*) FROM team_member WHERE event_id = \(event)) AS in_team
      FROM participant
      WHERE event_id = \(event)
      """)
    return try ParticipantStatistics.Totals(
      registered: row?["registered"] ?? 0, checkedIn: row?["checked_in"] ?? 0, withdrawn: row?["withdrawn"] ?? 0,
      inTeam: row?["in_team"] ?? 0)
  }

  /// How many of those who take part are of each country; nil stands for those who do not say.
  func countries(of event: EventID, in snapshot: Snapshot) throws -> [String?: Int] {
    let rows = try snapshot.rows(
      """
      SELECT country AS name, count(*) AS people FROM participant
      WHERE event_id = \(event) AND withdrawn_at IS NULL
      GROUP BY country
      """)
    return Dictionary(uniqueKeysWithValues: try rows.map { (try $0["name"] as String?, try $0["people"] as Int) })
  }

  /// How many of those who take part speak each language; nil stands for those who do not say.
  func languages(of event: EventID, in snapshot: Snapshot) throws -> [String?: Int] {
    let rows = try snapshot.rows(
      """
      SELECT l.name, count(*) AS people
      FROM participant AS p LEFT JOIN LATERAL string_to_table(NULLIF(p.languages, ''), ' ') AS l (name) ON true
      WHERE p.event_id = \(event) AND p.withdrawn_at IS NULL
      GROUP BY l.name
      """)
    return Dictionary(uniqueKeysWithValues: try rows.map { (try $0["name"] as String?, try $0["people"] as Int) })
  }
}
