import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A spreadsheet that is ranked, read whole; without any database.
@Suite struct RankTests {
  static let methods = [
    "raw", "trimmed", "median", "zscore", "least-squares", "reml", "integrated", "ordinal", "reliability", "borda",
    "copeland", "schulze", "bradley-terry",
  ]

  private static let options = ["--weights", "weights.csv", "--roster", "roster.csv", "--draws", "200"]

  static let header = "judge,team,criterion,score"
  /// A partial sheet, a team with one sheet and one without, names with commas, quote marks and angle brackets.
  static let rows = [
    "Ann,Aurora,impact,8", "Ann,Aurora,data,7", "Ann,Boréal,impact,6", "Ann,Boréal,data,9",
    #"Ann,"Cedar, ""the"" tree",impact,4"#, #"Ann,"Cedar, ""the"" tree",data,5.5"#, "Bob,Aurora,impact,9",
    "Bob,Aurora,data,8", "Bob,Boréal,impact,7", "Bob,Boréal,data,7", "Bob,<Delta>,impact,5", "Cid,Boréal,impact,8",
    "Cid,Boréal,data,8", #"Cid,"Cedar, ""the"" tree",impact,3"#, #"Cid,"Cedar, ""the"" tree",data,6"#,
    "Cid,Aurora,impact,7", "Cid,Aurora,data,9",
  ]

  /// Runs the body in a folder with the example, where no database is and none may be started.
  static func withExample(_ body: (Program) async throws -> Void) async throws {
    try await withFolder { folder async throws in
      func write(_ name: String, _ lines: [String]) throws {
        try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: URL(filePath: folder + "/" + name))
      }
      try write("scores.csv", [header] + rows)
      try write("turned.csv", [header] + rows.reversed())
      try write("weights.csv", ["criterion,weight", "impact,2", "data,1.5"])
      try write("roster.csv", ["team", "Aurora", "Boréal", #""Cedar, ""the"" tree""#, "<Delta>", "Echo"])
      try await body(Program(folder: folder, environment: plainEnvironment(folder)))
      #expect(!FileManager.default.fileExists(atPath: folder + "/home"))
    }
  }

  /// DATAJAM_REWRITE_GOLDEN=1 writes the files anew.
  @Test(arguments: [("rank-example.txt", []), ("rank-example.json", ["--json"])])
  func `the example is ranked as committed`(name: String, form: [String]) async throws {
    try await Self.withExample { program async throws in
      let ended = try await program.start(["rank", "scores.csv"] + Self.options + form).end()
      let file = Repository.golden(name)
      if ProcessInfo.processInfo.environment["DATAJAM_REWRITE_GOLDEN"] == "1" {
        try Data(ended.output.utf8).write(to: file)
      }
      #expect(ended == Program.Ended(code: 0, output: try String(contentsOf: file, encoding: .utf8), errors: ""))
    }
  }

  @Test(arguments: [("7.12", "7.34", 2), ("7.121", "7.124", 3), ("7.1211", "7.1214", 2)])
  func `scores have two digits behind the point, or three where these tell the ranks apart`(
    one: String, other: String, digits: Int
  ) async throws {
    try await Self.withExample { program async throws in
      let sheets = [
        "a,Aurora,impact,\(one)", "b,Aurora,impact,\(one)", "a,Boréal,impact,\(other)", "b,Boréal,impact,\(other)",
      ]
      let text = ([Self.header] + sheets).map { $0 + "\n" }.joined()
      let ended = try await program.run("rank", "-", "--method", "raw", input: text)
      #expect(ended.code == 0)
      let rows = ended.output.split(separator: "\n").map { $0.split(separator: " ") }
      let scores = rows.filter { ["1", "2"].contains($0[0]) }.map { $0[2] }
      #expect(scores == [other, one].map { $0.prefix(2 + digits) })
    }
  }

  @Test(arguments: methods) func `the order of the rows changes no byte, and the keys are those announced`(
    method: String
  ) async throws {
    try await Self.withExample { program async throws in
      let options = Self.options + ["--method", method, "--json"]
      let ended = try await program.start(["rank", "scores.csv"] + options).end()
      #expect(try await program.start(["rank", "turned.csv"] + options).end() == ended)
      let document = try document(ended.output)
      #expect(
        Set(document.keys) == [
          "method", "seed", "draws", "input_sha256", "components", "model", "teams", "unranked", "judges",
          "flagged_sheets", "verdicts", "podiums", "warnings",
        ])
      #expect(document["method"] as? String == method)
      let ordinal = ["ordinal", "reliability"].contains(method)
      let teams = try #require(document["teams"] as? [[String: Any]])
      let team = try #require(teams.first)
      #expect(
        Set(team.keys)
          == Set([
            "team", "rank", "component", "score", "standard_error", "p_first", "p_top3", "rank_low", "rank_high",
            "sheets", "provisional", "raw_mean", "raw_rank", "tie_break",
          ]).union(ordinal ? ["mean", "sd"] : []))
      #expect(teams.compactMap { $0["rank"] as? Int } == [1, 2, 3, 4])
      let judges = try #require(document["judges"] as? [[String: Any]])
      #expect(judges.allSatisfy { ($0["unrelated"] != nil) == ordinal })
      // Where nobody doubts, nobody is doubted, not even a little.
      if method == "ordinal" { #expect(judges.compactMap { $0["unrelated"] as? Double } == [0, 0, 0]) }
      let unranked = try #require(document["unranked"] as? [[String: String]])
      #expect(unranked == [["team": "Echo", "reason": "no sheet"]])
    }
  }

