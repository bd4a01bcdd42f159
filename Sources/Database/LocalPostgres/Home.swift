#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension LocalCluster {
  /// The folder that holds a private cluster's data, socket, log and lock.
  public struct Home: Sendable, Equatable {
    /// The longest folder in which a socket fits on every system: 104 bytes less "/.s.PGSQL.5432" and the final NUL.
    static let longestSocketFolder = 89

    /// An absolute path.
    public let folder: String
    /// Short enough for a socket: in the home folder, otherwise in /tmp under a name made from it.
    public let socketFolder: String

    public var dataFolder: String { folder + "/data" }
    public var log: String { folder + "/postgres.log" }
    /// Becomes the data folder in one step when it is complete, so that a killed first start never looks complete.
    var unfinishedData: String { folder + "/data.new" }
    var lock: String { folder + "/lock" }

    /// Chooses DATAJAM_HOME, or as root /var/lib/datajam, or the user's own data folder (XDG Base Directory).
    /// - Throws: `LocalClusterError.noHome` when the user has no home folder.
    public init(environment: [String: String]) throws {
      try self.init(environment: environment, user: geteuid())
    }

    init(environment: [String: String], user: uid_t) throws {
      func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
      if let named = value("DATAJAM_HOME") {
        self.init(absolute(named), user: user)
      } else if user == 0 {
        self.init("/var/lib/datajam", user: user)
      } else if let data = value("XDG_DATA_HOME"), data.hasPrefix("/") {
        self.init(data + "/datajam", user: user)
      } else if let own = value("HOME") ?? Account.numbered(user)?.home, own.hasPrefix("/") {
        self.init(own + "/.local/share/datajam", user: user)
      } else {
        throw LocalClusterError.noHome
      }
    }

    private init(_ path: String, user: uid_t) {
      folder = "/" + path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
      let own = folder + "/socket"
      // libpq reads a comma as the end of one host and the start of the next.
      let fits = own.utf8.count <= Self.longestSocketFolder && !own.contains(",")
      socketFolder = fits ? own : "/tmp/datajam-\(user)-\(fingerprint(of: folder))"
    }

    /// Whether the socket had to leave the home folder for /tmp, where anybody may make folders.
    var sharesSocketPlace: Bool { socketFolder != folder + "/socket" }
  }
}

private func absolute(_ path: String) -> String {
  guard !path.hasPrefix("/"), let here = getcwd(nil, 0) else { return path }
  defer { free(here) }
  return String(cString: here) + "/" + path
}

/// 16 hexadecimal digits that stand for a path (FNV-1a, 64 bits).
private func fingerprint(of path: String) -> String {
  let hash = path.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  let digits = String(hash, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
