import Foundation
import Postgres
import Synchronization
import Testing

/// A terminal of a test's own, with the program in it: keys go in, and the picture is what came out last.
final class FormTerminal: Sendable {
  private let keyboard: Int32
  /// Held open so that nothing reads as the end before the program has begun.
  private let screen: Int32
  private let child: pid_t
  private let heard = Mutex<[UInt8]>([])
  /// Whether everything that was written has been read.
  private let hasEnded = Mutex(false)

  /// Starts the program on a terminal of this size.
  init(_ program: Program, _ arguments: [String], columns: Int = 80, rows: Int = 24) throws {
    var (near, far) = (Int32(-1), Int32(-1))
    try #require(openpty(&near, &far, nil, nil, nil) == 0)
    keyboard = near
    let name = String(cString: try #require(ttyname(far)))
    screen = far
    Self.setSize(keyboard, columns, rows)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var (all, none) = (sigset_t(), sigset_t())
    sigfillset(&all)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    // A session of its own, so that the terminal that it opens first is the one that governs it.
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | Self.newSession))
    let shell = [
      "sh", "-c", #"cd "$0" && terminal=$1 && shift && exec "$@" <>"$terminal" >&0 2>&0"#, program.folder, name,
    ]
    let path = try #require(
      ProcessInfo.processInfo.environment["DATAJAM_TEST_PROGRAM"], "Run the tests by: scripts/test")
    var words = (shell + [path] + arguments).map { strdup($0) } + [nil]
    let settings = ["TERM": "xterm"].merging(program.environment) { $1 }
    var environment = settings.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (words + environment).forEach { free($0) } }
    var started = pid_t()
    try #require(posix_spawn(&started, "/bin/sh", nil, &attributes, &words, &environment) == 0)
    child = started
    Postgres.Thread.detach { [self] in listen() }
  }

  deinit { close(keyboard) }

  func press(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = bytes.withUnsafeBytes { write(keyboard, $0.baseAddress, $0.count) }
  }

  func resize(columns: Int, rows: Int) { Self.setSize(keyboard, columns, rows) }

  func kill() { Foundation.kill(child, SIGKILL) }

  /// The picture, once it holds a text.
  func picture(with text: String, sourceLocation: SourceLocation = #_sourceLocation) async throws -> [String] {
    for _ in 0..<1_200 {
      if lines.contains(where: { $0.contains(text) }) { return lines }
      try await Task.sleep(for: .milliseconds(50))
    }
    try #require(lines.contains { $0.contains(text) }, "\(text) never came", sourceLocation: sourceLocation)
    return lines
  }

  /// Everything that the program wrote until its end, without what steers the terminal.
  func wholeOutput() async throws -> (code: Int32, lines: [String]) {
    let code = await end()
    // The last words may still be on their way through the terminal.
    for _ in 0..<1_200 where !hasEnded.withLock(\.self) { try await Task.sleep(for: .milliseconds(50)) }
    return (code, lines)
  }

  /// Everything that was written, steering included.
  var everything: String { heard.withLock { String(decoding: $0, as: UTF8.self) } }

  /// The lines of the last picture without what steers the terminal.
  var lines: [String] {
    let painting = everything.components(separatedBy: "\u{1B}[?25l\u{1B}[H").last ?? ""
    return painting.replacing(/\u{1B}\[[0-9;?]*[A-Za-z]/, with: "").components(separatedBy: "\r\n")
  }

  func end() async -> Int32 {
    await withCheckedContinuation { continuation in
      Postgres.Thread.detach { [self] in
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        close(screen)
        let signal = status & 0x7F
        continuation.resume(returning: signal == 0 ? (status >> 8) & 0xFF : 128 + signal)
      }
    }
  }

  /// Whether the terminal takes lines and shows what is typed, as it does when no program has changed it.
  func isAsItWas() throws -> Bool {
    var settings = termios()
    try #require(tcgetattr(keyboard, &settings) == 0)
    return settings.c_lflag & tcflag_t(ICANON | ECHO) == tcflag_t(ICANON | ECHO)
  }

  private func listen() {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(keyboard, $0.baseAddress, $0.count) }
      guard count > 0 else { return hasEnded.withLock { $0 = true } }
      heard.withLock { $0 += buffer.prefix(count) }
    }
  }

  /// POSIX_SPAWN_SETSID of glibc's spawn.h, which Swift does not see.
  private static let newSession: Int32 = 0x80

  private static func setSize(_ terminal: Int32, _ columns: Int, _ rows: Int) {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
  }
}
