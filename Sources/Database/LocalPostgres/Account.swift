#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A user of the operating system.
struct Account: Sendable, Equatable {
  let name: String
  let user: uid_t
  let group: gid_t
  let home: String

  /// The user as whom PostgreSQL runs: the current user or, for root, whom PostgreSQL refuses, the owner of
  /// the data, or the user that PostgreSQL's packages make.
  /// - Throws: `LocalClusterError` when there is no such user.
  static func server(of home: LocalCluster.Home) throws -> Account {
    guard geteuid() == 0 else {
      guard let account = numbered(geteuid()) else { throw LocalClusterError.unknownUser(geteuid()) }
      return account
    }
    if let owner = FileStatus(home.dataFolder)?.owner, owner != 0 {
      guard let account = numbered(owner) else { throw LocalClusterError.unknownUser(owner) }
      return account
    }
    guard let account = named("postgres") ?? named("_postgres") else { throw LocalClusterError.noServerAccount }
    return account
  }

  static func named(_ name: String) -> Account? {
    lookUp { getpwnam_r(name, $0, $1, $2, $3) }
  }

  static func numbered(_ user: uid_t) -> Account? {
    lookUp { getpwuid_r(user, $0, $1, $2, $3) }
  }

  private typealias Entry = UnsafeMutablePointer<passwd>

  private static func lookUp(
    _ ask: (Entry, UnsafeMutablePointer<CChar>, Int, UnsafeMutablePointer<Entry?>) -> Int32
  ) -> Account? {
    var entry = passwd()
    var found: Entry?
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16_384) { block in
      guard let texts = block.baseAddress, ask(&entry, texts, block.count, &found) == 0, found != nil else {
        return nil
      }
      return Account(
        name: String(cString: entry.pw_name), user: entry.pw_uid, group: entry.pw_gid,
        home: String(cString: entry.pw_dir))
    }
  }
}
