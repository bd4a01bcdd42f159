import Foundation
import Postgres
import Testing

/// The announcement of the real edition and of the fictional event, as organisers make them.
@Suite struct AnnouncementTests {
  /// Every file of a folder against the committed one. DATAJAM_REWRITE_GOLDEN=1 writes them anew.
  private func expectGolden(_ place: Workplace, _ folder: String, of event: String) throws {
    let committed = Repository.golden("announced/" + event)
    // Cards become pictures too where a converter is installed.
    let names = try place.names(folder).filter { !$0.hasSuffix(".png") }
    if ProcessInfo.processInfo.environment["DATAJAM_REWRITE_GOLDEN"] == "1" {
      try? FileManager.default.removeItem(at: committed)
      try FileManager.default.createDirectory(at: committed, withIntermediateDirectories: true)
      for name in names { try Data(place.text("\(folder)/\(name)").utf8).write(to: committed.appending(path: name)) }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: committed.path).sorted() == names)
    for name in names {
      #expect(
        try String(contentsOf: committed.appending(path: name), encoding: .utf8) == place.text("\(folder)/\(name)"),
        "\(name)")
    }
  }

  @Test func `the edition of 2021 is announced in three languages as committed`() async throws {
    try await Workplace.withEmptyDatabase { place async throws in
      try await place.demonstrate("datajam-2021")
      try await place.announce(at: "2021-06-04T14:00-04:00")
      let rendered = try await place.run(
        "announcement", "render", "--languages", "en,fr,es", "--as", "all", "-o", "out")
      #expect(rendered.code == 0)
      try expectGolden(place, "out", of: "datajam-2021")
      let check = try await place.run("announcement", "check", "--languages", "en,fr,es")
      #expect(check.code == 0)
      #expect(
        check.output.split(separator: "\n").filter { $0.hasPrefix("ok") }.map { $0.prefix(28) } == [
          "ok    en  nothing is missing", "ok    fr  nothing is missing", "ok    es  nothing is missing",
        ])
    }
  }

  @Test func `the fictional event is announced in three languages as committed, under embargo`() async throws {
    try await Workplace.withEmptyDatabase { place async throws in
      try await place.demonstrate("demo-jam")
      let rendered = try await place.run("announcement", "render", "--as", "all", "-o", "out")
      #expect(rendered.code == 0)
      try expectGolden(place, "out", of: "demo-jam")
      #expect(try place.names("out").allSatisfy { $0.hasPrefix("EMBARGOED.") || $0.hasPrefix("awards.") })
    }
  }

  @Test func `an edition without translations and amount is blocked, and passes once the printed commands were run`()
    async throws
  {
    try await Workplace.withEmptyDatabase { place async throws in
      try await place.demonstrate(
        "datajam-2021",
        files: { path, text in
          path.hasSuffix("prizes.csv") ? text.replacing("undisclosed", with: "") : text
        },
        typing: Self.withoutSpanish)
      for file in ["organisations", "teams", "submissions", "prizes"] {
        _ = try await place.database.session { session in
          for (table, columns) in Self.texts[file] ?? [] {
            for column in columns {
              try session.run(script: "UPDATE \(table) SET \(column) = \(column) - 'fr' - 'es'")
            }
          }
        }
      }
      // What was submitted lacks them too.
      try await place.arrange(
        """
        UPDATE submission_version
        SET contents = jsonb_set(contents, '{summary}', (contents -> 'summary') - 'fr' - 'es')
        """)
      let check = try await place.run("announcement", "check", "--languages", "en,fr,es", "--json")
      #expect(check.code == 3)
      let items = try #require(try document(check.output)["items"] as? [[String: Any]])
      let failures = items.filter { $0["level"] as? String == "fail" }
      let reasons = failures.map { "\($0["language"] as? String ?? "*") \($0["message"] ?? "")" }
      #expect(reasons == Self.reasons)
      for language in ["en", "fr", "es"] {
        #expect(try await place.run("announcement", "render", "--languages", language).code == 1)
      }
      // Those very commands, with a text where TEXT stands.
      for failure in failures {
        let words = try #require(failure["command"] as? String).split(separator: " ").map(String.init)
        try #require(words.first == "datajam")
        let typed = words.dropFirst().map { $0 == "TEXT" ? "Un texte" : $0 }
        let ended = try await place.program.start(typed).end()
        #expect(ended.code == 0, "\(typed): \(ended)")
      }
      #expect(try await place.run("announcement", "check", "--languages", "en,fr,es").code == 0)
      #expect(
        try await place.run("announcement", "render", "--languages", "en,fr,es", "--as", "all", "-o", "x").code == 0)
    }
  }

  private static let texts = [
    "organisations": [("organisation", ["name"])], "teams": [("team", ["city", "about"])],
    "submissions": [("submission", ["summary"])], "prizes": [("prize", ["label"])],
  ]

  /// The event without its Spanish texts, as whoever has no translation types it.
  private static func withoutSpanish(_ words: [String]) -> [String] {
    var typed: [String] = []
    var isSkipped = false
    for word in words {
      if isSkipped {
        isSkipped = false
      } else if word.hasPrefix("--") && word.hasSuffix("-es") {
        isSkipped = true
      } else {
        typed.append(word)
      }
    }
    return typed
  }

  private static let reasons =
    [#"* the amount of prize "first-money" is neither known (--amount N --currency CODE) nor marked undisclosed"#]
    + missing("fr") + ["es the event's name is missing", "es the event's purpose is missing"] + missing("es")

  private static func missing(_ code: String) -> [String] {
    [
      #"the city of "Buyer Resist""#, #"the project summary of "Buyer Resist""#, #"the city of "Team Scotiabank AMA""#,
      #"the sentence on "Team Scotiabank AMA""#, #"the city of "CDL Team""#, #"the sentence on "CDL Team""#,
      #"the text of prize "first-money""#, #"the text of prize "first-incubator""#,
      #"the text of prize "first-invitation""#,
      #"the text of prize "first-promotion""#, #"the name of organisation "gov-canada""#,
      #"the name of organisation "icpc""#, #"the name of organisation "unodc""#,
      #"the name of organisation "pasos-libres""#, #"the name of organisation "ibm""#,
    ].map { "\(code) \($0) is missing" }
  }
}
