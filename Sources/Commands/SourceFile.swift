import Synchronization
import Workflows

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that is read a piece at a time; standard input, which can be read once only, is kept.
struct SourceFile: ImportableFile {
  let name: String
  let size: Int?
  private let kept: [UInt8]?

  /// - Throws: `FileError` when it is not there, is a folder or cannot be read.
  init(_ path: String) throws(FileError) {
    name = path
    var status = stat()
    guard path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      let bytes = try InputFile.read(path)
      kept = bytes
      size = bytes.count
      return
    }
    kept = nil
    size = Int(status.st_size)
    close(try InputFile.open(path))
  }

  func open() throws -> () throws -> [UInt8] {
    if let kept {
      var rest = kept[...]
      return {
        defer { rest = rest.dropFirst(InputFile.pieceSize) }
        return Array(rest.prefix(InputFile.pieceSize))
      }
    }
    let input = try OpenInput(name)
    return { try input.next() }
  }
}

/// An open file that is closed when nobody reads it any more.
private final class OpenInput {
  private let name: String
  private let descriptor: Int32

  init(_ name: String) throws(FileError) {
    self.name = name
    descriptor = try InputFile.open(name)
  }

  deinit { close(descriptor) }

  func next() throws(FileError) -> [UInt8] { try InputFile.piece(of: descriptor, name) }
}

/// Says how far a long reading has come: a bar on a terminal, elsewhere a line for every tenth.
final class Progress: Sendable {
  private let size: Int
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let isSilent: Bool
  private let state = Mutex(State())

  private struct State {
    /// Set by the first piece, so that waiting for somebody else's import is not reported as reading.
    var begin: ContinuousClock.Instant?
    var tenths = 0
  }

  init(of size: Int?, isSilent: Bool) {
    self.size = size ?? 0
    self.isSilent = isSilent
  }

  /// Nothing is said of what takes less than half a second.
  func tell(_ bytes: Int) {
    guard size > 0, !isSilent else { return }
    let reached = min(10, bytes * 10 / size)
    let news = state.withLock { state in
      let now = ContinuousClock.now
      let begin = state.begin ?? now
      state.begin = begin
      guard reached > state.tenths, now - begin > .milliseconds(500) else { return false }
      state.tenths = reached
      return true
    }
    guard news else { return }
    if isTerminal {
      let bar = String(repeating: "#", count: reached) + String(repeating: ".", count: 10 - reached)
      Surroundings.say("\r[\(bar)] \(reached * 10) %", endingLine: false)
    } else {
      Surroundings.say("\(reached * 10) % read")
    }
  }

  func end() {
    if isTerminal, state.withLock({ $0.tenths > 0 }) { Surroundings.say("\r\u{1B}[K", endingLine: false) }
  }
}
