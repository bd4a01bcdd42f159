import Foundation

/// Measures every line, or those that are named as arguments, and prints each as soon as it is known.
func measure() async throws {
  let environment = ProcessInfo.processInfo.environment
  let wanted = CommandLine.arguments.dropFirst()
  let (program, python) = (environment["DATAJAM_BENCH_PROGRAM"] ?? "", environment["DATAJAM_BENCH_PYTHON"] ?? "")
  let ranking = RankingSpeed(
    tables: ScoreTables(folder: environment["DATAJAM_BENCH_HOME"] ?? NSTemporaryDirectory()), program: program)
  let growth = RankingGrowth(tables: ranking.tables, program: program)
  say("# \(processorName()), \(ProcessInfo.processInfo.processorCount) processors; release build, static runtime")
  await measure(
    [
      ("rank-event", { _ in try ranking.event() }), ("rank-large", { _ in try ranking.large() }),
      ("rank-million", { _ in try ranking.million() }), ("rank-raw", { _ in try await ranking.raw(python: python) }),
      ("rank-xlsx", { _ in try await ranking.workbook(python: python) }),
      ("rank-teams", { _ in try growth.teams() }), ("rank-reports", { _ in try growth.reports() }),
      ("plan", { _ in Planning().line() }), ("assignment", { _ in Drawing().line() }),
    ], of: wanted, on: ())

  let ofDatabase: [(name: String, measure: (Workbench) async throws -> String)] = [
    ("select-isolated", { try await Selecting(bench: $0).isolated() }),
    ("select-hop", { try await Selecting(bench: $0).hop() }),
    ("copy-in", { try await Copying(bench: $0).copyIn() }),
    ("copy-out", { try await Copying(bench: $0).copyOut() }),
    ("pipeline", { try await Pipelining(bench: $0).line() }),
    ("import-participants", { try await ParticipantImport(bench: $0, program: program).line() }),
    ("import-million", { try ParticipantImport(bench: $0, program: program).memory() }),
    ("import-sessions", { try SessionImport(bench: $0, program: program).line() }),
    ("booking", { try await BookingRate(bench: $0, program: program).line() }),
    ("score-entry", { try await ScoreEntry(bench: $0, program: program).line() }),
    ("score-import", { try await ScoreImport(bench: $0, program: program).line() }),
    ("announce", { try Announcing(bench: $0, program: program).line() }),
    ("result-compute", { try ResultSpeed(bench: $0, program: program).compute() }),
    ("result-explain", { try ResultSpeed(bench: $0, program: program).explain() }),
    ("log-compare", { try ResultSpeed(bench: $0, program: program).comparison() }),
    ("log-verify", { try LogVerification(bench: $0, program: program).line() }),
    ("startup", { try await Startup(bench: $0, program: program).line() }),
  ]
  guard wanted.isEmpty || ofDatabase.contains(where: { wanted.contains($0.name) }) else { return }
  say("# the product's own cluster settings, with synchronous_commit=off on both sides; medians")
  let bench = try await Workbench.open()
  await measure(ofDatabase, of: wanted, on: bench)
  try await bench.close()
}

/// Measures those of the lines that are wanted.
func measure<Bench>(
  _ lines: [(name: String, measure: (Bench) async throws -> String)], of wanted: ArraySlice<String>, on bench: Bench
) async {
  for (name, measure) in lines where wanted.isEmpty || wanted.contains(name) {
    do {
      say(try await measure(bench))
    } catch {
      say("skipped \(name) \(String(reflecting: error).split(separator: "\n").joined(separator: " "))")
    }
  }
}

/// Prints a line at once, also into a pipe.
func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

/// The processor's name as Linux tells it.
func processorName() -> String {
  let cpus = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
  let line = cpus.split(separator: "\n").first { $0.hasPrefix("model name") }
  return line?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? "unknown processor"
}

if try !MeasuredRun.isStarter(CommandLine.arguments) { try await measure() }
