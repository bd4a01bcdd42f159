import Access
public import Backend
import Events
public import Postgres
import Schema
import TestDatabase
public import Vocabulary

/// An event in a database of its own, with every service, as the organiser "ada".
public struct TestEvent: Sendable {
  public let backend: Backend
  public let id: EventID

  public init(backend: Backend, id: EventID) {
    self.backend = backend
    self.id = id
  }

  /// The database below the services, for looking and for meddling.
  public var database: Database { backend.database }

  /// Runs the body with an empty event "test-jam", for teams of three; dropped afterwards.
  public static func with<Result>(
    connections: Int = 8, _ body: (TestEvent) async throws -> Result
  ) async throws -> Result {
    try await TestServer.withMigratedDatabase(by: Schema.migrator, limit: connections) { database in
      let configuration = Configuration(principal: "ada", systemUser: "ada", environment: [:])
      let backend = Backend(configuration, on: database)
      let id = try await backend.transaction { unit in
        var event = Event(
          slug: try Slug("test-jam"), name: LocalizedText([.english: "Test Jam", .french: "Jam d’essai"]),
          timeZone: "America/Toronto", startsOn: try day("2026-05-08"), endsOn: try day("2026-05-10"),
          languages: [.english, .french])
        event.announcedOn = try day("2026-05-22")
        event.teamSize = 3
        return try backend.events.add(event, in: unit) { try backend.organisers.found($0, in: unit) }
      }
      return try await body(TestEvent(backend: backend, id: id))
    }
  }

  /// One unit of work in the event, by "ada".
  @discardableResult
  public func change<Result: Sendable>(
    _ body: @Sendable (EventID, UnitOfWork) throws -> Result
  ) async throws -> Result {
    try await backend.change(during: Phase.all, body)
  }

  /// One value that a statement returns.
  public func value<Value: SQLDecodable & Sendable>(_ sql: SQL, as type: Value.Type = Value.self) async throws -> Value?
  {
    try await database.read { try $0.value(sql, as: type) }
  }

  /// A state that no command makes, as if the program had made it: the rows are recorded, so that nothing seems altered.
  public func arrange(_ script: String) async throws {
    try await database.session { session in
      try session.run(
        script: """
          BEGIN; SET LOCAL session_replication_role = replica; \(script); SET LOCAL session_replication_role = origin;
          SELECT record_found_rows(t.relation, t.left_out, t.hashed) FROM recorded_tables() AS t;
          SELECT tie_found_rows(); COMMIT
          """)
    }
  }

  /// What a superuser does behind the program's back: no trigger and no foreign key stops it.
  public func meddle(_ script: String) async throws {
    try await database.session { session in
      try session.run(
        script: "SET session_replication_role = replica; \(script); SET session_replication_role = origin")
    }
  }
}

/// A day that is written right.
public func day(_ text: String) throws -> CalendarDate {
  guard let day = CalendarDate(text) else { throw UnreadableDay(text: text) }
  return day
}

struct UnreadableDay: Error {
  let text: String
}
