public import Postgres

extension TestServer {
  /// Runs the body with a database that is at the migrator's schema, cloned from a template that is made once.
  public static func withMigratedDatabase<Result>(
    by migrator: Migrator, limit: Int = 8, timeouts: Timeouts = Timeouts(), _ body: (Database) async throws -> Result
  ) async throws -> Result {
    let template = try await template("migrated") { database in
      try await database.session { _ = try migrator.migrate(in: $0) }
    }
    return try await withDatabase(cloning: template, limit: limit, timeouts: timeouts, body)
  }

  /// The name of a database to clone, filled by the first test that asks for its content.
  /// - Parameter base: The template that it begins with; an empty database by default.
  public static func template(
    _ content: String, from base: String = "template1", by fill: @escaping @Sendable (Database) async throws -> Void
  ) async throws -> String {
    try await Templates.shared.name(of: content, from: base, by: fill)
  }
}

/// The databases that others are cloned from.
private actor Templates {
  static let shared = Templates()
  private var making: [String: Task<String, any Error>] = [:]

  func name(
    of content: String, from base: String, by fill: @escaping @Sendable (Database) async throws -> Void
  ) async throws -> String {
    if let made = making[content] { return try await made.value }
    let task = Task { try await Self.make(from: base, by: fill) }
    making[content] = task
    return try await task.value
  }

  private static func make(from base: String, by fill: (Database) async throws -> Void) async throws -> String {
    let name = "template_\(UInt64.random(in: 0...UInt64.max))"
    let administrator = Database(TestServer.administration, limit: 1)
    try await administrator.session { try $0.run(script: "CREATE DATABASE \(name) TEMPLATE \(base)") }
    let database = Database(TestServer.administration.database(named: name), limit: 1)
    try await fill(database)
    // A template with a connection cannot be cloned.
    await database.close()
    try await administrator.session { session in
      try session.run(script: "ALTER DATABASE \(name) IS_TEMPLATE true ALLOW_CONNECTIONS false")
    }
    await administrator.close()
    return name
  }
}
