import Backend
import CanonicalJSON
import Digests
import Judging
import Postgres
import RankingEngine
import RankingReports
import Results
import TestBackend
import Testing
import Vocabulary

/// I7: never a total that cannot be recomputed, never a result that changed.
@Suite struct ResultRules {
  func compute(_ event: TestEvent) async throws -> (result: RankingResult, outcome: Outcome) {
    let backend = event.backend
    return try await event.change { id, unit in
      try backend.results.compute(
        try backend.judging.round(nil, of: id, in: unit).id, RankingRequest(method: .raw, draws: 200), of: id, in: unit)
    }
  }

  @Test func onlyReadySheetsAreRanked() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging(teams: 3)
      try await event.save("J-1", "t1", impact: 6000, data: 6000, by: form)
      try await event.save("J-1", "t2", impact: 9000, data: 1000, by: form)
      try await event.save("J-2", "t2", impact: 9000, data: 8000, by: form)
      try await event.database.session {
        try $0.run(script: "UPDATE sheet SET status = 'draft' WHERE judge_id = (SELECT max(judge_id) FROM judge)")
      }
      let result = try await compute(event).result
      #expect(
        result.standings.map { [$0.team, String($0.rank), $0.score ?? ""] } == [
          ["t1", "1", "6.00"], ["t2", "2", "5.80"],
        ])
      #expect(result.unranked.map(\.name) == ["Team 3"])
    }
  }

  @Test func theSnapshotAloneRecomputesTheRanking() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging(teams: 4, judges: 3)
      var generator = SystemRandomNumberGenerator()
      for judge in 1...3 {
        for team in 1...4 {
          let (impact, data) = (
            Int64.random(in: 0...10_000, using: &generator), Int64.random(in: 0...10_000, using: &generator)
          )
          try await event.save("J-\(judge)", "t\(team)", impact: impact, data: data, by: form)
        }
      }
      let result = try await compute(event).result
      #expect(SHA256Digest(of: result.snapshot).description == result.sha256)
      let facts = try JSON(parsing: result.snapshot)
      let criteria = try #require(facts["rubric"]?["criteria"]?.elements)
      let weights = criteria.compactMap { $0["weight"]?.text.flatMap { Points($0)?.thousandths } }
      let teams = ["t1", "t2", "t3", "t4"]
      var ratings: [Rating] = []
      for (judge, sheet) in try #require(facts["sheets"]?.elements).enumerated() {
        let team = try #require(teams.firstIndex(of: sheet["team"]?.text ?? ""))
        for (criterion, facts) in criteria.enumerated() {
          let points = sheet["points"]?[facts["key"]?.text ?? ""]?.text.flatMap { Points($0)?.thousandths }
          ratings.append(Rating(judge: judge, team: team, criterion: criterion, points: try #require(points)))
        }
      }
      let book = try ScoreBook(teamCount: 4, judgeCount: 12, weights: weights, decimals: 3, ratings: ratings)
      let scores = RawMean.exactScores(of: book)
      let again = result.standings.map { scores[teams.firstIndex(of: $0.team) ?? -1] }
      #expect(
        again.map { $0.map { "\($0.numerator)/\($0.denominator)" } }
          == facts["ranking"]?.elements?.map { $0["exact"]?.text })
    }
  }

  @Test func theSameSheetsMakeNoSecondResult() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging()
      try await event.save("J-1", "t1", impact: 6000, data: 6000, by: form)
      #expect(try await compute(event).outcome == .created)
      let again = try await compute(event)
      #expect(again.outcome == .unchanged)
      #expect(again.result.number == 1)
      try await event.save("J-1", "t1", impact: 7000, data: 6000, by: form)
      let changed = try await compute(event)
      #expect(changed.outcome == .created)
      #expect(changed.result.number == 2)
      #expect(try await event.value("SELECT count(*) FROM result", as: Int.self) == 2)
    }
  }

  @Test(arguments: [
    "UPDATE result SET method = 'x'", "DELETE FROM result", "TRUNCATE result CASCADE",
    "UPDATE result_rank SET rank = 1",
    "DELETE FROM result_rank",
  ])
  func aResultIsNeverChanged(_ statement: String) async throws {
    try await TestEvent.with { event in
      let error = await #expect(throws: PostgresError.self) {
        try await event.database.session { try $0.run(script: statement) }
      }
      #expect(error?.sqlState == "DJ001")
    }
  }

  @Test func aResultWithAnotherHashIsRefusedBehindTheProgramsBackToo() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging()
      try await event.save("J-1", "t1", impact: 6000, data: 6000, by: form)
      _ = try await compute(event)
      let error = await #expect(throws: PostgresError.self) {
        try await event.meddle("UPDATE result SET snapshot = replace(snapshot, '6000', '9000') || ' '")
      }
      #expect(error?.constraint == "result_hash_of_snapshot")
    }
  }

  @Test func nothingIsRankedWithoutAReadySheet() async throws {
    try await TestEvent.with { event in
      try await event.openJudging()
      let error = await #expect(throws: ResultError.self) { try await compute(event) }
      #expect(error == .noReadySheets(round: "main"))
    }
  }

  @Test func statedPlacesFollowEachOther() async throws {
    try await TestEvent.with { event in
      try await event.openJudging(teams: 3)
      let backend = event.backend
      func state(_ ranks: (team: String, rank: Int)...) async throws -> [String] {
        try await event.change { id, unit in
          try backend.results.state(ranks, of: id, in: unit).result.standings.map { "\($0.rank) \($0.team)" }
        }
      }
      #expect(try await state(("t3", 1), ("t1", 1), ("t2", 3)) == ["1 t1", "1 t3", "3 t2"])
      #expect(
        await #expect(throws: ResultError.self) { try await state(("t1", 1), ("t2", 3)) }
          == .ranksDoNotFollow(found: 3, expected: 2))
      #expect(
        await #expect(throws: ResultError.self) { try await state(("t1", 2)) }
          == .ranksDoNotFollow(found: 2, expected: 1))
      #expect(await #expect(throws: ResultError.self) { try await state(("t1", 1), ("t1", 2)) } == .teamTwice("t1"))
      #expect(
        await #expect(throws: ResultError.self) { try await state(("t9", 1)) } == .unknownTeam("t9", nearest: "t1"))
    }
  }

  @Test func noPersonStandsInAResult() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging()
      try await event.save("J-1", "t1", impact: 6000, data: 6000, by: form)
      let snapshot = try await compute(event).result.snapshot
      #expect(!snapshot.contains("Judge 1") && snapshot.contains("J-1"))
    }
  }
}
