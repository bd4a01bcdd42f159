import Foundation

/// One run of a whole program: its processor time, the time on the clock, and its peak memory.
///
/// A new process begins with the peak of the one that started it, so that a small process is put in between.
struct MeasuredRun: Codable {
  let cpu: Double
  let wall: Double
  let megabytes: Double
  private let status: Int32

  /// Runs a program with its output thrown away.
  init(_ path: String, _ arguments: [String], environment: [String: String] = [:]) throws {
    let starter = Command(
      path: "/proc/\(getpid())/exe", arguments: [Self.word, path] + arguments, environment: environment)
    self = try JSONDecoder().decode(MeasuredRun.self, from: Data(starter.run().utf8))
    guard status == 0 else { throw Failure(path: path, code: status) }
  }

  /// The first argument of the process in between.
  private static let word = "--measure-run"

  /// Runs what the arguments of this process say, and prints what it took; false for any other arguments.
  static func isStarter(_ arguments: [String]) throws -> Bool {
    guard arguments.count > 2, arguments[1] == word else { return false }
    let run = try MeasuredRun(running: Array(arguments.dropFirst(2)))
    say(String(decoding: try JSONEncoder().encode(run), as: UTF8.self))
    return true
  }

  private init(running command: [String]) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for output in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0)
    }
    var words = command.map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    let start = ContinuousClock.now
    var process = pid_t()
    guard posix_spawn(&process, command[0], &actions, nil, &words, environ) == 0 else {
      throw Failure(path: command[0], code: -1)
    }
    var (status, usage) = (Int32(0), rusage())
    while wait4(process, &status, 0, &usage) < 0 && errno == EINTR {}
    let (whole, fraction) = (ContinuousClock.now - start).components
    self.status = status
    wall = Double(whole) + Double(fraction) / 1e18
    cpu = Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime)
    megabytes = Double(usage.ru_maxrss) / 1024
  }

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }

  struct Failure: Error {
    let path: String
    let code: Int32
  }
}
