/// One consistent view of the database, read on one connection; a unit of work is one too.
///
/// Not Sendable, and of no use once its body has ended: every later call throws.
public class Snapshot {
  private let openSession: Session
  private var hasEnded = false

  init(_ session: Session) { openSession = session }

  /// The session, as long as the body runs.
  final var session: Session {
    get throws(PostgresError) {
      guard !hasEnded else { throw PostgresError(.unitEnded) }
      return openSession
    }
  }

  final func end() { hasEnded = true }

  /// The rows of a statement.
  public final func rows(_ sql: SQL) throws -> Rows { try session.query(sql) }

  /// The only row of a statement, or nil when there is none.
  public final func row(_ sql: SQL) throws -> Row? { try rows(sql).first }

  /// The value of the first column of the only row, or nil when there is none.
  public final func value<Value: SQLDecodable>(_ sql: SQL, as type: Value.Type = Value.self) throws -> Value? {
    try rows(sql).first?.first(as: type)
  }

  /// Streams the rows of a statement without values, each valid within the closure only.
  ///
  /// The server does not tell the columns' types here, so each must have exactly the one that is read: cast `jsonb`, and
  /// whatever is read as text, to `text`.
  public final func copyOut(_ sql: SQL, each: (inout CopiedRow) throws -> Void) throws {
    try session.copyOut(sql, each: each)
  }
}
