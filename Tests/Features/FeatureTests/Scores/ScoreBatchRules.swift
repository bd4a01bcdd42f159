import Audit
import Backend
import CanonicalJSON
import Postgres
import Scores
import TestBackend
import TestDatabase
import Testing
import UseCases
import Vocabulary

/// Scores from files, all of them or none.
@Suite struct ScoreBatchRules {
  @Test func theSameFileTwiceChangesNothing() async throws {
    try await TestEvent.with { event in
      try await event.openJudging(teams: 3, judges: 3)
      #expect(try await event.importScores(allOf: 3, 3).outcomes == [.created: 9])
      let sheets = try await event.sheets()
      #expect(sheets.first == "J-1 t1 ready 1: data 7000, impact 5000")
      let entries = try await event.value("SELECT count(*) FROM audit_entry", as: Int.self)
      #expect(try await event.importScores(allOf: 3, 3).outcomes == [.unchanged: 9])
      #expect(try await event.sheets() == sheets)
      #expect(try await event.value("SELECT count(*) FROM sheet_revision", as: Int.self) == 9)
      #expect(try await event.value("SELECT count(*) FROM audit_entry", as: Int.self) == entries)
    }
  }

  @Test func whatAFileDoesNotSpeakOfStays() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging()
      let backend = event.backend
      try await event.change { id, unit in
        let sheet = Sheet(
          judge: "J-1", team: "t1", points: ["data": Points(thousandths: 6500)], status: .draft, comment: "Look again.",
          feedback: "Well done.")
        _ = try backend.scores.save(sheet, by: form, of: id, in: unit)
      }
      #expect(
        try await event.importScores(["J-1,t1,impact,8", "J-1,t2,impact,\"2,5\""]).outcomes == [
          .updated: 1, .created: 1,
        ])
      #expect(
        try await event.sheets() == ["J-1 t1 ready 2: data 6500, impact 8000", "J-1 t2 draft 1: impact 2500"])
      #expect(
        try await event.value("SELECT comment || feedback FROM sheet WHERE revision = 2") == "Look again.Well done.")
      #expect(try await event.sheetsUnlikeTheirRevision() == 0)
    }
  }

  @Test func rowsInAnyOrderMakeTheSameSheets() async throws {
    let rows = (1...3).flatMap { judge in
      (1...4).flatMap { team in ["J-\(judge),t\(team),impact,\(team)", "J-\(judge),t\(team),data,\(judge)"] }
    }
    let inOrder = try await TestEvent.with { event in
      try await event.openJudging(teams: 4, judges: 3)
      try await event.importScores(rows)
      return try await event.sheets()
    }
    try await TestEvent.with { event in
      try await event.openJudging(teams: 4, judges: 3)
      // By criterion, and from the last team to the first.
      try await event.importScores(rows.reversed().sorted { $0.contains("impact") && !$1.contains("impact") })
      #expect(try await event.sheets() == inOrder)
    }
  }

  @Test func aSheetThatCannotBeTakenKeepsTheWholeFileOut() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging(teams: 5)
      try await event.save("J-2", "t1", impact: 1000, data: 1000, by: form)
      let backend = event.backend
      try await event.change { id, unit in
        _ = try backend.scores.recuse("J-1", "t2", reason: "knows them", by: form, of: id, in: unit)
      }
      try await event.declare("J-1", "t3")
      try await event.database.session {
        try $0.run(
          script: "DELETE FROM assignment USING team AS t WHERE assignment.team_id = t.team_id AND t.key = 't4'")
      }
      let before = try await event.sheets()
      let faults = try await event.faults(
        of: ["J-1,t1,impact,1", "J-1,t2,impact,1", "J-1,t3,impact,1", "J-1,t4,impact,1", "J-1,t5,impact,1"])
      #expect(
        faults == [
          "3: J-1 does not score team \"t2\", so no score was taken. An organiser can undo that: "
            + "score reopen J-1 t2 --reason WHY",
          "4: J-1 has a conflict of interest with team \"t3\", so the score was not taken.",
          "5: J-1 is not assigned to team \"t4\". Assign the judge first: assignment set J-1 t4",
        ])
      #expect(try await event.sheets() == before)
    }
  }

  @Test func wordsThatAreAlmostRightAreSuggested() async throws {
    try await TestEvent.with { event in
      try await event.openJudging()
      #expect(
        try await event.faults(of: ["J-3,t1,impact,1", "J-1,tt1,impact,1", "J-1,t1,impcat,1", "J-1,t1,impact,1.0005"])
          == [
            "2: There is no judge \"J-3\". Did you mean \"J-1\"?", "3: There is no team \"tt1\". Did you mean \"t1\"?",
            "4: The rubric has no criterion \"impcat\". Its criteria are: impact, data.",
            "5: \"1.0005\" is no number of points, such as 6 or 6.5, with at most three decimals.",
          ])
    }
  }

  @Test func everySheetOfAFileStandsInTheLogWithItsOldAndNewPoints() async throws {
    try await TestEvent.with { event in
      try await event.openJudging()
      try await event.importScores(["J-1,t1,impact,8", "J-1,t1,data,6.5", "J-1,t2,impact,1"])
      try await event.importScores(["J-1,t1,impact,9"])
      let (backend, id) = (event.backend, event.id)
      let entries = try await event.database.read { try backend.audit.entries(of: id, newest: 2, in: $0) }
      #expect(
        entries.map { "\($0.action) \($0.noun) \($0.key)" } == ["updated sheet 1 records", "created sheet 2 records"])
      #expect(
        entries.map { $0.changes.map { "\($0.field): \($0.old.canonical) \($0.new.canonical)" } } == [
          [
            #"J-1 t1: {"data":"6.5","impact":"8","status":"ready"} {"data":"6.5","impact":"9","status":"ready"}"#
          ],
          [
            #"J-1 t1: null {"data":"6.5","impact":"8","status":"ready"}"#,
            #"J-1 t2: null {"impact":"1","status":"draft"}"#,
          ],
        ])
      #expect(try await event.sheetsUnlikeTheirRevision() == 0)
    }
  }

  @Test func aJudgeDoesNotImportForOthers() async throws {
    try await TestEvent.with { event in
      try await event.openJudging()
      let asJudge = TestEvent(backend: try await event.admitted(by: event.comeIn("J-1")), id: event.id)
      await #expect(throws: ScoreError.batchByJudge) { try await asJudge.importScores(["J-2,t1,impact,1"]) }
      #expect(try await event.sheets() == [])
    }
  }

  /// A file and a judge change the same sheets at once: one comes after the other, and every save is kept.
  @Test func aFileAndJudgesAtOnceLoseNothing() async throws {
    try await TestEvent.with(connections: 6) { event in
      let form = try await event.openJudging(teams: 6, judges: 5)
      let (saved, strange) = (Counter(), Counter())
      await withTaskGroup { group in
        for judge in 1...5 {
          group.addTask {
            for team in 1...6 {
              do {
                try await event.save("J-\(judge)", "t\(team)", impact: 1000, data: 2000, by: form)
                saved.increment()
              } catch {
                strange.increment()
              }
            }
          }
        }
        group.addTask {
          for _ in 1...20 {
            do {
              let report = try await event.importScores(allOf: 5, 6)
              let written = (report.outcomes[.created] ?? 0) + (report.outcomes[.updated] ?? 0)
              for _ in 0..<written { saved.increment() }
              return
            } catch ScoreError.overtaken {
              continue
            } catch {
              strange.increment()
            }
          }
        }
      }
      #expect(strange.count == 0)
      #expect(try await event.value("SELECT count(*) FROM sheet", as: Int.self) == 30)
      #expect(try await event.value("SELECT count(*) FROM sheet_revision", as: Int.self) == saved.count)
      #expect(try await event.sheetsUnlikeTheirRevision() == 0)
    }
  }
}
