import CLibPQ

/// The rows of one answer, in the order in which the server sent them.
public struct Rows: RandomAccessCollection {
  private let answer: Answer

  init(_ answer: Answer) { self.answer = answer }

  public var startIndex: Int { 0 }
  public var endIndex: Int { answer.rowCount }
  public subscript(position: Int) -> Row { Row(answer: answer, position: position) }
}

/// One row; its values are read by the name of their column.
public struct Row {
  let answer: Answer
  let position: Int

  /// Reads a column as the type that the place of call expects.
  /// - Throws: `PostgresError` naming the column, the row and the type when it is missing or holds something else.
  public subscript<Value: SQLDecodable>(column: String) -> Value {
    get throws(PostgresError) {
      guard let index = answer.index(of: column) else { throw PostgresError.missingColumn(column) }
      return try value(at: index, named: column)
    }
  }

  /// Reads the first column, for statements that return one.
  public func first<Value: SQLDecodable>(as type: Value.Type = Value.self) throws(PostgresError) -> Value {
    try value(at: 0, named: "1")
  }

  private func value<Value: SQLDecodable>(at index: Int32, named column: String) throws(PostgresError) -> Value {
    let cell = answer.cell(row: position, column: index)
    guard let value = Value(cell) else {
      throw PostgresError.unreadableColumn(
        column, row: position, type: String(describing: Value.self), isNull: cell.bytes == nil, found: cell.type)
    }
    return value
  }
}

/// Owns what libpq returned for one statement.
final class Answer {
  let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { self.pointer = pointer }

  deinit { PQclear(pointer) }

  var status: ExecStatusType { PQresultStatus(pointer) }
  var rowCount: Int { Int(PQntuples(pointer)) }

  /// How many rows a change touched.
  var changedRows: Int { Int(String(cString: PQcmdTuples(pointer))) ?? 0 }

  func index(of column: String) -> Int32? {
    let index = PQfnumber(pointer, column)
    return index < 0 ? nil : index
  }

  func cell(row: Int, column: Int32) -> Cell {
    let type = PQftype(pointer, column)
    guard PQgetisnull(pointer, Int32(row), column) == 0, let start = PQgetvalue(pointer, Int32(row), column) else {
      return Cell(type: type, bytes: nil)
    }
    let length = Int(PQgetlength(pointer, Int32(row), column))
    return Cell(type: type, bytes: UnsafeRawBufferPointer(start: start, count: length))
  }

  /// A field of the server's error report, such as `PG_DIAG_SQLSTATE`.
  func field(_ code: Int32) -> String? { PQresultErrorField(pointer, code).map { String(cString: $0) } }
}
