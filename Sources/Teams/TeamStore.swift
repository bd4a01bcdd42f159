import CanonicalJSON
import Competition
public import Postgres

/// All SQL about teams and their members.
struct TeamStore {
  func find(_ key: Slug, of event: EventID, in unit: UnitOfWork) throws -> Team? {
    try unit.row(
      """
      SELECT t.key, t.name, t.city, t.country, t.about, t.affiliation, k.key AS track
      FROM team AS t LEFT JOIN track AS k USING (event_id, track_id)
      WHERE t.event_id = \(event) AND t.key = \(key)
      FOR NO KEY UPDATE OF t
      """
    ).map(team)
  }

  func all(of event: EventID, in snapshot: Snapshot) throws -> [TeamWithMembers] {
    try snapshot.rows(
      """
      SELECT t.key, t.name, t.city, t.country, t.about, t.affiliation, k.key AS track, t.state,
        COALESCE(jsonb_agg(p.display_name ORDER BY m.is_captain DESC, p.display_name COLLATE "und-x-icu", p.key)
          FILTER (WHERE p.key IS NOT NULL), '[]') AS members
      FROM team AS t
      LEFT JOIN track AS k USING (event_id, track_id)
      LEFT JOIN team_member AS m USING (event_id, team_id)
      LEFT JOIN participant AS p USING (event_id, participant_id)
      WHERE t.event_id = \(event)
      GROUP BY t.event_id, t.team_id, k.key
      ORDER BY t.name COLLATE "und-x-icu", t.key
      """
    ).map { row in
      let members: String = try row["members"]
      let names = try JSON(parsing: members).elements?.compactMap(\.text) ?? []
      return TeamWithMembers(team: try team(row), members: names, standing: try row["state"])
    }
  }

  func insert(_ team: Team, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO team (event_id, key, name, name_folded, city, country, about, affiliation, track_id)
      VALUES (
        \(event), \(team.key), \(team.name), \(FoldedName(team.name).text), \(team.city), \(team.country?.text),
        \(team.about), \(team.affiliation),
        (SELECT track_id FROM track WHERE event_id = \(event) AND key = \(team.track)))
      """)
  }

  func update(_ team: Team, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE team SET
        name = \(team.name), name_folded = \(FoldedName(team.name).text), city = \(team.city),
        country = \(team.country?.text), about = \(team.about), affiliation = \(team.affiliation),
        track_id = (SELECT track_id FROM track WHERE event_id = \(event) AND key = \(team.track))
      WHERE event_id = \(event) AND key = \(team.key)
      """)
  }

  func hasTeam(_ key: String, of event: EventID, in snapshot: Snapshot) throws -> Bool {
    try snapshot.value("SELECT EXISTS (SELECT FROM team WHERE event_id = \(event) AND key = \(key))") ?? false
  }

  func hasParticipant(_ key: String, of event: EventID, in snapshot: Snapshot) throws -> Bool {
    try snapshot.value("SELECT EXISTS (SELECT FROM participant WHERE event_id = \(event) AND key = \(key))") ?? false
  }

  func teamKeys(of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows("SELECT key FROM team WHERE event_id = \(event) ORDER BY key").map { try $0["key"] }
  }

  func participantKeys(of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows("SELECT key FROM participant WHERE event_id = \(event) ORDER BY key").map { try $0["key"] }
  }

  func team(of participant: String, _ event: EventID, in snapshot: Snapshot) throws -> String? {
    try snapshot.value(
      """
      SELECT t.key
      FROM team_member AS m JOIN participant AS p USING (event_id, participant_id) JOIN team AS t USING (event_id, team_id)
      WHERE m.event_id = \(event) AND p.key = \(participant)
      """)
  }

  func teamSize(of event: EventID, _ team: String, in snapshot: Snapshot) throws -> Int {
    try snapshot.value("SELECT team_size FROM event WHERE event_id = \(event)") ?? 0
  }

  func insertMember(
    _ participant: String, of team: String, asCaptain: Bool, _ event: EventID, in unit: UnitOfWork
  ) throws {
    try unit.savepoint {
      _ = try unit.execute(
        """
        INSERT INTO team_member (event_id, participant_id, team_id, is_captain)
        SELECT p.event_id, p.participant_id, t.team_id, \(asCaptain)
        FROM participant AS p JOIN team AS t USING (event_id)
        WHERE p.event_id = \(event) AND p.key = \(participant) AND t.key = \(team)
        """)
    }
  }

  /// Tells whether the participant was no captain before.
  func makeCaptain(_ participant: String, _ event: EventID, in unit: UnitOfWork) throws -> Bool {
    try unit.execute(
      """
      UPDATE team_member AS m SET is_captain = true
      FROM participant AS p
      WHERE m.event_id = \(event) AND p.event_id = \(event) AND m.participant_id = p.participant_id
        AND p.key = \(participant) AND NOT m.is_captain
      """) > 0
  }

  func deleteMember(_ participant: String, of team: String, _ event: EventID, in unit: UnitOfWork) throws -> Bool {
    try unit.execute(
      """
      DELETE FROM team_member AS m
      USING participant AS p, team AS t
      WHERE m.event_id = \(event) AND p.event_id = \(event) AND t.event_id = \(event)
        AND m.participant_id = p.participant_id AND m.team_id = t.team_id
        AND p.key = \(participant) AND t.key = \(team)
      """) > 0
  }

  private func team(_ row: Row) throws -> Team {
    var team = try Team(key: row["key"], name: row["name"])
    team.city = try row["city"]
    let country: String? = try row["country"]
    team.country = country.flatMap(CountryCode.init)
    team.about = try row["about"]
    team.affiliation = try row["affiliation"]
    team.track = try row["track"]
    return team
  }
}

extension TeamStanding: SQLEncodable, SQLDecodable {}
