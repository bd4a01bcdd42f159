import Foundation
import Postgres

/// SELECTs by primary key against pgbench's own, on the same table and the same range of keys.
struct Selecting {
  private static let clients = 8
  /// Queries of one client in one round: a few seconds' worth. A count, because a program that Foundation starts gets no
  /// alarm signal, by which pgbench would measure its time.
  private static let queries = 8000

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
    let elapsed = try await seconds {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for client in 0..<Self.clients {
          group.addTask {
            for body in 0..<Self.queries / count {
              let seed = UInt64(client * Self.queries + body)
              try await database.session { try Self.select(count, from: seed, in: $0) }
            }
          }
        }
        try await group.waitForAll()
      }
    }
    return Double(Self.clients * Self.queries) / elapsed
  }

  /// The keys are drawn by a generator in the program, as pgbench does: the system's own costs a system call each.
  private static func select(_ count: Int, from seed: UInt64, in session: Session) throws {
    var keys = Keys(state: seed &* 0x9E37_79B9_7F4A_7C15)
    for _ in 0..<count {
      let key = Int.random(in: 1...Workbench.rows, using: &keys)
      let rows = try session.query("SELECT abalance FROM pgbench_accounts WHERE aid = \(key)")
      let _: Int = try rows[0]["abalance"]
    }
  }

  private func pgbenchPerSecond() throws -> Double {
    let report = try bench.pgbench([
      "-S", "-n", "-M", "prepared", "-c", "\(Self.clients)", "-j", "2", "-t", "\(Self.queries)",
    ])
    let line = report.split(separator: "\n").first { $0.hasPrefix("tps = ") } ?? ""
    return Double(line.dropFirst("tps = ".count).prefix { $0 != " " }) ?? 0
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014).
private struct Keys: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
