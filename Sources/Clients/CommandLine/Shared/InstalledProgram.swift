import Files

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program of somebody else's that turns one thing into another, where it is installed.
struct InstalledProgram {
  private let path: String

  /// Nil where no folder of PATH has it.
  init?(_ name: String) {
    let folders = (ProcessEnvironment.variables["PATH"] ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
    let files = folders.map { String($0) + "/" + name }
    guard let path = files.first(where: { access($0, X_OK) == 0 }) else { return nil }
    self.path = path
  }

  /// What the program writes to its standard output.
  /// - Parameters:
  ///   - input: What it reads from standard input.
  ///   - seconds: It is ended, with all that it started, when it takes longer.
  /// - Returns: Nil when it says that something went wrong, takes too long or writes more than the limit.
  func output(
    _ arguments: [String], reading input: [UInt8] = [], upTo limit: InputLimit, within seconds: Int = 60
  ) -> [UInt8]? {
    guard let read = Pipe(), let written = Pipe() else { return nil }
    guard let process = start(arguments, read, written) else { return nil }
    close(read.output)
    close(written.input)
    var exchange = Exchange(into: read.input, from: written.output, input, limit: limit.bytes)
    let deadline = ContinuousClock.now + .seconds(seconds)
    let isWhole = exchange.run(until: deadline)
    if !isWhole { kill(-process, SIGKILL) }
    return ended(process, by: deadline) && isWhole ? exchange.output : nil
  }

  /// Starts the program in a group of its own, so that all that it starts can be ended with it.
  private func start(_ arguments: [String], _ read: Pipe, _ written: Pipe) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, read.output, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, written.input, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var ignored = sigset_t()
    sigemptyset(&ignored)
    sigaddset(&ignored, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &ignored)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF))
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
    defer { words.forEach { free($0) } }
    words.append(nil)
    var process = pid_t()
    for _ in 0..<50 {
      let failure = posix_spawn(&process, path, &actions, &attributes, words, environ)
      // A program that is being installed at this moment can be started a moment later.
      guard failure == ETXTBSY else { return failure == 0 ? process : nil }
      usleep(20_000)
    }
    return nil
  }

  /// Waits for the end, which is not far once nothing more is written. Tells whether it was a good one.
  private func ended(_ process: pid_t, by deadline: ContinuousClock.Instant) -> Bool {
    var status: Int32 = 0
    while true {
      let found = waitpid(process, &status, WNOHANG)
      if found == process { return status == 0 }
      if found < 0, errno != EINTR { return false }
      if ContinuousClock.now > deadline { kill(-process, SIGKILL) }
      usleep(2000)
    }
  }

  /// Both ends are closed in every program that is started, unless it is given one.
  private struct Pipe {
    let output: Int32
    let input: Int32

    init?() {
      var ends: [Int32] = [0, 0]
      guard pipe(&ends) == 0 else { return nil }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      (output, input) = (ends[0], ends[1])
    }
  }
}

/// Writes to a program and reads from it, whichever it is ready for.
private struct Exchange {
  private var target: Int32
  private let source: Int32
  private var rest: ArraySlice<UInt8>
  private let limit: Int
  private(set) var output: [UInt8] = []

  init(into target: Int32, from source: Int32, _ input: [UInt8], limit: Int) {
    self.target = target
    self.source = source
    rest = input[...]
    self.limit = limit
    _ = fcntl(target, F_SETFL, O_NONBLOCK)
  }

  /// Tells whether all came that the program wrote, in time and within the limit.
  mutating func run(until deadline: ContinuousClock.Instant) -> Bool {
    defer {
      endInput()
      close(source)
    }
    while output.count <= limit {
      if rest.isEmpty { endInput() }
      let left = deadline - ContinuousClock.now
      var watched = [
        pollfd(fd: source, events: Int16(POLLIN), revents: 0), pollfd(fd: target, events: Int16(POLLOUT), revents: 0),
      ]
      guard left > .zero, poll(&watched, 2, 100) >= 0 || errno == EINTR else { return false }
      if watched[1].revents != 0 { send() }
      if watched[0].revents != 0 {
        let piece = OpenFile.read(source, upTo: InputFile.pieceSize, once: true)
        if piece.isEmpty { return true }
        output += piece
      }
    }
    return false
  }

  private mutating func send() {
    let count = rest.withUnsafeBytes { write(target, $0.baseAddress, min($0.count, 1 << 16)) }
    if count > 0 {
      rest = rest.dropFirst(count)
    } else if errno != EAGAIN, errno != EINTR {
      // A program that stops reading says by its exit code whether it had enough.
      rest = []
    }
  }

  private mutating func endInput() {
    guard target >= 0 else { return }
    close(target)
    target = -1
  }
}
