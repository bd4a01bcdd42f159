import Competition

/// How a unit of work ended, as far as its connection could tell.
enum UnitOutcome<Result: Sendable>: Sendable {
  case done(Result)
  /// COMMIT was sent and not answered; the transaction's number serves to ask later.
  case inDoubt(Result, transaction: String)
}

extension Session {
  func unitOfWork<Result: Sendable>(
    as principal: Principal, through door: Door, isolation: Database.Isolation, isRehearsal: Bool,
    _ body: @Sendable (UnitOfWork) throws -> Result
  ) throws -> UnitOutcome<Result> {
    let unit = UnitOfWork(self, principal: principal, door: door)
    defer { unit.end() }
    try checkCancellation()
    let transaction = try begin(isolation)
    let result: Result
    do {
      result = try body(unit)
      try endCancellation()
    } catch {
      try rollBack()
      throw error
    }
    if isRehearsal {
      try rollBack()
      return .done(result)
    }
    return try commit() ? .done(result) : .inDoubt(result, transaction: transaction)
  }

  /// Opens a transaction and returns its number, in one round trip.
  private func begin(_ isolation: Database.Isolation) throws(PostgresError) -> String {
    let answer = try answer(
      toScript: "BEGIN ISOLATION LEVEL \(isolation.rawValue); SELECT pg_current_xact_id()::text")
    guard let number = String(answer.cell(row: 0, column: 0)) else {
      throw PostgresError(.unreadableResult)
    }
    return number
  }

  /// From here on nothing stops the unit: a COMMIT that is waiting for a standby must not be cancelled.
  private func endCancellation() throws {
    if interrupter?.close() == true { throw CancellationError() }
  }

  /// Tells whether the server confirmed the COMMIT.
  /// - Throws: `PostgresError` when the server refused it, for instance by a deferred constraint.
  private func commit() throws -> Bool {
    do {
      try run(script: "COMMIT")
      return true
    } catch where error.reason == .connectionLost {
      return false
    }
  }

  /// Ends a transaction without keeping anything; a broken connection has done so already.
  func rollBack() throws(PostgresError) {
    guard isAlive, isInTransaction else { return }
    do {
      try run(script: "ROLLBACK")
    } catch where error.reason == .connectionLost {
      return
    }
  }
}
