#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Threads outside Swift's pool of tasks, for calls that block.
package enum Thread {
  /// Runs the body on a new thread, which ends with it.
  package static func detach(_ body: @escaping @Sendable () -> Void) {
    let box = Unmanaged.passRetained(Body(body))
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    #if canImport(Glibc)
      var thread = pthread_t()
      let status = pthread_create(
        &thread, &attributes,
        { argument in
          argument.map { Unmanaged<Body>.fromOpaque($0).takeRetainedValue().run() }
          return nil
        }, box.toOpaque())
    #else
      var thread: pthread_t?
      let status = pthread_create(
        &thread, &attributes,
        { argument in
          Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
          return nil
        }, box.toOpaque())
    #endif
    precondition(status == 0, "the system has no thread left")
  }

  package static func sleep(milliseconds: UInt32) { usleep(milliseconds * 1000) }

  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }
}
