import Foundation

/// One run of a whole program: its processor time, the time on the clock, and its peak memory.
struct MeasuredRun {
  let cpu: Double
  let wall: Double
  let megabytes: Double

  /// Runs a program with its output thrown away.
  init(_ path: String, _ arguments: [String], environment: [String: String] = [:]) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for output in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0)
    }
    let variables = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    var settings = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (words + settings).forEach { free($0) } }
    let start = ContinuousClock.now
    var process = pid_t()
    guard posix_spawn(&process, path, &actions, nil, &words, &settings) == 0 else {
      throw Failure(path: path, code: -1)
    }
    var (status, usage) = (Int32(0), rusage())
    while wait4(process, &status, 0, &usage) < 0 && errno == EINTR {}
    let (whole, fraction) = (ContinuousClock.now - start).components
    guard status == 0 else { throw Failure(path: path, code: status) }
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
