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
      SELECT number, audit_time(recorded_at) AS time, details, hash FROM audit_entry
      WHERE event_id = \(event) AND principal_id = \(chain.principal) AND number > \(number)
      ORDER BY number
      LIMIT \(Self.blockSize)
      """
    ).map(link)
  }

  /// Names the first personal value that is not the one whose hash stands in the log; nil when all are.
  func firstWrongPersonalValue() throws -> String? {
    let row = try snapshot.row(
      """
      SELECT p.name, v.number, v.field
      FROM audit_personal_value AS v
      JOIN principal AS p USING (event_id, principal_id)
      LEFT JOIN (
        SELECT e.principal_id, e.number, f.key AS field, s.key AS side, s.value #>> '{}' AS digest
        FROM audit_entry AS e
        CROSS JOIN LATERAL jsonb_each(e.details::jsonb -> 'changes') AS f
        CROSS JOIN LATERAL jsonb_each(f.value) AS s
        WHERE e.event_id = \(event)) AS logged USING (principal_id, number, field, side)
      WHERE v.event_id = \(event)
        AND logged.digest IS DISTINCT FROM 'sha256:' || encode(sha256(v.salt || convert_to(v.value, 'UTF8')), 'hex')
      ORDER BY v.principal_id, v.number, v.field, v.side
      LIMIT 1
      """)
    guard let row else { return nil }
    let (name, number, field): (String, Int, String) = try (row["name"], row["number"], row["field"])
    return "the personal value \(quoted(field)) beside entry \(number) of \(quoted(name)) was changed"
  }

  private func link(_ row: Row) throws -> Link {
    try Link(number: row["number"], time: row["time"], details: row["details"], hash: row["hash"])
  }
}
