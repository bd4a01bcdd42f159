import Lookup
import Postgres
import Vocabulary

/// The SQL by which judges' identities are taken out.
struct JudgeErasureStore {
  func all(of event: EventID, in unit: UnitOfWork) throws -> [String] {
    try unit.rows(
      """
      SELECT code FROM judge WHERE event_id = \(event) AND erased_at IS NULL
      ORDER BY code
      FOR UPDATE
      """
    ).map { try $0["code"] }
  }

  /// A judge without an address is invited no more.
  func erase(_ codes: [String], of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      DELETE FROM judge_invitation AS i USING judge AS j
      WHERE i.event_id = \(event) AND j.event_id = i.event_id AND j.judge_id = i.judge_id
        AND j.code = ANY (\(codes)::text[])
      """)
    try unit.execute(
      """
      UPDATE judge_conflict AS c SET reason = 'erased' FROM judge AS j
      WHERE c.event_id = \(event) AND j.event_id = c.event_id AND j.judge_id = c.judge_id
        AND j.code = ANY (\(codes)::text[])
      """)
    try unit.execute(
      """
      UPDATE judge SET name = code, name_folded = '', affiliation = NULL, affiliation_folded = NULL, email = NULL,
        email_folded = NULL, languages = '', expertise = '{}', erased_at = clock_timestamp()
      WHERE event_id = \(event) AND code = ANY (\(codes)::text[])
      """)
  }

  /// The codes and addresses that judges have now; those who were removed have their code only.
  func identities(of codes: [String], _ event: EventID, in unit: UnitOfWork) throws -> [PersonIdentity] {
    try unit.rows(
      """
      SELECT c.code, j.email FROM unnest(\(codes)::text[]) AS c (code)
      LEFT JOIN judge AS j ON j.event_id = \(event) AND j.code = c.code
      """
    ).flatMap { row in
      let email: String? = try row["email"]
      return PersonIdentity.of(key: try row["code"], email.flatMap(EmailAddress.init))
    }
  }

  func isErased(_ code: String, of event: EventID, in snapshot: Snapshot) throws -> Bool {
    try snapshot.value(
      "SELECT EXISTS (SELECT FROM judge WHERE event_id = \(event) AND code = \(code) AND erased_at IS NOT NULL)")
      ?? false
  }

  func principals(of codes: [String], _ event: EventID, in unit: UnitOfWork) throws -> [PrincipalID] {
    try unit.rows(
      """
      SELECT principal_id FROM judge
      WHERE event_id = \(event) AND code = ANY (\(codes)::text[]) AND principal_id IS NOT NULL
      """
    ).map { try $0["principal_id"] }
  }
}
