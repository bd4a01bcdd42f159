import Foundation
import Postgres
import Testing

/// An event of release 0.1.0 with rows in every table, also in those that came later.
extension Workplace {
  /// Runs the body with the event "spring", which has rows in every table, and another one, "autumn".
  static func withFullEvent(_ body: (Workplace) async throws -> Void) async throws {
    let file = Repository.file("Tests/Clients/CommandLineTests/Released/0.1.0.sql")
    let script = try String(contentsOf: file, encoding: .utf8)
    try await withEmptyDatabase { place async throws in
      try await place.database.session { try $0.run(script: script) }
      try #require(await place.run("db", "migrate").code == 0)
      // Tables that came after that release.
      let allowed = try await place.run("team", "allow", "birch", "--reason", "shown live", "-E", "spring")
      try #require(allowed.code == 0)
      // Points are declared before judging, which is over in that event.
      try await place.arrange(
        """
        INSERT INTO eligibility_point (event_id, key, kind, text)
        SELECT event_id, 'terms', 'stated', '{"en": "Each member agreed to the terms."}' FROM event WHERE slug = 'spring'
        """)
      let met = ["eligibility", "find", "birch", "terms", "--reason", "All signed.", "-E", "spring"]
      try #require(await place.program.start(met).end().code == 0)
      try #require(await place.run("announcement", "correct", "-E", "spring").code == 0)
      let token = try await place.run("token", "add", "ada", "-E", "spring").output
      for words in [
        ["result", "compute", "--round", "main", "--reason", "again"],
        ["objection", "open", "--until", "2999-01-01T12:00"],
        ["objection", "add", "cedar", "--claim", "A score is wrong.", "--by", "bea"],
        ["agenda", "add", "talk", "--day", "2026-05-08", "--hours", "10:00-11:00"],
        ["agenda", "add", "stream", "--day", "2026-05-08", "--hours", "10:00-11:00"],
        ["agenda", "speaker", "add", "talk", "--name", "Ann"], ["agenda", "speaker", "add", "stream", "--name", "Ann"],
        ["agenda", "allow-overlap", "talk", "stream", "--reason", "one talk"],
        ["participant", "add", "zed", "--name", "Zed Late"], ["person", "erase", "zed", "--confirm", "zed"],
      ] {
        let ended = try await place.program.start(words + ["-E", "spring"]).end()
        try #require(ended.code == 0, "\(words): \(ended)")
      }
      let reject = ["objection", "reject", "1", "--reason", "It is right.", "--token-file", "-", "-E", "spring"]
      try #require(await place.program.start(reject, input: token).end().code == 0)
      let approved = try await place.run("announcement", "approve", "--token-file", "-", "-E", "spring", input: token)
      try #require(approved.code == 0)
      try await place.waiveConflicts()
      try await body(place)
    }
  }

  /// No command waives a conflict any more once scores were saved, as they were in that event.
  private func waiveConflicts() async throws {
    try await arrange(
      """
      INSERT INTO conflict_waiver (event_id, kind, subject, principal_id, token_id, reason)
      SELECT DISTINCT ON (event_id, principal_id) event_id, 'domain', 'example.org', principal_id, token_id, 'the host'
      FROM access_token
      """)
  }
}
