import Synchronization
import Vocabulary

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Ctrl-C, a closed terminal and `kill`: once the work in the database has begun, the first signal undoes it and says so;
/// the second ends the program.
enum Interruption {
  /// From here on a signal rolls back and removes drafts of files; before, there is nothing to undo and the system ends
  /// the program.
  static func handle() {
    for number in [SIGINT, SIGTERM, SIGHUP] { handle(number) }
  }

  private static func handle(_ number: Int32) {
    let earlier = signal(number) { number in
      isStopped.store(true, ordering: .releasing)
      if number != SIGINT { isToEnd.store(true, ordering: .releasing) }
      signal(number, SIG_DFL)
    }
    // A caller that ignores the signal, such as nohup, wants the work to go on.
    if isIgnoring(earlier) { signal(number, SIG_IGN) }
  }

  private static func isIgnoring(_ handler: (@convention(c) (Int32) -> Void)?) -> Bool {
    unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// Runs the work and cancels it when a signal comes.
  static func watching(_ work: @escaping @Sendable () async -> Int32) async -> Int32 {
    let task = Task(operation: work)
    let watch = Task {
      while !isStopped.load(ordering: .acquiring) { try await Task.sleep(for: .milliseconds(20)) }
      task.cancel()
      guard isToEnd.load(ordering: .acquiring) else { return }
      // A program that was told to end does not wait for somebody to type.
      try await Task.sleep(for: .seconds(5))
      ProcessEnvironment.exit(Explanation.Kind.cancelled.exitCode)
    }
    defer { watch.cancel() }
    return await task.value
  }
}

/// Whether a signal came. A signal's handler may reach a global only, and this one is made before the handler is set.
private let isStopped = Atomic(false)

/// Whether the signal asks the program to end, as `kill` does.
private let isToEnd = Atomic(false)
