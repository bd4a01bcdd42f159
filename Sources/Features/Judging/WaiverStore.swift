import Access
import Postgres
import Vocabulary

/// All SQL about waivers of a whole domain or organisation.
struct WaiverStore {
  /// - Returns: Whether the organiser had not waived it yet.
  func insert(
    _ subject: WaiverSubject, by holder: TokenHolder, because reason: String, of event: EventID, in unit: UnitOfWork
  ) throws -> Bool {
    try unit.execute(
      """
      INSERT INTO conflict_waiver (event_id, kind, subject, principal_id, token_id, reason)
      VALUES (\(event), \(subject.kind), \(subject.folded), \(holder.number)::bigint, \(holder.token)::bigint, \(reason))
      ON CONFLICT ON CONSTRAINT conflict_waiver_once_by_each DO NOTHING
      """) > 0
  }

  /// How many conflicts that were found, and that nobody declared, the subject is about.
  func conflicts(by subject: WaiverSubject, of event: EventID, in snapshot: Snapshot) throws -> Int {
    let row = try snapshot.row(
      """
      SELECT count(*) AS conflicts
      FROM judge_conflict AS c JOIN judge AS j USING (event_id, judge_id)
      WHERE c.event_id = \(event) AND c.kind = \(subject.kind) AND NOT c.is_pinned
        AND waiver_concerns(c.event_id, c.kind, \(subject.folded), j.email_folded, j.affiliation_folded)
      """)
    return try row?["conflicts"] ?? 0
  }

  /// How many organisers waived what the judges of a subject share.
  func organisers(of subject: WaiverSubject, _ event: EventID, in snapshot: Snapshot) throws -> Int {
    let row = try snapshot.row(
      """
      SELECT COALESCE(max(w.organisers), 0)::bigint AS organisers
      FROM judge_waiver AS w JOIN judge AS j USING (event_id, judge_id)
      WHERE w.event_id = \(event) AND w.kind = \(subject.kind)
        AND waiver_concerns(w.event_id, w.kind, \(subject.folded), j.email_folded, j.affiliation_folded)
      """)
    return try row?["organisers"] ?? 0
  }

  /// The subjects of found conflicts that are open, those with the most conflicts first.
  func subjects(of event: EventID, in snapshot: Snapshot) throws -> [SharedSubject] {
    try snapshot.rows(
      """
      SELECT c.kind, s.name, count(*) AS conflicts
      FROM open_conflict AS o JOIN judge_conflict AS c USING (event_id, judge_id, team_id, kind)
      JOIN judge AS j USING (event_id, judge_id)
      CROSS JOIN LATERAL (SELECT CASE c.kind WHEN 'domain' THEN split_part(j.email_folded, '@', 2)
        WHEN 'organisation' THEN j.affiliation END AS name) AS s
      WHERE c.event_id = \(event) AND NOT c.is_pinned AND s.name <> ''
      GROUP BY c.kind, s.name
      ORDER BY count(*) DESC, c.kind, s.name COLLATE "C"
      """
    ).map { row in
      let (kind, name): (Conflict.Kind, String) = try (row["kind"], row["name"])
      return try SharedSubject(
        subject: kind == .domain ? .domain(name) : .organisation(name), conflicts: row["conflicts"])
    }
  }

  /// Who waived what each judge shares with teams, by "J-03 domain".
  func all(of event: EventID, in snapshot: Snapshot) throws -> [String: [Conflict.Override]] {
    try snapshot.rows(
      """
      SELECT j.code || ' ' || w.kind AS judge, p.name, w.reason
      FROM conflict_waiver AS w JOIN judge AS j USING (event_id)
      JOIN principal AS p ON p.event_id = w.event_id AND p.principal_id = w.principal_id
      WHERE w.event_id = \(event)
        AND waiver_concerns(w.event_id, w.kind, w.subject, j.email_folded, j.affiliation_folded)
      ORDER BY w.said_at
      """
    ).reduce(into: [:]) { all, row in
      let entry = try Conflict.Override(organiser: row["name"], reason: row["reason"])
      let known = all[try row["judge"], default: []]
      if !known.contains(where: { $0.organiser == entry.organiser }) {
        all[try row["judge"], default: []].append(entry)
      }
    }
  }

  /// Whether a score was saved, after which nothing is waived.
  func hasScores(_ event: EventID, in snapshot: Snapshot) throws -> Bool {
    try snapshot.row("SELECT has_scores(\(event)) AS scored")?["scored"] ?? false
  }

  /// Deletes the waived conflicts of judges whose address and affiliation are about to be erased: without these no waiver
  /// is about them.
  func forget(_ codes: [String], of event: EventID, in unit: UnitOfWork) throws -> [(judge: String, team: String)] {
    try unit.rows(
      """
      DELETE FROM judge_conflict AS c USING judge AS j, judge_waiver AS w, team AS t
      WHERE c.event_id = \(event) AND NOT c.is_pinned AND w.organisers >= overrides_needed()
        AND (j.event_id, j.judge_id) = (c.event_id, c.judge_id) AND j.code = ANY (\(codes)::text[])
        AND (w.event_id, w.judge_id, w.kind) = (c.event_id, c.judge_id, c.kind)
        AND (t.event_id, t.team_id) = (c.event_id, c.team_id)
      RETURNING j.code, t.key
      """
    ).map { try ($0["code"], $0["key"]) }
  }
}
