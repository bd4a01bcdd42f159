import Foundation
import Postgres
import Testing

/// Projects that compete in several tracks and for prizes that they opted for.
@Suite struct OptedTrackTests {
  private func withWishes(_ body: (Workplace) async throws -> Void) async throws {
    try await Workplace.withJudging { place async throws in
      try await place.fill("track", "key,name_en\nhealth,Health\n")
      try await place.fill("team", "key,name,track\naurora,Aurora,health\nboreal,Boréal,\ncomet,Comet,\n")
      try await place.fill(
        "submission",
        "team,title,opted_for\naurora,One,\nboreal,Two,\"Best UX\nHealth\"\ncomet,Three,best ux\n")
      try await body(place)
    }
  }

  @Test func `what a team opted for is shown, and makes it a team of that track`() async throws {
    try await withWishes { place async throws in
      #expect(try await place.run("submission", "show", "boreal").output.contains("Best UX, Health"))
      #expect(try await place.run("submission", "list").output.contains("Best UX, Health"))
      let added = try await place.run("round", "add", "ux", "--opted", "best ux", "--rubric", "main")
      #expect(added.code == 0, "\(added)")
      #expect(try await place.ask("SELECT name ->> 'en' FROM track WHERE key = 'best-ux'") == "Best UX")
      func teams(of round: String) async throws -> String? {
        try await place.ask(
          "SELECT string_agg(t.key, ' ' ORDER BY t.key) FROM round_team t JOIN round r USING (event_id, round_id) WHERE r.key = \(round)"
        )
      }
      #expect(try await teams(of: "ux") == "boreal comet")
      #expect(try await place.run("round", "add", "health", "--track", "health", "--rubric", "main").code == 0)
      #expect(try await teams(of: "health") == "aurora boreal")
      #expect(try await place.run("assignment", "set", "J-01", "comet", "--round", "ux").code == 0)
      #expect(try await place.run("assignment", "set", "J-01", "aurora", "--round", "ux").code != 0)
      try await place.expectUnaltered()
    }
  }

  @Test func `a name that nobody opted for is refused with what they opted for`() async throws {
    try await withWishes { place async throws in
      let wrong = try await place.run("round", "add", "ux", "--opted", "Best UI", "--rubric", "main")
      #expect(wrong.code == 5, "\(wrong)")
      #expect(wrong.errors.contains(#"No submission opted for "Best UI", and no track has this name."#))
      #expect(wrong.errors.contains("Best UX"))
      #expect(try await place.ask("SELECT count(*)::text FROM track") == "1")
      #expect(try await place.run("round", "add", "ux", "--opted", "x", "--track", "health").code == 64)
    }
  }

  @Test func `a prize for the best of those who opted for it goes to one of them`() async throws {
    try await withWishes { place async throws in
      let added = try await place.run(
        "prize", "add", "ux", "--kind", "goods", "--opted", "Best UX", "--label-en", "a pen")
      #expect(added.code == 0, "\(added)")
      try await place.fill("result", "team,rank\naurora,1\nboreal,3\ncomet,2\n")
      #expect(try await place.run("prize", "award").code == 0)
      #expect(
        try await place.ask("SELECT t.key FROM prize_award AS a JOIN team AS t USING (event_id, team_id)") == "comet")
    }
  }

  @Test func `a list with bars is cut, and a map tells that the rows are submissions`() async throws {
    try await withWishes { place async throws in
      let map = try place.writing("column,field\nprojectName,team\ndemo,video_url\ntracks,opted_for\n", to: "map.csv")
      let file = try place.writing(
        "projectName,demo,tracks\nComet,https://v.example,Best Projects | Avalanche Track | Health\n", to: "dora.csv")
      let taken = try await place.run("import", file, "--map", map)
      #expect(taken.code == 0, "\(taken)")
      #expect(
        try await place.run("submission", "show", "comet").output.contains("Best Projects, Avalanche Track, Health"))
      #expect(try await place.run("round", "add", "av", "--opted", "avalanche track", "--rubric", "main").code == 0)
    }
  }
}
