import Synchronization

/// Lets one side wait until the other has come so far, across threads and tasks.
public final class Gate: Sendable {
  private let isOpen = Atomic(false)

  public init() {}

  public func open() { isOpen.store(true, ordering: .releasing) }

  /// Blocks the calling thread; for bodies on a connection's own thread.
  public func wait() {
    while !isOpen.load(ordering: .acquiring) { usleep(1000) }
  }

  /// Suspends the calling task.
  public func passed() async {
    while !isOpen.load(ordering: .acquiring) { try? await Task.sleep(for: .milliseconds(1)) }
  }
}

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
