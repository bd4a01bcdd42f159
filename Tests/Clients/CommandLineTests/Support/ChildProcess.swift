import Foundation
import Postgres

/// A program that was started, and how it ends. Foundation's `Process` crashes now and then where many are started
/// at once (it looks through the open files, `findMaximumOpenFromProcSelfFD`), so this rests on the system's own calls.
struct ChildProcess: Sendable {
  let number: pid_t

  /// - Parameters:
  ///   - name: What the files begin with that hold its input (`.in`), its output (`.out`) and its errors (`.err`).
  init(_ program: String, _ arguments: [String], environment: [String: String], folder: String, files name: String)
    throws
  {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, name + ".in", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, name + ".out", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, name + ".err", O_WRONLY, 0)
    var attributes = try Self.plainAttributes()
    defer { posix_spawnattr_destroy(&attributes) }
    // The shell changes the folder and then becomes the program.
    let shell = ["sh", "-c", #"cd "$0" && exec "$@""#, folder, program]
    var words = (shell + arguments).map { strdup($0) } + [nil]
    var settings = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (words + settings).forEach { free($0) } }
    var child = pid_t()
    let status = posix_spawn(&child, "/bin/sh", &actions, &attributes, &words, &settings)
    guard status == 0 else { throw POSIXError(POSIXErrorCode(rawValue: status) ?? .EINVAL) }
    number = child
  }

  /// The exit code, as a shell counts: 128 and the signal for a program that a signal ended.
  func end() async -> Int32 {
    await withCheckedContinuation { continuation in
      Postgres.Thread.detach { [self] in
        var status: Int32 = 0
        while waitpid(number, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7F
        continuation.resume(returning: signal == 0 ? (status >> 8) & 0xFF : 128 + signal)
      }
    }
  }

  /// No signal is blocked or ignored, whatever the tests do with theirs.
  private static func plainAttributes() throws -> posix_spawnattr_t {
    var attributes = posix_spawnattr_t()
    guard posix_spawnattr_init(&attributes) == 0 else { throw POSIXError(.ENOMEM) }
    var all = sigset_t()
    sigfillset(&all)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    return attributes
  }
}
