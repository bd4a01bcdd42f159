import Synchronization

/// Lends connections, never more than its limit, first come first served.
final class ConnectionPool: Sendable {
  /// A connection in somebody's hands.
  struct Lease: Sendable {
    let connection: Connection
    let cancelHandle: CancelHandle
  }

  private enum Grant: Sendable {
    case lease(Lease, idleSince: ContinuousClock.Instant)
    /// A place is free, but the connection has still to be made.
    case place
  }

  private struct Waiter {
    let number: Int
    let continuation: CheckedContinuation<Grant, any Error>
    let timer: Task<Void, any Error>

    func resume(with grant: Result<Grant, any Error>) {
      timer.cancel()
      continuation.resume(with: grant)
    }
  }

  /// Nobody waits while a place is free: a place is handed on, and given up only when nobody wants it.
  private struct State {
    var idle: [(lease: Lease, since: ContinuousClock.Instant)] = []
    var inUse = 0
    var waiting: [Waiter] = []
    var nextNumber = 0
    var isClosed = false

    /// What a caller gets without waiting; nil when they have to wait.
    mutating func grantNow(limit: Int) -> Result<Grant, any Error>? {
      if Task.isCancelled { return .failure(CancellationError()) }
      if isClosed { return .failure(PostgresError(.closed)) }
      if let entry = idle.popLast() {
        inUse += 1
        return .success(.lease(entry.lease, idleSince: entry.since))
      }
      guard inUse < limit else { return nil }
      inUse += 1
      return .success(.place)
    }

    mutating func nextWaiter() -> Waiter? { waiting.isEmpty ? nil : waiting.removeFirst() }
  }

  /// A connection that was idle for longer is asked whether the server is still there.
  private static let trusted = Duration.seconds(1)

  private let target: ConnectionTarget
  private let timeouts: Timeouts
  private let limit: Int
  private let state = Mutex(State())

  init(_ target: ConnectionTarget, limit: Int, timeouts: Timeouts) {
    self.target = target
    self.limit = limit
    self.timeouts = timeouts
  }

  /// How many callers wait for a connection.
  var waiting: Int { state.withLock { $0.waiting.count } }

  /// A connection, as soon as one is free.
  /// - Throws: `PostgresError` when none became free in time or the server cannot be reached; `CancellationError`.
  func lease() async throws -> Lease {
    if case .lease(let lease, let since) = try await grant() {
      if ContinuousClock.now - since < Self.trusted { return lease }
      if await lease.connection.answers() { return lease }
      // Its place is kept for the new one.
      await lease.connection.close()
    }
    do {
      let connection = Connection(target, timeouts: timeouts)
      return Lease(connection: connection, cancelHandle: try await connection.open())
    } catch {
      giveUpPlace()
      throw error
    }
  }

  /// Takes a connection back, or closes it when it is broken.
  func takeBack(_ lease: Lease, isReusable: Bool) async {
    guard isReusable else {
      await lease.connection.close()
      giveUpPlace()
      return
    }
    let (next, isClosed) = state.withLock { state in
      let next = state.nextWaiter()
      if next == nil { state.inUse -= 1 }
      if next == nil, !state.isClosed { state.idle.append((lease, .now)) }
      return (next, state.isClosed)
    }
    next?.resume(with: .success(.lease(lease, idleSince: .now)))
    if isClosed { await lease.connection.close() }
  }

  /// Refuses every later lease and closes what is idle; leases in use are closed as they come back.
  func close() async {
    let (idle, waiting) = state.withLock { state in
      defer { state = State(inUse: state.inUse, isClosed: true) }
      return (state.idle, state.waiting)
    }
    for waiter in waiting { waiter.resume(with: .failure(PostgresError(.closed))) }
    for (lease, _) in idle { await lease.connection.close() }
  }

  private func giveUpPlace() {
    let next = state.withLock { state in
      let next = state.nextWaiter()
      if next == nil { state.inUse -= 1 }
      return next
    }
    next?.resume(with: .success(.place))
  }

  private func grant() async throws -> Grant {
    // Mostly something is free, and nobody has to wait.
    if let grant = state.withLock({ $0.grantNow(limit: limit) }) { return try grant.get() }
    let number = state.withLock { state in
      state.nextNumber += 1
      return state.nextNumber
    }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        if let grant = grantOrQueue(continuation, number) { continuation.resume(with: grant) }
      }
    } onCancel: {
      dismiss(number, CancellationError())
    }
  }

  /// Nil when the caller was queued and will hear later.
  private func grantOrQueue(
    _ continuation: CheckedContinuation<Grant, any Error>, _ number: Int
  ) -> Result<Grant, any Error>? {
    state.withLock { state in
      // Asked under the lock: a later cancellation finds the waiter in the queue.
      if let grant = state.grantNow(limit: limit) { return grant }
      state.waiting.append(Waiter(number: number, continuation: continuation, timer: timer(for: number)))
      return nil
    }
  }

  private func timer(for number: Int) -> Task<Void, any Error> {
    Task {
      try await Task.sleep(for: .milliseconds(timeouts.pool))
      dismiss(number, PostgresError(.poolExhausted(limit: limit)))
    }
  }

  private func dismiss(_ number: Int, _ error: any Error) {
    let waiter: Waiter? = state.withLock { state in
      guard let index = state.waiting.firstIndex(where: { $0.number == number }) else { return nil }
      return state.waiting.remove(at: index)
    }
    waiter?.resume(with: .failure(error))
  }
}
