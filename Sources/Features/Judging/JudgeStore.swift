public import Postgres
import Vocabulary

/// All SQL about judges themselves.
struct JudgeStore {
  /// The judge of this code, locked until the unit ends.
  func locked(_ code: String, of event: EventID, in unit: UnitOfWork) throws -> (id: JudgeID, judge: Judge)? {
    try unit.row(
      """
      SELECT judge_id, code, name, affiliation, email, languages, array_to_string(expertise, ',') AS expertise
      FROM judge WHERE event_id = \(event) AND code = \(code)
      FOR UPDATE
      """
    ).map { try ($0["judge_id"], judge($0)) }
  }

  func judges(of event: EventID, in snapshot: Snapshot) throws -> [Judge] {
    try snapshot.rows(
      """
      SELECT code, name, affiliation, email, languages, array_to_string(expertise, ',') AS expertise
      FROM judge WHERE event_id = \(event)
      ORDER BY code
      """
    ).map(judge)
  }

  func codes(of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows("SELECT code FROM judge WHERE event_id = \(event) ORDER BY code").map { try $0["code"] }
  }

  func insert(_ judge: Judge, of event: EventID, in unit: UnitOfWork) throws {
    try unit.savepoint {
      _ = try unit.execute(
        """
        INSERT INTO judge (
          event_id, code, name, name_folded, affiliation, affiliation_folded, email, email_folded, languages, expertise)
        VALUES (\(event), \(judge.code), \(judge.name), \(FoldedName(keepingSymbols: judge.name).text),
          \(judge.affiliation), \(judge.affiliation.map { FoldedName($0).text }), \(judge.email?.text),
          \(judge.email?.folded), \(judge.languages.joined(separator: " ")), \(judge.expertise)::text[])
        """)
    }
  }

  /// Somebody who was erased is here again then.
  func update(_ judge: Judge, of event: EventID, in unit: UnitOfWork) throws {
    try unit.savepoint {
      _ = try unit.execute(
        """
        UPDATE judge SET erased_at = NULL, name = \(judge.name), name_folded = \(FoldedName(keepingSymbols: judge.name).text),
          affiliation = \(judge.affiliation), affiliation_folded = \(judge.affiliation.map { FoldedName($0).text }),
          email = \(judge.email?.text),
          email_folded = \(judge.email?.folded), languages = \(judge.languages.joined(separator: " ")),
          expertise = \(judge.expertise)::text[]
        WHERE event_id = \(event) AND code = \(judge.code)
        """)
    }
  }

  func full(of event: EventID, only code: String? = nil, in snapshot: Snapshot) throws -> [JudgeDetails] {
    try snapshot.rows(
      """
      SELECT j.code, j.name, j.affiliation, j.email, j.languages, array_to_string(j.expertise, ',') AS expertise,
        (SELECT min(o.key) FROM organisation_spelling AS o
          WHERE o.event_id = j.event_id AND o.folded = j.affiliation_folded) AS organisation,
        CASE WHEN j.principal_id IS NOT NULL THEN 'accepted' WHEN i.judge_id IS NULL THEN 'not invited'
          WHEN i.expires_at <= clock_timestamp() THEN 'invitation expired' ELSE 'invited' END AS standing,
        (SELECT count(*) FROM assignment AS a WHERE a.event_id = j.event_id AND a.judge_id = j.judge_id) AS assignments,
        (SELECT count(*) FROM sheet AS s
          WHERE s.event_id = j.event_id AND s.judge_id = j.judge_id AND s.status = 'ready') AS ready,
        (SELECT count(DISTINCT team_id) FROM open_conflict AS c
          WHERE c.event_id = j.event_id AND c.judge_id = j.judge_id) AS conflicts
      FROM judge AS j LEFT JOIN judge_invitation AS i USING (event_id, judge_id)
      WHERE j.event_id = \(event) AND j.code = COALESCE(\(code), j.code)
      ORDER BY j.code
      """
    ).map { row in
      try JudgeDetails(
        judge: judge(row), organisation: row["organisation"], standing: row["standing"],
        assignments: row["assignments"], readySheets: row["ready"], conflicts: row["conflicts"])
    }
  }

  func hasSheets(_ judge: JudgeID, of event: EventID, in unit: UnitOfWork) throws -> Bool {
    try unit.value("SELECT EXISTS (SELECT FROM sheet WHERE event_id = \(event) AND judge_id = \(judge))") ?? false
  }

  /// Deletes a judge who has no sheet, with everything that was planned for them.
  /// - Returns: Who the judge was when acting themselves.
  func delete(_ judge: JudgeID, of event: EventID, in unit: UnitOfWork) throws -> PrincipalID? {
    for table in ["judge_conflict", "judge_invitation", "round_judge", "assignment"] {
      try unit.execute("DELETE FROM \(identifier: table) WHERE event_id = \(event) AND judge_id = \(judge)")
    }
    return try unit.row(
      "DELETE FROM judge WHERE event_id = \(event) AND judge_id = \(judge) RETURNING principal_id")?["principal_id"]
  }

  func teamKeys(of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows("SELECT key FROM team WHERE event_id = \(event) ORDER BY key").map { try $0["key"] }
  }

  private func judge(_ row: Row) throws -> Judge {
    var judge = try Judge(code: row["code"], name: row["name"], affiliation: row["affiliation"])
    let (email, languages, expertise): (String?, String, String) = try (
      row["email"], row["languages"], row["expertise"]
    )
    judge.email = email.flatMap(EmailAddress.init)
    judge.languages = languages.split(separator: " ").map(String.init)
    judge.expertise = expertise.split(separator: ",").map(String.init)
    return judge
  }
}

extension JudgeDetails.Standing: SQLDecodable {}
