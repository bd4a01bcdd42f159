public import Postgres
import Vocabulary

/// All SQL about rounds.
struct RoundStore {
  func rounds(of event: EventID, in snapshot: Snapshot) throws -> [Round] {
    try snapshot.rows(
      """
      SELECT r.round_id, r.key, r.rubric_id, r.state, r.kind, r.entrants, t.key AS track, f.key AS from_round,
        r.minimum_sheets, r.asks_confirmation, r.method,
        COALESCE((
          SELECT string_agg(j.code, ',' ORDER BY j.code) FROM round_judge AS p JOIN judge AS j USING (event_id, judge_id)
          WHERE p.event_id = r.event_id AND p.round_id = r.round_id), '') AS panel
      FROM round AS r LEFT JOIN track AS t USING (event_id, track_id)
      LEFT JOIN round AS f ON f.event_id = r.event_id AND f.round_id = r.from_round_id
      WHERE r.event_id = \(event)
      ORDER BY r.round_id
      """
    ).map(round)
  }

  func full(of event: EventID, in snapshot: Snapshot) throws -> [RoundDetails] {
    let rounds = try rounds(of: event, in: snapshot)
    let rows = try snapshot.rows(
      """
      SELECT b.key, b.version,
        (SELECT count(*) FROM round_team AS t
          WHERE t.event_id = r.event_id AND t.round_id = r.round_id AND t.status = 'active') AS teams,
        (SELECT count(*) FROM round_panel AS p WHERE p.event_id = r.event_id AND p.round_id = r.round_id) AS judges,
        (SELECT count(*) FROM assignment AS a WHERE a.event_id = r.event_id AND a.round_id = r.round_id) AS assignments,
        (SELECT count(*) FROM sheet AS s
          WHERE s.event_id = r.event_id AND s.round_id = r.round_id AND s.status = 'ready') AS ready,
        EXISTS (SELECT FROM sheet AS s WHERE s.event_id = r.event_id AND s.round_id = r.round_id) AS has_sheets
      FROM round AS r JOIN rubric AS b USING (event_id, rubric_id)
      WHERE r.event_id = \(event)
      ORDER BY r.round_id
      """)
    return try zip(rounds, rows).map { round, row in
      try RoundDetails(
        round: round, rubricKey: row["key"], rubricVersion: row["version"], teams: row["teams"], judges: row["judges"],
        assignments: row["assignments"], readySheets: row["ready"], hasSheets: row["has_sheets"])
    }
  }

  func insert(
    _ key: Slug, _ rubric: RubricID, _ state: Round.State, _ entrants: EntrantColumns, of event: EventID,
    in unit: UnitOfWork
  ) throws -> RoundID {
    try unit.inserted(
      """
      INSERT INTO round (event_id, key, rubric_id, state, entrants, track_id, from_round_id)
      VALUES (\(event), \(key), \(rubric), \(state), \(entrants.word), \(entrants.track), \(entrants.round))
      RETURNING round_id
      """)
  }

