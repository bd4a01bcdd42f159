public import Vocabulary

/// A fault of the database or of the way to it.
///
/// `explanation` is safe for anyone: no SQL, no values, never the server's own DETAIL, which prints other people's
/// data. `debugDescription` has all of it, for `-v` and for logs.
public struct PostgresError: ExplainedError, CustomDebugStringConvertible {
  /// What happened, as far as a caller may want to tell.
  public enum Reason: Equatable, Sendable {
    case badConnectionString
    case unreachable(String)
    case serverTooOld(Int)
    /// The server refused a statement; `sqlState` and `constraint` say why.
    case refused
    /// The connection broke; nothing of the unit of work was kept.
    case connectionLost
    /// The connection broke during COMMIT and the server could not be asked afterwards.
    case outcomeUnknown
    case poolExhausted(limit: Int)
    case closed
    /// A unit of work was used after its body had ended.
    case unitEnded
    case nulCharacter
    case unreadableResult
    case schemaNewer(found: Int, known: Int)
    case schemaOlder(found: Int, known: Int)
    case migrationEdited(String)
  }

  public let reason: Reason
  /// The server's five-letter code (PostgreSQL, "Error Codes").
  public let sqlState: String?
  /// The constraint that a statement would have broken.
  public let constraint: String?
  /// The table of that constraint.
  public let table: String?
  let debugText: String

  init(
    _ reason: Reason, sqlState: String? = nil, constraint: String? = nil, table: String? = nil, debugText: String = ""
  ) {
    self.reason = reason
    self.sqlState = sqlState
    self.constraint = constraint
    self.table = table
    self.debugText = debugText
  }

  public var debugDescription: String {
    [String(describing: reason), sqlState, constraint, debugText].compactMap { $0 }.filter { !$0.isEmpty }
      .joined(separator: " · ")
  }

  /// Whether the same work may succeed when it is done again from its start (40001, 40P01).
  var isTransient: Bool { sqlState == "40001" || sqlState == "40P01" }

  /// The code of every statement behind a refused one in the same transaction.
  static let spoiledTransaction = "25P02"

  /// Whether the server is going away or the connection is gone (classes 08 and 57P); 08P01 is a statement at fault.
  static func meansLost(_ sqlState: String?) -> Bool {
    guard let sqlState else { return false }
    return sqlState.hasPrefix("08") && sqlState != "08P01" || ["57P01", "57P02", "57P03"].contains(sqlState)
  }

  static func missingColumn(_ column: String) -> PostgresError {
    PostgresError(.unreadableResult, debugText: "the answer has no column \(column)")
  }

  static func unreadableColumn(
    _ column: String, row: Int, type: String, isNull: Bool, found: UInt32
  ) -> PostgresError {
    let content = isNull ? "NULL" : "a value of type number \(found)"
    return PostgresError(
      .unreadableResult, debugText: "column \(column) of row \(row + 1) holds \(content), which is no \(type)")
  }
}
