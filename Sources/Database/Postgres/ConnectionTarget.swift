import CLibPQ

/// Where a database is, with the secret kept apart from what may be shown.
public struct ConnectionTarget: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// What libpq is given; it may hold a password, so nothing prints it.
  let parameters: [(keyword: String, value: String)]

  /// Reads a URI or a keyword string as libpq does, without connecting.
  /// - Throws: `PostgresError` without the text, because it may hold a password.
  public init(_ text: String) throws {
    guard !text.utf8.contains(0), let options = PQconninfoParse(text, nil) else {
      throw PostgresError(.badConnectionString)
    }
    defer { PQconninfoFree(options) }
    var parameters: [(String, String)] = []
    var option = options
    while let keyword = option.pointee.keyword {
      if let value = option.pointee.val { parameters.append((String(cString: keyword), String(cString: value))) }
      option += 1
    }
    self.init(parameters: parameters)
    guard isPlausible else { throw PostgresError(.badConnectionString) }
  }

  /// A database on a Unix socket in a folder of ours, whatever PGPORT, PGOPTIONS and the like say.
  public init(socketFolder: String, database: String, user: String) {
    // libpq takes an empty value for none given, so no options are written as a space.
    self.init(parameters: [
      ("host", socketFolder), ("port", "5432"), ("dbname", database), ("user", user), ("options", " "),
      ("sslmode", "disable"), ("gssencmode", "disable"), ("channel_binding", "disable"),
      ("target_session_attrs", "any"),
    ])
  }

  private init(parameters: [(String, String)]) { self.parameters = parameters }

  /// The same server with another database.
  public func database(named name: String) -> ConnectionTarget {
    ConnectionTarget(parameters: parameters.filter { $0.keyword != "dbname" } + [("dbname", name)])
  }

  /// The database and the host, such as `"dj" on "localhost"`; never the password.
  public var description: String {
    let host = value("host") ?? value("hostaddr") ?? "the default socket"
    let name = value("dbname") ?? value("user") ?? "the default database"
    return "\"\(name)\" on \"\(host)\""
  }

  public var debugDescription: String { description }

  public var customMirror: Mirror { Mirror(self, children: ["target": description]) }

  /// A `/`, `@` or `:` that is not escaped in a password makes libpq take the password's rest for a host, a port or a
  /// database, and those are shown.
  private var isPlausible: Bool {
    let port = value("port") ?? ""
    let host = (value("host") ?? "") + (value("hostaddr") ?? "")
    let database = value("dbname") ?? ""
    return port.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ",") }
      // A socket's name may begin with an @ (Linux, "abstract").
      && !host.dropFirst().utf8.contains(UInt8(ascii: "@"))
      && !database.utf8.contains { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "=") } && !database.contains("://")
  }

  private func value(_ keyword: String) -> String? { parameters.last { $0.keyword == keyword }?.value }
}
