import Foundation
import Postgres
import Vocabulary

/// A million score rows in and out against psql's \copy.
struct Copying {
  private static let columns = ["event_id", "judge_id", "team_id", "criterion_id", "points"]

  let bench: Workbench
  private var file: String { bench.folder + "/scores.tsv" }

  init(bench: Workbench) async throws {
    self.bench = bench
    try await bench.database.session { session in
      try session.run(
        script: """
          DROP TABLE IF EXISTS bench_score;
          CREATE TABLE bench_score (event_id bigint, judge_id bigint, team_id bigint, criterion_id bigint, points bigint)
          """)
    }
    try bench.psql([
      "-c",
      "\\copy (SELECT 1, n % 2000, n / 100, n % 10, n::bigint * 7919 % 10001 FROM generate_series(1, \(Workbench.rows)) AS n) "
        + "TO '\(file)'",
    ])
  }

  func copyIn() async throws -> String {
    let rounds = try await Rounds.alternate {
      try await empty()
      return try await seconds { try await write() }
    } yardstick: {
      try await empty()
      return try await seconds { try bench.psql(["-c", "\\copy datajam.bench_score FROM '\(file)'"]) }
    }
    return rounds.line("copy-in", unit: "s", target: "<= 1.05") { $0 <= 1.05 }
  }

  func copyOut() async throws -> String {
    try await empty()
    try await write()
    let output = bench.folder + "/out.tsv"
    let rounds = try await Rounds.alternate {
      try await seconds { try await read() }
    } yardstick: {
      try await seconds { try bench.psql(["-c", "\\copy datajam.bench_score TO '\(output)'"]) }
    }
    return rounds.line("copy-out", unit: "s", target: "<= 1.3") { $0 <= 1.3 }
  }

  private func empty() async throws {
    try await bench.database.session { try $0.run(script: "TRUNCATE bench_score; CHECKPOINT") }
  }

  private func write() async throws {
    try await bench.database.transaction(as: .organiser("bench"), through: .commandLine) { unit in
      try unit.copyIn("bench_score", columns: Self.columns) { writer in
        for number in 1...Workbench.rows {
          writer.add(1)
          writer.add(number % 2000)
          writer.add(number / 100)
          writer.add(number % 10)
          writer.add(number * 7919 % 10_001)
          try writer.endRow()
        }
      }
    }
  }

  private struct Score {
    let event, judge, team, criterion, points: Int64
  }

  private func read() async throws {
    let count = try await bench.database.read { snapshot in
      var scores: [Score] = []
      scores.reserveCapacity(Workbench.rows)
      try snapshot.copyOut("SELECT event_id, judge_id, team_id, criterion_id, points FROM bench_score") { row in
        scores.append(
          Score(
            event: try row.nextInteger(), judge: try row.nextInteger(), team: try row.nextInteger(),
            criterion: try row.nextInteger(), points: try row.nextInteger()))
      }
      return scores.count
    }
    precondition(count == Workbench.rows, "\(count) rows came back")
  }
}
