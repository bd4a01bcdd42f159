import Foundation
import LocalPostgres
import Postgres

/// The cluster on which everything is measured: a private one as the product makes it, in a folder that is thrown away.
struct Workbench: Sendable {
  /// Rows in the table of keys and in the table of scores.
  static let rows = 1_000_000

  let folder: String
  let programs: String
  let cluster: LocalCluster
  let database: Database

  /// Starts the cluster and fills its tables.
  static func open() async throws -> Workbench {
    let environment = ProcessInfo.processInfo.environment
    guard let programs = environment["DATAJAM_TEST_PROGRAMS"], let folder = environment["DATAJAM_BENCH_HOME"] else {
      fatalError("The benchmarks need a folder and the server's programs. Run them by: scripts/bench")
    }
    let cluster = try LocalCluster(environment: environment.merging(["DATAJAM_HOME": folder]) { _, new in new })
    let target = try await cluster.start()
    let database = Database(target, limit: 8)
    try await database.session { session in
      try session.run(script: "ALTER SYSTEM SET synchronous_commit = off")
      try session.run(script: "SELECT pg_reload_conf()")
      try session.run(script: "CREATE SCHEMA IF NOT EXISTS datajam")
    }
    let bench = Workbench(folder: folder, programs: programs, cluster: cluster, database: database)
    try bench.pgbench(["-i", "-q", "-s", "\(rows / 100_000)"])
    return bench
  }

  func close() async throws {
    await database.close()
    try await cluster.stop()
  }

  @discardableResult
  func pgbench(_ arguments: [String]) throws -> String {
    try Command(path: programs + "/pgbench", arguments: connection + arguments + ["datajam"]).run()
  }

  @discardableResult
  func psql(_ arguments: [String], in name: String = "datajam") throws -> String {
    try Command(path: programs + "/psql", arguments: connection + ["-d", name, "-X", "-q"] + arguments).run()
  }

  private var connection: [String] { ["-h", cluster.home.socketFolder, "-U", "datajam"] }
}
