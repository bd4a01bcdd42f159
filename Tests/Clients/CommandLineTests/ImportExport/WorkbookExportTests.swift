import Foundation
import Postgres
import Testing
import UseCases
import Workbooks

/// Workbooks and whole events that are handed out.
@Suite struct WorkbookExportTests {
  private static let nouns: [(noun: String, table: String)] = [
    (
      "judge",
      "code,name,affiliation,email,languages,expertise\nJ-1,=Ann,'x,ann@example.org,\"en, fr\",\"maps, care\"\n007,Bo,,,,\n"
    ),
    (
      "mentor",
      "key,name,email,expertise,languages,tz,slot_minutes\nmia,Mia 😀,mia@example.org,\"data, maps\",en,America/Toronto,20\n"
    ),
    (
      "prize",
      "key,kind,rank,amount,currency,label_en,giver,basis\ncash,money,1,5000.50,CAD,,Acme,\nyen,money,2,700,JPY,,,\n"
        + "hidden,money,3,undisclosed,,,,\ncup,goods,,,,\"A cup\nof tea\",,choice\n"
    ),
    ("team", "key,name,country,declared_size\nt-1,2026-05-08,CA,3\nt-2,=1+1,,\n"),
    ("track", "key,name_en,name_fr\nclimate,Climate,Climat\n"),
    ("room", "key,name_en,capacity,url\nhall,\"Hall, east\",40,https://example.org/hall\n"),
    ("organisation", "key,role,order,name_en\nibm,partner,2,IBM\n"),
  ]

  @Test(arguments: [[], ["--as", "xlsx"]]) func `what was exported is imported as unchanged`(form: [String])
    async throws
  {
    try await Workplace.withEvent { place async throws in
      for (noun, table) in Self.nouns {
        try await place.fill(noun, table)
        let file = noun + (form.isEmpty ? ".csv" : ".xlsx")
        let exported = try await place.program.start(["export", noun, "-o", file] + form).end()
        #expect(exported.code == 0, "\(exported)")
        let ended = try await place.run(noun, "import", file, "--json")
        #expect(ended.code == 0, "\(ended)")
        let report = try document(ended.output)
        let counts = ["created", "updated", "unchanged"].map { report[$0] as? Int ?? -1 }
        #expect(counts == [0, 0, report["rows"] as? Int ?? -2], "\(noun): \(ended.output)")
      }
    }
  }

