import Glibc
public import Postgres

/// A PostgreSQL server of one test's own, with durability on, that may be killed.
public final class OwnServer: Sendable {
  private let folder = "/tmp/datajam-own.\(String(UInt64.random(in: 0...UInt64.max), radix: 36))"
  private let programs = getenv("DATAJAM_TEST_PROGRAMS").map { String(cString: $0) } ?? ""

  /// Runs the body with a server that is gone afterwards.
  /// - Parameter access: The lines of `pg_hba.conf`.
  public static func with(
    access: String = "local all all trust", _ body: (OwnServer) async throws -> Void
  ) async throws {
    let server = OwnServer()
    let result: Result<Void, any Error>
    do {
      try await server.make(access)
      try await server.start()
      result = .success(try await body(server))
    } catch {
      result = .failure(error)
    }
    await server.end()
    try result.get()
  }

  private init() {}

  private var data: String { folder + "/data" }

  public func target(database: String = "postgres", user: String = "datajam") -> ConnectionTarget {
    ConnectionTarget(socketFolder: folder, database: database, user: user)
  }

  /// The same with a password.
  public func target(user: String, password: String) throws -> ConnectionTarget {
    try ConnectionTarget("host=\(folder) port=5432 dbname=postgres user=\(user) password='\(password)'")
  }

  private func make(_ access: String) async throws {
    try await run("mkdir -m 711 \(folder)")
    try await run("\(programs)/initdb -D \(data) -U datajam -A trust -E UTF8 --locale=C --no-sync")
    try await run("printf '%s\\n' '\(access)' >\(data)/pg_hba.conf")
  }

  public func start() async throws {
    let settings = "-c listen_addresses= -c unix_socket_directories=\(folder) -c unix_socket_permissions=0777"
    try await run("\(programs)/pg_ctl -D \(data) -l \(folder)/log -w -t 60 -o '\(settings)' start")
  }

  /// Kills the server and every process of its at once, as a power cut would.
  public func kill() async throws {
    // Where nobody asks after it a killed process stays in the list as a zombie, and its lock files seem to be held.
    try await run(
      """
      main=$(head -n 1 \(data)/postmaster.pid)
      all=$(echo $main $(ps -o pid= --ppid "$main"))
      kill -9 $all
      while ps -o stat= -p "$(echo "$all" | tr ' ' ,)" | grep -q '^[^Z]'; do sleep 0.01; done
      rm -f \(data)/postmaster.pid \(folder)/.s.PGSQL.5432*
      """)
  }

  private func end() async {
    try? await run("\(programs)/pg_ctl -D \(data) -m immediate -w stop; rm -rf \(folder)")
  }

  struct Failure: Error {
    let script: String
  }

  /// Runs a script of the shell on a thread of its own, because that blocks.
  private func run(_ script: String) async throws {
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      Thread.detach { continuation.resume(with: Result { try Self.runBlocking(script) }) }
    }
  }

  /// PostgreSQL refuses root, so root hands the server to the system's postgres user.
  private static func runBlocking(_ script: String) throws {
    let handOver = getuid() == 0 ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"] : []
    let words = handOver + ["sh", "-c", "cd /tmp; exec >/dev/null 2>&1 </dev/null; " + script]
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    var status: Int32 = -1
    guard posix_spawnp(&process, words[0], nil, nil, &arguments, environ) == 0 else { throw Failure(script: script) }
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    guard status == 0 else { throw Failure(script: script) }
  }
}
