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
    try await withHome { home in
      let program = try #require(OtherProcess.privateCluster)
      let starter = try OtherProcess([program, "start"], environment: home.environment, in: home.top)
      #expect(try starter.end().text == "")
      let cluster = try home.cluster()
      kill(try #require(try await cluster.status().process), SIGKILL)
      #expect(try await ask(cluster, "SELECT 'back'") == "back")
    }
  }

  @Test(arguments: ["sleep 0 & echo $!; exec sleep 60", "echo $$; exec sleep 60"])
  func `neither a zombie nor a stranger with the dead server's number keeps the next one out`(
    command: String
  ) async throws {
    try await withHome { home in
      let cluster = try home.cluster()
      _ = try await cluster.start()
      let account = try Account.server(of: cluster.home)
      let pidFile = try home.contents("data/postmaster.pid")
      let lockFile = try home.contents("socket/.s.PGSQL.5432.lock")
      try await cluster.stop()

      let folder = try temporaryFolder()
      defer { try? Folder.remove(folder) }
      let other = try OtherProcess(["sh", "-c", command], as: account, in: folder)
      defer {
        kill(other.number, SIGKILL)
        _ = try? other.end()
      }
      let name = try #require(try Folder.names(in: folder).first)
      try await waitUntil { (try? File.read(folder + "/" + name))?.hasSuffix("\n") == true }
      let number = try #require(try File.read(folder + "/" + name)?.dropLast())
      for (path, text) in [("postmaster.pid", pidFile), ("../socket/.s.PGSQL.5432.lock", lockFile)] {
        let stale = number + text.drop { $0 != "\n" }
        try File.write(String(stale), to: cluster.home.dataFolder + "/" + path, for: account)
      }
      let time = try await ContinuousClock().measure { _ = try await cluster.start() }
      #expect(time < .seconds(5))
      #expect(try await cluster.status().state == .running)
    }
  }

  @Test func `nothing starts while a killed server's other processes still write`() async throws {
    try await withHome { home in
      let cluster = try home.cluster()
      func isRefused() throws -> Bool { try home.contents("postgres.log").contains("pre-existing shared memory block") }
      // On a busy machine the other process may begin too late, or end too early, for a start to meet it.
      for _ in 1...6 where try !isRefused() {
        let target = try await cluster.start()
        let killed = try #require(try await cluster.status().process)
        let busy = Task {
          _ = try? await ask(
            target,
            """
            DO $$ BEGIN WHILE clock_timestamp() < statement_timestamp() + interval '3 s' LOOP END LOOP; END $$
            """)
        }
        try await Task.sleep(for: .milliseconds(500))
        kill(killed, SIGKILL)
        #expect(try await ask(cluster, "SELECT 'back'") == "back")
        await busy.value
      }
      #expect(try isRefused())
    }
  }

  @Test func `what a killed first start left behind is made anew`() async throws {
    try await withHome { home in
      let cluster = try home.cluster()
      try cluster.home.make()
      for folder in ["/data.new", "/data.new/base", "/data.new/base/1"] { mkdir(home.folder + folder, 0o700) }
      try home.append("15\n", to: "data.new/PG_VERSION")
      symlink("/etc", home.folder + "/data.new/base/link")
      #expect(try await cluster.status().state == .absent)
      #expect(try await ask(cluster, "SELECT 'whole'") == "whole")
      #expect(FileStatus(home.folder + "/data.new") == nil)
      #expect(FileStatus("/etc")?.isFolder == true)
    }
  }

  @Test(.enabled(if: OtherProcess.privateCluster != nil))
  func `a first start that is killed while it makes the data hands over to the next`() async throws {
    try await withHome { home in
      let program = try #require(OtherProcess.privateCluster)
      let first = try OtherProcess([program, "start"], environment: home.environment, in: home.top)
      let begun = home.folder + "/data.new/PG_VERSION"
      try await waitUntil { FileStatus(begun) != nil }
      kill(first.number, SIGKILL)
      _ = try first.end()
      #expect(FileStatus(home.folder + "/data") == nil)
      #expect(try await ask(home, "SELECT 'whole'") == "whole")
    }
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
