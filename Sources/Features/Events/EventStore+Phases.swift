import Postgres
import Vocabulary

/// All SQL about phases: it reads what other features wrote.
extension EventStore {
  /// An event that a result made announced is kept with an earlier phase, from which it goes step by step.
  func set(_ phase: Phase, of event: EventID, in unit: UnitOfWork) throws {
    let kept: Phase = try unit.value("SELECT phase FROM event WHERE event_id = \(event)") ?? phase
    let steps = phase > kept ? Phase.allCases.filter { $0 > kept && $0 <= phase } : [phase]
    for step in steps { try unit.execute("UPDATE event SET phase = \(step) WHERE event_id = \(event)") }
  }

  /// The number of the result that is public now.
  func publicResult(of event: EventID, in snapshot: Snapshot) throws -> Int? {
    try snapshot.value("SELECT number FROM published_result WHERE event_id = \(event)")
  }

  /// Counts the teams that take part: one that withdrew or is disqualified neither is a team nor needs members.
  func blocksRunning(_ stored: StoredEvent, in snapshot: Snapshot) throws -> [PhaseFinding] {
    let (fewest, most) = (stored.event.teamMinimum, stored.event.teamSize)
    let teams = try snapshot.rows(
      """
      SELECT t.key, count(m.participant_id) AS members
      FROM team AS t LEFT JOIN team_member AS m USING (event_id, team_id)
      WHERE t.event_id = \(stored.id) AND t.status = 'active'
      GROUP BY t.team_id, t.key
      ORDER BY t.key
      """
    ).map { row in (key: try row["key"] as String, members: try row["members"] as Int) }
    guard !teams.isEmpty else { return [.noTeam] }
    return teams.compactMap { team in
      if team.members < fewest { return .smallTeam(team.key, members: team.members, fewest: fewest) }
      if team.members > most { return .largeTeam(team.key, members: team.members, most: most) }
      return nil
    }
  }

  func blocksJudging(_ event: EventID, in snapshot: Snapshot) throws -> [PhaseFinding] {
    let row = try snapshot.row(
      """
      SELECT
        EXISTS (SELECT FROM rubric WHERE event_id = \(event)) AS rubric,
        EXISTS (SELECT FROM judge WHERE event_id = \(event)) AS judge,
        EXISTS (SELECT FROM round WHERE event_id = \(event)) AS round,
        EXISTS (SELECT FROM judged_submission WHERE event_id = \(event)) AS submission
      """)
    // In the order in which they can be mended: a round needs its rubric.
    let needs: [(String, PhaseFinding)] = [
      ("rubric", .noRubric), ("judge", .noJudge), ("round", .noRound), ("submission", .noSubmission),
    ]
    return try needs.compactMap { column, blocker in try row?[column] == true ? nil : blocker }
  }

  func openRounds(of event: EventID, in snapshot: Snapshot) throws -> [PhaseFinding] {
    try snapshot.rows("SELECT key FROM round WHERE event_id = \(event) AND state = 'open' ORDER BY key")
      .map { .openRound(try $0["key"]) }
  }

  func blocksAnnouncement(_ event: EventID, in snapshot: Snapshot) throws -> [PhaseFinding] {
    let places = try snapshot.value(
      """
      SELECT count(p.team_id)
      FROM result AS r LEFT JOIN result_rank AS p USING (event_id, number)
      WHERE r.event_id = \(event)
      GROUP BY r.number
      ORDER BY r.number DESC LIMIT 1
      """, as: Int.self)
    switch places {
    case nil: return [.noResult]
    case 0: return [.noRanks]
    default: return try blocksPublication(event, in: snapshot)
    }
  }

  /// What the result lacks that is to be announced. Once it is public the event is announced by itself.
  private func blocksPublication(_ event: EventID, in snapshot: Snapshot) throws -> [PhaseFinding] {
    let row = try snapshot.row(
      """
      SELECT t.number, t.is_approved, to_char(t.publish_at AT TIME ZONE e.time_zone, 'YYYY-MM-DD HH24:MI') AS hour
      FROM result_to_announce AS t JOIN event AS e USING (event_id)
      WHERE t.event_id = \(event)
      """)
    guard let row else { return [.noResult] }
    let (number, hour): (Int, String?) = try (row["number"], row["hour"])
    guard try row["is_approved"] else { return [.notApproved(result: number)] }
    return [hour.map { .notYetPublic(result: number, from: $0) } ?? .notAnnounced(result: number)]
  }

  func unknownAmounts(of event: EventID, in snapshot: Snapshot) throws -> [PhaseFinding] {
    try snapshot.rows(
      """
      SELECT key FROM prize
      WHERE event_id = \(event) AND kind = 'money' AND amount IS NULL AND NOT is_undisclosed
      ORDER BY rank, position, key
      """
    ).map { .unknownAmount(prize: try $0["key"]) }
  }
}
