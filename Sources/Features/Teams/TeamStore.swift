import CanonicalJSON
import Postgres
import Vocabulary

/// All SQL about teams themselves.
struct TeamStore {
  /// The team of this key, locked until the unit ends: nobody joins it meanwhile.
  func find(_ key: String, of event: EventID, in unit: UnitOfWork) throws -> StoredTeam? {
    try unit.row(
      """
      SELECT t.team_id, t.key, t.name, t.city, t.country, t.about, t.affiliation, k.key AS track, t.table_label, t.room,
        t.status, t.status_reason
      FROM team AS t LEFT JOIN track AS k USING (event_id, track_id)
      WHERE t.event_id = \(event) AND t.key = \(key)
      FOR NO KEY UPDATE OF t
      """
    ).map { row in
      try StoredTeam(id: row["team_id"], team: team(row), status: row["status"], reason: row["status_reason"])
    }
  }

  /// The teams by name.
  /// - Parameter key: The only one to look for.
  func all(of event: EventID, only key: String? = nil, in snapshot: Snapshot) throws -> [TeamDetails] {
    try snapshot.rows(
      """
      SELECT t.key, t.name, t.city, t.country, t.about, t.affiliation, k.key AS track, t.table_label, t.room,
        t.status, t.status_reason,
        t.declared_size::bigint AS declared_size, t.join_code_hash IS NOT NULL AS has_code,
        (SELECT count(*) FROM team_invitation AS i
          WHERE i.event_id = t.event_id AND i.team_id = t.team_id AND i.accepted_at IS NULL
            AND i.expires_at > clock_timestamp()) AS invitations,
        COALESCE(jsonb_agg(jsonb_build_object('key', p.key, 'name', p.display_name, 'captain', m.is_captain)
            ORDER BY m.is_captain DESC, p.display_name COLLATE "und-x-icu", p.key)
          FILTER (WHERE p.key IS NOT NULL), '[]') AS members
      FROM team AS t
      LEFT JOIN track AS k USING (event_id, track_id)
      LEFT JOIN team_member AS m USING (event_id, team_id)
      LEFT JOIN participant AS p USING (event_id, participant_id)
      WHERE t.event_id = \(event) AND t.key = COALESCE(\(key), t.key)
      GROUP BY t.event_id, t.team_id, k.key
      ORDER BY t.name COLLATE "und-x-icu", t.key
      """
    ).map { row in
      try TeamDetails(
        team: team(row), members: members(row["members"]), status: row["status"], reason: row["status_reason"],
        declaredSize: row["declared_size"], hasCode: row["has_code"], invitations: row["invitations"])
    }
  }

  func keys(of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows("SELECT key FROM team WHERE event_id = \(event) ORDER BY key").map { try $0["key"] }
  }

  func insert(_ team: Team, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO team (
        event_id, key, name, name_folded, city, country, about, affiliation, affiliation_folded, table_label, room, track_id)
      VALUES (
        \(event), \(team.key), \(team.name), \(FoldedName(keepingSymbols: team.name).text), \(team.city), \(team.country?.text),
        \(team.about), \(team.affiliation), \(team.affiliation.map { FoldedName($0).text }),
        \(team.place.table), \(team.place.room),
        (SELECT track_id FROM track WHERE event_id = \(event) AND key = \(team.track)))
      """)
  }

  func update(_ team: Team, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE team SET
        name = \(team.name), name_folded = \(FoldedName(keepingSymbols: team.name).text), city = \(team.city),
        country = \(team.country?.text), about = \(team.about), affiliation = \(team.affiliation),
        affiliation_folded = \(team.affiliation.map { FoldedName($0).text }), table_label = \(team.place.table),
        room = \(team.place.room),
        track_id = (SELECT track_id FROM track WHERE event_id = \(event) AND key = \(team.track))
      WHERE event_id = \(event) AND key = \(team.key)
      """)
  }

  func put(
    _ team: TeamID, _ status: TeamStatus, because reason: String?, _ event: EventID, in unit: UnitOfWork
  ) throws {
    try unit.execute(
      """
      UPDATE team SET status = \(status), status_reason = \(reason)
      WHERE event_id = \(event) AND team_id = \(team)
      """)
  }

  /// Takes a team away with its invitations and its former names.
  func delete(_ team: TeamID, _ event: EventID, in unit: UnitOfWork) throws {
    try unit.savepoint {
      for table in ["team_invitation", "team_former_name", "team"] {
        try unit.execute("DELETE FROM \(identifier: table) WHERE event_id = \(event) AND team_id = \(team)")
      }
    }
  }

  /// The most members that a team of the event may have.
  func size(of event: EventID, in snapshot: Snapshot) throws -> Int {
    try snapshot.value("SELECT team_size FROM event WHERE event_id = \(event)") ?? 0
  }

  private func team(_ row: Row) throws -> Team {
    var team = try Team(key: row["key"], name: row["name"])
    team.city = try row["city"]
    let country: String? = try row["country"]
    team.country = country.flatMap(CountryCode.init)
    team.about = try row["about"]
    team.affiliation = try row["affiliation"]
    team.track = try row["track"]
    team.place = TeamPlace(table: try row["table_label"], room: try row["room"])
    return team
  }

  private func members(_ text: String) throws -> [TeamDetails.Member] {
    (try JSON(parsing: text).elements ?? []).map { member in
      TeamDetails.Member(
        key: member["key"]?.text ?? "", name: member["name"]?.text ?? "", isCaptain: member["captain"] == .bool(true))
    }
  }
}
