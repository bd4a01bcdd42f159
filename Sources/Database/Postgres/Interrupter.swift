import CLibPQ
import Synchronization

/// Lets a cancelled task stop the statement that a connection is running: never a COMMIT, never the next user's work.
final class Interrupter: Sendable {
  private struct State {
    var isCancelled = false
    var isShielded = false
    var isClosed = false
  }

  private let state = Mutex(State())
  private let handle: CancelHandle

  init(_ handle: CancelHandle) { self.handle = handle }

  var isCancelled: Bool { state.withLock { $0.isCancelled } }

  /// Stops what runs now, from any thread, without waiting for it.
  func cancel() {
    let isFirst = state.withLock { state in
      guard !state.isCancelled, !state.isClosed else { return false }
      state.isCancelled = true
      return true
    }
    guard isFirst else { return }
    // Repeated, because a request that arrives before its statement does is ignored by the server.
    Thread.detach { [self] in
      while requestCancel() { Thread.sleep(milliseconds: 20) }
    }
  }

  /// Runs what must come to its end even when the task is cancelled, such as a COMMIT.
  func shield<Result, Failure>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
    state.withLock { $0.isShielded = true }
    defer { state.withLock { $0.isShielded = false } }
    return try body()
  }

  /// After this nothing is stopped any more; tells whether something was.
  @discardableResult
  func close() -> Bool {
    state.withLock { state in
      state.isClosed = true
      return state.isCancelled
    }
  }

  /// The lock is held while the request is under way, so that `shield` and `close` wait for it and what follows is safe.
  private func requestCancel() -> Bool {
    state.withLock { state in
      guard !state.isClosed else { return false }
      if !state.isShielded { handle.request() }
      return true
    }
  }
}

/// What libpq needs to ask the server to stop a connection's statement.
///
/// `@unchecked Sendable`: the handle is never changed after it was made, and `PQcancel` may be called from any thread
/// (libpq, "Canceling Queries in Progress").
final class CancelHandle: @unchecked Sendable {
  private let pointer: OpaquePointer?

  init(of connection: OpaquePointer) { pointer = PQgetCancel(connection) }

  deinit { PQfreeCancel(pointer) }

  func request() {
    var reason = [CChar](repeating: 0, count: 256)
    PQcancel(pointer, &reason, Int32(reason.count))
  }
}