  /// A team needs this many sheets from now on.
  func setMinimum(_ sheets: Int, of round: RoundID, _ event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      "UPDATE round SET minimum_sheets = \(sheets) WHERE event_id = \(event) AND round_id = \(round)")
  }

  func update(_ round: Round, _ entrants: EntrantColumns, of event: EventID, in unit: UnitOfWork) throws {
    let settings = round.settings
    try unit.savepoint {
      _ = try unit.execute(
        """
        UPDATE round SET rubric_id = \(round.rubric), kind = \(settings.kind), entrants = \(entrants.word),
          track_id = \(entrants.track), from_round_id = \(entrants.round), minimum_sheets = \(settings.minimumSheets),
          asks_confirmation = \(settings.asksConfirmation), method = \(settings.method)
        WHERE event_id = \(event) AND round_id = \(round.id)
        """)
    }
    try unit.execute("DELETE FROM round_judge WHERE event_id = \(event) AND round_id = \(round.id)")
    try unit.execute(
      """
      INSERT INTO round_judge (event_id, round_id, judge_id)
      SELECT event_id, \(round.id), judge_id FROM judge
      WHERE event_id = \(event) AND code = ANY (\(settings.panel)::text[])
      """)
  }

  func update(
    _ round: RoundID, _ rubric: RubricID, _ state: Round.State, of event: EventID, in unit: UnitOfWork
  ) throws {
    try unit.savepoint {
      _ = try unit.execute(
        """
        UPDATE round SET rubric_id = \(rubric), state = \(state)
        WHERE event_id = \(event) AND round_id = \(round)
        """)
    }
  }

  /// Takes a round away with its panel and its entrants.
  func delete(_ round: RoundID, of event: EventID, in unit: UnitOfWork) throws {
    try unit.savepoint {
      for table in ["round_judge", "round_entrant", "round"] {
        try unit.execute("DELETE FROM \(identifier: table) WHERE event_id = \(event) AND round_id = \(round)")
      }
    }
  }

  /// The round's state, after every sheet that was being saved; sheets that come later wait until the unit ends.
  func lockedState(of round: RoundID, _ event: EventID, in unit: UnitOfWork) throws -> Round.State {
    _ = try unit.rows("SELECT stop_saving_sheets_of(\(round))")
    let state: Round.State? = try unit.value(
      "SELECT state FROM round WHERE event_id = \(event) AND round_id = \(round) FOR UPDATE")
    guard let state else { throw JudgingError.noRound }
    return state
  }

  func track(_ key: String, of event: EventID, in snapshot: Snapshot) throws -> TrackNumber? {
    try snapshot.value("SELECT track_id FROM track WHERE event_id = \(event) AND key = \(key)")
  }

  func trackKeys(of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows("SELECT key FROM track WHERE event_id = \(event) ORDER BY key").map { try $0["key"] }
  }

  /// The assignments that the round's entrants or panel no longer allow, as "J-03 aurora".
  func assignmentsOutside(_ round: RoundID, of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows(
      """
      SELECT j.code || ' ' || t.key AS pair
      FROM assignment AS a JOIN judge AS j USING (event_id, judge_id) JOIN team AS t USING (event_id, team_id)
      WHERE a.event_id = \(event) AND a.round_id = \(round) AND NOT (
        EXISTS (SELECT FROM round_team AS e
          WHERE e.event_id = a.event_id AND e.round_id = a.round_id AND e.team_id = a.team_id)
        AND EXISTS (SELECT FROM round_panel AS p
          WHERE p.event_id = a.event_id AND p.round_id = a.round_id AND p.judge_id = a.judge_id))
      ORDER BY 1
      """
    ).map { try $0["pair"] }
  }

  /// Sets the finalists of a round.
  func setEntrants(_ teams: [String], of round: RoundID, _ event: EventID, in unit: UnitOfWork) throws {
    try unit.execute("DELETE FROM round_entrant WHERE event_id = \(event) AND round_id = \(round)")
    try unit.execute(
      """
      INSERT INTO round_entrant (event_id, round_id, team_id)
      SELECT event_id, \(round), team_id FROM team WHERE event_id = \(event) AND key = ANY (\(teams)::text[])
      """)
  }

  /// The keys of the teams and the codes of the judges whom the round takes.
  func teams(in round: RoundID, of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows(
      """
      SELECT key FROM round_team
      WHERE event_id = \(event) AND round_id = \(round) AND status = 'active'
      ORDER BY key
      """
    ).map { try $0["key"] }
  }

  func panel(of round: RoundID, _ event: EventID, in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows(
      "SELECT code FROM round_panel WHERE event_id = \(event) AND round_id = \(round) ORDER BY code"
    ).map { try $0["code"] }
  }

  private func round(_ row: Row) throws -> Round {
    var settings = Round.Settings()
    let (track, from, panel): (String?, String?, String) = try (row["track"], row["from_round"], row["panel"])
    settings.kind = try row["kind"]
    settings.entrants = track.map { .track($0) } ?? from.map { .finalists(of: $0) } ?? .all
    settings.panel = panel.split(separator: ",").map(String.init)
    settings.minimumSheets = try row["minimum_sheets"]
    settings.asksConfirmation = try row["asks_confirmation"]
    settings.method = try row["method"]
    return try Round(
      id: row["round_id"], key: row["key"], rubric: row["rubric_id"], state: row["state"], settings: settings)
  }
}

/// How the columns of a round tell whom it takes.
struct EntrantColumns {
  let word: String
  let track: TrackNumber?
  let round: RoundID?

  static let all = EntrantColumns(word: "all", track: nil, round: nil)
}

typealias TrackNumber = ID<Round.Entrants>

extension Round.State: SQLEncodable, SQLDecodable {}
extension Round.Kind: SQLEncodable, SQLDecodable {}
