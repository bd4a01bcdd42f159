public import Postgres
import Vocabulary

/// All SQL about awards.
struct AwardStore {
  /// The version of the result from which the announcement is written.
  func version(of event: EventID, in snapshot: Snapshot) throws -> Int? {
    try snapshot.value("SELECT number FROM result_to_announce WHERE event_id = \(event)")
  }

  func isPublic(_ number: Int, of event: EventID, in snapshot: Snapshot) throws -> Bool {
    try snapshot.value("SELECT EXISTS (SELECT FROM published_result WHERE event_id = \(event) AND number = \(number))")
      ?? false
  }

  // MARK: What decides

  /// The version's ranks, without teams that are not active.
  func standings(_ number: Int, of event: EventID, in snapshot: Snapshot) throws -> [PrizeContest.Standing] {
    try snapshot.rows(
      """
      SELECT t.key, r.rank FROM result_rank AS r JOIN team AS t USING (event_id, team_id)
      WHERE r.event_id = \(event) AND r.number = \(number) AND t.status = 'active'
      ORDER BY r.rank, t.key
      """
    ).map { try .init(team: $0["key"], rank: $0["rank"]) }
  }

  /// The teams of each track.
  func tracks(of event: EventID, in snapshot: Snapshot) throws -> [String: Set<String>] {
    try snapshot.rows(
      """
      SELECT k.key AS track, t.key AS team
      FROM team_track AS m JOIN team AS t USING (event_id, team_id)
      JOIN track AS k ON k.event_id = m.event_id AND k.track_id = m.track_id
      WHERE m.event_id = \(event)
      """
    ).reduce(into: [:]) { tracks, row in
      tracks[try row["track"], default: []].insert(try row["team"])
    }
  }

  func votes(of event: EventID, in snapshot: Snapshot) throws -> [Slug: [String: Int64]] {
    try snapshot.rows(
      """
      SELECT p.key AS prize, t.key AS team, sum(v.votes)::bigint AS votes
      FROM prize_vote AS v JOIN prize AS p USING (event_id, prize_id)
      JOIN team AS t ON t.event_id = v.event_id AND t.team_id = v.team_id
      WHERE v.event_id = \(event) AND t.status = 'active'
      GROUP BY p.key, t.key
      """
    ).reduce(into: [:]) { votes, row in
      votes[try row["prize"], default: [:]][try row["team"]] = try row["votes"] as Int64
    }
  }

  func refusals(of event: EventID, in snapshot: Snapshot) throws -> [PrizeContest.Refusal] {
    try snapshot.rows(
      """
      SELECT p.key AS prize, t.key AS team, r.reason
      FROM prize_refusal AS r JOIN prize AS p USING (event_id, prize_id)
      JOIN team AS t ON t.event_id = r.event_id AND t.team_id = r.team_id
      WHERE r.event_id = \(event)
      ORDER BY p.key, t.key
      """
    ).map { try .init(prize: $0["prize"], team: $0["team"], reason: $0["reason"]) }
  }

  func rules(of event: EventID, in snapshot: Snapshot) throws -> PrizeRules {
    try snapshot.row("SELECT ties, most_per_team FROM prize_rules WHERE event_id = \(event)")
      .map { try PrizeRules(ties: $0["ties"], mostPerTeam: $0["most_per_team"]) } ?? PrizeRules()
  }

  func save(_ rules: PrizeRules, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO prize_rules (event_id, ties, most_per_team) VALUES (\(event), \(rules.ties), \(rules.mostPerTeam))
      ON CONFLICT (event_id) DO UPDATE SET ties = EXCLUDED.ties, most_per_team = EXCLUDED.most_per_team
      """)
  }

  // MARK: Teams

  func teamNames(of event: EventID, in snapshot: Snapshot) throws -> [String: String] {
    try snapshot.rows("SELECT key, name FROM team WHERE event_id = \(event)")
      .reduce(into: [:]) { names, row in names[try row["key"]] = try row["name"] as String }
  }

  func activeTeams(of event: EventID, in snapshot: Snapshot) throws -> Set<String> {
    Set(
      try snapshot.rows("SELECT key FROM team WHERE event_id = \(event) AND status = 'active'").map { try $0["key"] })
  }

  func takesPart(_ team: String, _ event: EventID, in snapshot: Snapshot) throws -> Bool {
    try snapshot.value("SELECT status = 'active' FROM team WHERE event_id = \(event) AND key = \(team)") ?? false
  }

  /// How many members each team has, how many of them confirmed, and whether it is active.
  func winners(of event: EventID, in snapshot: Snapshot) throws -> [(
    team: String, members: Int, confirmed: Int, isActive: Bool
  )] {
    try snapshot.rows(
      """
      SELECT t.key, t.status = 'active' AS is_active, count(m.participant_id) AS members,
        count(c.participant_id) AS confirmed
      FROM team AS t
      LEFT JOIN team_member AS m USING (event_id, team_id)
      LEFT JOIN winner_confirmation AS c USING (event_id, participant_id)
      WHERE t.event_id = \(event) AND EXISTS (
        SELECT FROM prize_award AS a
        WHERE a.event_id = t.event_id AND a.team_id = t.team_id AND a.withdrawn_at IS NULL)
      GROUP BY t.event_id, t.team_id, t.key, t.status
      ORDER BY t.key
      """
    ).map { try ($0["key"], $0["members"], $0["confirmed"], $0["is_active"]) }
  }

  /// Notes that members of a team confirmed; all of them where none is named.
  /// - Returns: How many said so for the first time.
  func confirm(_ members: [String], of team: String, _ event: EventID, in unit: UnitOfWork) throws -> Int {
    try unit.execute(
      """
      INSERT INTO winner_confirmation (event_id, participant_id, principal_id)
      SELECT m.event_id, m.participant_id, o.principal_id
      FROM team_member AS m JOIN team AS t USING (event_id, team_id)
      JOIN participant AS p ON p.event_id = m.event_id AND p.participant_id = m.participant_id
      JOIN principal AS o ON o.event_id = m.event_id AND o.name = \(unit.principal.name)
      WHERE m.event_id = \(event) AND t.key = \(team)
        AND (cardinality(\(members)::text[]) = 0 OR p.key = ANY (\(members)::text[]))
      ON CONFLICT DO NOTHING
      """)
  }

  func members(of team: String, _ event: EventID, in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows(
      """
      SELECT p.key FROM team_member AS m JOIN team AS t USING (event_id, team_id)
      JOIN participant AS p ON p.event_id = m.event_id AND p.participant_id = m.participant_id
      WHERE m.event_id = \(event) AND t.key = \(team) ORDER BY p.key
      """
    ).map { try $0["key"] }
  }
}

extension PrizeRules.Ties: SQLEncodable, SQLDecodable {}
