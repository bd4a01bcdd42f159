import Foundation
import Postgres
import Testing

/// Sessions that share something at the same time, by an organiser's decision.
@Suite struct OverlapTests {
  /// Two sessions of one speaker at once.
  private func withStream(_ body: (Workplace) async throws -> Void) async throws {
    try await Workplace.withEvent { place async throws in
      try place.write("session,name\nmain,Ann\nstream,Ann\n", to: "speakers.csv")
      try place.write(
        "key,date,start,end,title_en,languages,room\nmain,2026-05-08,14:00,15:00,Keynote,en,hall\n"
          + "stream,2026-05-08,14:00,15:00,Keynote (stream),en,annex\n", to: "s.csv")
      let taken = try await place.run("agenda", "import", "s.csv", "--speakers", "speakers.csv")
      #expect(taken.code == 0, "\(taken)")
      try await body(place)
    }
  }

  @Test func `an allowed overlap is published and shown with who allowed it and why`() async throws {
    try await withStream { place async throws in
      let refused = try await place.run("agenda", "publish")
      #expect(refused.code == 1)
      #expect(
        refused.errors.contains(
          "If an overlap is meant, such as one talk in two rooms: "
            + "datajam agenda allow-overlap main stream --reason TEXT"), "\(refused)")
      let allowed = try await place.run("agenda", "allow-overlap", "stream", "main", "--reason", "One talk, two rooms")
      #expect(allowed == .saying(0, #"session "stream": updated. Next: datajam agenda check"#))
      let again = try await place.run("agenda", "allow-overlap", "main", "stream", "--reason", "Again")
      #expect(again.errors.contains("unchanged"))
      let check = try await place.run("agenda", "check")
      #expect(check.code == 0)
      #expect(check.output.contains(#"info  "Ann" speaks in "main" and "stream" at once, which "#), "\(check)")
      #expect(check.output.contains("allowed: One talk, two rooms"))
      let doctor = try await place.run("doctor")
      #expect(
        doctor.output.contains(
          #"info  one person speaks in sessions "main" and "stream" at once, which is allowed: One talk, two rooms"#),
        "\(doctor)")
      #expect(!doctor.output.contains("FAIL  one person"))
      #expect(try await place.run("agenda", "publish").code == 0)
      try await place.expectUnaltered()
      let log = try await place.run("log", "list")
      #expect(log.output.contains("overlap"), "\(log)")
    }
  }

  @Test func `what is allowed covers what was shared then, and can be ended`() async throws {
    try await withStream { place async throws in
      _ = try await place.run("agenda", "allow-overlap", "main", "stream", "--reason", "One talk")
      _ = try await place.run("agenda", "set", "stream", "--room", "hall")
      let room = try await place.run("agenda", "check")
      #expect(room.code == 3 && room.output.contains(#"FAIL  Room "hall" has "main" and "stream" at once."#), "\(room)")
      #expect(try await place.run("doctor").output.contains("FAIL  room \"hall\""))
      #expect(try await place.run("agenda", "publish").code == 1)
      _ = try await place.run("agenda", "allow-overlap", "main", "stream", "--reason", "A panel in one hall")
      #expect(try await place.run("agenda", "publish").code == 0)
      let ended = try await place.run("agenda", "allow-overlap", "main", "stream", "--undo", "--reason", "No stream")
      #expect(ended.code == 0)
      #expect(try await place.run("agenda", "check").output.components(separatedBy: "FAIL").count == 3)
      #expect(try await place.ask("SELECT count(*)::text FROM overlap_allowance") == "4")
      try await place.expectUnaltered()
    }
  }

  @Test func `what is no overlap cannot be allowed`() async throws {
    try await withStream { place async throws in
      _ = try await place.run("agenda", "add", "late", "--day", "2026-05-08", "--hours", "17:00-18:00")
      for (words, code, sentence) in [
        (["main", "late", "--reason", "x"], 1, "share no speaker and no room at the same time"),
        (["main", "main", "--reason", "x"], 65, "was named twice"),
        (["main", "stream", "--reason", " "], 65, "for a reason"),
        (["main", "nothing", "--reason", "x"], 5, #"There is no session "nothing""#),
        (["main", "stream"], 64, "--reason"),
        (["main", "stream", "--reason", String(repeating: "x", count: 501)], 65, "500"),
      ] as [([String], Int32, String)] {
        let ended = try await place.program.start(["agenda", "allow-overlap"] + words).end()
        #expect(ended.code == code && ended.errors.contains(sentence), "\(ended)")
      }
      #expect(try await place.ask("SELECT count(*)::text FROM overlap_allowance") == "0")
    }
  }

  @Test func `decisions are only added`() async throws {
    try await withStream { place async throws in
      _ = try await place.run("agenda", "allow-overlap", "main", "stream", "--reason", "One talk")
      for script in [
        "DELETE FROM overlap_allowance", "UPDATE overlap_allowance SET reason = 'x'", "TRUNCATE overlap_allowance",
      ] {
        await #expect(throws: PostgresError.self) {
          try await place.database.session { try $0.run(script: script) }
        }
      }
    }
  }

  @Test func `findings of many sessions are one line each`() async throws {
    try await Workplace.withEvent { place async throws in
      let rows = (1...25).map { "s\($0),2026-05-08,10:00,11:00,public,T" }.joined(separator: "\n")
      #expect(try await place.imports("agenda", "key,date,start,end,audience,title_en\n\(rows)\n").code == 0)
      let check = try await place.run("agenda", "check", "-E", "jam")
      #expect(
        check.output == """
          warn  25 sessions open to the public without a registration link: "s1", "s10", "s11", "s12", "s13" and 20 more
                datajam agenda set s1 --register-url URL -E jam
          warn  25 sessions without a language: "s1", "s10", "s11", "s12", "s13" and 20 more
                datajam agenda set s1 --languages en,fr -E jam

          """, "\(check)")
      let document = try document(try await place.run("agenda", "check", "--json").output)
      #expect(document["count"] as? Int == 50)
    }
  }
}
