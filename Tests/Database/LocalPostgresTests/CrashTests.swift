import Postgres
import Testing

@testable import LocalPostgres

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite(.serialized) struct CrashTests {
  @Test func `a killed server comes back by itself with all that was committed`() async throws {
    try await withHome { home in
      let cluster = try home.cluster(isDurable: true)
      try await ask(cluster.start(), "CREATE TABLE public.kept (n int)", "INSERT INTO public.kept VALUES (42)")
      let killed = try #require(try await cluster.status().process)
      kill(killed, SIGKILL)
      #expect(try await ask(cluster, "SELECT n::text FROM public.kept") == "42")
      #expect(try await cluster.status().process != killed)
    }
  }

  @Test(.enabled(if: OtherProcess.privateCluster != nil))
  func `a killed server that another process had started comes back too`() async throws {
    let program = try #require(OtherProcess.privateCluster)
    var isTried = false
    // On a busy machine the test may see the new folder only after the first start has finished with it.
    for _ in 1...6 where !isTried {
      try await withHome { home in
        let first = try OtherProcess([program, "start"], environment: home.environment, in: home.top)
        let begun = home.folder + "/data.new/PG_VERSION"
        let ready = home.folder + "/data"
        try await waitUntil { FileStatus(begun) != nil || FileStatus(ready) != nil }
        kill(first.number, SIGKILL)
        _ = try first.end()
        isTried = FileStatus(ready) == nil
        #expect(try await ask(home, "SELECT 'whole'") == "whole")
      }
    }
    #expect(isTried)
  }

  @Test func `a start that died before its database was made makes it the next time`() async throws {
    try await withHome { home in
      let cluster = try home.cluster()
      let target = try await cluster.start()
      let database = Database(target.database(named: "postgres"), limit: 1)
      try await database.session { try $0.run(script: "DROP DATABASE datajam WITH (FORCE)") }
      await database.close()
      #expect(try await ask(cluster, "SELECT current_database()::text") == "datajam")
    }
  }
}
