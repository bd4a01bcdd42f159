import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Ctrl-C: once the work in the database has begun, the first one undoes it and says so; the second ends the program.
enum Interruption {
  /// From here on Ctrl-C rolls back; before, there is nothing to undo and the system ends the program.
  static func handle() {
    signal(SIGINT) { _ in
      ctrlC.store(true, ordering: .releasing)
      signal(SIGINT, SIG_DFL)
    }
  }

  /// Runs the work and cancels it when Ctrl-C comes.
  static func watching(_ work: @escaping @Sendable () async -> Int32) async -> Int32 {
    let task = Task(operation: work)
    let watch = Task {
      while !ctrlC.load(ordering: .acquiring) { try await Task.sleep(for: .milliseconds(20)) }
      task.cancel()
    }
    defer { watch.cancel() }
    return await task.value
  }
}

/// Whether Ctrl-C came. A signal's handler may reach a global only, and this one is made before the handler is set.
private let ctrlC = Atomic(false)
