import Backend
import Judging
import Postgres
import RankingEngine
import RankingReports
import RankingSpreadsheets
import Results
import Scores
import TestBackend
import Testing
import Vocabulary

/// A round in the database is ranked as a spreadsheet is, and kept with all that made it.
@Suite struct RankingRules {
  func compute(_ event: TestEvent, _ request: RankingRequest) async throws -> RankingResult {
    let backend = event.backend
    return try await event.change { id, unit in
      try backend.results.compute(
        try backend.judging.round(nil, of: id, in: unit).id, request, of: id, in: unit
      ).result
    }
  }

  /// Points of judge and team that are not the same for any two.
  func fill(_ event: TestEvent, teams: Int, judges: Int, by form: ScoringForm) async throws -> String {
    var rows = "judge,team,criterion,score\n"
    for judge in 1...judges {
      for team in 1...teams {
        let impact = Int64((team * 7 + judge * 3 + team * judge) % 10)
        let data = Int64((team * 5 + judge * 2) % 9)
        try await event.save("J-\(judge)", "t\(team)", impact: impact * 1000, data: data * 1000, by: form)
        rows += "J-\(judge),t\(team),impact,\(impact)\nJ-\(judge),t\(team),data,\(data)\n"
      }
    }
    return rows
  }

  @Test func theMethodThatFitsIsTakenAndNamed() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging(teams: 5, judges: 3)
      _ = try await fill(event, teams: 5, judges: 3, by: form)
      let result = try await compute(event, RankingRequest(draws: 500))
      #expect(result.method == .computed(.reliability))
      #expect(result.standings.map(\.rank).sorted() == [1, 2, 3, 4, 5])
      #expect(result.standings.allSatisfy { $0.pFirst != nil && $0.standardError != nil })
      #expect(try await event.value("SELECT method FROM result", as: String.self) == "reliability")
      #expect(try await event.value("SELECT count(*) FROM result_rank", as: Int.self) == 5)
    }
  }

  @Test func theSameScoresInASpreadsheetHaveTheSameDigestAndTheSameRanking() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging(teams: 5, judges: 3)
      let scores = try await fill(event, teams: 5, judges: 3, by: form)
      let result = try await compute(event, RankingRequest(draws: 300, across: false))
      let files = try await RankingFiles(
        scores: .init(name: "scores.csv", bytes: Array(scores.utf8)),
        weights: .init(name: "weights.csv", bytes: Array("criterion,weight\ndata,0.4\nimpact,0.6\n".utf8)))
      let names = RankingNames(teams: files.teams, judges: files.judges, criteria: files.criteria)
      let report = try RankingRequest(draws: 300).report(of: files.book, names)
      #expect(report.inputDigest == result.inputDigest)
      #expect(report.ranking.standings.map { names.teams[$0.team] } == result.standings.map(\.team))
      #expect(report.sentences == result.statements)
    }
  }

  @Test func groupsThatNoJudgeLinksAreRefusedUnlessToldOtherwise() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging(teams: 4, judges: 4)
      for (judge, team) in [(1, 1), (1, 2), (2, 1), (2, 2), (3, 3), (3, 4), (4, 3), (4, 4)] {
        try await event.save(
          "J-\(judge)", "t\(team)", impact: Int64(judge + team) * 1000, data: Int64(team) * 1000, by: form)
      }
      let error = await #expect(throws: ResultError.self) { try await compute(event, RankingRequest(draws: 100)) }
      #expect(error == .separateParts(2, round: "main"))
      let result = try await compute(event, RankingRequest(draws: 100, across: true))
      #expect(Set(result.standings.map(\.rank)).count == 4)
      #expect(result.standings.allSatisfy { $0.pFirst == nil })
      #expect(result.warnings.contains { $0.contains("equally severe") })
    }
  }

  @Test func aKeptResultIsRankedOnceMoreByAnyMethodFromItsSnapshotAlone() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging(teams: 5, judges: 3)
      _ = try await fill(event, teams: 5, judges: 3, by: form)
      let result = try await compute(event, RankingRequest(method: .reml, draws: 300))
      // What happens to the sheets afterwards is of no account.
      try await event.save("J-1", "t1", impact: 10_000, data: 10_000, by: form)
      let service = event.backend.results
      let again = try service.report(of: result, by: RankingRequest(method: .reml, draws: 300))
      #expect(again.ranking.standings.map { again.names.teams[$0.team] } == result.standings.map(\.team))
      #expect(again.ranking.standings.map(again.scoreText) == result.standings.map(\.score))
      #expect(again.inputDigest == result.inputDigest)
      for method in RankingMethod.allCases {
        #expect(try service.report(of: result, by: RankingRequest(method: method, draws: 0)).ranking.method == method)
      }
    }
  }

  @Test func whatWasKeptIsWhatTheRankingFound() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging(teams: 5, judges: 3)
      _ = try await fill(event, teams: 5, judges: 3, by: form)
      for method in [.reliability, .reml, .raw] as [RankingMethod] {
        let request = RankingRequest(method: method, draws: 100)
        let result = try await compute(event, request)
        let (kept, again) = try (KeptFigures(result), event.backend.results.report(of: result, by: request))
        #expect(kept.names.teams == again.names.teams && kept.book.totals == again.book.totals)
        let severities = again.ranking.judges.map { ($0.severity, kept.severities[again.names.judges[$0.judge]]) }
        #expect(severities.count == 3 && severities.allSatisfy { $0.0 == $0.1 })
        let unrelated = again.ranking.ordinal?.unrelatedSheets
        #expect(kept.book.teams.indices.allSatisfy { kept.isFlagged($0) == (unrelated?[$0] ?? 0 > Ranking.flagged) })
      }
      // Without draws a plain method says nothing of judges.
      #expect(try await KeptFigures(compute(event, RankingRequest(method: .raw, draws: 0))).severities.isEmpty)
    }
  }

  @Test func aMethodThatCannotRankTheSheetsIsRefusedInWords() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging(teams: 2, judges: 2)
      try await event.save("J-1", "t1", impact: 5000, data: 5000, by: form)
      let error = await #expect(throws: ResultError.self) { try await compute(event, RankingRequest(method: .borda)) }
      #expect(error == .notRankable(.unmetPrecondition(.twoTeams), method: .borda))
      #expect(
        error?.explanation.message == "The ready sheets cannot be ranked by \"borda\": only one team has a sheet.")
    }
  }

  @Test func placesThatWereOnlyStatedCannotBeExplained() async throws {
    try await TestEvent.with { event in
      try await event.openJudging(teams: 2)
      let backend = event.backend
      let result = try await event.change { id, unit in
        try backend.results.state([("t1", 1), ("t2", 2)], of: id, in: unit).result
      }
      #expect(throws: ResultError.onlyStated) { try backend.results.report(of: result, by: RankingRequest()) }
    }
  }
}