  @Test func `a name's accents may be composed in two ways`() async throws {
    let rows = ["Ann,Café,c,1", "Ann,Elm,c,2", "Bob,Cafe\u{301},c,3", "Bob,Elm,c,1", "Cid,Café,c,3", "Cid,Elm,c,1"]
    try await Self.withExample { program async throws in
      let options = ["rank", "-", "--json", "--draws", "20"]
      func rank(_ rows: [String]) async throws -> Program.Ended {
        try await program.start(options, input: ([Self.header] + rows).joined(separator: "\n")).end()
      }
      let first = try await rank(rows)
      let turned = try await rank(rows.reversed())
      // The marked form comes first here.
      let marked = try await rank([rows[2]] + rows[..<2] + rows[3...])
      #expect(first.code == 0 && first == turned && first == marked)
    }
  }

  @Test func `a team that is alone in its group is not called certain`() async throws {
    let panel = (0..<4).flatMap { judge in (0..<3).map { "J\(judge),T\($0),c,\((judge * $0 + $0) % 5)" } }
    let text = ([Self.header] + panel + ["K,Alone,c,4", "L,Alone,c,3"]).joined(separator: "\n")
    try await Self.withExample { program async throws in
      let ended = try await program.run("rank", "-", "--draws", "50", input: text)
      #expect(ended.output.hasPrefix("\"Alone\" is first in group 1; how sure that is was not estimated.\n"))
      let listed = try document(try await program.run("rank", "-", "--draws", "50", "--json", input: text).output)
      let team = try #require((listed["teams"] as? [[String: Any]])?.first)
      #expect(team["team"] as? String == "Alone" && team["p_first"] is NSNull)
      #expect((team["in_component"] as? [String: Any])?["p_first"] is NSNull)
    }
  }

  @Test func `large scores keep their digits`() async throws {
    let rows = ["A,X,c,999999999999993", "B,X,c,999999999999994", "A,Y,c,1", "B,Y,c,2"]
    try await Self.withExample { program async throws in
      let ended = try await program.run(
        "rank", "-", "--draws", "0", "--method", "raw", input: ([Self.header] + rows).joined(separator: "\n"))
      #expect(ended.output.contains("   1  X     999999999999993.50 "))
    }
  }

  static let names = [
    "<script>alert(1)</script>", "a & b; ]]>", "שלום \u{202E}live", "👩‍👩‍👧 🇪🇪", "x\u{2028}y", "&\u{301}<\u{338}img",
    "\u{FFFE}\u{FFFF}", "\u{9B}31mred", "quote\"\"s",
  ]

  @Test func `a chart is sound XML whatever the names and the scores`() async throws {
    let rows = Self.names.enumerated().flatMap { index, name in
      ["A,\"\(name)\",c,\(index)", "B,\"\(name)\",\"<&>\",\(index % 4)"]
    }
    let huge = ["X", "Y"].flatMap { team in ["A", "B"].map { "\($0),\(team),c,10000000000000000" } }
    try await Self.withExample { program async throws in
      for rows in [rows, huge] {
        let ended = try await program.run(
          "rank", "-", "--draws", "20", "--chart", "chart.svg", "--json",
          input: ([Self.header] + rows).joined(separator: "\n"))
        #expect(ended.code == 0)
        let chart = try Data(contentsOf: URL(filePath: program.folder + "/chart.svg"))
        #expect(XMLParser(data: chart).parse())
        let text = String(decoding: chart, as: UTF8.self)
        #expect(!text.contains("nan") && !text.contains("inf\"") && !text.contains("<script"))
      }
    }
  }
}
