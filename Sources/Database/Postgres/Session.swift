import CLibPQ

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An open connection in the hands of one body; outside a unit of work each statement commits on its own.
///
/// Not Sendable: it lives on its connection's thread and its calls block there.
public final class Session {
  /// The schema in which every table of ours stands.
  public static let schema = "datajam"

  let pointer: OpaquePointer
  let target: ConnectionTarget
  let cancelHandle: CancelHandle
  var interrupter: Interrupter?
  var prepared = PreparedStatements()
  /// The refusal that spoiled the open transaction, if it is spoiled.
  private(set) var lastRefusal: PostgresError?
  private let timeouts: Timeouts
  private var isSoiled = false
  /// Whether a script has run, which may have left settings, locks or temporary tables behind.
  private var hasRunScript = false

  /// Connects, which blocks the calling thread.
  /// - Throws: `PostgresError` when the server is not there, refuses or is older than 14.
  package init(_ target: ConnectionTarget, timeouts: Timeouts) throws(PostgresError) {
    guard let pointer = Self.connect(target.parameters(timeouts)) else {
      throw PostgresError(.unreachable("There is no memory left to connect to the database."))
    }
    if let failure = Self.connectionFailure(pointer, target) {
      PQfinish(pointer)
      throw failure
    }
    self.pointer = pointer
    self.target = target
    self.timeouts = timeouts
    cancelHandle = CancelHandle(of: pointer)
    PQsetNoticeProcessor(pointer, { _, _ in }, nil)
    _ = try answer(toScript: Self.preparation(timeouts))
  }

  deinit { PQfinish(pointer) }

  /// Whether the connection can still be used, as far as the last call could tell.
  var isAlive: Bool { PQstatus(pointer) == CONNECTION_OK }

  /// Whether a transaction is open, also a failed one.
  var isInTransaction: Bool { PQtransactionStatus(pointer) != PQTRANS_IDLE }

  /// Whether another body may have the connection.
  var isReusable: Bool { isAlive && !isInTransaction && !isSoiled }

  /// Whether the server is still there, which is asked only when it has said something of its own accord: that may be
  /// its last words.
  var isStillThere: Bool {
    var socket = pollfd(fd: PQsocket(pointer), events: Int16(POLLIN), revents: 0)
    return poll(&socket, 1, 0) == 0 || answers
  }

  /// Whether the server answers.
  var answers: Bool { (try? answer(toScript: "")) != nil }

  /// Runs a statement with its values bound, prepared once per connection.
  /// - Throws: `PostgresError`; `CancellationError` when the task was cancelled.
  public func query(_ sql: SQL) throws -> Rows { Rows(try answer(to: sql)) }

  /// Runs a statement and tells how many rows it changed.
  @discardableResult
  public func execute(_ sql: SQL) throws -> Int { try answer(to: sql).changedRows }

  /// Runs a script of one or several statements without values, such as a migration.
  /// - Throws: `PostgresError`; `CancellationError` when the task was cancelled meanwhile.
  public func run(script: String) throws {
    hasRunScript = true
    try stoppable { () throws(PostgresError) in _ = try answer(toScript: script) }
  }

  /// Runs a script that must come to its end even when the task is cancelled, such as a COMMIT.
  func runToItsEnd(script: String) throws(PostgresError) {
    guard let interrupter else {
      _ = try answer(toScript: script)
      return
    }
    try interrupter.shield { () throws(PostgresError) in _ = try answer(toScript: script) }
  }

  /// Undoes what a body's scripts may have left behind; a body without one costs nothing.
  func startAnew() {
    guard hasRunScript, isAlive, !isInTransaction else { return }
    hasRunScript = false
    prepared = PreparedStatements()
    do {
      try runToItsEnd(script: "DISCARD ALL")
      try runToItsEnd(script: Self.preparation(timeouts))
    } catch {
      isSoiled = true
    }
  }

  /// The answer to a script's last statement, in text form.
  func answer(
    toScript script: String, expecting status: ExecStatusType = PGRES_COMMAND_OK
  ) throws(PostgresError) -> Answer {
    try checkIsFree()
    guard !script.utf8.contains(0) else { throw PostgresError(.nulCharacter) }
    return try checked(PQexec(pointer, script), of: script, expecting: status)
  }

