#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The server's main process, as it is written down in the data folder.
enum Postmaster {
  static func file(in home: LocalCluster.Home) -> String { home.dataFolder + "/postmaster.pid" }

  /// The process that serves the home's data; nil when none does, whatever the file says.
  static func living(in home: LocalCluster.Home) throws -> pid_t? {
    guard
      let text = try File.read(file(in: home)), let line = text.split(separator: "\n").first,
      let process = pid_t(line), process > 0, lives(process, in: home.dataFolder)
    else { return nil }
    return process
  }

  /// Writes this process into the files of a server that was killed, so that the next one, its child, takes them over.
  ///
  /// PostgreSQL refuses to start while the number in them belongs to any process, be it a zombie or a stranger, but
  /// not while it is its own parent's. Removing the files would also remove the watch over what the killed server's
  /// other processes may still be writing (PostgreSQL, src/backend/utils/init/miscinit.c, CreateLockFile).
  static func inherit(in home: LocalCluster.Home, for account: Account) throws {
    for path in [file(in: home), home.socketFolder + "/.s.PGSQL.5432.lock"] {
      guard let text = try File.read(path) else { continue }
      try File.write("\(getpid())" + text.drop { $0 != "\n" }, to: path, for: account)
    }
  }

  private static func lives(_ process: pid_t, in dataFolder: String) -> Bool {
    // One that this process started stays a zombie until it is asked for.
    waitpid(process, nil, WNOHANG)
    guard kill(process, 0) == 0 || errno == EPERM else { return false }
    #if os(Linux)
      var place = stat()
      var data = stat()
      if stat("/proc/\(process)/cwd", &place) == 0, stat(dataFolder, &data) == 0 {
        return place.st_dev == data.st_dev && place.st_ino == data.st_ino
      }
      // A zombie's folder cannot be seen, nor that of another user's process without the right to trace it.
      let state = (try? File.read("/proc/\(process)/stat")) ?? ""
      return state.hasPrefix("\(process) (postgres) ") && !state.hasPrefix("\(process) (postgres) Z")
    #else
      return true
    #endif
  }
}
