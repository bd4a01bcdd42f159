import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Says how far a long work has come: a bar on a terminal, elsewhere a line for every tenth.
final class Progress: Sendable {
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let isSilent: Bool
  private let state = Mutex(State())

  private struct State {
    /// Set by the first piece of work, so that waiting for somebody else's import is not counted.
    var begin: ContinuousClock.Instant?
    var tenths = 0
  }

  /// - Parameter bytes: The size of the file; where nobody watches, a small one is not worth a line.
  init(of bytes: Int?, isSilent: Bool) {
    self.isSilent = isSilent || !isTerminal && bytes ?? 0 < 1_000_000
  }

  /// Nothing is said of what takes less than half a second.
  func tell(_ share: Double) {
    guard !isSilent else { return }
    let reached = min(10, Int(share * 10))
    let news = state.withLock { state in
      let now = ContinuousClock.now
      let begin = state.begin ?? now
      state.begin = begin
      guard reached > state.tenths, now - begin > .milliseconds(500) else { return false }
      state.tenths = reached
      return true
    }
    guard news else { return }
    if isTerminal {
      let bar = String(repeating: "#", count: reached) + String(repeating: ".", count: 10 - reached)
      Console.paint("\r[\(bar)] \(reached * 10) %")
    } else {
      Console.say("\(reached * 10) %")
    }
  }

  func end() {
    if isTerminal, state.withLock({ $0.tenths > 0 }) { Console.paint("\r\u{1B}[K") }
  }
}
