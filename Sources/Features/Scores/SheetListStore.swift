import CanonicalJSON
import Postgres
import Vocabulary

/// All SQL that reads many sheets, or what became of one.
struct SheetListStore {
  func sheets(in round: RoundID, of event: EventID, judge: String?, in snapshot: Snapshot) throws -> [StoredSheet] {
    try snapshot.rows(
      """
      SELECT j.code, t.key, s.status, s.revision, s.comment, s.feedback, s.saved_at, s.recusal_reason,
        p.name AS saved_by, c.name AS confirmed_by,
        (SELECT COALESCE(jsonb_object_agg(c.key, x.points), '{}')
         FROM score AS x JOIN criterion AS c USING (event_id, rubric_id, criterion_id)
         WHERE x.event_id = s.event_id AND x.round_id = s.round_id
           AND x.judge_id = s.judge_id AND x.team_id = s.team_id) AS points
      FROM sheet AS s JOIN judge AS j USING (event_id, judge_id) JOIN team AS t USING (event_id, team_id)
      LEFT JOIN principal AS p ON (p.event_id, p.principal_id) = (s.event_id, s.saved_by)
      LEFT JOIN principal AS c ON (c.event_id, c.principal_id) = (s.event_id, s.confirmed_by)
      WHERE s.event_id = \(event) AND s.round_id = \(round) AND j.code = COALESCE(\(judge), j.code)
      ORDER BY j.code, t.key
      """
    ).map { row in
      let sheet = try Sheet(
        judge: row["code"], team: row["key"], points: points(row["points"]), status: row["status"],
        comment: row["comment"], feedback: row["feedback"])
      return try StoredSheet(
        sheet: sheet, revision: row["revision"], savedAt: row["saved_at"], savedBy: row["saved_by"],
        recusalReason: row["recusal_reason"], confirmedBy: row["confirmed_by"])
    }
  }

  func missing(
    in round: RoundID, of event: EventID, judge: String?, in snapshot: Snapshot
  ) throws -> [(judge: String, team: String)] {
    try snapshot.rows(
      """
      SELECT j.code, t.key
      FROM assignment AS a
      JOIN judge AS j USING (event_id, judge_id)
      JOIN team AS t USING (event_id, team_id)
      LEFT JOIN sheet AS s USING (event_id, round_id, judge_id, team_id)
      WHERE a.event_id = \(event) AND a.round_id = \(round) AND j.code = COALESCE(\(judge), j.code)
        AND COALESCE(s.status, 'draft') = 'draft'
      ORDER BY j.code, t.key
      """
    ).map { (judge: try $0["code"], team: try $0["key"]) }
  }

  func tasks(of judge: String, in round: RoundID, _ event: EventID, in snapshot: Snapshot) throws -> [SheetTask] {
    try snapshot.rows(
      """
      SELECT t.key, t.name, v.contents -> 'title' AS title, v.contents -> 'summary' AS summary,
        v.contents ->> 'url' AS url, v.contents ->> 'video_url' AS video_url,
        array_to_string(ARRAY(SELECT jsonb_array_elements_text(COALESCE(NULLIF(v.contents -> 'links', 'null'), '[]'))), E'\\n') AS links,
        t.table_label, t.room
      FROM assignment AS a
      JOIN judge AS j USING (event_id, judge_id)
      JOIN team AS t USING (event_id, team_id)
      LEFT JOIN judged_submission AS u USING (event_id, team_id)
      LEFT JOIN submission_version AS v USING (event_id, submission_id, number)
      WHERE a.event_id = \(event) AND a.round_id = \(round) AND j.code = \(judge)
      ORDER BY t.name COLLATE "und-x-icu", t.key
      """
    ).map {
      let links: String = try $0["links"]
      return try SheetTask(
        team: $0["key"], name: $0["name"], title: $0["title"], summary: $0["summary"], url: $0["url"],
        videoURL: $0["video_url"], links: links.split(separator: "\n").map(String.init), table: $0["table_label"],
        room: $0["room"])
    }
  }

  func history(of sheetKey: SheetKey, in snapshot: Snapshot) throws -> [SheetRevision] {
    try snapshot.rows(
      """
      SELECT r.revision, r.status, r.points, r.comment, r.feedback, r.reason, p.name, r.recorded_at
      FROM sheet_revision AS r JOIN principal AS p USING (event_id, principal_id)
      WHERE r.event_id = \(sheetKey.event) AND r.round_id = \(sheetKey.round)
        AND r.judge_id = \(sheetKey.judge) AND r.team_id = \(sheetKey.team)
      ORDER BY r.revision
      """
    ).map { row in
      try SheetRevision(
        revision: row["revision"], status: row["status"], points: points(row["points"]), comment: row["comment"],
        feedback: row["feedback"], reason: row["reason"], by: row["name"], at: row["recorded_at"])
    }
  }

  /// The last save before the judge recused.
  func lastScored(_ sheetKey: SheetKey, in snapshot: Snapshot) throws -> SheetRevision? {
    try history(of: sheetKey, in: snapshot).last { $0.status != .recused }
  }

  func clock(of event: EventID, in snapshot: Snapshot) throws -> String {
    try snapshot.value(
      "SELECT to_char(clock_timestamp() AT TIME ZONE time_zone, 'HH24:MI') FROM event WHERE event_id = \(event)") ?? ""
  }

  func minuteNow(in snapshot: Snapshot) throws -> String {
    try snapshot.value("SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI\"Z\"')") ?? ""
  }

  private func points(_ text: String) throws -> [String: Points] {
    let given = try JSON(parsing: text).members ?? []
    return Dictionary(
      given.map { ($0.key, Points(thousandths: Int64($0.value.integer ?? 0))) }, uniquingKeysWith: { _, last in last })
  }
}
