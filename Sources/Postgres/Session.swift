import CLibPQ

/// An open connection in the hands of one body; outside a unit of work each statement commits on its own.
///
/// Not Sendable: it lives on its connection's thread and its calls block there.
public final class Session {
  /// The schema in which every table of ours stands.
  public static let schema = "datajam"
  /// How many prepared statements one connection keeps before it starts anew.
  private static let preparedLimit = 256

  let pointer: OpaquePointer
  let target: ConnectionTarget
  let cancelHandle: CancelHandle
  var interrupter: Interrupter?
  private var preparedNames: [String: String] = [:]

  /// Connects, which blocks the calling thread.
  /// - Throws: `PostgresError` when the server is not there, refuses or is older than 14.
  package init(_ target: ConnectionTarget, timeouts: Timeouts) throws(PostgresError) {
    var parameters = target.parameters
    func setDefault(_ keyword: String, _ value: String) {
      if !parameters.contains(where: { $0.keyword == keyword }) { parameters.append((keyword, value)) }
    }
    setDefault("connect_timeout", String(timeouts.connect))
    setDefault("fallback_application_name", "datajam")
    setDefault("tcp_user_timeout", "30000")
    setDefault("keepalives_idle", "30")
    parameters.append(("client_encoding", "UTF8"))
    guard let pointer = Self.connect(parameters) else {
      throw PostgresError(.unreachable("There is no memory left to connect to the database."))
    }
    guard PQstatus(pointer) == CONNECTION_OK else {
      defer { PQfinish(pointer) }
      throw Self.connectionFailure(pointer, target)
    }
    guard PQserverVersion(pointer) >= 140_000 else {
      defer { PQfinish(pointer) }
      throw PostgresError(.serverTooOld(Int(PQserverVersion(pointer))))
    }
    self.pointer = pointer
    self.target = target
    cancelHandle = CancelHandle(of: pointer)
    PQsetNoticeProcessor(pointer, { _, _ in }, nil)
    try run(script: Self.preparation(timeouts))
  }

  deinit { PQfinish(pointer) }

  /// Whether the connection can still be used.
  var isAlive: Bool { PQstatus(pointer) == CONNECTION_OK }

  /// Whether a transaction is open, also a failed one.
  var isInTransaction: Bool { PQtransactionStatus(pointer) != PQTRANS_IDLE }

  /// Runs a statement with its values bound, prepared once per connection.
  /// - Throws: `PostgresError`; `CancellationError` when the task was cancelled.
  public func query(_ sql: SQL) throws -> Rows { Rows(try answer(to: sql)) }

  /// Runs a statement and tells how many rows it changed.
  @discardableResult
  public func execute(_ sql: SQL) throws -> Int { try answer(to: sql).changedRows }

  /// Runs a script of one or several statements without values, such as a migration.
  public func run(script: String) throws(PostgresError) { _ = try answer(toScript: script) }

  /// The answer to a script's last statement, in text form.
  func answer(toScript script: String) throws(PostgresError) -> Answer {
    guard !script.utf8.contains(0) else { throw PostgresError(.nulCharacter) }
    return try checked(PQexec(pointer, script), of: script)
  }

  private func answer(to sql: SQL) throws -> Answer {
    try checkCancellation()
    let name = try preparedName(for: sql)
    do {
      return try sql.parameters.withWireForm { count, values, lengths, forms in
        try checked(PQexecPrepared(pointer, name, count, values, lengths, forms, 1), of: sql.text)
      }
    } catch let error as PostgresError {
      throw interrupter?.isCancelled == true && error.sqlState == "57014" ? CancellationError() : error
    }
  }

  func checkCancellation() throws {
    if interrupter?.isCancelled == true { throw CancellationError() }
  }

  /// The name under which the statement is prepared on this connection.
  func preparedName(for sql: SQL) throws(PostgresError) -> String {
    if let name = preparedNames[sql.text] { return name }
    guard !sql.text.utf8.contains(0) else { throw PostgresError(.nulCharacter) }
    if preparedNames.count >= Self.preparedLimit {
      try run(script: "DEALLOCATE ALL")
      preparedNames.removeAll()
    }
    let name = "s\(preparedNames.count + 1)"
    let types = sql.parameters.map(\.type)
    _ = try checked(PQprepare(pointer, name, sql.text, Int32(types.count), types), of: sql.text)
    preparedNames[sql.text] = name
    return name
  }

  /// Owns what libpq returned and turns a refusal into an error.
  func checked(_ result: OpaquePointer?, of statement: String) throws(PostgresError) -> Answer {
    guard let result else { throw failure(nil, of: statement) }
    let answer = Answer(result)
    switch answer.status {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY, PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_PIPELINE_SYNC:
      return answer
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
    return PostgresError(
      .refused, sqlState: sqlState, constraint: answer?.field(DiagnosticField.constraint).map(unsharded),
      debugText: (answer?.field(DiagnosticField.detail) ?? "") + " " + words)
  }
}

/// Fields of the server's error report (PostgreSQL, "Error and Notice Message Fields").
enum DiagnosticField {
  static let sqlState = Int32(UInt8(ascii: "C"))
  static let detail = Int32(UInt8(ascii: "D"))
  static let constraint = Int32(UInt8(ascii: "n"))
}

/// The constraint's name without the shard's number that Citus appends, such as `mentor_free_102176`.
private func unsharded(_ constraint: String) -> String {
  guard let dash = constraint.lastIndex(of: "_") else { return constraint }
  let digits = constraint[constraint.index(after: dash)...]
  return !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
    ? String(constraint[..<dash]) : constraint
}

extension [Parameter] {
  /// Lays the values out as libpq wants them: one block of bytes and pointers into it, valid within the body.
  func withWireForm<Result>(
    _ body: (Int32, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) throws -> Result
  ) throws -> Result {
    guard !isEmpty else { return try body(0, nil, nil, nil) }
    var block: [CChar] = []
    var offsets: [Int?] = []
    for parameter in self {
      guard let bytes = parameter.bytes else {
        offsets.append(nil)
        continue
      }
      // libpq reads a text up to its first NUL: a longer one would be cut without a word.
      if parameter.form == .text, bytes.contains(0) { throw PostgresError(.nulCharacter) }
      offsets.append(block.count)
      for byte in bytes { block.append(CChar(bitPattern: byte)) }
      block.append(0)
    }
    let lengths = map { Int32($0.bytes?.count ?? 0) }
    let forms = map(\.form.rawValue)
    return try block.withUnsafeBufferPointer { block in
      let values = offsets.map { offset in offset.flatMap { block.baseAddress?.advanced(by: $0) } }
      return try body(Int32(count), values, lengths, forms)
    }
  }
}
