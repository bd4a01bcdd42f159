public import Vocabulary

/// A database, reached through a pool of connections.
public final class Database: Sendable {
  /// Where a unit of work stands against others at the same time (PostgreSQL, "Transaction Isolation").
  public enum Isolation: String, Sendable {
    case readCommitted = "READ COMMITTED"
    case repeatableRead = "REPEATABLE READ"
    case serializable = "SERIALIZABLE"
  }

  /// How often a unit of work is done again after a serialization failure or a deadlock.
  static let tries = 6

  public let target: ConnectionTarget
  private let timeouts: Timeouts
  private let pool: ConnectionPool

  /// Opens nothing yet: connections are made when they are needed, `limit` at most.
  public init(_ target: ConnectionTarget, limit: Int = 8, timeouts: Timeouts = Timeouts()) {
    self.target = target
    self.timeouts = timeouts
    pool = ConnectionPool(target, limit: limit, timeouts: timeouts)
  }

  /// Lends a connection for statements that commit one by one, such as making a database. Settings, locks and temporary
  /// tables end with a body that ran a script.
  public func session<Result: Sendable>(_ body: @Sendable (Session) throws -> Result) async throws -> Result {
    try await lend { session in
      defer { session.startAnew() }
      return try body(session)
    }
  }

  /// Reads through one consistent view.
  public func read<Result: Sendable>(_ body: @Sendable (Snapshot) throws -> Result) async throws -> Result {
    try await lend { session in
      let snapshot = Snapshot(session)
      defer { snapshot.end() }
      try session.checkCancellation()
      try session.run(script: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
      // Nothing was written, so there is nothing to commit.
      defer { session.rollBack() }
      let result = try body(snapshot)
      try session.checkCancellation()
      return result
    }
  }

  /// Runs one unit of work: all of it is kept, or nothing.
  ///
  /// The body runs again from its start after a serialization failure or a deadlock, a few times, so it must have no
  /// effect outside the database. When the connection breaks during COMMIT, the server is asked how it ended.
  /// - Parameter isRehearsal: Whether everything is rolled back at the end, for `--dry-run`.
  public func transaction<Result: Sendable>(
    as principal: Principal, through channel: Channel, isolation: Isolation = .readCommitted, isRehearsal: Bool = false,
    _ body: @Sendable (UnitOfWork) throws -> Result
  ) async throws -> Result {
    var attempt = 1
    while true {
      do {
        let outcome = try await lend { session in
          try session.unitOfWork(as: principal, through: channel, isolation: isolation, isRehearsal: isRehearsal, body)
        }
        switch outcome {
        case .done(let result): return result
        case .inDoubt(let result, let transaction):
          // In a task of its own: who has sent a COMMIT wants to know how it ended, even when cancelled since.
          try await Task { try await settle(transaction) }.value
          return result
        }
      } catch let error as PostgresError where error.isTransient && attempt < Self.tries {
        try await Task.sleep(for: .milliseconds(Int.random(in: 1...(10 << attempt))))
        attempt += 1
      }
    }
  }

  /// Ends every connection; later calls throw.
  public func close() async { await pool.close() }

  private func lend<Result: Sendable>(_ body: @Sendable (Session) throws -> Result) async throws -> Result {
    while true {
      let lease = try await pool.lease()
      let interrupter = Interrupter(lease.cancelHandle)
      let (outcome, isReusable) = await withTaskCancellationHandler {
        await lease.connection.run(interrupter, body)
      } onCancel: {
        interrupter.cancel()
      }
      await pool.takeBack(lease, isReusable: isReusable)
      // A connection that had died before the body began is replaced unnoticed.
      if let outcome { return try outcome.get() }
    }
  }

  /// Asks the server, which may be restarting, how a transaction ended whose COMMIT was not answered.
  /// - Throws: `connectionLost` when nothing was kept, `outcomeUnknown` when the server cannot be asked.
  private func settle(_ transaction: String) async throws {
    let patience = ContinuousClock.now + .milliseconds(timeouts.outcome)
    while ContinuousClock.now < patience {
      switch try? await status(of: transaction) {
      case "committed": return
      case "aborted": throw PostgresError(.connectionLost)
      default: try await Task.sleep(for: .milliseconds(100))
      }
    }
    throw PostgresError(.outcomeUnknown)
  }

  private func status(of transaction: String) async throws -> String? {
    let fresh = Connection(target, timeouts: timeouts)
    let interrupter = Interrupter(try await fresh.open())
    return try await fresh.run(interrupter) { session in
      try session.query("SELECT pg_xact_status(\(transaction)::xid8)").first?.first(as: String?.self)
    }.outcome?.get() ?? nil
  }
}
