import CanonicalJSON
import Digests
import Postgres
import Vocabulary

/// The SQL by which the log is read back for verification.
struct AuditVerificationStore {
  /// One principal's chain and where it should end.
  struct Chain {
    let principal: PrincipalID
    let name: String
    let length: Int
    let head: [UInt8]
  }

  /// An entry or a checkpoint as it is hashed.
  struct Link {
    let number: Int
    let time: String
    let details: String
    let hash: [UInt8]

    func expectedHash(after previous: [UInt8]) -> [UInt8] {
      SHA256Digest(of: previous + Array("\(number) \(time) \(details)".utf8)).bytes
    }
  }

  private static let blockSize = 500
  /// An entry about many records holds a thousand of them.
  private static let personalBlockSize = 20

  let event: EventID
  let snapshot: Snapshot

  func chains() throws -> [Chain] {
    try snapshot.rows(
      """
      SELECT c.principal_id, p.name, c.length, c.head
      FROM audit_chain AS c JOIN principal AS p USING (event_id, principal_id)
      WHERE c.event_id = \(event)
      ORDER BY c.principal_id
      """
    ).map { row in
      try Chain(principal: row["principal_id"], name: row["name"], length: row["length"], head: row["head"])
    }
  }

  func checkpoints() throws -> [Link] {
    try snapshot.rows(
      """
      SELECT number, audit_time(recorded_at) AS time, details, hash FROM audit_checkpoint
      WHERE event_id = \(event)
      ORDER BY number
      """
    ).map(link)
  }

  func entries(of chain: Chain, after number: Int) throws -> [Link] {
    try snapshot.rows(
      """
      SELECT number, audit_time(recorded_at) AS time, hash,
        details || COALESCE(' ' || first_record || ' ' || last_record || ' ' || encode(records_sha256, 'hex'), '') AS details
      FROM audit_entry
      WHERE event_id = \(event) AND principal_id = \(chain.principal) AND number > \(number)
      ORDER BY number
      LIMIT \(Self.blockSize)
      """
    ).map(link)
  }

  /// Verifying takes as long as it needs; it can be interrupted.
  func withoutTimeLimit() throws { _ = try snapshot.rows("SELECT set_config('statement_timeout', '0', true)") }

  /// The places of the entries of a chain that hold personal values, in blocks: a first and a last number each.
  func blocksWithPersonalValues(of chain: Chain) throws -> [(first: Int, last: Int)] {
    try snapshot.rows(
      """
      SELECT min(number) AS first, max(number) AS last
      FROM (
        SELECT number, (row_number() OVER (ORDER BY number) - 1) / \(Self.personalBlockSize) AS block
        FROM audit_entry
        WHERE event_id = \(event) AND principal_id = \(chain.principal) AND details LIKE '%"sha256:%') AS e
      GROUP BY block ORDER BY block
      """
    ).map { (try $0["first"], try $0["last"]) }
  }

  /// Names the first personal value of a block that is not the one whose hash the log has, that the log does not know, or
  /// that is gone though nobody erased it; nil when all are right.
  func firstWrongPersonalValue(of chain: Chain, in block: (first: Int, last: Int)) throws -> String? {
    let row = try snapshot.row(
      """
      WITH entry AS MATERIALIZED (
        SELECT number, details::jsonb -> 'changes' AS changes FROM audit_entry
        WHERE event_id = \(event) AND principal_id = \(chain.principal)
          AND number BETWEEN \(block.first) AND \(block.last)
      ), logged AS MATERIALIZED (
        SELECT e.number, f.key AS field, s.key AS side, s.value #>> '{}' AS digest
        FROM entry AS e
        CROSS JOIN LATERAL jsonb_each(e.changes) AS f
        CROSS JOIN LATERAL jsonb_each(f.value) AS s
        WHERE jsonb_typeof(s.value) = 'string' AND s.value #>> '{}' ~ '^sha256:[0-9a-f]{64}$'
      ), kept AS MATERIALIZED (
        SELECT number, field, side, 'sha256:' || encode(sha256(salt || convert_to(value, 'UTF8')), 'hex') AS digest
        FROM audit_personal_value
        WHERE event_id = \(event) AND principal_id = \(chain.principal)
          AND number BETWEEN \(block.first) AND \(block.last)
      ), erased AS MATERIALIZED (
        SELECT (contents ->> 'number')::bigint AS number, contents ->> 'field' AS field, contents ->> 'side' AS side
        FROM row_record
        WHERE event_id = \(event) AND relation = 'audit_personal_value'
          AND (contents ->> 'principal_id')::bigint = \(chain.principal)
          AND (contents ->> 'number')::bigint BETWEEN \(block.first) AND \(block.last)
      ), wrong AS (
        SELECT number, field, side, kept.digest IS NULL AS is_gone
        FROM logged FULL JOIN kept USING (number, field, side)
        WHERE logged.digest IS DISTINCT FROM kept.digest
        EXCEPT
        SELECT number, field, side, true FROM erased
      )
      SELECT number, field, is_gone FROM wrong ORDER BY number, field, side
      """)
    guard let row else { return nil }
    let (number, field, isGone): (Int, String, Bool) = try (row["number"], row["field"], row["is_gone"])
    let what = isGone ? "is gone, and nobody erased it" : "was changed"
    return "the personal value \(quoted(field)) beside entry \(number) of \(quoted(chain.name)) \(what)"
  }

  private func link(_ row: Row) throws -> Link {
    try Link(number: row["number"], time: row["time"], details: row["details"], hash: row["hash"])
  }
}
