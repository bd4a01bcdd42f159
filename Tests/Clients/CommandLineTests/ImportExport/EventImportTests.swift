import Foundation
import Lookup
import Postgres
import Testing
import UseCases
import Workbooks

/// A whole event goes out, and comes into a new event the same.
@Suite struct EventImportTests {
  @Test(arguments: [[], ["--as", "xlsx"]]) func `an event that was exported is the same when it is imported`(
    form: [String]
  ) async throws {
    try await Workplace.withFullEvent { place async throws in
      try await place.makeOddRows()
      let path = form.isEmpty ? "out" : "out.xlsx"
      let export = ["export", "all", "--with-results", "-o"]
      try #require(await place.program.start(export + [path, "-E", "spring"] + form).end().code == 0)
      let ended = try await place.run("event", "import", path, "copy", "--json")
      try #require(ended.code == 0, "\(ended)")
      for event in ["spring", "copy"] {
        try #require(await place.program.start(export + [event, "-E", event]).end().code == 0)
      }
      let taken = try #require(document(ended.output)["taken"] as? [String: Int])
      for noun in ExportNoun.all where noun.table.imported != nil && noun.name != "event" {
        #expect(taken[noun.fileName] ?? 0 > 0, "\(noun.fileName)")
        #expect(try place.rows(of: noun, in: "copy") == place.rows(of: noun, in: "spring"), "\(noun.fileName)")
      }
      // Of the settings the key is another, and an event is announced by its result.
      let before = try place.rows(of: .event, in: "spring").replacing("spring,", with: "copy,")
      #expect(
        try place.rows(of: .event, in: "copy") == before.replacing(/,(announced|closed),/, with: ",review,"))
      try await place.expectUnaltered()
    }
  }

  @Test func `the imported scores give the same ranking`() async throws {
    try await Workplace.withFair { place async throws in
      try await place.must("export", "all", "--with-results", "-o", "out")
      try await place.must("event", "import", "out", "copy")
      for event in ["fair", "copy"] {
        try await place.must("result", "compute", "--round", "main", "-E", event)
      }
      let ranks = try await place.must("export", "ranks", "-E", "fair").output
      #expect(ranks.split(separator: "\n").count > 3)
      #expect(try await place.must("export", "ranks", "-E", "copy").output == ranks)
    }
  }

  @Test func `an empty database takes an event, and keeps what others did apart`() async throws {
    try await Workplace.withFair { place async throws in
      try await place.must("export", "all", "--with-results", "--as", "xlsx", "-o", "out.xlsx")
      let rehearsed = try await place.must("event", "import", "out.xlsx", "copy", "--dry-run")
      #expect(rehearsed.errors.contains("Nothing was written, because of --dry-run."))
      let again = try await place.run("event", "import", "out.xlsx")
      #expect(again.code != 0)
      #expect(again.errors.contains("An event \"fair\" already exists"), "\(again)")
      try await Workplace.withEmptyDatabase { other async throws in
        try FileManager.default.copyItem(atPath: place.folder + "/out.xlsx", toPath: other.folder + "/out.xlsx")
        try await other.must("db", "migrate")
        try await other.must("event", "import", "out.xlsx")
        #expect(try await other.must("event", "list").output.contains("fair"))
        try await other.expectUnaltered()
      }
    }
  }

  @Test func `faults are named with their cells, and no event is made`() async throws {
    try await Workplace.withFair { place async throws in
      try await place.must("export", "all", "--with-results", "-o", "out")
      for (noun, from, to, said) in Self.faults {
        let file = try place.file(of: noun, in: "out")
        let text = try place.text("out/" + file)
        try #require(text.contains(from), "\(noun)")
        try place.write(text.replacing(from, with: to, maxReplacements: 1), to: "out/" + file)
        let ended = try await place.run("event", "import", "out", "copy")
        #expect(ended.code == 65, "\(noun): \(ended)")
        #expect(ended.errors.contains(said.replacing("FILE", with: file)), "\(ended)")
        #expect(!ended.errors.lowercased().contains("insert into") && !ended.errors.contains("relation"))
        #expect(try await !place.run("event", "list").output.contains("copy"))
        try place.write(text, to: "out/" + file)
      }
    }
  }

  /// What is changed in a table, and what is said of it.
  private static let faults: [(noun: String, from: String, to: String, said: String)] = [
    (
      "members", "aurora,p-ann", "aurora,p-nobody",
      "\"FILE\", row 2, participant: \"p-nobody\" is no participant of this"
    ),
    ("scores", ",idea,", ",sparkle,", "\"FILE\", row 2: it has no value where one is needed"),
    ("prizes", "key,", "keys,", "\"FILE\" has columns that no export has: \"keys\"."),
    ("events", "2026-05-08", "2026-02-31", "\"FILE\", row 2: a value is impossible"),
    ("events", "2026-05-08", "tomorrow", "\"FILE\", row 2, starts_on: \"tomorrow\" is not a day or a time."),
    ("events", "America/Toronto", "Nowhere", "\"Nowhere\""),
    ("judges", "J-02", "J-01", "\"FILE\", row 3: the rule \"judge"),
  ]

  @Test func `what is no export is refused in a sentence`() async throws {
    try await Workplace.withFair { place async throws in
      try await place.must("export", "all", "--json", "-o", "documents")
      try await place.must("export", "all", "-o", "out")
      try await place.must("export", "all", "--as", "xlsx", "-o", "out.xlsx")
      try place.write("a,b\n1,2\n", to: "table.csv")
      for (path, said) in [
        ("documents", "an import takes CSV"), ("table.csv", "neither a folder nor a workbook"), ("nothing", "no file"),
      ] {
        let ended = try await place.run("event", "import", path, "copy")
        #expect(ended.code != 0 && ended.errors.contains(said), "\(ended)")
      }
      for path in ["out", "out.xlsx"] {
        let ended = try await place.run("import", path)
        #expect(ended.code == 64, "\(ended)")
        #expect(ended.errors.contains("To make a new event of it: datajam event import \(path)"), "\(ended)")
      }
      try place.write("a,b\n1,2\n", to: "out/notes.csv")
      #expect(
        try await place.run("event", "import", "out", "copy").errors.contains(
          "the file \"notes.csv\", which no export has"))
      try FileManager.default.removeItem(atPath: place.folder + "/out/notes.csv")
      try FileManager.default.removeItem(atPath: place.folder + "/out/01-events.csv")
      #expect(try await place.run("event", "import", "out", "copy").errors.contains("the table \"events\" is missing"))
    }
  }

  @Test func `each kind comes back or says why it does not`() {
    for noun in ExportNoun.all {
      #expect((noun.table.imported == nil) == (noun.leftOutBecause != nil), "\(noun.name)")
    }
  }
}

extension Workplace {
  /// Rows that the commands of a closed event cannot make, and texts that go wrong in other programs.
  fileprivate func makeOddRows() async throws {
    try await arrange(
      #"""
      UPDATE team SET status = 'withdrawn', status_reason = '=1+1', about = '{"en": "a\nb \"c\"", "fr": "é"}'
        WHERE team_id = (SELECT min(team_id) FROM team);
      UPDATE participant SET checked_in_at = '2026-05-08T10:00:00Z', city = '007', alias = '''x' WHERE erased_at IS NULL;
      UPDATE submission SET built_with = '-1', links = E'https://example.org/a\nhttps://example.org/b'
      """#)
  }

  fileprivate func rows(of noun: ExportNoun, in exported: String) throws -> String {
    try text(exported + "/" + file(of: noun.fileName, in: exported))
  }

  fileprivate func file(of kind: String, in exported: String) throws -> String {
    let files = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(exported)")
    return try #require(files.first { $0.drop { $0.isNumber } == "-\(kind).csv" })
  }
}
