import Foundation

/// The whole program, warm, against the real psql program.
struct Startup {
  private static let runs = 21

  let bench: Workbench
  let program: String

  func line() async throws -> String {
    let ours = Command(path: program, arguments: ["event", "list"], environment: ["DATAJAM_HOME": bench.folder])
    // The first run brings the schema up.
    try ours.run()
    let rounds = try await Rounds.alternate(Self.runs) {
      try await seconds { try ours.run() }
    } yardstick: {
      try await seconds { try bench.psql(["-c", "select 1"]) }
    }
    return rounds.line("startup", unit: "s", target: "<= 3") { $0 <= 3 }
  }
}
