/// How long each part of the work with the database may take.
public struct Timeouts: Sendable {
  /// Seconds to reach a host; libpq takes no less than 2.
  public var connect = 5
  /// Milliseconds for one statement; 0 sets no limit.
  public var statement = 30_000
  /// Milliseconds to wait for a lock.
  public var lock = 10_000
  /// Milliseconds that a transaction may sit idle before the server ends it.
  public var idleInTransaction = 60_000
  /// Milliseconds to wait for a free connection.
  public var pool = 10_000
  /// Milliseconds to keep asking how a COMMIT ended that was not answered.
  public var outcome = 10_000

  public init() {}
}
