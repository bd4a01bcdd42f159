import CLibPQ
import Vocabulary

/// How a unit of work ended, as far as its connection could tell.
enum UnitOutcome<Result: Sendable>: Sendable {
  case done(Result)
  /// COMMIT was sent and not answered; the transaction's number serves to ask later.
  case inDoubt(Result, transaction: String)
}

extension Session {
  func unitOfWork<Result: Sendable>(
    as principal: Principal, through channel: Channel, isolation: Database.Isolation, isRehearsal: Bool,
    _ body: @Sendable (UnitOfWork) throws -> Result
  ) throws -> UnitOutcome<Result> {
    let unit = UnitOfWork(self, principal: principal, channel: channel)
    defer { unit.end() }
    try checkCancellation()
    let transaction = try begin(isolation)
    let result: Result
    do {
      result = try body(unit)
      try checkTransactionIsSound()
      // What COMMIT would check, a rehearsal has to check as well.
      if isRehearsal { try run(script: "SET CONSTRAINTS ALL IMMEDIATE") }
      try endCancellation()
    } catch {
      rollBack()
      throw error
    }
    if isRehearsal {
      rollBack()
      return .done(result)
    }
    return try commit() ? .done(result) : .inDoubt(result, transaction: transaction)
  }

  /// Refuses to go on in a transaction that a refused statement has spoiled, when its body swallowed the refusal: the
  /// server would answer COMMIT with a quiet ROLLBACK.
  /// - Throws: the swallowed refusal, so that a conflict is still done again.
  func checkTransactionIsSound() throws {
    guard isAlive else { throw PostgresError(.connectionLost) }
    switch PQtransactionStatus(pointer) {
    case PQTRANS_INTRANS: return
    case PQTRANS_INERROR:
      throw meaning(of: lastRefusal ?? PostgresError(.refused, sqlState: PostgresError.spoiledTransaction))
    default: throw PostgresError(.refused, debugText: "the body ended its own transaction")
    }
  }

  /// Opens a transaction and returns its number, in one round trip.
  private func begin(_ isolation: Database.Isolation) throws -> String {
    let script = "BEGIN ISOLATION LEVEL \(isolation.rawValue); SELECT pg_current_xact_id()::text"
    let answer = try stoppable { () throws(PostgresError) -> Answer in try self.answer(toScript: script) }
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
  private func commit() throws(PostgresError) -> Bool {
    do {
      try runToItsEnd(script: "COMMIT")
      return true
    } catch  where error.reason == .connectionLost {
      return false
    }
  }

  /// Ends a transaction without keeping anything. Where that fails the connection is not lent again, and its end ends
  /// the transaction.
  func rollBack() {
    guard isAlive, isInTransaction else { return }
    try? runToItsEnd(script: "ROLLBACK")
  }
}
