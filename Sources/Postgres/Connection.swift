/// One connection on a thread of its own: what runs on it never blocks Swift's pool of tasks, and no two bodies meet.
actor Connection {
  nonisolated private let thread = ConnectionThread()
  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  private let target: ConnectionTarget
  private let timeouts: Timeouts
  private var session: Session?
  /// Known after `open`, and the same ever after.
  private var cancelHandle: CancelHandle?

  init(_ target: ConnectionTarget, timeouts: Timeouts) {
    self.target = target
    self.timeouts = timeouts
  }

  /// Connects on the connection's own thread and returns the handle by which its work can be stopped.
  func open() throws -> CancelHandle {
    let session = try Session(target, timeouts: timeouts)
    self.session = session
    return session.cancelHandle
  }

  /// Runs the body; it may be stopped through the interrupter until it ends.
  /// - Returns: What came of it, and whether the connection can be lent again: alive and outside any transaction.
  func run<Value: Sendable>(
    _ interrupter: Interrupter, _ body: @Sendable (Session) throws -> Value
  ) -> (outcome: Result<Value, any Error>, isReusable: Bool) {
    guard let session else { return (.failure(PostgresError(.closed)), false) }
    session.interrupter = interrupter
    let outcome = Result { try body(session) }
    interrupter.close()
    session.interrupter = nil
    return (outcome, session.isAlive && !session.isInTransaction)
  }

  /// Whether the server still answers.
  func answers() -> Bool {
    guard let session else { return false }
    return (try? session.run(script: "")) != nil
  }

  func close() { session = nil }
}
