import CLibPQ

extension Session {
  /// Statements sent before their answers are read: enough to hide the round trips, few enough for flat memory.
  private static let chunk = 1000

  /// Runs the statements in pipeline mode (libpq, "Pipeline Mode"), their answers in order.
  /// - Throws: the first error; the statements behind it in the same chunk were not run.
  func pipeline(_ statements: some Sequence<SQL>, each: (Rows) throws -> Void) throws {
    var chunk: [SQL] = []
    for statement in statements {
      chunk.append(statement)
      if chunk.count == Self.chunk {
        try runChunk(chunk, each: each)
        chunk.removeAll(keepingCapacity: true)
      }
    }
    if !chunk.isEmpty { try runChunk(chunk, each: each) }
  }

  private func runChunk(_ statements: [SQL], each: (Rows) throws -> Void) throws {
    try checkCancellation()
    let names = try stoppable { () throws(PostgresError) in
      try checkIsFree()
      return try preparedNames(for: statements)
    }
    guard PQenterPipelineMode(pointer) == 1 else { throw failure(nil, of: "a pipeline") }
    var fault: (any Error)?
    do {
      for (statement, name) in zip(statements, names) { try send(statement, as: name) }
    } catch {
      fault = error
    }
    guard PQpipelineSync(pointer) == 1 else { throw failure(nil, of: "a pipeline") }
    fault = receiveChunk(statements, each: each) ?? fault
    guard PQexitPipelineMode(pointer) == 1 else { throw failure(nil, of: "a pipeline") }
    if let fault { throw fault }
  }

  private func send(_ statement: SQL, as name: String) throws(PostgresError) {
    let isSent = try statement.parameters.withWireForm { (count, values, lengths, forms) throws(PostgresError) in
      PQsendQueryPrepared(pointer, name, count, values, lengths, forms, 1) == 1
    }
    guard isSent else { throw failure(nil, of: statement.text) }
  }

  /// Reads answers up to the sync, which must happen also after a fault; returns the first fault.
  private func receiveChunk(_ statements: [SQL], each: (Rows) throws -> Void) -> (any Error)? {
    var fault: (any Error)?
    var position = 0
    while isAlive {
      guard let result = PQgetResult(pointer) else {
        // NULL ends one statement's answers.
        position += 1
        continue
      }
      if PQresultStatus(result) == PGRES_PIPELINE_SYNC {
        PQclear(result)
        return fault
      }
      do {
        let answer = try checked(result, of: statements[min(position, statements.count - 1)].text)
        if fault == nil { try each(Rows(answer)) }
      } catch {
        fault = fault ?? (error as? PostgresError).map(meaning) ?? error
      }
    }
    return fault ?? PostgresError(.connectionLost)
  }
}
