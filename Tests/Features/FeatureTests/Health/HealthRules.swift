import Backend
import Health
import Postgres
import TestBackend
import Testing
import Vocabulary

/// The doctor looks at every guard that the schema has.
@Suite struct HealthRules {
  func problems(_ event: TestEvent) async throws -> [String] {
    let (backend, id) = (event.backend, event.id)
    return try await event.database.read { snapshot in
      try backend.health.findings(in: id, snapshot).filter { $0.level == .problem }.map(\.message)
    }
  }

  @Test func aGuardThatIsSwitchedOffIsNamed() async throws {
    try await TestEvent.with { event in
      #expect(try await problems(event) == [])
      try await event.database.session { session in
        try session.run(
          script: """
            DO $$ DECLARE name text; BEGIN
              FOR name IN SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal LOOP
                EXECUTE format('ALTER TABLE %s DISABLE TRIGGER USER', name);
              END LOOP;
            END $$
            """)
      }
      // Those that record rows are compared by their definition, as everything of the schema is.
      let all = try await event.database.read { snapshot in
        try snapshot.rows(
          """
          SELECT tgrelid::regclass || '.' || tgname AS name FROM pg_trigger
          WHERE NOT tgisinternal AND tgname NOT LIKE 'zz_rows_%' ORDER BY 1
          """
        ).map { try $0["name"] as String }
      }
      #expect(
        try await problems(event)
          == all.map { "the guard \"\($0)\" is missing or switched off: restore the database from a backup" })
    }
  }

  @Test func aConstraintThatIsGoneIsNamed() async throws {
    try await TestEvent.with { event in
      try await event.database.session { session in
        try session.run(script: "ALTER TABLE submission DROP CONSTRAINT submission_once_per_team")
      }
      #expect(
        try await problems(event) == [
          "the constraint \"submission_once_per_team\" is missing or not valid: restore the database from a backup"
        ])
    }
  }
}
