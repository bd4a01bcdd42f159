import Postgres
import TestDatabase
import Testing

@testable import LocalPostgres

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite(.serialized) struct AtOnceTests {
  @Test func `two first starts at once in one process make one cluster`() async throws {
    try await withHome { home in
      let (one, other) = (try home.cluster(), try home.cluster())
      async let first = ask(one.start(), "SELECT pg_postmaster_start_time()::text")
      async let second = ask(other.start(), "SELECT pg_postmaster_start_time()::text")
      #expect(try await first == second)
    }
  }

  @Test(.enabled(if: OtherProcess.privateCluster != nil))
  func `four processes that start for the first time at once make one cluster, and all succeed`() async throws {
    try await withHome { home in
      let program = try #require(OtherProcess.privateCluster)
      let starts = try (1...4).map { _ in
        try OtherProcess([program, "start"], environment: home.environment, in: home.top)
      }
      for start in starts {
        let end = try start.end()
        #expect(end.succeeded && end.text.isEmpty, "\(end.text)")
      }
      let log = try home.contents("postgres.log")
      #expect(log.split(separator: "ready to accept connections", omittingEmptySubsequences: false).count == 2)
    }
  }

  @Test func `starts do not hold up Swift's other tasks`() async throws {
    try await withHome { home in
      let clusters = try (1...8).map { _ in try home.cluster() }
      let finished = Counter()
      let finishedMeanwhile = try await withThrowingTaskGroup(of: Void.self) { group in
        for cluster in clusters {
          group.addTask {
            _ = try await cluster.start()
            finished.increment()
          }
        }
        try await Task.sleep(for: .milliseconds(50))
        let count = finished.count
        try await group.waitForAll()
        return count
      }
      // Were the pool's few threads blocked, the short sleep would end behind the first start.
      #expect(finishedMeanwhile == 0)
    }
  }

  @Test func `who waits too long for another's start is told`() async throws {
    try await withHome { home in
      let cluster = try home.cluster(patience: Patience(lock: .milliseconds(50)))
      try cluster.home.make()
      let lock = open(home.folder + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
      defer { close(lock) }
      #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
      await #expect(throws: LocalClusterError.busy(home.folder)) { try await cluster.start() }
    }
  }

  @Test func `a running server holds no lock, so that it can be stopped`() async throws {
    try await withHome { home in
      try await home.start()
      let lock = open(home.folder + "/lock", O_RDWR | O_CLOEXEC)
      defer { close(lock) }
      #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    }
  }
}
