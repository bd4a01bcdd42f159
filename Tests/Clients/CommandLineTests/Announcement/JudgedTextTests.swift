import Foundation
import Testing

/// What is announced is what was judged.
@Suite struct JudgedTextTests {
  private func withSubmissions(_ body: (Workplace) async throws -> Void) async throws {
    try await Workplace.withEvent { place async throws in
      _ = try await place.run("event", "set", "--announced", "2026-05-12", "--name-fr", "Jam", "--languages", "en,fr")
      try await place.fill("team", "key,name\na,Aurora\nb,Boreal\n")
      _ = try await place.run(
        "submission", "add", "a", "--title-en", "Maps", "--summary-en", "Judged summary.", "--url",
        "https://a.example.org")
      #expect(try await place.run("submission", "submit", "a").code == 0)
      _ = try await place.run("submission", "add", "b", "--summary-en", "Never submitted.")
      try await place.fill("result", "team,rank\na,1\nb,2\n")
      try await body(place)
    }
  }

  private func teams(_ place: Workplace) async throws -> [[String: Any]] {
    let facts = try document(try await place.run("announcement", "facts").output)
    return try #require(facts["places"] as? [[String: Any]])
  }

  @Test func `a draft changes nothing of what was judged, and adds languages only`() async throws {
    try await withSubmissions { place async throws in
      let changed = try await place.run(
        "submission", "set", "a", "--summary-en", "DRAFT.", "--summary-fr", "Résumé.", "--url", "https://b.example.org")
      #expect(changed.code == 0)
      let project = try #require(try await teams(place)[0]["project"] as? [String: Any])
      #expect(project["summary"] as? [String: String] == ["en": "Judged summary.", "fr": "Résumé."])
      #expect(project["url"] as? String == "https://a.example.org")
      #expect(
        try await place.run("announcement", "render", "--as", "txt", "--languages", "en").output.contains("DRAFT")
          == false)
    }
  }

  @Test func `a team that submitted nothing is described by its draft`() async throws {
    try await withSubmissions { place async throws in
      let project = try #require(try await teams(place)[1]["project"] as? [String: Any])
      #expect(project["summary"] as? [String: String] == ["en": "Never submitted."])
    }
  }

  @Test func `an amount that is known after the award asks for another award`() async throws {
    try await withSubmissions { place async throws in
      let add = ["prize", "add", "cash", "--kind", "money", "--rank", "1", "--undisclosed"]
      #expect(try await place.program.start(add).end().code == 0)
      #expect(try await place.run("prize", "award").code == 0)
      #expect(try await place.run("prize", "set", "cash", "--amount", "5000", "--currency", "CAD").code == 0)
      let check = try await place.run("announcement", "check")
      #expect(
        check.output.contains(
          #"the amount of prize "cash" was set after the prize was awarded"# + "\n      datajam prize award\n"))
      #expect(!check.output.contains("--undisclosed"))
      #expect(try await place.run("prize", "award").code == 0)
      #expect(!(try await place.run("announcement", "check").output.contains("the amount of prize")))
    }
  }
}
