import Audit
import Backend
import CanonicalJSON
import Events
import Judging
import Postgres
import Results
import Rubrics
import Scores
import Teams
import TestBackend
import Testing
import UseCases
import Vocabulary

/// Rounds: whom they take, what keeps them open, and what a final is.
@Suite struct RoundRules {
  private func close(_ event: TestEvent, despite reason: String? = nil) async throws -> Outcome {
    let backend = event.backend
    return try await event.change { id, unit in
      try backend.judging.close(
        try backend.judging.round("main", of: id, in: unit), despite: reason, of: id, in: unit)
    }
  }

  @discardableResult
  private func set(
    _ round: String, in event: TestEvent, _ describe: @Sendable (inout Round.Settings) throws -> Void
  ) async throws -> Outcome {
    let backend = event.backend
    return try await event.change { try backend.judging.set(round, with: nil, of: $0, in: $1, describe) }
  }

  @Test func everythingThatIsInTheWayOfClosingIsNamed() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging()
      try await set("main", in: event) { settings in
        settings.minimumSheets = 2
        settings.asksConfirmation = true
      }
      _ = try await event.comeIn("J-1")
      for judge in ["J-1", "J-2"] { try await event.save(judge, "t1", impact: 1000, data: 0, by: form) }
      try await event.save("J-1", "t2", impact: 1000, data: 0, by: form)
      try await event.declare("J-2", "t2")
      let error = await #expect(throws: RoundError.self) { try await close(event) }
      let expected: [CoverageFinding] = [
        .thinTeam("t2", sheets: 1, assigned: 2, minimum: 2),
        .openConflict(judge: "J-2", team: "t2", kinds: "declared", isScored: false),
        .unconfirmed(judge: "J-1", team: "t1"), .unconfirmed(judge: "J-1", team: "t2"),
        .unconfirmed(judge: "J-2", team: "t1"),
      ]
      #expect(error == .blocked(round: "main", by: expected))
      #expect(try await close(event, despite: "time is up") == .updated)
      let backend = event.backend
      let entry = try await event.database.read { try backend.audit.entries(of: event.id, newest: 1, in: $0) }
      #expect(entry.first?.changes.last?.new == "time is up")
    }
  }

  @Test func aRoundThatLacksNothingClosesAndOpensAgainForAReasonOnly() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging(teams: 1, judges: 1)
      try await event.save("J-1", "t1", impact: 1000, data: 0, by: form)
      #expect(try await close(event) == .updated)
      #expect(try await close(event) == .unchanged)
      let backend = event.backend
      await #expect(throws: RoundError.ended("main", .closed)) {
        try await event.change { try backend.judging.open(try Slug("main"), with: form.rubric, of: $0, in: $1) }
      }
      let reopened = try await event.change { id, unit in
        try backend.judging.reopen(
          try backend.judging.round("main", of: id, in: unit), because: "a sheet came late", of: id, in: unit)
      }
      #expect(reopened == .updated)
      #expect(try await event.save("J-1", "t1", impact: 2000, data: 0, by: form) == .updated)
    }
  }

  @Test func aRoundTakesItsTrackAndItsPanel() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging(teams: 3, judges: 2)
      let backend = event.backend
      try await event.change { id, unit in
        try backend.teams.add(
          Track(key: try Slug("health"), name: LocalizedText([.english: "Health"])), of: id, in: unit)
        _ = try backend.teams.set(try Slug("t3"), of: id, in: unit) { $0.track = "health" }
        try backend.judging.add(try Slug("second"), with: form.rubric, of: id, in: unit) { settings in
          settings.entrants = .track("health")
          settings.panel = ["J-2"]
        }
      }
      func assign(_ judge: String, _ team: String) async throws -> Outcome {
        try await event.change { id, unit in
          let round = try backend.judging.round("second", of: id, in: unit)
          return try backend.judging.assign(Assignment(judge: judge, team: team), in: round.id, of: id, in: unit)
        }
      }
      #expect(try await assign("J-2", "t3") == .created)
      await #expect(throws: RoundError.noEntrant(team: "t1")) { try await assign("J-2", "t1") }
      await #expect(throws: RoundError.notOfPanel(judge: "J-1")) { try await assign("J-1", "t3") }
      await #expect(throws: RoundError.assignedOutside("J-2 t3")) {
        try await set("second", in: event) { $0.panel = ["J-1"] }
      }
      await #expect(throws: JudgingError.unknownJudge("J-7", nearest: "J-1")) {
        try await set("second", in: event) { $0.panel = ["J-7"] }
      }
    }
  }

  @Test func aFinalShowsEveryFinalistToEveryJudgeWithoutConflict() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging(teams: 4, judges: 3)
      for judge in 1...3 {
        for team in 1...4 {
          try await event.save("J-\(judge)", "t\(team)", impact: Int64(9 - team) * 1000, data: 5000, by: form)
        }
      }
      let backend = event.backend
      func makeFinal() async throws -> JudgingService.MadeFinal {
        try await event.change { id, unit in
          let stored = try backend.events.find(nil, in: unit)
          let main = try backend.judging.round("main", of: id, in: unit)
          return try backend.rounds.makeFinal(try Slug("final"), from: main, top: 2, in: stored, unit)
        }
      }
      await #expect(throws: RoundError.notClosed("main", .open)) { try await makeFinal() }
      #expect(try await close(event) == .updated)
      try await event.change { _ = try backend.results.compute(form.round, of: $0, in: $1) }
      try await event.declare("J-3", "t1")
      let made = try await makeFinal()
      #expect(made.teams == 2 && made.assigned == 5)
      #expect(made.keptApart == [Assignment(judge: "J-3", team: "t1")])
      #expect(made.round.settings.kind == .final && made.round.settings.method == "raw")
      let round = made.round.id
      let assigned = try await event.database.read { snapshot in
        try backend.judging.assignments(in: round, of: event.id, in: snapshot).map { "\($0.judge) \($0.team)" }
      }
      #expect(assigned == ["J-1 t1", "J-1 t2", "J-2 t1", "J-2 t2", "J-3 t2"])
      await #expect(throws: RoundError.noEntrant(team: "t3")) {
        try await event.change { id, unit in
          try backend.judging.assign(Assignment(judge: "J-1", team: "t3"), in: round, of: id, in: unit)
        }
      }
    }
  }

  /// The final is ranked by the plain means unless somebody says otherwise, and of the finalists alone.
  @Test func aFinalIsRankedByThePlainMeans() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging(teams: 3, judges: 2)
      for judge in 1...2 {
        for team in 1...3 {
          try await event.save("J-\(judge)", "t\(team)", impact: Int64(9 - team) * 1000, data: 5000, by: form)
        }
      }
      #expect(try await close(event) == .updated)
      let backend = event.backend
      let final = try await event.change { id, unit in
        _ = try backend.results.compute(form.round, of: id, in: unit)
        let stored = try backend.events.find(nil, in: unit)
        let main = try backend.judging.round("main", of: id, in: unit)
        let made = try backend.rounds.makeFinal(try Slug("final"), from: main, top: 2, in: stored, unit)
        _ = try backend.judging.open(try Slug("final"), with: form.rubric, of: id, in: unit)
        return try backend.scores.form(of: made.round.id, id, in: unit)
      }
      for judge in 1...2 {
        try await event.save("J-\(judge)", "t1", impact: 1000, data: 1000, by: final)
        try await event.save("J-\(judge)", "t2", impact: 9000, data: 9000, by: final)
      }
      let result = try await event.change { try backend.results.compute(final.round, of: $0, in: $1).result }
      #expect(result.method.name == "raw")
      #expect(result.standings.map(\.team) == ["t2", "t1"])
      #expect(result.unranked.map(\.name) == [])
    }
  }

  @Test func thePhaseFollowsTheRounds() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging(teams: 1, judges: 1)
      try await event.save("J-1", "t1", impact: 1000, data: 0, by: form)
      #expect(try await close(event) == .updated)
      try await event.meddle(
        """
        UPDATE event SET phase = 'running'; UPDATE round SET state = 'planned';
        INSERT INTO submission (event_id, team_id) SELECT event_id, team_id FROM team;
        INSERT INTO submission_version (event_id, submission_id, number, contents, received_at, submitted_by_role)
          SELECT event_id, submission_id, 1, '{}', clock_timestamp(), 'organiser' FROM submission
        """)
      let backend = event.backend
      func follow(_ step: @escaping @Sendable (Round, StoredEvent, UnitOfWork) throws -> RoundLifecycle.Change)
        async throws
        -> Phase?
      {
        try await event.change { id, unit in
          try step(
            try backend.judging.round("main", of: id, in: unit), try backend.events.find(nil, in: unit), unit
          ).phase
        }
      }
      let opened = try await follow { try backend.rounds.open($0.key, with: $0.rubric, in: $1, $2) }
      #expect(opened == .judging)
      let closed = try await follow { try backend.rounds.close($0, despite: nil, in: $1, $2) }
      #expect(closed == .review)
      let reopened = try await follow { try backend.rounds.reopen($0, because: "late", in: $1, $2) }
      #expect(reopened == .judging)
    }
  }
}
