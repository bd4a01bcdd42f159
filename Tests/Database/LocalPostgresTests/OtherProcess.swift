import Testing

@testable import LocalPostgres

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A process beside the test's own, with what it prints.
struct OtherProcess {
  let number: pid_t
  private let output: String

  /// Starts a command in an environment of its own.
  init(
    _ words: [String], environment: [String: String] = [:], as account: Account? = Account.numbered(geteuid()),
    in folder: String
  ) throws {
    let account = try #require(account)
    output = folder + "/output-\(UInt64.random(in: 0...UInt64.max))"
    let descriptor = open(output, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    let settings = environment.map { "\($0)=\($1)" }
    number = try Program(path: "/usr/bin/env", arguments: settings + words, account: account, folder: "/")
      .launch(output: descriptor)
  }

  /// What it printed and whether it succeeded, when it has ended.
  func end() throws -> (succeeded: Bool, text: String) {
    var status: Int32 = 0
    while waitpid(number, &status, 0) < 0, errno == EINTR {}
    return (status == 0, try File.read(output) ?? "")
  }

  /// The program that does one thing with the private cluster, built beside the tests; nil where it is not found.
  static let privateCluster: String? = {
    #if os(Linux)
      guard let tests = realpath("/proc/self/exe", nil) else { return nil }
      defer { free(tests) }
      let path = String(cString: tests).split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/PrivateCluster"
      return access(path, X_OK) == 0 ? path : nil
    #else
      return nil
    #endif
  }()
}

/// Waits off the pool of tasks until something is so.
func waitUntil(_ isSo: @escaping @Sendable () -> Bool) async throws {
  let happened = try await offPool { poll(for: .seconds(30)) { isSo() ? true : nil } }
  try #require(happened == true)
}
