#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension LocalCluster {
  /// Stops the server as `pg_ctl -m fast` does; tells whether one ran.
  func shutDown() throws -> Bool {
    // Nothing is made only to be stopped.
    guard FileStatus(home.dataFolder) != nil else { return false }
    return try StartLock.hold(home, for: Account.server(of: home), patience: patience.lock) { _ in
      guard let process = try Postmaster.living(in: home) else { return false }
      kill(process, SIGINT)
      let hasEnded = try poll(for: patience.stop) { try Postmaster.living(in: home) == nil ? true : nil }
      guard hasEnded != nil else { throw LocalClusterError.stillStopping(process: process, log: home.log) }
      return true
    }
  }
}