  @Test func `a workbook of people keeps every text and the instant of their registration`() async throws {
    try await Workplace.withEvent { place async throws in
      try await place.fill(
        "participant",
        "key,display_name,registered_at\n007,=cmd,2026-05-08T14:30:00Z\nann,'Ann,2026-05-08T00:00:00Z\n")
      #expect(
        try await place.run("export", "participants", "--as", "xlsx", "-o", "p.xlsx")
          == .saying(0, "participant: 2 rows in p.xlsx"))
      let attributes = try FileManager.default.attributesOfItem(atPath: place.folder + "/p.xlsx")
      #expect(attributes[.posixPermissions] as? Int == 0o600)
      let before = try await place.run("export", "participants").output
      let report = try document(try await place.run("participant", "import", "p.xlsx", "--json").output)
      #expect(report["unchanged"] as? Int == 2, "\(report)")
      #expect(try await place.run("export", "participants").output == before)
    }
  }

  @Test func `every table of the schema is exported or left out with a reason`() async throws {
    try await Workplace.withEvent { place async throws in
      let tables = try await place.lines(
        """
        SELECT table_name::text FROM information_schema.tables
        WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' AND table_name NOT LIKE 'schema\\_%'
        """)
      let exported = ExportNoun.all.flatMap(\.relations)
      let leftOut = ExportNoun.leftOut.flatMap(\.relations)
      #expect(Set(exported).intersection(leftOut).isEmpty)
      #expect(Set(exported + leftOut).symmetricDifference(tables) == [])
      #expect(Set(ExportNoun.all.map(\.name)).count == ExportNoun.all.count)
    }
  }

  @Test func `a whole event is a folder or one workbook, the same both times`() async throws {
    try await Workplace.withFullEvent { place async throws in
      for words in [["-o", "a"], ["-o", "b"], ["--as", "xlsx", "-o", "a.xlsx"], ["--as", "xlsx", "-o", "b.xlsx"]] {
        let ended = try await place.program.start(["export", "all", "--with-results", "-E", "spring"] + words).end()
        #expect(ended.code == 0, "\(ended)")
        #expect(ended.errors.contains("Left out: tokens and codes, the log,"))
      }
      let files = try FileManager.default.contentsOfDirectory(atPath: place.folder + "/a").sorted()
      #expect(files.count == ExportNoun.all.count + 1)
      #expect(files.prefix(2) == ["01-events.csv", "02-event-relations.csv"])
      for file in files { #expect(try place.bytes("a/" + file) == place.bytes("b/" + file), "\(file)") }
      #expect(try place.bytes("a.xlsx") == place.bytes("b.xlsx"))
      // A sheet of the workbook says what the file of the folder says.
      for noun in ExportNoun.all where noun.isImported && noun.name != "session" && noun.name != "speaker" {
        let (file, name) = (try #require(files.first { $0.hasSuffix("-\(noun.fileName).csv") }), noun.name)
        for words in [["a/" + file], ["a.xlsx", "--sheet", noun.fileName]] {
          let command = ["mentor-hour": ["mentor", "hours"], "booking": ["mentor", "booking"]][name] ?? [name]
          let ended = try await place.program.start(
            command + ["import", "--dry-run", "--json", "-E", "spring"] + words
          ).end()
          #expect(ended.code == 0, "\(name): \(ended)")
          #expect(try document(ended.output)["updated"] as? Int == 0, "\(name): \(ended.output)")
        }
      }
      let texts = try files.map { String(decoding: try place.bytes("a/" + $0), as: UTF8.self) }.joined()
      #expect(!texts.contains("dj_"))
    }
  }

  @Test func `results that are not public are for organisers`() async throws {
    try await Workplace.withJudging { place async throws in
      let warning = "Keep it among organisers: it tells of results that are not public."
      try await place.enter(phase: "running")
      #expect(try await !place.run("export", "ranks", "-o", "r.csv").errors.contains(warning))
      try await place.enter(phase: "judging")
      try await place.fill("result", "team,rank\naurora,1\nboreal,2\n")
      #expect(try await place.run("export", "ranks", "-o", "r.csv").errors.contains(warning))
      let spared = try await place.run("export", "all", "-o", "spared")
      #expect(spared.errors.contains("To include them: --with-results"))
      #expect(!spared.errors.contains(warning))
      let names = try place.names("spared")
      for secret in ["ranks", "scores", "sheets", "awards", "certificates"] {
        #expect(!names.contains { $0.hasSuffix("-\(secret).csv") }, "\(secret)")
        #expect(try place.text("spared/README.txt").contains("- \(secret): not public before the announcement"))
      }
      let whole = ["export", "all", "--with-results"]
      #expect(try await place.program.start(whole + ["--as", "xlsx", "-o", "all.xlsx"]).end().errors.contains(warning))
      #expect(try await place.program.start(whole + ["-o", "whole"]).end().errors.contains(warning))
      #expect(try place.names("whole").contains { $0.hasSuffix("-ranks.csv") })
      #expect(try await !place.run("export", "teams", "-o", "t.csv").errors.contains(warning))
    }
  }

  @Test func `a template and an agenda are workbooks too`() async throws {
    try await Workplace.withEvent { place async throws in
      #expect(
        try await place.run("template", "teams", "--as", "xlsx", "-o", "t.xlsx")
          == .saying(0, "Wrote t.xlsx. Fill it in, then: datajam team import t.xlsx"))
      let empty = try Workbook(Array(place.bytes("t.xlsx")))
      #expect(empty.sheets.map(\.name) == ["teams"])
      #expect(empty.sheets[0].rows.first?.prefix(2) == ["key", "name"])
      try await place.fill(
        "agenda", "key,date,start,end,title_en,audience\nopening,2026-05-08,09:00,10:30,Opening,public\n")
      try #require(await place.run("agenda", "publish").code == 0)
      let ended = try await place.run("agenda", "export", "--as", "xlsx", "--language", "en", "-o", "a.xlsx")
      #expect(ended == .saying(0, "1 session in a.xlsx"))
      let row = try Workbook(Array(place.bytes("a.xlsx"))).sheets[0].rows[1]
      #expect(row.prefix(4) == ["opening", "2026-05-08", "09:00", "10:30"])
    }
  }

  @Test func `a list is a file where it is wanted`() async throws {
    try await Workplace.withEvent { place async throws in
      try await place.fill("team", "key,name\nt-1,\"A, \"\"b\"\"\"\nt-2,=1+1\n")
      let csv = try await place.run("team", "list", "--as", "csv")
      #expect(csv.code == 0 && csv.output.hasPrefix("key,") && csv.output.contains("\"A, \"\"b\"\"\""), "\(csv)")
      #expect(
        try await place.run("team", "list", "--as", "xlsx", "-o", "t.xlsx") == .saying(0, "2 rows in t.xlsx"))
      #expect(try await place.run("team", "import", "t.xlsx", "--dry-run").code == 0)
      #expect(try await place.run("judge", "list", "--as", "csv").output.hasPrefix("judge,name,"))
      for noun in ["team", "objection"] {
        #expect(try await place.run(noun, "list", "--as", "csv", "--json").code == 64)
      }
      #expect(try await place.run("team", "list", "-o", "x.csv").code == 64)
      #expect(try await place.run("export", "team", "--as", "xlsx", "--excel", "-o", "x.xlsx").code == 64)
    }
  }
}

extension Workplace {
  fileprivate func bytes(_ name: String) throws -> Data { try Data(contentsOf: URL(filePath: folder + "/" + name)) }
}
