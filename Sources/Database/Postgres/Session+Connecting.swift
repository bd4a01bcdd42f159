import CLibPQ

extension ConnectionTarget {
  /// What libpq is given: what the target says, and what every connection of ours needs.
  func parameters(_ timeouts: Timeouts) -> [(keyword: String, value: String)] {
    let defaults = [
      ("connect_timeout", String(timeouts.connect)), ("fallback_application_name", "datajam"),
      ("tcp_user_timeout", "30000"), ("keepalives_idle", "30"),
    ]
    let missing = defaults.filter { word, _ in !parameters.contains { $0.keyword == word } }
    return parameters + missing + [("client_encoding", "UTF8")]
  }
}

extension Session {
  static func connect(_ parameters: [(keyword: String, value: String)]) -> OpaquePointer? {
    let keywords = parameters.map { CString($0.keyword) }
    let values = parameters.map { CString($0.value) }
    return withExtendedLifetime((keywords, values)) {
      PQconnectdbParams(keywords.map(\.pointer) + [nil], values.map(\.pointer) + [nil], 0)
    }
  }

  /// What every connection is told first, in one round trip.
  static func preparation(_ timeouts: Timeouts) -> String {
    """
    SET statement_timeout = \(timeouts.statement);
    SET lock_timeout = \(timeouts.lock);
    SET idle_in_transaction_session_timeout = \(timeouts.idleInTransaction);
    SET client_min_messages = warning;
    SET TimeZone = 'UTC';
    SET search_path = \(schema)
    """
  }

  /// Says why a connection could not be made, or is of no use to us.
  static func connectionFailure(_ pointer: OpaquePointer, _ target: ConnectionTarget) -> PostgresError? {
    guard PQstatus(pointer) == CONNECTION_OK else {
      let needsPassword = PQconnectionNeedsPassword(pointer) != 0
      let usedPassword = PQconnectionUsedPassword(pointer) != 0
      let words = String(cString: PQerrorMessage(pointer))
      return .unreachable(target, words, needsPassword: needsPassword, usedPassword: usedPassword)
    }
    return PostgresError.tooOld(Int(PQserverVersion(pointer)))
  }
}

extension PostgresError {
  /// What is wrong with a server of this version, such as 150004 for 15.4.
  static func tooOld(_ version: Int) -> PostgresError? {
    version >= 140_000 ? nil : PostgresError(.serverTooOld(version))
  }

  /// Reads what libpq says of a failed connection. It hands over no code for it, only words, and those are in the
  /// server's language: what they do not tell stays general.
  static func unreachable(
    _ target: ConnectionTarget, _ words: String, needsPassword: Bool, usedPassword: Bool
  ) -> PostgresError {
    func says(_ part: String) -> Bool { words.contains(part) }
    func failure(_ message: String, sqlState: String? = nil) -> PostgresError {
      PostgresError(.unreachable("The database \(target) \(message)."), sqlState: sqlState, debugText: words)
    }
    if needsPassword { return failure("asks for a password, and none was given") }
    if ["too many clients", "too many connections", "connection slots are reserved"].contains(where: says) {
      return failure("has no free connection", sqlState: "53300")
    }
    if says("role \"") && says("does not exist") || says("Peer authentication failed") {
      return failure("does not know this user")
    }
    if says("database \"") && says("does not exist") {
      return PostgresError(.unreachable("There is no database \(target)."), debugText: words)
    }
    return failure(usedPassword ? "refused the password" : "cannot be reached")
  }
}

/// A text as C wants it, freed with its owner.
private final class CString {
  let pointer: UnsafePointer<CChar>?
  private let storage: UnsafeMutableBufferPointer<CChar>

  init(_ text: String) {
    storage = .allocate(capacity: text.utf8.count + 1)
    _ = storage.initialize(from: text.utf8.map(CChar.init(bitPattern:)) + [0])
    pointer = UnsafePointer(storage.baseAddress)
  }

  deinit { storage.deallocate() }
}
