import CLibPQ

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

  /// Says why a connection could not be made. libpq hands over no code for it, only words, and those are in the
  /// server's language: what they do not tell stays general.
  static func connectionFailure(_ pointer: OpaquePointer, _ target: ConnectionTarget) -> PostgresError {
    let words = String(cString: PQerrorMessage(pointer))
    func says(_ part: String) -> Bool { words.contains(part) }
    if PQconnectionNeedsPassword(pointer) != 0 {
      return PostgresError(.unreachable("The database \(target) asks for a password, and none was given."), debugText: words)
    }
    if says("too many clients") || says("connection slots are reserved") {
      return PostgresError(
        .unreachable("The database \(target) has no free connection."), sqlState: "53300", debugText: words)
    }
    if says("role") && says("does not exist") || says("Peer authentication failed") {
      return PostgresError(.unreachable("The database \(target) does not know this user."), debugText: words)
    }
    if says("database") && says("does not exist") {
      return PostgresError(.unreachable("There is no database \(target)."), debugText: words)
    }
    if PQconnectionUsedPassword(pointer) != 0 {
      return PostgresError(.unreachable("The database \(target) refused the password."), debugText: words)
    }
    return PostgresError(.unreachable("The database \(target) cannot be reached."), debugText: words)
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

