#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Runs one connection's work on a thread of its own, because libpq blocks and the pool of tasks must not.
///
/// `@unchecked Sendable`: its only state is `queue`, which guards itself with a lock.
final class ConnectionThread: SerialExecutor, @unchecked Sendable {
  private let queue = JobQueue()

  init() {
    let queue = queue
    Thread.detach { queue.runUntilClosed() }
  }

  deinit { queue.close() }

  func enqueue(_ job: consuming ExecutorJob) {
    // Held, because the job may end, and its connection with it, before the thread has been woken.
    let queue = queue
    let job = UnownedJob(job)
    withExtendedLifetime(queue) { queue.append(job, on: asUnownedSerialExecutor()) }
  }
}

/// The jobs that wait for a connection's thread.
///
/// `@unchecked Sendable`: `waiting`, `isClosed` and `isAsleep` are touched only between `pthread_mutex_lock` and its unlock.
private final class JobQueue: @unchecked Sendable {
  private typealias Job = (job: UnownedJob, executor: UnownedSerialExecutor)

  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let arrival: UnsafeMutablePointer<pthread_cond_t>
  private var waiting: [Job] = []
  private var isClosed = false
  private var isAsleep = false

  init() {
    mutex = .allocate(capacity: 1)
    mutex.initialize(to: pthread_mutex_t())
    arrival = .allocate(capacity: 1)
    arrival.initialize(to: pthread_cond_t())
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(arrival, nil)
  }

  deinit {
    pthread_cond_destroy(arrival)
    pthread_mutex_destroy(mutex)
    arrival.deallocate()
    mutex.deallocate()
  }

  func append(_ job: UnownedJob, on executor: UnownedSerialExecutor) {
    pthread_mutex_lock(mutex)
    waiting.append((job, executor))
    let mustWake = isAsleep
    pthread_mutex_unlock(mutex)
    // Signalled after the unlock, so that the thread does not wake only to wait for the lock.
    if mustWake { pthread_cond_signal(arrival) }
  }

  func close() {
    pthread_mutex_lock(mutex)
    isClosed = true
    pthread_cond_signal(arrival)
    pthread_mutex_unlock(mutex)
  }

  func runUntilClosed() {
    while let batch = next() {
      for (job, executor) in batch { job.runSynchronously(on: executor) }
    }
  }

  /// Waits for jobs; nil when none will come any more.
  private func next() -> [Job]? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while waiting.isEmpty {
      if isClosed { return nil }
      isAsleep = true
      pthread_cond_wait(arrival, mutex)
      isAsleep = false
    }
    defer { waiting.removeAll(keepingCapacity: true) }
    return waiting
  }
}
