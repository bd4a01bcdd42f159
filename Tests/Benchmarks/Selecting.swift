import Foundation
import Postgres

/// SELECTs by primary key against pgbench's own, on the same table and the same range of keys.
struct Selecting {
  private static let clients = 8
  private static let duration = 4.0

  let bench: Workbench

  /// 100 SELECTs a body, each committing on its own.
  func isolated() async throws -> String {
    let rounds = try await Rounds.alternate {
      try await queriesPerSecond(inBodiesOf: 100)
    } yardstick: {
      try pgbenchPerSecond()
    }
    return rounds.line("select-isolated", unit: "queries/s", target: ">= 1.0") { $0 >= 1 }
  }

  /// One `await` for each SELECT.
  func hop() async throws -> String {
    let rounds = try await Rounds.alternate {
      try await queriesPerSecond(inBodiesOf: 1)
    } yardstick: {
      try pgbenchPerSecond()
    }
    return rounds.line("select-hop", unit: "queries/s", target: ">= 0.7") { $0 >= 0.7 }
  }

  private func queriesPerSecond(inBodiesOf count: Int) async throws -> Double {
    let database = bench.database
    let end = ContinuousClock.now + .seconds(Self.duration)
    var total = 0
    let elapsed = try await seconds {
      total = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<Self.clients {
          group.addTask {
            var done = 0
            while ContinuousClock.now < end {
              done += try await database.session { try Self.select(count, in: $0) }
            }
            return done
          }
        }
        return try await group.reduce(0, +)
      }
    }
    return Double(total) / elapsed
  }

  private static func select(_ count: Int, in session: Session) throws -> Int {
    for _ in 0..<count {
      let key = Int.random(in: 1...Workbench.rows)
      let rows = try session.query("SELECT abalance FROM public.pgbench_accounts WHERE aid = \(key)")
      let _: Int = try rows[0]["abalance"]
    }
    return count
  }

  private func pgbenchPerSecond() throws -> Double {
    let report = try bench.pgbench([
      "-S", "-n", "-M", "prepared", "-c", "\(Self.clients)", "-j", "2", "-T", "\(Int(Self.duration))",
    ])
    let line = report.split(separator: "\n").first { $0.hasPrefix("tps = ") } ?? ""
    return Double(line.dropFirst("tps = ".count).prefix { $0 != " " }) ?? 0
  }
}
