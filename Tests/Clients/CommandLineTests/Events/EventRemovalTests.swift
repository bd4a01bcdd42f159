import Foundation
import Postgres
import Testing

/// An event goes whole, with a proof that it existed, and nothing else goes with it.
@Suite(.serialized) struct EventRemovalTests {
  /// Takes back behind the program's back that a result was announced.
  private func unannounce(_ place: Workplace) async throws {
    try await place.arrange(
      """
      DELETE FROM result_step WHERE kind = 'announced'
      """)
  }

  private func number(of event: String, _ place: Workplace) async throws -> Int64 {
    let text = try await place.ask("SELECT event_id::text FROM event WHERE slug = \(event)")
    return try #require(text.flatMap { Int64($0) })
  }

  /// The tables of the catalogue that have a column `event_id`.
  private func tables(_ place: Workplace) async throws -> [String] {
    try await place.database.session { session in
      try session.query(
        """
        SELECT c.table_name::text AS name
        FROM information_schema.columns AS c JOIN information_schema.tables AS t USING (table_schema, table_name)
        WHERE c.table_schema = current_schema() AND c.column_name = 'event_id' AND t.table_type = 'BASE TABLE'
        ORDER BY 1
        """
      ).map { try $0["name"] }
    }
  }

  /// How many rows of an event each table has, and the digest of their text.
  private func contents(_ event: Int64, _ place: Workplace) async throws -> [String: String] {
    var contents: [String: String] = [:]
    for table in try await tables(place) {
      contents[table] = try await place.ask(
        """
        SELECT count(*) || ' ' || md5(COALESCE(string_agg(t::text, '' ORDER BY t::text), ''))
        FROM \(identifier: table) AS t WHERE event_id = \(event)
        """)
    }
    return contents
  }

  @Test func `no row of a removed event is left in any table, and another event is as it was`() async throws {
    try await Workplace.withFullEvent { place async throws in
      try await unannounce(place)
      let (spring, autumn) = (try await number(of: "spring", place), try await number(of: "autumn", place))
      let (full, other) = (try await contents(spring, place), try await contents(autumn, place))
      let empty = full.filter { $0.value.hasPrefix("0 ") }.keys.sorted()
      #expect(empty == [], "This test has to put rows into these tables.")

      let removed = try await place.run("event", "remove", "spring", "--confirm", "spring")
      #expect(removed.code == 0)
      #expect(removed.errors.hasSuffix("event \"spring\": removed\n"))
      let left = try await contents(spring, place).filter { !$0.value.hasPrefix("0 ") }.keys.sorted()
      #expect(left == [])
      #expect(try await contents(autumn, place) == other)
      #expect(try await place.run("doctor", "-E", "autumn").output.contains("FAIL") == false)
    }
  }

  @Test func `a proof that the event existed stays and never changes`() async throws {
    try await Workplace.withFullEvent { place async throws in
      try await unannounce(place)
      let spring = try await number(of: "spring", place)
      let entries = try await place.ask("SELECT (count(*) + 1)::text FROM audit_entry WHERE event_id = \(spring)")
      #expect(try await place.run("event", "remove", "spring", "--confirm", "spring").code == 0)
      let listed = try document(try await place.run("event", "list", "--removed", "--json").output)
      let proof = try #require((listed["items"] as? [[String: Any]])?.first)
      #expect(proof["key"] as? String == "spring")
      #expect(proof["removed_by"] as? String == "ada")
      #expect((proof["log_entries"] as? Int).map(String.init) == entries)
      #expect((proof["log_sha256"] as? String)?.count == 64)
      #expect(try await place.run("event", "list").output.contains("spring") == false)
      for change in [
        "UPDATE removed_event SET slug = 'x'", "DELETE FROM removed_event", "TRUNCATE removed_event",
        "SET datajam.removed_event = '\(spring)'; DELETE FROM removed_event",
      ] {
        await #expect(throws: PostgresError.self) { try await place.database.session { try $0.run(script: change) } }
      }
    }
  }

  @Test func `an event stays of which a result was announced, or to which another one is related`() async throws {
    try await Workplace.withFullEvent { place async throws in
      #expect(
        try await place.run("event", "remove", "spring", "--confirm", "spring")
          == .saying(
            1, #"Error: The event "spring" cannot be removed because a result of it was announced."#,
            "To erase the people's personal data: datajam person erase --due"))
      try await unannounce(place)
      #expect(try await place.run("event", "relate", "autumn", "--sister", "spring").code == 0)
      #expect(
        try await place.run("event", "remove", "spring", "--confirm", "spring")
          == .saying(
            1, #"Error: The event "spring" cannot be removed because "autumn" is related to it."#,
            "Take that back first: datajam event unrelate autumn spring"))
      #expect(try await place.run("event", "unrelate", "autumn", "spring").code == 0)
      #expect(try await place.run("event", "remove", "spring", "--confirm", "autumn").code != 0)
      #expect(try await place.run("event", "remove", "spring", "--by", "nobody", "--confirm", "spring").code == 4)
      #expect(try await place.run("event", "show", "spring").code == 0)
    }
  }

  @Test func `a row of the log goes with its own event only`() async throws {
    try await Workplace.withFullEvent { place async throws in
      let autumn = try await number(of: "autumn", place)
      for table in ["audit_entry", "result", "result_step", "submission_version", "sheet_revision", "agenda_version"] {
        await #expect(throws: PostgresError.self, "\(table)") {
          try await place.database.session {
            try $0.run(
              script: """
                BEGIN; SET LOCAL datajam.removed_event = '\(autumn)';
                DELETE FROM \(table) WHERE event_id <> \(autumn)
                """)
          }
        }
      }
    }
  }
}
