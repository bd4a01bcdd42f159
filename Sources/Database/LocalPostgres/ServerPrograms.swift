#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder with PostgreSQL's server programs.
struct ServerPrograms: Equatable {
  /// The oldest PostgreSQL that this program works with.
  static let oldestMajor = 14
  private static let needed = ["initdb", "postgres", "pg_ctl"]

  let folder: String
  let major: Int

  /// The first programs that fit: of the data's own version, or any new enough when there are no data yet.
  /// - Throws: `LocalClusterError` when there are none, or only of other versions.
  static func find(in environment: [String: String], for dataMajor: Int?, account: Account) throws -> ServerPrograms {
    var unfit: ServerPrograms?
    for folder in try folders(environment) {
      guard let major = try major(of: folder, account) else { continue }
      let programs = ServerPrograms(folder: folder, major: major)
      if major >= oldestMajor, dataMajor == nil || dataMajor == major { return programs }
      unfit = unfit ?? programs
    }
    guard let unfit else { throw LocalClusterError.noPrograms }
    guard unfit.major >= oldestMajor, let dataMajor else { throw LocalClusterError.programsTooOld(unfit.major) }
    throw LocalClusterError.otherVersion(data: dataMajor, programs: unfit.major)
  }

  /// The complete folders, in the order in which they are taken: DATAJAM_PG_BINDIR alone, or PATH and the usual places.
  /// - Throws: `LocalClusterError.incompletePrograms` when a program is missing in DATAJAM_PG_BINDIR.
  static func folders(_ environment: [String: String], usual: [String] = usualPlaces) throws -> [String] {
    if let named = environment["DATAJAM_PG_BINDIR"], !named.isEmpty {
      if let missing = missing(in: named) { throw LocalClusterError.incompletePrograms(named, missing: missing) }
      return [named]
    }
    let path = (environment["PATH"] ?? "").split(separator: ":").compactMap { folder in
      resolved(folder + "/initdb").map { String($0.dropLast("/initdb".count)) }
    }
    return (path + usual.flatMap(matches)).filter { missing(in: $0) == nil }
  }

  /// Where packages put PostgreSQL's server programs, which is seldom on PATH.
  private static let usualPlaces = [
    "/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql@*/bin",
    "/usr/local/opt/postgresql@*/bin", "/usr/local/pgsql/bin", "/Applications/Postgres.app/Contents/Versions/*/bin",
  ]

  private static func missing(in folder: String) -> String? {
    needed.first { access(folder + "/" + $0, X_OK) != 0 }
  }

  private static func major(of folder: String, _ account: Account) throws -> Int? {
    let postgres = Program(path: folder + "/postgres", arguments: ["--version"], account: account, folder: "/")
    // Such as "postgres (PostgreSQL) 15.20 (Debian 15.20-0+deb12u1)".
    guard let words = try postgres.printed()?.split(separator: " "), words.count > 2 else { return nil }
    return Int(words[2].prefix { $0.isNumber })
  }

  /// The path with every link followed; nil when nothing is there.
  private static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// The folders that a pattern matches, the highest version first.
  private static func matches(_ pattern: String) -> [String] {
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(pattern, 0, nil, &found) == 0 else { return [] }
    let paths = (0..<Int(found.gl_pathc)).compactMap { found.gl_pathv[$0].map { String(cString: $0) } }
    func version(_ path: String) -> Int { Int(path.filter(\.isNumber)) ?? 0 }
    return paths.sorted { version($0) > version($1) }
  }
}
