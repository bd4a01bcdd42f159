import Postgres
import Vocabulary

/// Many statements without waiting for each answer, against one `await` for each, on one connection.
struct Pipelining {
  private static let statements = 20_000

  let bench: Workbench

  func line() async throws -> String {
    let single = Database(bench.database.target, limit: 1)
    let rounds = try await Rounds.alternate {
      let elapsed = try await seconds {
        try await single.transaction(as: .organiser("bench"), through: .commandLine) { unit in
          try unit.pipeline((0..<Self.statements).lazy.map(Self.select)) { rows in
            let _: Int = try rows[0]["abalance"]
          }
        }
      }
      return Double(Self.statements) / elapsed
    } yardstick: {
      let elapsed = try await seconds {
        for number in 0..<Self.statements {
          try await single.session { session in
            let _: Int = try session.query(Self.select(number))[0]["abalance"]
          }
        }
      }
      return Double(Self.statements) / elapsed
    }
    await single.close()
    return rounds.line("pipeline", unit: "queries/s", target: ">= 8") { $0 >= 8 }
  }

  @Sendable private static func select(_ number: Int) -> SQL {
    let key = number * 7919 % Workbench.rows + 1
    return "SELECT abalance FROM pgbench_accounts WHERE aid = \(key)"
  }
}
