import Foundation
import Postgres
import Testing

/// What an event asks of its teams, what organisers find, and who is ranked.
@Suite struct EligibilityPointTests {
  /// Three teams of which "a" and "b" submitted, scored by one judge, in an event that asks for three points.
  private func withPoints(_ body: (Workplace) async throws -> Void) async throws {
    try await Workplace.withEvent { place async throws in
      try await place.fill("team", "key,name\na,Aurora\nb,Boreal\nc,Cedar\n")
      try await place.fill(
        "participant", "key,display_name,email,team\nann,Ann,ann@example.org,a\nbob,Bob,bob@example.org,b\n")
      for team in ["a", "b"] {
        _ = try await place.run("submission", "add", team, "--title-en", "Maps", "--url", "https://\(team).example.org")
        try #require(await place.run("submission", "submit", team).code == 0)
      }
      for words in [
        ["eligibility", "add", "in-time", "--kind", "submitted"], ["eligibility", "add", "size", "--kind", "members"],
        ["eligibility", "add", "link", "--kind", "project-link"],
        ["eligibility", "add", "terms", "--text-en", "Each member agreed to the terms."],
      ] {
        try #require(await place.program.start(words).end().code == 0, "\(words)")
      }
      try await body(place)
    }
  }

  private func judge(_ place: Workplace) async throws {
    try await place.fill("rubric", "key,weight,minimum,maximum,name_en\nimpact,100,0,10,Impact\n")
    try await place.fill("judge", "code,name\nJ-01,Jo\n")
    try #require(await place.run("judging", "open", "main").code == 0)
    try await place.fill("assignment", "judge,team\nJ-01,a\nJ-01,b\nJ-01,c\n")
    try await place.fill("score", "judge,team,criterion,score\nJ-01,a,impact,8\nJ-01,b,impact,7\nJ-01,c,impact,9\n")
  }

  private func ranked(_ place: Workplace) async throws -> String? {
    try await place.ask(
      """
      SELECT string_agg(t.key, ' ' ORDER BY p.rank) FROM result_rank AS p JOIN team AS t USING (event_id, team_id)
      WHERE p.number = (SELECT max(number) FROM result)
      """)
  }

  @Test func `each point is checked, and only a team that meets all is ranked`() async throws {
    try await withPoints { place async throws in
      let check = try await place.run("eligibility", "check")
      #expect(check.code == 3)
      for line in [
        "a     terms    terms not stated", "c     in-time  no submission", "c     link     no link to the project",
        "c     size     0 of at least 1 members",
      ] {
        #expect(check.output.contains(line), "\(line) in\n\(check.output)")
      }
      #expect(try await place.run("eligibility", "find", "a", "terms", "--reason", "All signed.").code == 0)
      #expect(
        try await place.run("eligibility", "find", "b", "terms", "--unmet", "--reason", "Bob did not sign.").code == 0)
      try await judge(place)
      let closed = try await place.run("judging", "close")
      #expect(closed.errors.contains(#"The team "b" will not be ranked: terms not met."#))
      try #require(await place.run("result", "freeze").code == 0)
      try #require(await place.run("result", "compute", "--method", "raw").code == 0)
      #expect(try await ranked(place) == "a")
      #expect(
        try await place.run("announcement", "check").output.contains(#"the team "b" is not ranked: terms not met"#))
      #expect(try await place.run("team", "allow", "b", "--reason", "He signed on paper.").code == 0)
      try #require(await place.run("result", "compute", "--method", "raw", "--reason", "b is allowed").code == 0)
      #expect(try await ranked(place) == "a b")
      try await place.expectUnaltered()
    }
  }

  @Test func `a team that stops being eligible cannot be approved`() async throws {
    try await withPoints { place async throws in
      for team in ["a", "b"] { _ = try await place.run("eligibility", "find", team, "terms", "--reason", "signed") }
      try await judge(place)
      try #require(await place.run("judging", "close").code == 0)
      try #require(await place.run("result", "freeze").code == 0)
      try #require(await place.run("result", "compute", "--method", "raw").code == 0)
      #expect(try await place.run("eligibility", "find", "a", "terms", "--unmet", "--reason", "A forgery.").code == 0)
      let token = try await ResultTests.token("bea", place)
      #expect(try await place.program.start(["result", "approve"] + token).end().code == 1)
      let check = try await place.run("announcement", "check").output
      #expect(
        check.contains(/FAIL +the team "a" has a rank and is not eligible: terms not met/), "\(check)")
      await #expect(throws: PostgresError.self) {
        try await place.database.session {
          try $0.run(
            script: """
              INSERT INTO result_step (event_id, number, kind, principal_id, token_id)
              SELECT event_id, 1, 'approved', principal_id, token_id FROM access_token
              """)
        }
      }
    }
  }

  @Test func `points are declared before the first score, and findings are kept`() async throws {
    try await withPoints { place async throws in
      #expect(
        try await place.run("eligibility", "add", "more", "--kind", "submitted").errors.hasPrefix(
          #"Error: A point of the kind "submitted" is declared already."#))
      #expect(try await place.run("eligibility", "add", "terms", "--text-en", "x").code == 1)
      #expect(try await place.run("eligibility", "add", "vague").code == 64)
      #expect(try await place.run("eligibility", "find", "a", "trems", "--reason", "x").code == 5)
      #expect(try await place.run("eligibility", "find", "a", "size", "--reason", "x").code == 1)
      #expect(try await place.run("eligibility", "check", "aa").code == 5)
      let long = String(repeating: "é", count: 501)
      for words in [["eligibility", "find", "a", "terms"], ["team", "allow", "a"]] {
        #expect(
          try await place.program.start(words + ["--reason", long]).end()
            == .saying(65, "Error: The reason has 501 characters, but 500 are the most.", "Shorten it."))
      }
      #expect(try await place.run("eligibility", "find", "a", "terms", "--reason", "signed").code == 0)
      #expect(
        try await place.run("eligibility", "remove", "terms").errors.hasPrefix(
          "Error: Somebody found whether teams meet"))
      #expect(try await place.run("eligibility", "remove", "link").code == 0)
      try await judge(place)
      for words in [["add", "late", "--text-en", "x"], ["remove", "size"]] {
        let refused = try await place.program.start(["eligibility"] + words).end()
        #expect(refused.errors.hasPrefix("Error: A score was saved, so what makes a team eligible stays."))
      }
      for change in ["UPDATE eligibility_finding SET is_met = false", "DELETE FROM eligibility_finding"] {
        await #expect(throws: PostgresError.self) { try await place.database.session { try $0.run(script: change) } }
      }
    }
  }
}
