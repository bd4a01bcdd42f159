import Foundation

/// Measures every line, or those that are named as arguments, and prints each as soon as it is known.
func measure() async throws {
  let wanted = CommandLine.arguments.dropFirst()
  let program = ProcessInfo.processInfo.environment["DATAJAM_BENCH_PROGRAM"] ?? ""
  say("# \(processorName()), \(ProcessInfo.processInfo.processorCount) processors; release build, static runtime")
  say("# the product's own cluster settings, with synchronous_commit=off on both sides; medians")
  let bench = try await Workbench.open()
  let selecting = Selecting(bench: bench)
  let lines: [(name: String, measure: () async throws -> String)] = [
    ("select-isolated", { try await selecting.isolated() }),
    ("select-hop", { try await selecting.hop() }),
    ("copy-in", { try await Copying(bench: bench).copyIn() }),
    ("copy-out", { try await Copying(bench: bench).copyOut() }),
    ("pipeline", { try await Pipelining(bench: bench).line() }),
    ("startup", { try await Startup(bench: bench, program: program).line() }),
  ]
  for (name, measure) in lines where wanted.isEmpty || wanted.contains(name) {
    do {
      say(try await measure())
    } catch {
      say("skipped \(name) \(String(reflecting: error).split(separator: "\n").joined(separator: " "))")
    }
  }
  try await bench.close()
}

/// Prints a line at once, also into a pipe.
func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

/// The processor's name as Linux tells it.
func processorName() -> String {
  let cpus = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
  let line = cpus.split(separator: "\n").first { $0.hasPrefix("model name") }
  return line?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? "unknown processor"
}

try await measure()
