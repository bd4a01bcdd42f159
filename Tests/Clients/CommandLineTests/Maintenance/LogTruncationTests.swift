import Postgres
import Testing

/// I9: who shortens the log is found, also where the end of each chain was written anew.
@Suite struct LogTruncationTests {
  /// A way to shorten the log, and what says so.
  private struct Truncation: CustomTestStringConvertible {
    let description: String
    let script: String
    let sentence: String
    /// Whether only a seal that was kept elsewhere shows it.
    var needsSeal = false

    var testDescription: String { description }
  }

  /// The chain with the most entries.
  private static let longest = "(SELECT principal_id FROM audit_chain ORDER BY length DESC, principal_id LIMIT 1)"

  /// Makes each chain end at its last entry, as if there never had been another.
  private static let endedAnew = """
    UPDATE audit_chain AS c SET length = COALESCE(e.number, 0), head = COALESCE(e.hash, decode(repeat('00', 32), 'hex'))
    FROM audit_chain AS k LEFT JOIN LATERAL (
      SELECT number, hash FROM audit_entry AS e
      WHERE (e.event_id, e.principal_id) = (k.event_id, k.principal_id) ORDER BY number DESC LIMIT 1) AS e ON true
    WHERE (c.event_id, c.principal_id) = (k.event_id, k.principal_id);
    """

  private static let truncations = [
    Truncation(
      description: "the first entry", script: "DELETE FROM audit_entry WHERE principal_id = \(longest) AND number = 1;",
      sentence: "the entry 1 of"),
    Truncation(
      description: "the last entry",
      script: """
        DELETE FROM audit_entry WHERE principal_id = \(longest)
          AND number = (SELECT max(number) FROM audit_entry WHERE principal_id = \(longest));
        """, sentence: "ends at entry"),
    Truncation(
      description: "the last half of a chain, which ends anew",
      script: """
        DELETE FROM audit_entry WHERE principal_id = \(longest)
          AND number > (SELECT max(number) / 2 FROM audit_entry WHERE principal_id = \(longest));
        \(endedAnew)
        """, sentence: "is missing, but a checkpoint names it"),
    Truncation(
      description: "everything of one principal",
      script: """
        DELETE FROM audit_entry WHERE principal_id = \(longest);
        DELETE FROM audit_chain WHERE length > 0 AND principal_id NOT IN (SELECT principal_id FROM audit_entry);
        """, sentence: "is missing, but a checkpoint names it"),
    Truncation(
      description: "the first checkpoint", script: "DELETE FROM audit_checkpoint WHERE number = 1;",
      sentence: "checkpoint 1 was changed or removed"),
    Truncation(
      description: "the checkpoints and entries since the announcement and before",
      script: """
        DELETE FROM audit_checkpoint WHERE number > 1;
        DELETE FROM audit_entry AS e WHERE number > (
          SELECT COALESCE(max((c ->> 1)::bigint), 0) FROM audit_checkpoint AS k, jsonb_array_elements(k.details::jsonb -> 'chains') AS c
          WHERE (c ->> 0)::bigint = e.principal_id);
        \(endedAnew)
        """, sentence: "of edition 1 of the announced facts"),
    Truncation(
      description: "the newest checkpoint alone",
      script: "DELETE FROM audit_checkpoint WHERE number = (SELECT max(number) FROM audit_checkpoint);",
      sentence: "of \"seals.txt\"", needsSeal: true),
    Truncation(
      description: "everything",
      script: """
        DELETE FROM audit_personal_value; DELETE FROM audit_entry; DELETE FROM audit_chain; DELETE FROM audit_checkpoint; DELETE FROM announcement_edition;
        """, sentence: "it has no entry, but every event begins with one"),
  ]

  @Test func `verifying ends after an import of forty thousand people`() async throws {
    try await Workplace.withEmptyDatabase { place async throws in
      try #require(await place.run("db", "migrate").code == 0)
      let added = try await place.run(
        "event", "add", "jam", "--name-en", "Jam", "--from", "2026-05-01", "--to", "2026-05-02", "--tz", "UTC")
      try #require(added.code == 0)
      let rows = (0..<40_000).map { "Given\($0),Family\($0),person.\($0)@example.org,Team \($0 / 5)\n" }
      try place.write("given_name,family_name,email,team\n" + rows.joined(), to: "people.csv")
      try #require(await place.run("participant", "import", "people.csv").code == 0)
      let verified = try await place.run("log", "verify")
      #expect(verified.code == 0, "\(verified.errors)")
      // A value that is gone is found among all the others.
      try await place.database.session {
        try $0.run(
          script: """
            SET session_replication_role = replica;
            DELETE FROM audit_personal_value WHERE (number, field) = (
              SELECT number, field FROM audit_personal_value ORDER BY number DESC, field LIMIT 1);
            SET session_replication_role = origin
            """)
      }
      #expect(try await place.run("log", "verify").errors.contains("is gone, and nobody erased it"))
    }
  }

  @Test(arguments: truncations.indices) func `a shorter log is found`(_ index: Int) async throws {
    let truncation = Self.truncations[index]
    try await Workplace.withAnnouncedJam { place async throws in
      let seal = try await place.run("log", "seal", "-E", "demo-jam")
      try place.write("Sealed on the last day:\n\(seal.output)", to: "seals.txt")
      try #require(await place.run("log", "verify", "-E", "demo-jam", "--against", "seals.txt").code == 0)
      try await place.database.session {
        try $0.run(
          script: """
            SET session_replication_role = replica;
            \(truncation.script) SET session_replication_role = origin
            """)
      }
      let options = truncation.needsSeal ? ["--against", "seals.txt"] : []
      let verified = try await place.program.start(["log", "verify", "-E", "demo-jam"] + options).end()
      #expect(verified.code == 1)
      #expect(verified.errors.contains(truncation.sentence), "\(truncation.description): \(verified.errors)")
    }
  }
}
