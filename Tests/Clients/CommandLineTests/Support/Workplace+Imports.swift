import Foundation
import Postgres
import Testing

extension Workplace {
  /// What an import of a text came to, told as JSON.
  func importing(_ text: String, as name: String = "file.csv", _ options: String...) async throws -> Imported {
    try write(text, to: name)
    return try Imported(await program.start(["import", name, "--json"] + options).end())
  }

  /// Writes a file and gives its name.
  func writing(_ text: String, to name: String) throws -> String {
    try write(text, to: name)
    return name
  }

  /// The first column of a query as texts.
  func lines(_ question: SQL) async throws -> [String] {
    try await database.session { try $0.query(question).map { try $0.first(as: String?.self) ?? "" } }
  }

  /// Puts the event into a phase, past all that stands in its way.
  func enter(phase: String) async throws {
    try await arrange(
      """
      UPDATE event SET phase = '\(phase)'
      """)
  }

  /// Every row of every table, but not how far its counters have come.
  func dump() async throws -> [String] {
    let tables = try await lines("SELECT relid::regclass::text FROM pg_stat_user_tables ORDER BY 1")
    var rows: [String] = []
    for table in tables {
      rows += try await lines(SQL(script: "SELECT t::text FROM \(table) AS t ORDER BY 1")).map { "\(table) \($0)" }
    }
    return rows
  }
}

/// The document that an import prints with --json.
struct Imported {
  let code: Int32
  let document: [String: Any]

  init(_ ended: Program.Ended) throws {
    code = ended.code
    document = try CommandLineTests.document(ended.output)
    let sum = try ["created", "updated", "unchanged", "skipped", "rejected"].map(number).reduce(0, +)
    #expect(try number("rows") == sum)
  }

  var counts: String {
    get throws {
      try ["rows", "created", "updated", "unchanged", "skipped", "rejected"].map { "\(try number($0)) \($0)" }
        .joined(separator: ", ")
    }
  }

  /// How many records of a noun were created, updated and left as they were.
  func records(_ noun: String) -> [Int] {
    let tally = (document["records"] as? [String: [String: Int]])?[noun] ?? [:]
    return ["created", "updated", "unchanged"].compactMap { tally[$0] }
  }

  var problems: [String] { sentences("problems") }
  var remarks: [String] { sentences("remarks") }
  var notes: [String] { document["notes"] as? [String] ?? [] }

  private func number(_ name: String) throws -> Int { try #require(document[name] as? Int) }

  private func sentences(_ name: String) -> [String] {
    (document[name] as? [[String: Any]] ?? []).map { item in
      let column = (item["column"] as? String).map { " \($0)" } ?? ""
      return "\(item["row"] ?? "")/\(item["line"] ?? "")\(column): \(item["message"] ?? "")"
    }
  }
}
