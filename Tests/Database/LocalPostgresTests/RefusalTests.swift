import Postgres
import Testing
import Vocabulary

@testable import LocalPostgres

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite(.serialized) struct RefusalTests {
  @Test func `a home that cannot be made is refused as not writable`() async throws {
    try await withHome { home in
      let file = try File.create(home.top + "/file", O_WRONLY, for: Account.server(of: home.cluster().home))
      close(file)
      let below = try home.cluster(["DATAJAM_HOME": home.top + "/file/home"])
      await #expect(throws: LocalClusterError.cannotWrite(below.home.folder, ENOTDIR)) { try await below.start() }
      #expect(LocalClusterError.cannotWrite("", ENOTDIR).explanation.kind == .cannotWrite)
    }
  }

  @Test(.enabled(if: !isRoot, "root may write anywhere"))
  func `a folder that may not be written is refused as not writable`() async throws {
    try await withHome { home in
      mkdir(home.folder, 0o500)
      await #expect(throws: LocalClusterError.cannotWrite(home.folder + "/lock", EACCES)) {
        try await home.start()
      }
    }
  }

  @Test(.enabled(if: isRoot, "needs root"))
  func `root is told when the postgres user cannot reach the home folder`() async throws {
    try await withHome { home in
      let closed = home.folder + "/closed"
      try Folder.make(home.folder, mode: 0o711)
      mkdir(closed, 0o700)
      try home.append("in use", to: "closed/file")
      let cluster = try home.cluster(["DATAJAM_HOME": closed + "/event"])
      await #expect(throws: LocalClusterError.cannotEnter(closed, user: "postgres")) {
        try await cluster.start()
      }
      #expect(FileStatus(closed)?.mode == 0o700)
    }
  }

  @Test func `data of another version than the programs found are left alone`() async throws {
    try await withHome { home in
      let cluster = try home.cluster()
      _ = try await cluster.start()
      try await cluster.stop()
      let version = home.folder + "/data/PG_VERSION"
      let major = try #require(try cluster.home.dataMajor())
      try File.write("11\n", to: version, for: Account.server(of: cluster.home))
      await #expect(throws: LocalClusterError.otherVersion(data: 11, programs: major)) { try await cluster.start() }
    }
  }

  @Test func `a data folder that holds something else is left alone`() async throws {
    try await withHome { home in
      try Folder.make(home.folder + "/data", mode: 0o700)
      try home.append("chapter one", to: "data/novel.txt")
      await #expect(throws: LocalClusterError.notACluster(home.folder + "/data")) { try await home.start() }
      #expect(try home.contents("data/novel.txt") == "chapter one")
    }
  }

  @Test func `a socket folder that is a link is refused`() async throws {
    try await withHome(String(repeating: "h", count: 112)) { home in
      let cluster = try home.cluster()
      try Folder.make(home.folder, mode: 0o711)
      symlink(home.folder, cluster.home.socketFolder)
      await #expect(throws: LocalClusterError.untrustedFolder(cluster.home.socketFolder)) { try await cluster.start() }
      unlink(cluster.home.socketFolder)
    }
  }

  @Test(.enabled(if: isRoot, "needs a second user"))
  func `a socket folder that another user made first is refused`() async throws {
    let nobody = try #require(Account.named("nobody"))
    try await withHome(String(repeating: "h", count: 112)) { home in
      let cluster = try home.cluster()
      mkdir(cluster.home.socketFolder, 0o700)
      chown(cluster.home.socketFolder, nobody.user, nobody.group)
      await #expect(throws: LocalClusterError.untrustedFolder(cluster.home.socketFolder)) { try await cluster.start() }
    }
  }

  @Test func `a configuration that PostgreSQL refuses is told at once`() async throws {
    try await withHome { home in
      let cluster = try home.cluster()
      _ = try await cluster.start()
      try await cluster.stop()
      try home.append("nonsense = 1\n", to: "data/postgresql.conf")
      let time = await ContinuousClock().measure {
        await #expect(throws: LocalClusterError.startFailed(log: home.folder + "/postgres.log")) {
          try await cluster.start()
        }
      }
      #expect(time < .seconds(5))
      #expect(try await cluster.status().state == .stopped)
    }
  }

  @Test(.enabled(if: isRoot, "needs a second user"))
  func `another user gets neither through the folder nor, were it open, past the server`() async throws {
    let nobody = try #require(Account.named("nobody"))
    try await withHome { home in
      let cluster = try home.cluster()
      _ = try await cluster.start()
      let programs = try ServerPrograms.find(in: [:], for: nil, account: nobody)
      let question = [
        programs.folder + "/psql", "-h", cluster.home.socketFolder, "-U", "datajam", "-d", "datajam", "-c", "SELECT 1",
      ]
      let outside = try OtherProcess(question, as: nobody, in: home.folder).end()
      #expect(!outside.succeeded && outside.text.contains("Permission denied"))
      chmod(cluster.home.socketFolder, 0o777)
      chmod(cluster.home.socketFolder + "/.s.PGSQL.5432", 0o777)
      let inside = try OtherProcess(question, as: nobody, in: home.folder).end()
      #expect(!inside.succeeded && inside.text.contains("Peer authentication failed"))
    }
  }

  @Test func `a full server is told apart from one that does not run`() async throws {
    try await withHome { home in
      let cluster = try home.cluster(maxConnections: 5)
      let target = try await cluster.start()
      let crowd = Database(target, limit: 5)
      let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
      // The connection that asked whether the server runs may hold its place for a moment more.
      let held = (1...5).map { _ in
        Task {
          while !Task.isCancelled {
            try? await crowd.session { session in
              _ = try session.query("SELECT 1")
              arrived.yield()
              _ = try session.query("SELECT pg_sleep(60)")
            }
            try await Task.sleep(for: .milliseconds(20))
          }
        }
      }
      for await _ in arrivals.prefix(5) {}
      let error = await #expect(throws: PostgresError.self) { try await cluster.start() }
      #expect(error?.explanation.kind == .busy)
      #expect(try await cluster.status().state == .running)
      for task in held { task.cancel() }
      for task in held { _ = await task.result }
      await crowd.close()
    }
  }
}
