import Foundation

/// Another program that a benchmark runs.
struct Command {
  let path: String
  let arguments: [String]
  var environment: [String: String] = [:]

  struct Failure: Error {
    let command: String
    let output: String
  }

  /// Runs it to its end and returns what it printed to standard output.
  @discardableResult
  func run() throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let complaint = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(command: ([path] + arguments).joined(separator: " "), output: complaint)
    }
    return text
  }
}
