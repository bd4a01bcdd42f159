public import Postgres

extension TestServer {
  /// Runs the body with a database that is at the migrator's schema, cloned from a template that is made once.
  public static func withMigratedDatabase<Result>(
    by migrator: Migrator, limit: Int = 8, timeouts: Timeouts = Timeouts(), _ body: (Database) async throws -> Result
  ) async throws -> Result {
    let template = try await Template.shared.name(by: migrator)
    return try await withDatabase(cloning: template, limit: limit, timeouts: timeouts, body)
  }
}

/// The migrated database that others are cloned from.
private actor Template {
  static let shared = Template()
  private var making: Task<String, any Error>?

  func name(by migrator: Migrator) async throws -> String {
    if let making { return try await making.value }
    let task = Task {
      let name = "template_\(UInt64.random(in: 0...UInt64.max))"
      let administrator = Database(TestServer.administration, limit: 1)
      try await administrator.session { try $0.run(script: "CREATE DATABASE \(name)") }
      let database = Database(TestServer.administration.database(named: name), limit: 1)
      try await database.session { _ = try migrator.migrate(in: $0) }
      // A template with a connection cannot be cloned.
      await database.close()
      try await administrator.session { session in
        try session.run(script: "ALTER DATABASE \(name) IS_TEMPLATE true ALLOW_CONNECTIONS false")
      }
      await administrator.close()
      return name
    }
    making = task
    return try await task.value
  }
}
