import Backend
import Judging
import Postgres
import Rubrics
import Scores
import TestBackend
import TestDatabase
import Testing
import Vocabulary

/// I3 to I6: no score after closing, none without assignment or in conflict, no rubric that changes, none overwritten.
@Suite struct ScoreRules {
  func close(_ event: TestEvent) async throws {
    let backend = event.backend
    try await event.change { id, unit in
      _ = try backend.judging.close(
        try backend.judging.round(nil, of: id, in: unit), despite: "time is up", of: id, in: unit)
    }
  }

  @Test func aSheetIsSavedOnceAndThenUnchanged() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging()
      #expect(try await event.save("J-1", "t1", impact: 8000, data: 6500, by: form) == .created)
      #expect(try await event.save("J-1", "t1", impact: 8000, data: 6500, by: form) == .unchanged)
      #expect(try await event.save("J-1", "t1", impact: 8000, data: 7000, by: form) == .updated)
      #expect(try await event.value("SELECT count(*) FROM sheet_revision", as: Int.self) == 2)
    }
  }

  @Test func everyEarlierValueIsKept() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging()
      for points: Int64 in [1000, 2000, 3000] {
        try await event.save("J-1", "t1", impact: points, data: 0, by: form)
      }
      let kept = try await event.value(
        "SELECT string_agg(points ->> 'impact', ' ' ORDER BY revision) FROM sheet_revision", as: String.self)
      #expect(kept == "1000 2000 3000")
      let error = await #expect(throws: PostgresError.self) {
        try await event.database.session { try $0.run(script: "UPDATE sheet_revision SET points = '{}'") }
      }
      #expect(error?.sqlState == "DJ001")
    }
  }

  @Test func theSecondOfTwoEditorsIsTold() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging()
      try await event.save("J-1", "t1", impact: 1000, data: 0, madeFrom: 0, by: form)
      try await event.save("J-1", "t1", impact: 2000, data: 0, madeFrom: 1, by: form)
      let error = await #expect(throws: ScoreError.self) {
        try await event.save("J-1", "t1", impact: 3000, data: 0, madeFrom: 1, by: form)
      }
      #expect(error == .changedMeanwhile(judge: "J-1", team: "t1", revision: 2))
      #expect(try await event.value("SELECT points FROM score WHERE points > 0", as: Int.self) == 2000)
    }
  }

  @Test func manyEditorsOfOneSheetLoseNothing() async throws {
    try await TestEvent.with(connections: 10) { event in
      let form = try await event.openJudging()
      try await event.save("J-1", "t1", impact: 0, data: 0, by: form)
      let saved = Counter()
      await withTaskGroup { group in
        for points in 1...10 {
          group.addTask {
            do {
              try await event.save("J-1", "t1", impact: Int64(points) * 1000, data: 0, madeFrom: 1, by: form)
              saved.increment()
            } catch let error as ScoreError {
              #expect(error == .changedMeanwhile(judge: "J-1", team: "t1", revision: 2))
            } catch {
              Issue.record("\(error)")
            }
          }
        }
      }
      #expect(saved.count == 1)
      #expect(try await event.value("SELECT revision FROM sheet", as: Int.self) == 2)
    }
  }

  @Test func aScoreAfterClosingIsRefused() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging()
      try await close(event)
      let error = await #expect(throws: ScoreError.self) {
        try await event.save("J-1", "t1", impact: 0, data: 0, by: form)
      }
      #expect(error == .roundNotOpen)
      #expect(error?.explanation.message == "The round is not open, so no score was taken.")
    }
  }

  /// Judges score while the organiser closes: what was accepted is there, and nothing came in afterwards.
  @Test func closingRacesWithSavingAndNothingIsLostOrLate() async throws {
    for _ in 1...5 {
      try await TestEvent.with(connections: 13) { event in
        let form = try await event.openJudging(teams: 8, judges: 6)
        let accepted = Counter()
        await withTaskGroup { group in
          for judge in 1...6 {
            group.addTask {
              for team in 1...8 {
                do {
                  try await event.save("J-\(judge)", "t\(team)", impact: 5000, data: 5000, by: form)
                  accepted.increment()
                } catch let error as ScoreError {
                  #expect(error == .roundNotOpen)
                } catch {
                  Issue.record("\(error)")
                }
              }
            }
          }
          group.addTask {
            while accepted.count < 10 { try? await Task.sleep(for: .milliseconds(1)) }
            do {
              try await close(event)
            } catch {
              Issue.record("\(error)")
            }
          }
        }
        let late = try await event.value(
          """
          SELECT count(*) FROM sheet_revision WHERE recorded_at > (
            SELECT max(recorded_at) FROM audit_entry WHERE details LIKE '%"action":"closed"%')
          """, as: Int.self)
        #expect(late == 0)
        #expect(try await event.value("SELECT count(*) FROM sheet", as: Int.self) == accepted.count)
        #expect(accepted.count >= 10)
      }
    }
  }

  @Test func onlyAnAssignedJudgeScores() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging()
      try await event.database.session {
        try $0.run(script: "DELETE FROM assignment WHERE team_id = (SELECT min(team_id) FROM team)")
      }
      let error = await #expect(throws: ScoreError.self) {
        try await event.save("J-1", "t1", impact: 0, data: 0, by: form)
      }
      #expect(error == .notAssigned(judge: "J-1", team: "t1"))
    }
  }

  @Test func aConflictFoundAfterAssignmentStopsTheScore() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging()
      try await event.database.session { session in
        try session.run(
          script: """
            INSERT INTO judge_conflict (event_id, judge_id, team_id, reason)
            SELECT j.event_id, judge_id, team_id, 'mentored it' FROM judge AS j JOIN team AS t USING (event_id)
            WHERE j.code = 'J-1' AND t.key = 't1'
            """)
      }
      let error = await #expect(throws: ScoreError.self) {
        try await event.save("J-1", "t1", impact: 0, data: 0, by: form)
      }
      #expect(error == .conflict(judge: "J-1", team: "t1"))
      #expect(try await event.save("J-1", "t2", impact: 0, data: 0, by: form) == .created)
    }
  }

  @Test func pointsOutsideTheScaleAreRefusedByTheServiceAndByTheSchema() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging()
      let error = await #expect(throws: ScoreError.self) {
        try await event.save("J-1", "t1", impact: 10_001, data: 0, by: form)
      }
      #expect(error?.explanation.message == "\"impact\" takes 0 to 10 points, but 10.001 was given.")
      try await event.save("J-1", "t1", impact: 10_000, data: 0, by: form)
      let refusal = await #expect(throws: PostgresError.self) {
        try await event.database.session { try $0.run(script: "UPDATE score SET points = -1") }
      }
      #expect(refusal?.constraint == "score_within_scale")
    }
  }

  @Test func aReadySheetIsWhole() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging()
      let backend = event.backend
      func save(_ status: Sheet.Status) async throws -> Outcome {
        let sheet = Sheet(judge: "J-1", team: "t1", points: ["impact": Points(thousandths: 1)], status: status)
        return try await event.change { try backend.scores.save(sheet, by: form, of: $0, in: $1) }
      }
      let error = await #expect(throws: ScoreError.self) { try await save(.ready) }
      #expect(error == .incomplete(judge: "J-1", team: "t1", missing: ["data"]))
      #expect(try await save(.draft) == .created)
    }
  }

  @Test func aRubricWithAScoreNeverChanges() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging()
      try await event.save("J-1", "t1", impact: 0, data: 0, by: form)
      for script in [
        "UPDATE criterion SET weight = weight + 1", "DELETE FROM criterion WHERE key = 'data'",
        """
        INSERT INTO criterion (event_id, rubric_id, key, position, name, weight, minimum, maximum)
        SELECT event_id, rubric_id, 'new', 9, '{"en": "New"}', 1, 0, 1 FROM rubric
        """,
      ] {
        let error = await #expect(throws: PostgresError.self) {
          try await event.database.session { try $0.run(script: script) }
        }
        #expect(error?.constraint == "rubric_locked_by_scores")
      }
    }
  }

  @Test func aRoundWithAScoreKeepsItsRubricVersion() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging()
      try await event.save("J-1", "t1", impact: 0, data: 0, by: form)
      let backend = event.backend
      let error = await #expect(throws: JudgingError.self) {
        try await event.change { id, unit in
          var rubric = try backend.rubrics.newest("main", of: id, in: unit).rubric
          rubric.criteria.removeLast()
          #expect(try backend.rubrics.set(rubric, of: id, in: unit) == .updated)
          let newest = try backend.rubrics.newest("main", of: id, in: unit)
          #expect(newest.version == 2)
          _ = try backend.judging.open(try Slug("main"), with: newest.id, of: id, in: unit)
        }
      }
      #expect(error == .rubricInUse(round: "main"))
    }
  }
}
