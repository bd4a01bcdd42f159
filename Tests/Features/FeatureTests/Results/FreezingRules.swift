import Backend
import Judging
import Postgres
import Results
import Scores
import TestBackend
import Testing
import Vocabulary

/// Nothing of a frozen round changes, whoever tries and by whatever way.
@Suite struct FreezingRules {
  func freezing(_ event: TestEvent) async throws -> RoundError? {
    await #expect(throws: RoundError.self) { try await event.freeze() }
  }

  @Test func onlyAClosedRoundIsFrozenAndTwiceIsOnce() async throws {
    try await TestEvent.with { event in
      try await event.judged([8000, 6000])
      #expect(try await freezing(event) == .notYetClosed("main", .open))
      try await event.close()
      #expect(try await event.freeze() == .updated)
      #expect(try await event.freeze() == .unchanged)
      #expect(try await event.value("SELECT count(*) FROM audit_checkpoint", as: Int.self) == 1)
    }
  }

  @Test func whatIsInTheWayIsNamedAndPassedForAReason() async throws {
    try await TestEvent.with { event in
      let form = try await event.judged([8000, 6000])
      try await event.close()
      try await event.arrange("UPDATE sheet SET status = 'draft' WHERE judge_id = (SELECT min(judge_id) FROM judge)")
      try await event.arrange("UPDATE round SET minimum_sheets = 2")
      try await event.declare("J-2", "t1")
      #expect(
        try await freezing(event)
          == .notFreezable(
            round: "main",
            by: [
              .thinTeam("t1", sheets: 0, assigned: 2, minimum: 2), .thinTeam("t2", sheets: 1, assigned: 2, minimum: 2),
              .openConflict(judge: "J-2", team: "t1", kinds: "declared", isScored: true),
              .draft(judge: "J-1", team: "t1"), .draft(judge: "J-1", team: "t2"),
            ]))
      #expect(try await event.value("SELECT state FROM round", as: String.self) == "closed")
      #expect(try await event.freeze(despite: "J-1 fell ill") == .updated)
      let late = await #expect(throws: ScoreError.self) {
        try await event.save("J-1", "t1", impact: 1000, data: 1000, madeFrom: 1, by: form)
      }
      #expect(late == .roundNotOpen)
    }
  }

  @Test(arguments: [
    "UPDATE round SET minimum_sheets = 3", "UPDATE round SET state = 'closed'", "UPDATE round SET state = 'planned'",
    "UPDATE round SET method = 'raw'", "UPDATE score SET points = 0", "DELETE FROM score",
    "DELETE FROM assignment WHERE team_id = (SELECT max(team_id) FROM team)",
    "UPDATE assignment SET team_id = team_id",
    "INSERT INTO round_judge SELECT event_id, round_id, judge_id FROM round JOIN judge USING (event_id)",
    "INSERT INTO round_entrant SELECT event_id, round_id, team_id FROM round JOIN team USING (event_id)",
  ])
  func theSchemaRefusesItBehindTheProgramsBackToo(_ statement: String) async throws {
    try await TestEvent.with { event in
      try await event.frozen([8000, 6000])
      let error = await #expect(throws: PostgresError.self) {
        try await event.database.session { try $0.run(script: statement) }
      }
      #expect(error?.constraint == "frozen_round_stays")
    }
  }

  @Test func itIsReopenedUnlessAResultOfItWasApproved() async throws {
    try await TestEvent.with { event in
      try await event.frozen([8000, 6000])
      try await event.reopen()
      #expect(try await event.value("SELECT state FROM round", as: String.self) == "open")
      try await event.close()
      try await event.freeze()
      try await event.compute()
      try await event.approve(1, as: "bea")
      let error = await #expect(throws: RoundError.self) { try await event.reopen() }
      #expect(error == .approvedResult(round: "main"))
      try await event.retract(1)
      try await event.reopen()
      #expect(try await event.value("SELECT state FROM round", as: String.self) == "open")
    }
  }

  @Test func aJudgeWhoNeverSentASheetIsKeptWithIt() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging(teams: 2, judges: 3)
      for judge in 1...2 {
        for team in 1...2 { try await event.save("J-\(judge)", "t\(team)", impact: 5000, data: 5000, by: form) }
      }
      try await event.close()
      try await event.freeze()
      let backend = event.backend
      let error = await #expect(throws: JudgingError.self) {
        try await event.change { _ = try backend.judging.remove("J-3", of: $0, in: $1) }
      }
      #expect(error == .ofFrozenRound("J-3"))
    }
  }

  @Test func nobodyIsAssignedInIt() async throws {
    try await TestEvent.with { event in
      try await event.frozen([8000, 6000])
      try await event.add(judge: "J-9")
      let backend = event.backend
      let error = await #expect(throws: RoundError.self) {
        try await event.change { id, unit in
          _ = try backend.judging.assign(
            Assignment(judge: "J-9", team: "t1"), in: backend.judging.round(nil, of: id, in: unit).id, of: id, in: unit)
        }
      }
      #expect(error == .assignmentsFrozen)
    }
  }
}
