import Digests
import Postgres
import Vocabulary

/// The SQL of the names of erased people, of which only hashes are kept.
struct ErasedNameStore {
  /// What takes these names out of texts.
  func redaction(of event: EventID, in snapshot: Snapshot) throws -> NameRedaction {
    let rows = try snapshot.rows(
      """
      SELECT n.sha256, n.words, a.certificate_secret AS secret
      FROM erased_name AS n JOIN announcement AS a USING (event_id)
      WHERE n.event_id = \(event)
      """)
    var digests: [SHA256Digest: Int] = [:]
    for row in rows {
      let bytes: [UInt8] = try row["sha256"]
      if let digest = SHA256Digest(bytes: bytes) { digests[digest] = try row["words"] }
    }
    return NameRedaction(digests, by: try rows.first?["secret"] ?? [])
  }

  /// Keeps the hashes of names.
  func keep(_ redaction: NameRedaction, of event: EventID, in unit: UnitOfWork) throws {
    let names = Array(redaction.digests)
    try unit.execute(
      """
      INSERT INTO erased_name (event_id, sha256, words)
      SELECT \(event), decode(n.sha256, 'hex'), n.words
      FROM unnest(\(names.map(\.key.description))::text[], \(names.map(\.value))::integer[]) AS n (sha256, words)
      ON CONFLICT DO NOTHING
      """)
  }
}
