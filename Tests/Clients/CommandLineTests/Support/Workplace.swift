import Foundation
import Postgres
import TestDatabase
import Testing

/// A folder and a database of a test's own, and the program in between.
struct Workplace: Sendable {
  let folder: String
  let database: Database
  let address: String
  var program: Program

  /// Runs the body beside an empty database; the program acts as the organiser "ada".
  static func withEmptyDatabase(_ body: (Workplace) async throws -> Void) async throws {
    try await with(template: "template1", body)
  }

  /// Runs the body with an event "jam" without anything in it.
  static func withEvent(_ body: (Workplace) async throws -> Void) async throws {
    try await with(template: eventTemplate(), body)
  }

  /// Runs the body with two teams, two judges, a rubric of impact (0 to 10) and data (0 to 5), an open round, and
  /// assignments of J-01 to both teams and of J-02 to aurora.
  static func withJudging(_ body: (Workplace) async throws -> Void) async throws {
    let event = try await eventTemplate()
    let judging = try await template("judging", from: event) { place async throws in
      try await place.fill("team", "key,name\naurora,Aurora\nboreal,Boréal\n")
      try await place.fill("rubric", "key,weight,minimum,maximum,name_en\nimpact,60,0,10,Impact\ndata,40,0,5,Data\n")
      try await place.fill("judge", "code,name\nJ-01,Ann\nJ-02,Bob\n")
      try #require(await place.run("judging", "open", "main").code == 0)
      try await place.fill("assignment", "judge,team\nJ-01,aurora\nJ-01,boreal\nJ-02,aurora\n")
    }
    try await with(template: judging, body)
  }

  private static func eventTemplate() async throws -> String {
    try await template("jam") { place async throws in
      try #require(await place.run("db", "migrate").code == 0)
      let added = try await place.run(
        "event", "add", "jam", "--name-en", "Jam", "--from", "2026-05-08", "--to", "2026-05-10", "--tz", "UTC")
      try #require(
        added
          == .saying(
            0, #"event "jam": created. Next: datajam team import FILE -E jam"#, "The first organiser is ada."))
    }
  }

  /// The name of a database that commands fill once; each test that asks for it works with a clone.
  private static func template(
    _ content: String, from base: String = "template1", by fill: @escaping @Sendable (Workplace) async throws -> Void
  ) async throws -> String {
    try await TestServer.template(content, from: base) { database in
      try await withFolder { try await fill(Workplace(folder: $0, database: database)) }
    }
  }

  private static func with(template: String, _ body: (Workplace) async throws -> Void) async throws {
    try await withFolder { folder async throws in
      try await TestServer.withDatabase(cloning: template) { database in
        try await body(Workplace(folder: folder, database: database))
      }
    }
  }

  private init(folder: String, database: Database) async throws {
    let server = try #require(ProcessInfo.processInfo.environment["DATAJAM_TEST_SERVER"])
    let name = try await database.session {
      try $0.query("SELECT current_database()").first?.first(as: String.self)
    }
    self.folder = folder
    self.database = database
    address = "\(server) dbname=\(try #require(name))"
    let environment = plainEnvironment(folder).merging(["DATAJAM_DATABASE_URL": address, "DATAJAM_BY": "ada"]) { $1 }
    program = Program(folder: folder, environment: environment)
  }

  func run(_ arguments: String..., input: String = "") async throws -> Program.Ended {
    try await program.start(arguments, input: input).end()
  }

  /// The same place for somebody with other settings.
  func with(_ settings: [String: String]) -> Program {
    Program(folder: folder, environment: program.environment.merging(settings) { $1 })
  }

  /// Imports a file that has to be taken.
  func fill(_ noun: String, _ text: String) async throws {
    try write(text, to: "\(noun).csv")
    try #require(await run(noun, "import", "\(noun).csv").code == 0)
  }

  /// Writes a file and imports it.
  func imports(_ noun: String, _ text: String, _ options: String...) async throws -> Program.Ended {
    try write(text, to: "file.csv")
    return try await program.start([noun, "import", "file.csv"] + options).end()
  }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(filePath: folder + "/" + name))
  }

  /// Puts a script where its name is found as a program, in the folder "bin".
  ///
  /// A child of this process writes it: a file that this process wrote is busy while another test's child has it open.
  func install(_ script: String, as name: String) async throws {
    try write("#!/bin/sh\n" + script + "\n", to: ".script")
    let installed = try await program.shell("mkdir -p bin && cp .script bin/\(name) && chmod 755 bin/\(name)")
    try #require(installed.code == 0, "\(installed)")
  }

  /// Every row is what the log says of it.
  func expectUnaltered() async throws {
    let verified = try await run("log", "verify")
    #expect(verified.code == 0, "\(verified)")
  }

  /// A state that no command makes, as if the program had made it: the rows are recorded, so that nothing seems altered.
  func arrange(_ script: String) async throws {
    try await database.session { session in
      try session.run(
        script: """
          BEGIN; SET LOCAL session_replication_role = replica; \(script); SET LOCAL session_replication_role = origin;
          SELECT record_found_rows(t.relation, t.left_out, t.hashed) FROM recorded_tables() AS t;
          SELECT tie_found_rows(); COMMIT
          """)
    }
  }

  /// The first value of a query's first row, as text.
  func ask(_ question: SQL) async throws -> String? {
    try await database.session { try $0.query(question).first?.first(as: String?.self) ?? nil }
  }
}

/// What a program needs that finds nothing of the person who runs the tests.
func plainEnvironment(_ folder: String) -> [String: String] {
  [
    "PATH": "/usr/bin:/bin", "HOME": folder, "DATAJAM_HOME": folder + "/home", "SWIFT_BACKTRACE": "enable=no",
    "DATAJAM_PG_BINDIR": ProcessInfo.processInfo.environment["DATAJAM_TEST_PROGRAMS"] ?? "",
  ]
}

/// Runs the body with a folder that every user may pass through, removed afterwards.
func withFolder(_ body: (String) async throws -> Void) async throws {
  let folder = "/tmp/datajam-commands-\(UUID().uuidString.prefix(8))"
  try FileManager.default.createDirectory(
    atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o711])
  defer { try? FileManager.default.removeItem(atPath: folder) }
  try await body(folder)
}

/// The one JSON document that a text is.
func document(_ text: String) throws -> [String: Any] {
  try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
}
