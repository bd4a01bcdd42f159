#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The right to make, start or stop the server; it ends with the process that holds it, whatever kills that.
struct StartLock {
  /// Handed to `initdb` alone, so that one whose parent was killed keeps the next start waiting until it has ended.
  let descriptor: Int32

  /// Waits for its turn and does the work.
  /// - Throws: `LocalClusterError` when the lock cannot be made or stays taken.
  static func hold<Result>(
    _ home: LocalCluster.Home, for account: Account, patience: Duration, _ work: (StartLock) throws -> Result
  ) throws -> Result {
    let descriptor = try File.create(home.lock, O_RDWR, for: account)
    defer { close(descriptor) }
    guard poll(for: patience, { flock(descriptor, LOCK_EX | LOCK_NB) == 0 ? true : nil }) != nil else {
      throw LocalClusterError.busy(home.folder)
    }
    return try work(StartLock(descriptor: descriptor))
  }
}
