import Postgres

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension LocalCluster {
  /// How often a server that a killed one's remains keep from starting is started again, every quarter of a second.
  private static let tries = 20

  /// Starts the server when it did not answer at once, and makes it at its first use; only one process does so at a time.
  func startCold() throws -> ConnectionTarget {
    try home.make()
    let account = try Account.server(of: home)
    return try StartLock.hold(home, for: account, patience: patience.lock) { lock in
      if try runs() { return target }
      let major = try home.dataMajor()
      let programs = try ServerPrograms.find(in: environment, for: major, account: account)
      if major == nil { try makeData(with: programs, account, under: lock) }
      try home.makeSocketFolder(for: account)
      try makeDatabase(in: try bringUp(programs, account))
      return target
    }
  }

  /// Starts the server unless it is on its way already, and returns the first connection to it.
  private func bringUp(_ programs: ServerPrograms, _ account: Account) throws -> Session {
    var started: pid_t?
    var tries = 0
    let first = try poll(for: patience.start) { () throws -> Session? in
      if let answer = try session(in: "postgres") { return answer }
      if let process = started {
        guard waitpid(process, nil, WNOHANG) != 0 else { return nil }
        started = nil
        // A server leaves this file behind only when another's remains kept it from starting.
        guard tries < Self.tries, FileStatus(Postmaster.file(in: home)) != nil else {
          throw LocalClusterError.startFailed(log: home.log)
        }
        Thread.sleep(milliseconds: 250)
      }
      guard try Postmaster.living(in: home) == nil else { return nil }
      try Postmaster.inherit(in: home, for: account)
      started = try launchServer(programs, account)
      tries += 1
      return nil
    }
    guard let first else { throw LocalClusterError.notAnswering(log: home.log) }
    return first
  }

  private func launchServer(_ programs: ServerPrograms, _ account: Account) throws -> pid_t {
    let log = try File.create(home.log, O_WRONLY | O_APPEND, for: account)
    defer { close(log) }
    let server = Program(
      path: programs.folder + "/postgres",
      arguments: ["-D", home.dataFolder] + serverSettings.flatMap { ["-c", "\($0)=\($1)"] }, account: account,
      folder: home.dataFolder)
    return try server.launch(output: log, isDetached: true)
  }

  /// Given at each start, so that they hold whatever is in `postgresql.conf` and wherever the home folder was moved.
  var serverSettings: [(name: String, value: String)] {
    let socketFolder = home.socketFolder.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"")
    let settings = [
      ("listen_addresses", ""),
      ("port", "5432"),
      ("unix_socket_directories", "\"\(socketFolder)\""),
      ("unix_socket_permissions", "0700"),
      ("max_connections", String(maxConnections)),
      ("shared_buffers", "64MB"),
      // A refused row's values stand in the DETAIL line, and no person's data belong in a log.
      ("log_error_verbosity", "terse"),
    ]
    let durability = ["fsync", "full_page_writes", "synchronous_commit"]
    return settings + durability.map { ($0, isDurable ? "on" : "off") }
  }

  private func makeDatabase(in session: Session) throws {
    let found = try session.query("SELECT 1 FROM pg_database WHERE datname = \(Self.database)")
    if found.isEmpty { try session.run(script: "CREATE DATABASE \(Self.database)") }
  }
}
