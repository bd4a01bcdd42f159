import Foundation
import Testing

/// The built program, run as a person runs it: in a folder, with an environment and arguments of the test's own.
struct Program: Sendable {
  let folder: String
  var environment: [String: String]

  /// What came of one run.
  struct Ended: Equatable, CustomStringConvertible {
    let code: Int32
    let output: String
    let errors: String

    var description: String { "exit \(code)\n--- output\n\(output)--- errors\n\(errors)" }

    /// Nothing on standard output, and these lines beside it.
    static func saying(_ code: Int32, _ lines: String...) -> Ended {
      Ended(code: code, output: "", errors: lines.map { $0 + "\n" }.joined())
    }
  }

  /// A run that has not ended yet.
  struct Running: Sendable {
    let number: Int32
    fileprivate let ended: Task<Ended, any Error>

    func end() async throws -> Ended { try await ended.value }
  }

  /// - Parameter input: What is read from standard input; nothing by default.
  func run(_ arguments: String..., input: String = "") async throws -> Ended {
    try await start(arguments, input: input).end()
  }

  func start(_ arguments: [String], input: String = "") throws -> Running {
    let program = try #require(
      ProcessInfo.processInfo.environment["DATAJAM_TEST_PROGRAM"], "Run the tests by: scripts/test")
    return try start(URL(filePath: program), arguments, input: input)
  }

  /// Runs a line of the shell in which `"$datajam"` is the program.
  func shell(_ line: String) async throws -> Ended {
    var named = self
    named.environment["datajam"] = ProcessInfo.processInfo.environment["DATAJAM_TEST_PROGRAM"]
    return try await named.start(URL(filePath: "/bin/bash"), ["-c", line], input: "").end()
  }

  private func start(_ program: URL, _ arguments: [String], input: String) throws -> Running {
    let name = folder + "/.run-\(UUID().uuidString)"
    try Data(input.utf8).write(to: URL(filePath: name + ".in"))
    for stream in [".out", ".err"] { try Data().write(to: URL(filePath: name + stream)) }
    let child = try ChildProcess(
      program.path, arguments, environment: environment, folder: folder, files: name)
    let ended = Task {
      Ended(
        code: await child.end(), output: try String(contentsOfFile: name + ".out", encoding: .utf8),
        errors: try String(contentsOfFile: name + ".err", encoding: .utf8))
    }
    return Running(number: child.number, ended: ended)
  }
}
