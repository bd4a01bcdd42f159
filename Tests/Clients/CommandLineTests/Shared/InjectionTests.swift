import Foundation
import Postgres
import Testing

/// Texts that would mean something to a database, a template, a page or a terminal are only texts here.
@Suite(.serialized) struct InjectionTests {
  private static let corpus = [
    "Robert'); DROP TABLE datajam.team; --", #"quote " backslash \ and \' both"#, "$1 %s ${HOME} `id` $(id)",
    "{{name}} {{{name}}} {{#teams}}x{{/teams}}", "</script><script>alert(1)</script><b>&amp;",
    "*md* _md_ [a](javascript:1)",
    "O’Neil – Ñandú 漢字 👩‍👩‍👧‍👦 e\u{301}", "right \u{202E}tfel\u{202C} and \u{5E9}\u{5DC}\u{5D5}\u{5DD}",
    "red \u{1B}[31m bell \u{7} backspace \u{8}", "two\nlines\tand a tab", "=1+1 @SUM(A1) +1 -1",
    "NULL", #"{"en": "x"}"#, String(repeating: "long ", count: 200) + "end",
  ]

  private func cell(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }

  private func items(_ place: Workplace, _ arguments: String...) async throws -> [[String: Any]] {
    let ended = try await place.program.start(arguments + ["--json"]).end()
    #expect(ended.code == 0)
    #expect(ended.errors == "")
    return try #require(try document(ended.output)["items"] as? [[String: Any]])
  }

  @Test func `every text of an event comes back as it went in`() async throws {
    try await Workplace.withJudging { place async throws in
      let corpus = Self.corpus
      func table(_ header: String, _ row: (Int, String) -> String) -> String {
        header + "\n" + corpus.enumerated().map { row($0, cell($1)) + "\n" }.joined()
      }
      func texts(_ items: [[String: Any]], _ field: String, only keys: String) -> [String?] {
        items.filter { ($0["key"] as? String ?? $0["team"] as? String ?? $0["code"] as? String ?? "").hasPrefix(keys) }
          .sorted { ($0["order"] as? Int ?? 0) < ($1["order"] as? Int ?? 0) }
          .map { $0[field] as? String ?? ($0[field] as? [String: String])?["en"] }
      }
      func sortedTexts(_ items: [[String: Any]], _ field: String, only keys: String) -> [String] {
        texts(items, field, only: keys).compactMap(\.self).sorted()
      }
      try await place.fill("team", table("key,name,city_en,about_en") { "x-\($0),\($1),\($1),\($1)" })
      let teams = try await items(place, "team", "list")
      for field in ["name", "city", "about"] { #expect(sortedTexts(teams, field, only: "x-") == corpus.sorted()) }

      try await place.fill("submission", table("team,title_en,summary_en") { "x-\($0),\($1),\($1)" })
      let submissions = try await items(place, "submission", "list")
      for field in ["title", "summary"] { #expect(sortedTexts(submissions, field, only: "x-") == corpus.sorted()) }

      try await place.fill(
        "participant",
        table("key,display_name,given_name,family_name,city,affiliation") { "x-\($0),\($1),\($1),\($1),\($1),\($1)" })
      let people = try await items(place, "participant", "list")
      for field in ["display_name", "given_name", "family_name", "city", "affiliation"] {
        #expect(sortedTexts(people, field, only: "x-") == corpus.sorted())
      }

      try await place.fill("judge", table("code,name,affiliation") { "X-\($0),\($1),\($1)" })
      let judges = try await items(place, "judge", "list")
      for field in ["name", "affiliation"] { #expect(sortedTexts(judges, field, only: "X-") == corpus.sorted()) }

      try await place.fill(
        "organisation", table("key,role,order,name_en,acronym_en") { "x-\($0),partner,\($0 + 1),\($1),\($1)" })
      let organisations = try await items(place, "organisation", "list")
      for field in ["name", "acronym"] { #expect(texts(organisations, field, only: "x-") == corpus) }

      try await place.fill("prize", table("key,rank,kind,order,label_en") { "x-\($0),1,seat,\($0 + 1),\($1)" })
      #expect(texts(try await items(place, "prize", "list"), "label", only: "x-") == corpus)

      try await place.fill(
        "rubric", table("key,weight,minimum,maximum,name_en") { "x-\($0),1,0,10,\($1)" })
      #expect(sortedTexts(try await items(place, "rubric", "show"), "name", only: "x-") == corpus.sorted())

      for text in corpus {
        #expect(try await place.run("event", "set", "--name-en", text).code == 0)
        #expect(try await items(place, "event", "list").first?["name"] as? [String: String] == ["en": text])
        #expect(try await place.run("organiser", "add", "--", text.prefix(200).description).code == 0)
      }
      let organisers = try document(try await place.run("organiser", "list", "--json").output)["items"] as? [String]
      #expect(organisers == ["ada"] + corpus.map { String($0.prefix(200)) })
      try await place.expectUnaltered()
      #expect(try await place.ask("SELECT count(*)::text FROM team") == String(corpus.count + 2))
    }
  }

  @Test func `nothing that somebody wrote steers the terminal`() async throws {
    try await Workplace.withEvent { place async throws in
      for (number, text) in Self.corpus.enumerated() {
        _ = try await place.run("team", "set", "x-\(number)", "--name", text)
      }
      let nasty = "x\u{1B}]0;owned\u{7}\u{202E}"
      let runs = [
        try await place.run("team", "list"), try await place.run("log", "list"),
        try await place.run("team", "list", "-E", nasty), try await place.run("team", "import", nasty),
        try await place.run("team", "member", "remove", nasty, nasty), try await place.run(nasty),
        try await place.imports("team", "key,name\n\(nasty),x\n"),
      ]
      for run in runs {
        let steering = (run.output + run.errors).unicodeScalars.filter {
          $0 != "\n" && ($0.properties.generalCategory == .control || $0.properties.isBidiControl)
        }
        #expect(steering.isEmpty)
      }
    }
  }

  @Test func `a page of the announcement holds no markup of a team's`() async throws {
    try await Workplace.withEvent { place async throws in
      try await place.fill("team", "key,name,city_en,about_en\na,\(cell(Self.corpus[4])),X,\(cell(Self.corpus[4]))\n")
      try await place.fill("submission", "team,summary_en\na,\(cell(Self.corpus[4]))\n")
      try await place.fill("result", "team,rank\na,1\n")
      #expect(try await place.run("event", "set", "--announced", "2026-05-12", "--stated-participants", "9").code == 0)
      let page = try await place.run("announcement", "render", "--as", "html")
      #expect(page.code == 0)
      #expect(!page.output.contains("<script"))
      #expect(page.output.contains("&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;b&gt;&amp;amp;"))
    }
  }
}
