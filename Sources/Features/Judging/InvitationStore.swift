import Postgres
import Vocabulary

/// All SQL about codes by which judges come in.
struct InvitationStore {
  /// The codes of the judges who have not come in yet.
  func awaited(of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows(
      "SELECT code FROM judge WHERE event_id = \(event) AND principal_id IS NULL ORDER BY code"
    ).map { try $0["code"] }
  }

  /// Writes an invitation in place of an earlier one.
  /// - Returns: Until when it holds.
  func invite(_ judge: JudgeID, _ code: InvitationCode, days: Int, of event: EventID, in unit: UnitOfWork) throws
    -> Timestamp
  {
    try unit.inserted(
      """
      INSERT INTO judge_invitation (event_id, judge_id, code_hash, expires_at)
      VALUES (\(event), \(judge), \(code.hash), clock_timestamp() + make_interval(days => \(days)::integer))
      ON CONFLICT (event_id, judge_id)
        DO UPDATE SET code_hash = EXCLUDED.code_hash, expires_at = EXCLUDED.expires_at, accepted_at = NULL
      RETURNING expires_at
      """)
  }

  /// The judge whom a code invites now.
  func invited(by code: InvitationCode, in snapshot: Snapshot) throws -> InvitedJudge? {
    try snapshot.row(
      """
      SELECT i.event_id, e.slug, j.code, j.name
      FROM judge_invitation AS i JOIN judge AS j USING (event_id, judge_id) JOIN event AS e USING (event_id)
      WHERE i.code_hash = \(code.hash) AND i.accepted_at IS NULL AND i.expires_at > clock_timestamp()
      """
    ).map { try InvitedJudge(event: $0["event_id"], slug: $0["slug"], code: $0["code"], name: $0["name"]) }
  }

  /// Uses an invitation up; of several at once only one can.
  /// - Returns: The judge, or nil when it cannot be used any more.
  func use(_ code: InvitationCode, of event: EventID, in unit: UnitOfWork) throws -> JudgeID? {
    try unit.value(
      """
      UPDATE judge_invitation SET accepted_at = clock_timestamp()
      WHERE event_id = \(event) AND code_hash = \(code.hash) AND accepted_at IS NULL AND expires_at > clock_timestamp()
      RETURNING judge_id
      """)
  }

  /// Says who the judge is when acting themselves.
  func link(_ judge: JudgeID, to principal: PrincipalID, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      "UPDATE judge SET principal_id = \(principal) WHERE event_id = \(event) AND judge_id = \(judge)")
  }
}
