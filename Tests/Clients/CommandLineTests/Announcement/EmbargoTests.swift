import Foundation
import Postgres
import Testing

/// I8: no rank, score or winner through anything that the public reads, in any phase, before the hour.
@Suite struct EmbargoTests {
  /// What an organiser could publish of the event, each into the folder "out".
  private static let forms = [
    ["announcement", "render", "--languages", "en,fr,es", "--as", "all", "-o", "out"],
    ["certificate", "render", "-o", "out/certificates"],
    ["agenda", "export", "--as", "ics", "--language", "en", "-o", "out/agenda.ics"],
    ["agenda", "export", "--as", "json", "-o", "out/agenda.json"],
    ["agenda", "export", "--as", "xml", "-o", "out/agenda.xml"],
    ["agenda", "export", "--as", "csv", "-o", "out/agenda.csv"],
    ["agenda", "export", "--as", "md", "--language", "fr", "-o", "out/agenda.md"],
    ["export", "all", "-o", "out/archive"],
  ]

  /// How far a result can be on its way before it is public, as SQL for a superuser.
  private static let states = [
    "SELECT",
    """
    INSERT INTO result_step (event_id, number, kind, principal_id, token_id)
      SELECT p.event_id, 1, 'approved', p.principal_id, 0 FROM principal AS p WHERE p.role = 'organiser'
    """,
    """
    INSERT INTO result_step (event_id, number, kind, principal_id, publish_at)
      SELECT event_id, 1, 'announced', min(principal_id), now() + interval '1 hour' FROM principal GROUP BY event_id
    """,
  ]

  private func meddle(_ script: String, _ place: Workplace) async throws {
    try await place.database.session { session in
      try session.run(
        script: "SET session_replication_role = replica; \(script); SET session_replication_role = origin")
    }
  }

  private func writeEverything(_ place: Workplace) async throws {
    try? FileManager.default.removeItem(atPath: place.folder + "/out")
    for form in Self.forms {
      let ended = try await place.program.start(form).end()
      try #require(ended.code == 0, "\(form): \(ended)")
    }
  }

  @Test(arguments: ["draft", "registration", "running", "judging", "review"])
  func `nothing that is written before the hour tells of the result, in any phase`(phase: String) async throws {
    try await Workplace.withEmptyDatabase { place async throws in
      try await place.demonstrate("datajam-2021")
      var place = place
      place.program.environment["DATAJAM_EVENT"] = "datajam-2021"
      try #require(await place.run("organiser", "add", "bo").code == 0)
      try await meddle("UPDATE event SET phase = '\(phase)'", place)
      for state in Self.states {
        try await meddle(state, place)
        try await writeEverything(place)
        let checked = try await place.run("announcement", "check", "--leaks", "out")
        #expect(checked.code == 0, "\(state): \(checked)")
        let shown = try await place.run("event", "phase", "show")
        #expect(shown.output.contains("[\(phase)]"))
        let awards = try document(#"{"items": \#(try place.text("out/awards.en.json"))}"#)["items"] as? [[String: Any]]
        #expect(try #require(awards).allSatisfy { $0["team_ids"] is NSNull })
      }
      #expect(try await place.run("feedback", "policy", "everything").code == 0)
      #expect(try await place.run("feedback", "show").code == 1)
      // What takes the mark away is found.
      let marked = try #require(try place.names("out").first { $0.hasSuffix("announcement.fr.md") })
      #expect(marked.hasPrefix("EMBARGOED"))
      try place.write(try place.text("out/\(marked)"), to: "out/news.md")
      let leak = try await place.run("announcement", "check", "--leaks", "out")
      #expect(leak.code == 3)
      #expect(leak.output.hasPrefix(#"FAIL  news.md, line "#))
    }
  }

  @Test func `from the hour on every reader finds the result, with nothing that has to run`() async throws {
    try await Workplace.withEmptyDatabase { place async throws in
      try await place.demonstrate("datajam-2021")
      var place = place
      place.program.environment["DATAJAM_EVENT"] = "datajam-2021"
      try #require(await place.run("organiser", "add", "bo").code == 0)
      for state in Self.states { try await meddle(state, place) }
      let render = ["announcement", "render", "--as", "md,awards", "--languages", "en", "-o"]
      try #require(await place.program.start(render + ["before"]).end().code == 0)
      #expect(try place.names("before").map { $0.hasPrefix("EMBARGOED") } == [true, false])
      #expect(try place.text("before/awards.en.json").contains("null"))
      // The hour comes.
      try await meddle("UPDATE result_step SET publish_at = now() WHERE publish_at IS NOT NULL", place)
      try #require(await place.program.start(render + ["after"]).end().code == 0)
      #expect(try place.names("after") == ["announcement.en.md", "awards.en.json"])
      #expect(try !place.text("after/awards.en.json").contains("null"))
      #expect(try await place.run("event", "phase", "show").output.contains("[announced]"))
    }
  }
}
