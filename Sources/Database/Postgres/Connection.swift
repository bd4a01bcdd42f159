/// One connection on a thread of its own: what runs on it never blocks Swift's pool of tasks, and no two bodies meet.
actor Connection {
  nonisolated private let thread = ConnectionThread()
  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  private let target: ConnectionTarget
  private let timeouts: Timeouts
  private var session: Session?

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
  /// - Returns: What came of it, or nil when the server had hung up before; and whether the connection can be lent again.
  func run<Value: Sendable>(
    _ interrupter: Interrupter, _ body: @Sendable (Session) throws -> Value
  ) -> (outcome: Result<Value, any Error>?, isReusable: Bool) {
    guard let session, session.isStillThere else { return (nil, false) }
    session.interrupter = interrupter
    let outcome = Result { try body(session) }
    interrupter.close()
    session.interrupter = nil
    return (outcome, session.isReusable)
  }

  /// Whether the server still answers.
  func answers() -> Bool { session?.answers == true }

  func close() { session = nil }
}
