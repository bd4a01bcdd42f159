import CProcess

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program of PostgreSQL's, run with the rights of an account and with nothing of the caller's environment.
struct Program {
  let path: String
  let arguments: [String]
  let account: Account
  /// Where it stands; the account must be able to enter it.
  let folder: String

  /// Starts the program with its output going to a descriptor.
  /// - Parameter lock: Handed over where given.
  /// - Throws: `LocalClusterError` saying which step failed.
  func launch(output: Int32, lock: Int32 = -1, isDetached: Bool = false) throws -> pid_t {
    let environment = ["LC_ALL=C", "PATH=/usr/bin:/bin"]
    let launched = withCStrings([path] + arguments) { arguments in
      withCStrings(environment) { environment in
        path.withCString { path in
          folder.withCString { folder in
            launch_program(
              CProcess.launch(
                program: path, arguments: arguments, environment: environment, folder: folder, output: output,
                kept: lock, user: account.user, group: account.group, changes_user: geteuid() == 0 ? 1 : 0,
                is_detached: isDetached ? 1 : 0))
          }
        }
      }
    }
    switch launch_step(UInt32(launched.failed_step)) {
    case launch_step_none: return launched.process
    case launch_step_folder:
      throw LocalClusterError.cannotEnter(Folder.closed(to: account, onTheWayTo: folder), user: account.name)
    default: throw LocalClusterError.cannotRun(path, launched.error_number)
    }
  }

  /// Runs the program to its end; tells whether it succeeded.
  func run(output: Int32, lock: Int32 = -1) throws -> Bool {
    let process = try launch(output: output, lock: lock)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      if errno != EINTR { return false }
    }
    return status == 0
  }

  /// Runs the program to its end and returns the first 8 kB that it printed; nil when it failed.
  func printed() throws -> String? {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw LocalClusterError.cannotRun(path, errno) }
    defer { close(ends[0]) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    // What was printed is read when the program has ended: nothing is worth waiting for.
    _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
    let isDone: Bool
    do {
      defer { close(ends[1]) }
      isDone = try run(output: ends[1])
    }
    return isDone ? File.text(from: ends[0]) : nil
  }
}

/// The texts as C wants a list of them: NULL last, valid within the body.
private func withCStrings<Result>(
  _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  let pointers = texts.map { strdup($0) } + [nil]
  defer { for pointer in pointers { free(pointer) } }
  return body(pointers)
}
