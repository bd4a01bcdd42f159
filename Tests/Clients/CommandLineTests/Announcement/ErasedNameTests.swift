import Foundation
import Postgres
import Testing

/// The name of an erased person stands in no text that is rendered afterwards, whatever text still has it.
@Suite struct ErasedNameTests {
  /// A judged event with the name of Ann Ng in each text that teams, judges and organisers write.
  private func withName(_ body: (Workplace) async throws -> Void) async throws {
    try await Workplace.withJudging { place async throws in
      try await place.fill(
        "participant", "key,display_name,consent_public,team\nann,Ann Ng,yes,aurora\nbob,Bob,yes,boreal\n")
      let texts = [
        ["team", "set", "aurora", "--about-en", "ANN NG leads it."],
        ["team", "set", "boreal", "--name", "Friends of Ann Ng"],
        ["event", "set", "--announced", "2026-05-12", "--notice-en", "Thanks to Ann-Ng!"],
        ["event", "set", "--purpose-en", "in memory of Ann  Ng"],
        ["submission", "add", "aurora", "--title-en", "Ann Ng’s map", "--summary-en", "By Ann Ng and others."],
        ["submission", "submit", "aurora"], ["submission", "add", "boreal", "--title-en", "Other"],
        ["submission", "submit", "boreal"],
        ["prize", "add", "cup", "--kind", "goods", "--rank", "1", "--label-en", "the Ann Ng cup", "--giver", "Ann Ng"],
        ["score", "set", "J-01", "aurora", "impact=8", "data=4", "--feedback", "Ann Ng spoke well.", "--ready"],
        ["score", "set", "J-02", "aurora", "impact=8", "data=4", "--ready"],
        ["score", "set", "J-01", "boreal", "impact=2", "data=1", "--ready"], ["judging", "close"],
        ["result", "freeze"], ["result", "compute"], ["feedback", "policy", "everything"],
      ]
      for words in texts {
        let ended = try await place.program.start(words).end()
        try #require(ended.code == 0, "\(words): \(ended)")
      }
      try await body(place)
    }
  }

  private func announce(_ place: Workplace) async throws {
    for name in ["bea", "cyd"] {
      let token = try await ResultTests.token(name, place)
      try #require(await place.program.start(["result", "approve"] + token).end().code == 0)
    }
    _ = try await place.run("prize", "award")
    try #require(await place.run("result", "announce", "--now", "--confirm", "jam").code == 0)
  }

  private func expectNameless(_ place: Workplace, _ folder: String) async throws {
    let rendered = try await place.run("announcement", "render", "--as", "all", "-o", folder)
    #expect(rendered.code == 0, "\(rendered)")
    #expect(try await place.run("certificate", "render", "-o", folder + "/certificates").code == 0)
    for name in try place.names(folder) where !name.hasSuffix("png") && name != "certificates" {
      #expect(try place.text("\(folder)/\(name)").firstMatch(of: /(?i)ann\W+ng/) == nil, "\(name)")
    }
    for name in try place.names(folder + "/certificates") {
      #expect(try place.text("\(folder)/certificates/\(name)").firstMatch(of: /(?i)ann\W+ng/) == nil, "\(name)")
    }
  }

  @Test(arguments: [false, true]) func `neither before the announcement nor after it`(isAnnounced: Bool) async throws {
    try await withName { place async throws in
      if isAnnounced { try await announce(place) }
      #expect(try await place.run("person", "erase", "ann", "--confirm", "ann").code == 0)
      if !isAnnounced { try await announce(place) }
      try await expectNameless(place, "a")
      #expect(try place.text("a/announcement.en.md").contains(#"\[name removed\] leads it."#))
      let check = try await place.run("announcement", "check")
      #expect(!check.output.contains("was announced as"), "\(check)")
      let warning = #"team "aurora": sentence on the team (en) names somebody who was erased"#
      #expect(check.output.contains(warning), "\(check)")
      // A further edition takes the texts up again.
      _ = try await place.run("prize", "set", "cup", "--label-en", "the great Ann Ng cup")
      let corrected = try await place.run("announcement", "correct", "--text-en", "It is the great Ann Ng cup.")
      #expect(corrected.code == 0, "\(corrected)")
      for name in ["bea", "cyd"] {
        #expect(try await place.run("announcement", "approve", "--token-file", name).code == 0)
      }
      try await expectNameless(place, "b")
      #expect(try place.text("b/announcement.en.md").contains(#"the great \[name removed\] cup"#))
      try await place.expectUnaltered()
    }
  }

  @Test func `only hashes of several words are kept, and they differ from event to event`() async throws {
    try await withName { place async throws in
      #expect(try await place.run("person", "erase", "bob", "--confirm", "bob").code == 0)
      #expect(try await place.ask("SELECT count(*)::text FROM erased_name") == "0")
      #expect(try await place.run("person", "erase", "ann", "--confirm", "ann").code == 0)
      #expect(try await place.ask("SELECT string_agg(words::text, ' ') FROM erased_name") == "2")
      #expect(
        try await place.ask("SELECT count(*)::text FROM erased_name WHERE sha256 = sha256('name ann ng')") == "0")
    }
  }
}
