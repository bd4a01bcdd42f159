import CLibPQ

/// The names under which statements are prepared on one connection.
struct PreparedStatements {
  /// A statement's meaning hangs on its values' types too: a NULL tells none, and the server infers one of its own.
  struct Key: Hashable {
    let text: String
    let types: [UInt32]

    init(_ sql: SQL) {
      text = sql.text
      types = sql.parameters.map(\.type)
    }
  }

  /// How many a connection keeps before it starts anew.
  private static let limit = 256

  private var names: [Key: String] = [:]
  private var made = 0
  private var areStale = false

  func name(for key: Key) -> String? { areStale ? nil : names[key] }

  /// Whether all have to go before these can be made.
  func mustMakeRoom(for keys: Set<Key>) -> Bool {
    areStale || names.count + keys.count(where: { names[$0] == nil }) > max(Self.limit, keys.count)
  }

  /// A name that has never been used on this connection: a failed call does not tell whether its name is taken.
  mutating func newName() -> String {
    made += 1
    return "s\(made)"
  }

  mutating func note(_ name: String, for key: Key) { names[key] = name }

  mutating func forgetAll() {
    names.removeAll()
    areStale = false
  }

  /// Somebody dropped the statements (26000), or a table has changed under them (0A000).
  mutating func noteRefusal(_ sqlState: String?) {
    if sqlState == "26000" || sqlState == "0A000" { areStale = true }
  }
}

extension Session {
  /// The name under which the statement is prepared on this connection.
  func preparedName(for sql: SQL) throws(PostgresError) -> String {
    if let name = prepared.name(for: PreparedStatements.Key(sql)) { return name }
    try makeRoom(for: [sql])
    return try prepare(sql)
  }

  /// The names of statements that are used together: none is dropped while another is made.
  func preparedNames(for statements: [SQL]) throws(PostgresError) -> [String] {
    try makeRoom(for: statements)
    var names: [String] = []
    for statement in statements { names.append(try prepare(statement)) }
    return names
  }

  private func makeRoom(for statements: [SQL]) throws(PostgresError) {
    guard prepared.mustMakeRoom(for: Set(statements.map(PreparedStatements.Key.init))) else { return }
    _ = try answer(toScript: "DEALLOCATE ALL")
    prepared.forgetAll()
  }

  private func prepare(_ sql: SQL) throws(PostgresError) -> String {
    let key = PreparedStatements.Key(sql)
    if let name = prepared.name(for: key) { return name }
    guard !sql.text.utf8.contains(0) else { throw PostgresError(.nulCharacter) }
    let name = prepared.newName()
    _ = try checked(PQprepare(pointer, name, sql.text, Int32(key.types.count), key.types), of: sql.text)
    prepared.note(name, for: key)
    return name
  }
}
