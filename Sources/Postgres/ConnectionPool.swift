import Synchronization

/// Lends connections, never more than its limit, first come first served.
final class ConnectionPool: Sendable {
  /// A connection in somebody's hands.
  struct Lease: Sendable {
    let connection: Connection
    let cancelHandle: CancelHandle
  }

  private enum Grant: Sendable {
    case lease(Lease)
    /// A place is free, but the connection has still to be made.
    case place
  }

  private struct Waiter {
    let number: Int
    let continuation: CheckedContinuation<Grant, any Error>
  }

  private struct State {
    var idle: [(lease: Lease, since: ContinuousClock.Instant)] = []
    var inUse = 0
    var waiting: [Waiter] = []
    var nextNumber = 0
    var isClosed = false
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

  /// A connection, as soon as one is free.
  /// - Throws: `PostgresError` when none became free in time or the server cannot be reached; `CancellationError`.
  func lease() async throws -> Lease {
    while let (lease, since) = try takeIdle() {
      if ContinuousClock.now - since < Self.trusted { return lease }
      if await lease.connection.answers() { return lease }
      await lease.connection.close()
      state.withLock { $0.inUse -= 1 }
    }
    switch try await waitForGrant() {
    case .lease(let lease): return lease
    case .place:
      do {
        let connection = Connection(target, timeouts: timeouts)
        return Lease(connection: connection, cancelHandle: try await connection.open())
      } catch {
        giveUpPlace()
        throw error
      }
    }
  }

  /// Takes a connection back, or closes it when it is broken.
  func takeBack(_ lease: Lease, isReusable: Bool) async {
    guard isReusable else {
      await lease.connection.close()
      giveUpPlace()
      return
    }
    let next: CheckedContinuation<Grant, any Error>? = state.withLock { state in
      if !state.waiting.isEmpty { return state.waiting.removeFirst().continuation }
      state.inUse -= 1
      if !state.isClosed { state.idle.append((lease, .now)) }
      return nil
    }
    next?.resume(returning: .lease(lease))
  }

  /// Refuses every later lease and closes what is idle; leases in use are closed as they come back.
  func close() async {
    let (idle, waiting) = state.withLock { state in
      defer { state = State(inUse: state.inUse, isClosed: true) }
      return (state.idle, state.waiting)
    }
    for waiter in waiting { waiter.continuation.resume(throwing: PostgresError(.closed)) }
    for (lease, _) in idle { await lease.connection.close() }
  }

  private func takeIdle() throws -> (Lease, ContinuousClock.Instant)? {
    try state.withLock { state in
      guard !state.isClosed else { throw PostgresError(.closed) }
      guard state.waiting.isEmpty, let entry = state.idle.popLast() else { return nil }
      state.inUse += 1
      return (entry.lease, entry.since)
    }
  }

  private func giveUpPlace() {
    let next: CheckedContinuation<Grant, any Error>? = state.withLock { state in
      if !state.waiting.isEmpty { return state.waiting.removeFirst().continuation }
      state.inUse -= 1
      return nil
    }
    next?.resume(returning: .place)
  }

  private func waitForGrant() async throws -> Grant {
    let number = state.withLock { state in
      state.nextNumber += 1
      return state.nextNumber
    }
    let timer = Task {
      try await Task.sleep(for: .milliseconds(timeouts.pool))
      dismiss(number, PostgresError(.poolExhausted(limit: limit)))
    }
    defer { timer.cancel() }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        grantOrQueue(Waiter(number: number, continuation: continuation))
      }
    } onCancel: {
      dismiss(number, CancellationError())
    }
  }

  private func grantOrQueue(_ waiter: Waiter) {
    let grant: Result<Grant, any Error>? = state.withLock { state in
      if Task.isCancelled { return .failure(CancellationError()) }
      if state.isClosed { return .failure(PostgresError(.closed)) }
      if state.waiting.isEmpty, let entry = state.idle.popLast() {
        state.inUse += 1
        return .success(.lease(entry.lease))
      }
      if state.inUse < limit {
        state.inUse += 1
        return .success(.place)
      }
      state.waiting.append(waiter)
      return nil
    }
    if let grant { waiter.continuation.resume(with: grant) }
  }

  private func dismiss(_ number: Int, _ error: any Error) {
    let waiter: Waiter? = state.withLock { state in
      guard let index = state.waiting.firstIndex(where: { $0.number == number }) else { return nil }
      return state.waiting.remove(at: index)
    }
    waiter?.continuation.resume(throwing: error)
  }
}
