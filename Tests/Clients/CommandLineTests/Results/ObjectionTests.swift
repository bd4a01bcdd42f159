import Foundation
import Postgres
import Testing

/// A provisional result, what teams say against it, and who decides.
@Suite struct ObjectionTests {
  /// A computed result that is open to objections, and the tokens of three organisers.
  private func withWindow(_ body: (Workplace, [[String]]) async throws -> Void) async throws {
    try await ResultTests.withClosedRound { place async throws in
      try #require(await place.run("result", "freeze").code == 0)
      try #require(await place.run("result", "compute", "--method", "raw").code == 0)
      let kept = try await place.run("result", "tie", "keep", "aurora", "boreal", "--reason", "both are first")
      try #require(kept.code == 0)
      let tokens = [
        try await ResultTests.token("bea", place), try await ResultTests.token("cyd", place),
        try await ResultTests.token("dan", place),
      ]
      let opened = try await place.run("objection", "open", "--until", "2999-01-01T12:00")
      try #require(opened.code == 0, "\(opened)")
      try await body(place, tokens)
    }
  }

  /// Ends the time for objections behind the program's back.
  private func close(_ place: Workplace) async throws {
    try await place.arrange(
      """
      UPDATE objection_window SET opened_at = '2020-01-01', closes_at = '2020-01-02'
      """)
  }

  private func start(_ place: Workplace, _ words: String..., by token: [String]) async throws -> Program.Ended {
    try await place.program.start(words + token).end()
  }

  @Test func `nobody approves before the time is over and each objection is decided`() async throws {
    try await withWindow { place, tokens async throws in
      let early = try await start(place, "result", "approve", by: tokens[0])
      #expect(early.code == 1)
      #expect(early.errors.contains("Teams may still object to it."))
      try place.write("photo", to: "board.jpg")
      let added = try await place.program.start(
        ["objection", "add", "cedar", "--claim", "J-02 scored another team.", "--file", "board.jpg"] + tokens[0]
      ).end()
      #expect(added == .saying(0, #"objection "1": created. Next: datajam objection show 1"#))
      try await close(place)
      let list = try document(try await place.run("objection", "list", "--json").output)
      let window = try #require((list["windows"] as? [[String: Any]])?.first)
      #expect(window["result"] as? Int == 2 && window["open"] as? Bool == false)
      #expect((window["closes_at"] as? String)?.hasPrefix("2020-01-02T") == true)
      let open = try await start(place, "result", "approve", by: tokens[0])
      #expect(open.errors.contains(#"Objection 1 of the team "cedar" is not decided."#))
      #expect(
        try await start(place, "objection", "reject", "1", "--reason", "no", by: tokens[0]).errors.hasPrefix(
          "Error: You recorded objection 1, so another organiser decides it."))
      #expect(try await place.run("objection", "reject", "1", "--reason", "no").code == 4)
      #expect(try await start(place, "objection", "reject", "1", "--reason", "It did not.", by: tokens[1]).code == 0)
      #expect(
        try await start(place, "objection", "accept", "1", "--reason", "yes", by: tokens[2]).errors.hasPrefix(
          "Error: Objection 1 is rejected, and a decision stays."))
      for token in tokens.prefix(2) { #expect(try await start(place, "result", "approve", by: token).code == 0) }
      let late = try await place.run("objection", "add", "cedar", "--claim", "again")
      #expect(late.errors.hasPrefix("Error: The time for objections to result"))
      #expect(try await place.run("objection", "show", "1").output.contains("board.jpg · sha256 "))
      try await place.expectUnaltered()
    }
  }

  @Test func `an accepted objection needs another result`() async throws {
    try await withWindow { place, tokens async throws in
      #expect(try await place.run("objection", "add", "cedar", "--claim", "A score is wrong.").code == 0)
      #expect(try await start(place, "objection", "accept", "1", "--reason", "It is.", by: tokens[0]).code == 0)
      try await close(place)
      let refused = try await start(place, "result", "approve", by: tokens[0])
      #expect(refused.errors.contains("was accepted, so the result has to be computed again"))
      let computed = try await place.run("result", "compute", "--method", "raw", "--reason", "objection 1")
      #expect(computed.errors.hasPrefix("result 3: created"), "\(computed)")
      _ = try await place.run("result", "tie", "keep", "aurora", "boreal", "--reason", "both are first")
      #expect(try await start(place, "result", "approve", by: tokens[0]).code == 0)
    }
  }

  @Test func `who judged the team or has a conflict with it does not decide`() async throws {
    try await withWindow { place, _ async throws in
      #expect(try await place.run("objection", "add", "cedar", "--claim", "A score is wrong.").code == 0)
      let ann = try await ResultTests.token("Ann", place)
      let refused = try await start(place, "objection", "reject", "1", "--reason", "no", by: ann)
      #expect(refused.code == 4)
      #expect(refused.errors.hasPrefix(#"Error: You judged the team "cedar" or have a conflict with it"#))
    }
  }

  @Test func `what is wrong with an objection is said`() async throws {
    try await withWindow { place, tokens async throws in
      #expect(
        try await place.run("objection", "add", "ceder", "--claim", "x").errors
          == "Error: There is no team \"ceder\".\nDid you mean \"cedar\"?\n")
      #expect(try await place.run("objection", "add", "cedar", "--claim", " ").code == 64)
      #expect(
        try await place.run("objection", "open", "--until", "2999-01-01T12:00").errors.contains(
          "is open to objections already"))
      #expect(try await place.run("objection", "show", "7").code == 5)
      #expect(
        try await start(place, "objection", "accept", "7", "--reason", " ", by: tokens[0]).errors.hasPrefix(
          "Error: A decision on objection 7 needs a reason."))
      let long = String(repeating: "a", count: 4001)
      for words in [["--claim", long], ["--claim", "x", "--evidence", long]] {
        let refused = try await place.program.start(["objection", "add", "cedar"] + words).end()
        #expect(refused.code == 65 && refused.errors.contains("has 4001 characters, but 4000 are the most."))
      }
      #expect(try await start(place, "objection", "accept", "7", "--reason", "x", by: tokens[0]).code == 5)
    }
  }

  @Test func `an objection and an approval at the same time leave no open one behind`() async throws {
    try await withWindow { place, tokens async throws in
      let step = """
        INSERT INTO result_step (event_id, number, kind, principal_id, token_id)
        SELECT t.event_id, (SELECT max(number) FROM result), 'approved', t.principal_id, t.token_id
        FROM access_token AS t JOIN principal AS p USING (event_id, principal_id) WHERE p.name = 'bea'
        """
      await #expect(throws: PostgresError.self) { try await place.database.session { try $0.run(script: step) } }
      #expect(try await place.run("objection", "add", "cedar", "--claim", "x").code == 0)
      try await close(place)
      await #expect(throws: PostgresError.self) { try await place.database.session { try $0.run(script: step) } }
      for change in ["UPDATE objection SET claim = 'y'", "DELETE FROM objection", "TRUNCATE objection CASCADE"] {
        await #expect(throws: PostgresError.self) { try await place.database.session { try $0.run(script: change) } }
      }
    }
  }
}
