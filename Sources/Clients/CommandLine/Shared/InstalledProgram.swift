import Files
import Foundation

/// A program of somebody else's that turns one thing into another, where it is installed.
struct InstalledProgram {
  private let path: String

  /// Nil where no folder of PATH has it.
  init?(_ name: String) {
    let folders = (ProcessEnvironment.variables["PATH"] ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
    guard let path = folders.map({ "\($0)/\(name)" }).first(where: FileManager.default.isExecutableFile) else {
      return nil
    }
    self.path = path
  }

  /// What the program writes to its standard output.
  /// - Parameters:
  ///   - input: What it reads from standard input.
  ///   - seconds: It is ended when it takes longer.
  /// - Returns: Nil when it says that something went wrong, takes too long or writes more than the limit.
  func output(
    _ arguments: [String], reading input: [UInt8] = [], upTo limit: InputLimit, within seconds: Int = 60
  ) throws -> [UInt8]? {
    let process = Process()
    let (read, written) = (Pipe(), Pipe())
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardInput = read
    process.standardOutput = written
    process.standardError = FileHandle.nullDevice
    try process.run()
    let source = read.fileHandleForWriting
    // A program that stops reading early is told so by its own exit code.
    DispatchQueue.global().async {
      try? source.write(contentsOf: Data(input))
      try? source.close()
    }
    let number = process.processIdentifier
    let end = DispatchWorkItem { kill(number, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(seconds), execute: end)
    let bytes = OpenFile.read(written.fileHandleForReading.fileDescriptor, upTo: limit.bytes + 1)
    let isTooLong = bytes.count > limit.bytes
    if isTooLong { kill(number, SIGKILL) }
    process.waitUntilExit()
    end.cancel()
    return process.terminationStatus == 0 && process.terminationReason == .exit && !isTooLong ? bytes : nil
  }
}