  private func answer(to sql: SQL) throws -> Answer {
    try checkCancellation()
    return try stoppable { () throws(PostgresError) in
      try checkIsFree()
      let name = try preparedName(for: sql)
      return try sql.parameters.withWireForm { (count, values, lengths, forms) throws(PostgresError) in
        guard PQsendQueryPrepared(pointer, name, count, values, lengths, forms, 1) == 1 else {
          throw failure(nil, of: sql.text)
        }
        return try checked(onlyResult(), of: sql.text)
      }
    }
  }

  /// Waits for the answer to the one statement that was sent.
  ///
  /// The server gets a turn first: when it has answered by then, the thread need not fall asleep and be woken, which
  /// costs more than the statement where many connections share few processors.
  private func onlyResult() -> OpaquePointer? {
    sched_yield()
    PQconsumeInput(pointer)
    let first = PQgetResult(pointer)
    guard PQresultStatus(first) != PGRES_COPY_IN, PQresultStatus(first) != PGRES_COPY_OUT else { return first }
    while let rest = PQgetResult(pointer) { PQclear(rest) }
    return first
  }

  func checkCancellation() throws {
    if interrupter?.isCancelled == true { throw CancellationError() }
  }

  /// A statement amid a COPY or a pipeline would break off what is under way and lose rows without a word.
  func checkIsFree() throws(PostgresError) {
    guard PQtransactionStatus(pointer) == PQTRANS_ACTIVE, isAlive else { return }
    throw PostgresError(.refused, debugText: "a statement was run amid a COPY or a pipeline")
  }

  /// Runs the body, whose refusal is no fault when the task's own wish stopped it.
  func stoppable<Result>(_ body: () throws(PostgresError) -> Result) throws -> Result {
    do {
      return try body()
    } catch {
      throw meaning(of: error)
    }
  }

  func meaning(of error: PostgresError) -> any Error {
    interrupter?.isCancelled == true && error.sqlState == "57014" ? CancellationError() : error
  }

  /// Owns what libpq returned and turns a refusal into an error.
  func checked(
    _ result: OpaquePointer?, of statement: String, expecting status: ExecStatusType = PGRES_COMMAND_OK
  ) throws(PostgresError) -> Answer {
    guard let result else { throw failure(nil, of: statement) }
    let answer = Answer(result)
    switch answer.status {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY, status: return answer
    default: throw failure(answer, of: statement)
    }
  }

  /// The error behind a failed call, with the server's words kept for debugging only.
  func failure(_ answer: Answer?, of statement: String) -> PostgresError {
    let sqlState = answer?.field(DiagnosticField.sqlState)
    let words = String(cString: PQerrorMessage(pointer)) + " in " + statement
    if !isAlive || PostgresError.meansLost(sqlState) {
      return PostgresError(.connectionLost, sqlState: sqlState, debugText: words)
    }
    prepared.noteRefusal(sqlState)
    let refusal = PostgresError(
      .refused, sqlState: sqlState, constraint: answer?.field(DiagnosticField.constraint).map(unsharded),
      table: answer?.field(DiagnosticField.table).map(unsharded),
      debugText: (answer?.field(DiagnosticField.detail) ?? "") + " " + words)
    // What follows a refusal is refused only because of it.
    if sqlState != PostgresError.spoiledTransaction { lastRefusal = refusal }
    return refusal
  }
}

/// Fields of the server's error report (PostgreSQL, "Error and Notice Message Fields").
enum DiagnosticField {
  static let sqlState = Int32(UInt8(ascii: "C"))
  static let detail = Int32(UInt8(ascii: "D"))
  static let constraint = Int32(UInt8(ascii: "n"))
  static let table = Int32(UInt8(ascii: "t"))
}

/// The name of a constraint or a table without the shard's number that Citus appends, such as `mentor_free_102176`.
private func unsharded(_ constraint: String) -> String {
  guard let dash = constraint.lastIndex(of: "_") else { return constraint }
  let digits = constraint[constraint.index(after: dash)...]
  return !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
    ? String(constraint[..<dash]) : constraint
}
