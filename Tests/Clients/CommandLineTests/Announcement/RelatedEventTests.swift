import Foundation
import Testing

/// The editions of a series in the texts of each of them.
@Suite struct RelatedEventTests {
  /// Adds an edition of a later year and ranks one team of "jam".
  private func withSeries(_ body: (Workplace) async throws -> Void) async throws {
    try await Workplace.withEvent { place async throws in
      var place = place
      let added = try await place.run(
        "event", "add", "jam-27", "--name-en", "Jam", "--from", "2027-05-07", "--to", "2027-05-09", "--tz", "UTC")
      try #require(added.code == 0)
      place.program.environment["DATAJAM_EVENT"] = "jam"
      _ = try await place.run("event", "set", "jam", "--announced", "2026-05-12", "--stated-participants", "9")
      try await place.fill("team", "key,name\na,Aurora\n")
      try await place.fill("result", "team,rank\na,1\n")
      try await body(place)
    }
  }

  private func text(_ place: Workplace) async throws -> String {
    let ended = try await place.run("announcement", "render", "--as", "md,html,txt,json", "--languages", "en")
    try #require(ended.code == 0, "\(ended)")
    return ended.output
  }

  @Test func `a follow-up stands in the texts, with its year or when it is held`() async throws {
    try await withSeries { place async throws in
      #expect(!(try await text(place)).contains("edition:"))
      #expect(try await place.run("event", "relate", "jam", "--follow-up", "jam-27").code == 0)
      let sister = ["event", "relate", "jam", "--sister", "Pasos Libres", "--when", "2026-10"]
      #expect(try await place.program.start(sister).end().code == 0)
      let text = try await text(place)
      for line in [
        "**Next edition:** Jam 2027", "<strong>Next edition:</strong> Jam 2027", "\nNext edition: Jam 2027\n",
        "\nRelated edition: Pasos Libres, in October 2026\n", #""key": "jam-27""#,
      ] {
        #expect(text.contains(line), "\(line) in \(text)")
      }
      let next = try await place.with(["DATAJAM_EVENT": "jam-27"]).run("announcement", "facts")
      let editions = try #require(try document(next.output)["related_editions"] as? [[String: Any]])
      #expect(editions.map { $0["relation"] as? String } == ["follows"])
      #expect(editions.map { $0["key"] as? String } == ["jam"])
    }
  }

  @Test func `a name that is missing in a language is named with the command that adds it`() async throws {
    try await withSeries { place async throws in
      #expect(try await place.run("event", "relate", "jam", "--follow-up", "jam-27").code == 0)
      _ = try await place.run("event", "set", "jam", "--name-fr", "Jam", "--languages", "en,fr")
      let check = try await place.run("announcement", "check")
      #expect(
        check.output.contains(
          "FAIL  fr  the name of edition \"jam-27\" is missing\n      datajam event set jam-27 --name-fr TEXT\n"),
        "\(check)")
      #expect(check.output.contains("ok    en  nothing is missing"))
    }
  }

  @Test func `a follow-up that is stated after the announcement waits for a correction`() async throws {
    try await withSeries { place async throws in
      for name in ["bea", "cyd"] {
        let token = try await ResultTests.token(name, place)
        #expect(try await place.program.start(["result", "approve"] + token).end().code == 0)
      }
      #expect(try await place.run("result", "announce", "--now", "--confirm", "jam").code == 0)
      let before = try await text(place)
      #expect(try await place.run("event", "relate", "jam", "--follow-up", "jam-27").code == 0)
      #expect(try await text(place) == before)
      #expect(
        try await place.run("announcement", "check").output.contains(
          #"follow-up "jam-27" was announced as nothing and is now "named""#))
      let corrected = try await place.run("announcement", "correct", "--text-en", "The next edition is known.")
      #expect(corrected.errors.contains("when two organisers approved it"), "\(corrected)")
      #expect(try await text(place) == before)
    }
  }
}
