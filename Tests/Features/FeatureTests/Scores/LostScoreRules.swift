import Backend
import CanonicalJSON
import Judging
import Postgres
import RankingEngine
import RankingReports
import Results
import Scores
import TestBackend
import TestDatabase
import Testing
import UseCases
import Vocabulary

/// I6, and what others saw happen to their scores: each test says what must not.
@Suite struct LostScoreRules {
  private func recuse(_ judge: String, _ team: String, by form: ScoringForm, _ event: TestEvent) async throws {
    let backend = event.backend
    try await event.change { id, unit in
      _ = try backend.scores.recuse(judge, team, reason: "the wrong judge", by: form, of: id, in: unit)
    }
  }

  private func history(_ judge: String, _ team: String, by form: ScoringForm, _ event: TestEvent) async throws
    -> [String]
  {
    let (backend, id) = (event.backend, event.id)
    return try await event.database.read { snapshot in
      try backend.scores.history(of: judge, team, in: form.round, id, in: snapshot).map {
        "\($0.revision) \($0.status.rawValue) \($0.points["impact"]?.description ?? "none") by \($0.by)"
      }
    }
  }

  /// anishathalye/gavel#22: people mis-click, and nobody can undo it.
  @Test func anAccidentalScoreDoesNotStayForGood() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging()
      try await event.save("J-1", "t1", impact: 1000, data: 1000, by: form)
      try await event.save("J-1", "t1", impact: 9000, data: 1000, by: form)
      #expect(try await event.sheets() == ["J-1 t1 ready 2: data 1000, impact 9000"])
      #expect(try await history("J-1", "t1", by: form, event) == ["1 ready 1 by ada", "2 ready 9 by ada"])
    }
  }

  /// jpschewe/fll-sw#85: a score under the wrong judge counted until somebody wrote SQL.
  @Test func aScoreOfTheWrongJudgeDoesNotGoOnCounting() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging()
      try await event.save("J-1", "t1", impact: 1000, data: 1000, by: form)
      try await recuse("J-1", "t1", by: form, event)
      #expect(try await event.sheets() == ["J-1 t1 recused 2: "])
      #expect(try await ranked(form, event) == [])
      #expect(try await history("J-1", "t1", by: form, event) == ["1 ready 1 by ada", "2 recused none by ada"])
    }
  }

  /// hackjunction/JunctionApp#891: reviewers lived in one document, and each wrote over the others.
  @Test func judgesOfOneTeamDoNotOverwriteEachOther() async throws {
    try await TestEvent.with(connections: 8) { event in
      let form = try await event.openJudging(teams: 1, judges: 8)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for judge in 1...8 {
          group.addTask {
            for points in 1...5 {
              try await event.save(
                "J-\(judge)", "t1", impact: Int64(1000 * points), data: Int64(judge * 1000), by: form)
            }
          }
        }
        try await group.waitForAll()
      }
      #expect(try await event.sheets() == (1...8).map { "J-\($0) t1 ready 5: data \($0)000, impact 5000" })
      #expect(try await event.value("SELECT count(*) FROM sheet_revision", as: Int.self) == 40)
    }
  }

  /// jpschewe/fll-sw#239: a refreshed page sent the same score again, and both collided.
  @Test func theSameScoreSentTwiceAtOnceNeitherFailsNorCountsTwice() async throws {
    try await TestEvent.with(connections: 8) { event in
      let form = try await event.openJudging(teams: 10)
      for team in 1...10 {
        let outcomes = try await withThrowingTaskGroup(of: Outcome.self) { group in
          for _ in 1...8 {
            group.addTask { try await event.save("J-1", "t\(team)", impact: 5000, data: 5000, madeFrom: 0, by: form) }
          }
          return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.filter { $0 == .created }.count == 1)
        #expect(outcomes.filter { $0 == .unchanged }.count == 7)
      }
      #expect(try await event.value("SELECT count(*) FROM sheet_revision", as: Int.self) == 10)
    }
  }

  /// Two who begin one sheet at once with different scores: the second is told, and nobody's save vanishes.
  @Test func theSecondWhoBeginsASheetIsNotPassedOver() async throws {
    try await TestEvent.with(connections: 8) { event in
      let form = try await event.openJudging(teams: 10)
      for team in 1...10 {
        let (created, told) = (Counter(), Counter())
        await withTaskGroup { group in
          for points: Int64 in 1...8 {
            group.addTask {
              do {
                try await event.save("J-1", "t\(team)", impact: points, data: 0, madeFrom: 0, by: form)
                created.increment()
              } catch ScoreError.changedMeanwhile(judge: "J-1", team: "t\(team)", revision: 1) {
                told.increment()
              } catch {
                Issue.record("\(error)")
              }
            }
          }
        }
        #expect((created.count, told.count) == (1, 7))
      }
      #expect(try await event.value("SELECT count(*) FROM sheet_revision", as: Int.self) == 10)
      #expect(try await event.sheetsUnlikeTheirRevision() == 0)
    }
  }

  /// Without a revision the last save stands, and every one before it is in the history.
  @Test func noneOfManySavesAtOnceIsMissingFromTheHistory() async throws {
    try await TestEvent.with(connections: 10) { event in
      let form = try await event.openJudging()
      try await withThrowingTaskGroup(of: Void.self) { group in
        for points: Int64 in 1...10 {
          group.addTask { try await event.save("J-1", "t1", impact: points * 1000, data: 0, by: form) }
        }
        try await group.waitForAll()
      }
      let history = try await history("J-1", "t1", by: form, event)
      #expect(history.count == 10)
      #expect(Set(history.map { $0.split(separator: " ")[2] }) == Set((1...10).map { "\($0)" }))
      #expect(try await event.sheetsUnlikeTheirRevision() == 0)
    }
  }

  /// carlfugate/hackwise#64, LMMS/lmms.io#160: half-filled sheets moved the ranking, missing scores as zeros.
  @Test func aSheetThatIsNotWholeIsNotRanked() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging()
      try await event.importScores(["J-1,t1,impact,10", "J-2,t1,impact,3", "J-2,t1,data,4"])
      #expect(try await ranked(form, event) == ["J-2 t1"])
    }
  }

  /// TabbycatDebate/tabbycat#1705: somebody wrote a second confirmed ballot by SQL, found late.
  @Test func aJudgeDoesNotGetASecondSheetForATeamNotEvenBySQL() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging()
      try await event.save("J-1", "t1", impact: 1000, data: 1000, by: form)
      let refusal = await #expect(throws: PostgresError.self) {
        try await event.database.session { session in
          try session.run(
            script: """
              INSERT INTO sheet (event_id, round_id, judge_id, team_id, rubric_id, status, revision)
              SELECT event_id, round_id, judge_id, team_id, rubric_id, 'ready', 2 FROM sheet
              """)
        }
      }
      #expect(refusal?.constraint == "sheet_pkey")
    }
  }

  /// anishathalye/gavel#20: judges went on while the results were out.
  @Test func aFileIsNotTakenOnceTheRoundIsClosed() async throws {
    try await TestEvent.with { event in
      _ = try await event.openJudging()
      try await ClosingRaces.close(event)
      await #expect(throws: ScoreError.roundNotOpen) { try await event.importScores(["J-1,t1,impact,1"]) }
      #expect(try await event.sheets() == [])
    }
  }

  /// TabbycatDebate/tabbycat#1918: the range changed in the event, and ballots could not be saved any more.
  @Test func aScaleDoesNotMoveUnderAFileOfScores() async throws {
    try await TestEvent.with { event in
      _ = try await event.openJudging()
      try await event.importScores(["J-1,t1,impact,10"])
      let refusal = await #expect(throws: PostgresError.self) {
        try await event.database.session { try $0.run(script: "UPDATE criterion SET maximum = 5000") }
      }
      #expect(refusal?.constraint == "rubric_locked_by_scores")
      #expect(try await event.importScores(["J-2,t1,impact,10"]).outcomes == [.created: 1])
    }
  }

  /// The sheets that a ranking of the round counts, as "judge team".
  private func ranked(_ form: ScoringForm, _ event: TestEvent) async throws -> [String] {
    let backend = event.backend
    do {
      let result = try await event.change { id, unit in
        try backend.results.compute(form.round, RankingRequest(method: .raw), of: id, in: unit).result
      }
      return try (JSON(parsing: result.snapshot)["sheets"]?.elements ?? []).map {
        "\($0["judge"]?.text ?? "") \($0["team"]?.text ?? "")"
      }
    } catch ResultError.noReadySheets {
      return []
    }
  }
}
