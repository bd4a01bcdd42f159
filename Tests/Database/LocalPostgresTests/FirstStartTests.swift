import Postgres
import Testing

@testable import LocalPostgres

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite(.serialized) struct FirstStartTests {
  @Test func `the first start makes a cluster as it is meant to be, and stopping keeps its data`() async throws {
    try await withHome { home in
      let cluster = try home.cluster(isDurable: true, maxConnections: 17)
      #expect(try await cluster.status().state == .absent)
      #expect(FileStatus(home.folder) == nil)

      let target = try await cluster.start()
      let settings: [(SQL, String)] = [
        ("SHOW listen_addresses", ""), ("SHOW unix_socket_permissions", "0700"), ("SHOW max_connections", "17"),
        ("SHOW shared_buffers", "64MB"), ("SHOW fsync", "on"), ("SHOW full_page_writes", "on"),
        ("SHOW synchronous_commit", "on"), ("SHOW data_checksums", "on"), ("SHOW wal_segment_size", "4MB"),
        ("SHOW server_encoding", "UTF8"), ("SHOW lc_collate", "C"), ("SELECT current_user::text", "datajam"),
        ("SELECT current_database()::text", "datajam"),
      ]
      for (question, answer) in settings {
        #expect(try await ask(target, question) == answer, "\(question)")
      }
      try await ask(target, "CREATE TABLE public.kept (word text)", "INSERT INTO public.kept VALUES ('still here')")

      let running = try await cluster.status()
      #expect(running.state == .running)
      #expect(try running.process == Postmaster.living(in: cluster.home))
      #expect(running.version?.allSatisfy { $0.isNumber || $0 == "." } == true)
      #expect(running.dataFolder == home.folder + "/data")
      #expect(running.socketFolder == home.folder + "/socket")
      #expect(running.log == home.folder + "/postgres.log")

      #expect(try await cluster.stop())
      #expect(try await !cluster.stop())
      let stopped = try await cluster.status()
      #expect(stopped.state == .stopped)
      #expect(stopped.process == nil)
      #expect(stopped.version == running.version?.split(separator: ".").first.map(String.init))
      #expect(try await ask(cluster, "SELECT word FROM public.kept") == "still here")
    }
  }

  @Test func `only the owner can enter the data and the socket, and root's home lets the server through`() async throws
  {
    try await withHome { home in
      try await home.start()
      let owner = try Account.server(of: home.cluster().home)
      for name in ["data", "socket"] {
        let status = try #require(FileStatus(home.folder + "/" + name))
        #expect(status.mode == 0o700 && status.owner == owner.user)
      }
      #expect(FileStatus(home.folder + "/postgres.log")?.mode == 0o600)
      #expect(FileStatus(home.folder + "/lock")?.mode == 0o600)
      #expect(FileStatus(home.folder)?.mode == (isRoot ? 0o711 : 0o700))
    }
  }

  @Test(.enabled(if: isRoot, "needs root"))
  func `an empty folder that root made for it is opened for passing, one in use is not`() async throws {
    try await withHome { home in
      mkdir(home.folder, 0o700)
      try await home.start()
      #expect(FileStatus(home.folder)?.mode == 0o711)
    }
    try await withHome { home in
      mkdir(home.folder, 0o700)
      try home.append("a letter", to: "private.txt")
      await #expect(throws: LocalClusterError.cannotEnter(home.folder, user: "postgres")) {
        try await home.start()
      }
      #expect(FileStatus(home.folder)?.mode == 0o700)
    }
  }

  @Test func `a start of a running cluster waits for no lock and looks at no file`() async throws {
    try await withHome { home in
      try await home.start()
      let lock = open(home.folder + "/lock", O_RDWR | O_CLOEXEC)
      defer { close(lock) }
      // Any other test's child holds a copy of every lock for the moment between its fork and its own program.
      var isTaken = flock(lock, LOCK_EX | LOCK_NB) == 0
      for _ in 0..<100 where !isTaken {
        try await Task.sleep(for: .milliseconds(50))
        isTaken = flock(lock, LOCK_EX | LOCK_NB) == 0
      }
      #expect(isTaken)
      let time = try await ContinuousClock().measure { try await home.start() }
      #expect(time < .seconds(1))
    }
  }

  @Test func `a path too long for a socket still serves, from a folder in tmp that nobody else can enter`() async throws
  {
    try await withHome(String(repeating: "h", count: 112)) { home in
      let cluster = try home.cluster()
      #expect(try await ask(cluster, "SELECT 'served'") == "served")
      #expect(FileStatus(cluster.home.socketFolder)?.mode == 0o700)
      #expect(cluster.home.sharesSocketPlace)
    }
  }

  @Test(arguments: ["a, b", "it's \"mine\""])
  func `a path with a comma, a quote and a blank serves`(name: String) async throws {
    try await withHome(name) { home in
      let answer = try await ask(home, "SELECT 'served'")
      #expect(answer == "served")
    }
  }

  @Test func `the log holds no value of a refused row`() async throws {
    try await withHome { home in
      let target = try await home.start()
      let email = "ada@example.org"
      try await ask(target, "CREATE TABLE public.person (email text PRIMARY KEY)")
      try await ask(target, "INSERT INTO public.person VALUES (\(email))")
      await #expect(throws: PostgresError.self) { try await ask(target, "INSERT INTO public.person VALUES (\(email))") }
      let log = try home.contents("postgres.log")
      #expect(log.contains("person_pkey"))
      #expect(!log.contains(email))
    }
  }

  @Test func `a cluster that need not last saves no time for it`() async throws {
    try await withHome { home in
      let target = try await home.cluster(isDurable: false).start()
      for setting: SQL in ["SHOW fsync", "SHOW full_page_writes", "SHOW synchronous_commit"] {
        #expect(try await ask(target, setting) == "off")
      }
    }
  }
}
