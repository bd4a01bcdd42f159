import CanonicalJSON
import Postgres
import Vocabulary

/// The SQL of certificates.
struct CertificateStore {
  /// A certificate as it is kept: what it says, under the hash of its code.
  struct Issued {
    let hash: [UInt8]
    let team: TeamID
    let participant: ParticipantID?
    let rank: Int?
  }

  /// Each active team, and each of its members who agreed to be named.
  func holders(of event: EventID, in snapshot: Snapshot) throws -> [CertificateHolder] {
    try snapshot.rows(
      """
      SELECT t.team_id, t.key AS team, t.name, p.participant_id, p.key,
        COALESCE(p.alias, p.display_name) AS person, COALESCE(p.languages, '') AS languages
      FROM team AS t
      CROSS JOIN LATERAL (
        SELECT NULL::bigint AS participant_id
        UNION ALL SELECT m.participant_id FROM team_member AS m
          WHERE m.event_id = t.event_id AND m.team_id = t.team_id) AS m
      LEFT JOIN participant AS p ON p.event_id = t.event_id AND p.participant_id = m.participant_id
      WHERE t.event_id = \(event) AND t.status = 'active'
        AND (m.participant_id IS NULL OR (p.may_be_named AND p.erased_at IS NULL))
      ORDER BY t.key, p.key NULLS FIRST
      """
    ).map { row in
      let languages: String = try row["languages"]
      return try CertificateHolder(
        team: row["team_id"], teamKey: row["team"], teamName: row["name"], participant: row["participant_id"],
        participantKey: row["key"], person: row["person"], spoken: languages.split(separator: " ").map(String.init))
    }
  }

  /// - Returns: How many were not there yet.
  func keep(_ certificates: [Issued], of event: EventID, in unit: UnitOfWork) throws -> Int {
    try unit.execute(
      """
      INSERT INTO certificate (event_id, code_hash, team_id, participant_id, rank)
      SELECT \(event), c.hash::bytea, c.team, NULLIF(c.participant, 0), NULLIF(c.rank, 0)::integer
      FROM unnest(\(certificates.map { "\\x" + hexadecimal($0.hash) })::text[], \(certificates.map(\.team))::bigint[],
        \(certificates.map { $0.participant ?? ParticipantID(0) })::bigint[],
        \(certificates.map { $0.rank ?? 0 })::bigint[]) AS c (hash, team, participant, rank)
      ON CONFLICT (event_id, code_hash) DO NOTHING
      """)
  }

  /// What was issued to one person.
  func record(of person: ParticipantID, _ event: EventID, in snapshot: Snapshot) throws -> JSON {
    .array(
      try snapshot.rows(
        """
        SELECT t.key AS team, c.rank, c.issued_at
        FROM certificate AS c JOIN team AS t USING (event_id, team_id)
        WHERE c.event_id = \(event) AND c.participant_id = \(person) ORDER BY c.certificate_id
        """
      ).map { row in
        let (rank, issuedAt): (Int?, Timestamp) = try (row["rank"], row["issued_at"])
        return [
          "team": .string(try row["team"]), "rank": rank.map { .integer($0) } ?? .null,
          "issued_at": .string(issuedAt.description),
        ]
      })
  }

  /// What a code says; names only of those who agree to it now.
  /// - Parameter publicName: What a team is called in public, by its key and its name.
  func verdict(
    on hash: [UInt8], of event: EventID, in snapshot: Snapshot, publicName: (String, String) -> String
  ) throws -> CertificateVerdict {
    let row = try snapshot.row(
      """
      SELECT s.is_valid, s.rank, s.participant_id IS NULL AS is_teams, t.name AS team, t.key, e.name AS event,
        CASE WHEN p.may_be_named THEN COALESCE(p.alias, p.display_name) END AS person
      FROM certificate_standing AS s
      JOIN event AS e USING (event_id)
      JOIN team AS t USING (event_id, team_id)
      LEFT JOIN participant AS p ON p.event_id = s.event_id AND p.participant_id = s.participant_id
      WHERE s.event_id = \(event) AND s.code_hash = \(hash) AND s.is_public
      """)
    guard let row else { return .unknown }
    guard try row["is_valid"] else { return .revoked }
    return .valid(
      try CertificateFacts(
        event: row["event"], team: publicName(row["key"], row["team"]), person: row["person"],
        isTeams: row["is_teams"], rank: row["rank"]))
  }

  private func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
