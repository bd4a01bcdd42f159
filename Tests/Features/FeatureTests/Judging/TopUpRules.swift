import Backend
import Judging
import Postgres
import Results
import Scores
import TestBackend
import Testing
import UseCases
import Vocabulary

/// What holds assignments together, and where further sheets go.
@Suite struct TopUpRules {
  private func topUp(_ event: TestEvent, _ batch: Int?, _ chances: [String: Double]) async throws -> TopUp {
    let backend = event.backend
    return try await event.change { id, unit in
      let round = try backend.judging.round("main", of: id, in: unit)
      return try backend.judging.applyTopUp(batch, in: round, of: id, unit) { chances }
    }
  }

  @Test func aCheckNamesPartsCutsAndThinTeams() async throws {
    try await TestEvent.with { event in
      let form = try await event.openEmptyRound(teams: 4, judges: 4)
      for (judge, team) in [("J-1", "t1"), ("J-2", "t1"), ("J-1", "t2"), ("J-2", "t2"), ("J-3", "t3"), ("J-3", "t4")] {
        try await event.setAssignment(judge, team)
      }
      let check = try await event.checkAssignments()
      #expect(check.findings == [.parts([["J-1", "J-2"], ["J-3"]]), .idleJudge("J-4")])
      #expect(check.loads == 0...2 && !check.isSound)
      try await event.setAssignment("J-2", "t3")
      #expect(
        try await event.checkAssignments().findings.filter { if case .weakLink = $0 { false } else { true } } == [
          .cutJudge("J-2"), .cutJudge("J-3"), .cutTeam("t3"), .idleJudge("J-4"),
        ])
      let backend = event.backend
      try await event.change { id, unit in
        _ = try backend.judging.set("main", with: nil, of: id, in: unit) { $0.minimumSheets = 2 }
      }
      try await event.recuse("J-1", "t1", by: form)
      let thin = try await event.checkAssignments()
      #expect(
        thin.findings.prefix(2) == [
          .shortTeam("t1", has: 1, wanted: 2, barriers: [.init(judge: "J-1", barrier: .recused)], free: 2),
          .shortTeam("t4", has: 1, wanted: 2, barriers: [], free: 3),
        ])
      #expect(
        thin.findings.first?.nextStep(in: thin.round, perTeam: 2)?.description
          == "assignment plan --per-team 2 --keep --round main")
    }
  }

  @Test func sheetsGoWhereMostIsOpenAndNotWhereAConflictIs() async throws {
    try await TestEvent.with { event in
      try await event.openEmptyRound(teams: 3, judges: 4)
      for team in ["t1", "t2", "t3"] { try await event.setAssignment("J-1", team) }
      try await event.declare("J-2", "t1")
      let given = try await topUp(event, 3, ["t1": 0.5, "t2": 0.05, "t3": 0.01])
      // t1 is worth 0.25, then 0.125, then 0.083; t2 0.0475.
      #expect(try await event.assignments() == ["J-1 t1", "J-1 t2", "J-1 t3", "J-3 t1", "J-4 t1", "J-2 t2"].sorted())
      #expect(given.sheets.map { "\($0.judge) \($0.count)" } == ["J-2 1", "J-3 1", "J-4 1"])
      #expect(given.unplaced == 0)
    }
  }

  @Test func aBatchIsPlacedThoughTheScoresSettleEverything() async throws {
    try await TestEvent.with { event in
      try await event.openEmptyRound(teams: 2, judges: 3)
      for team in ["t1", "t2"] { try await event.setAssignment("J-1", team) }
      let given = try await topUp(event, nil, ["t1": 1, "t2": 0])
      #expect(given.sheets.reduce(0) { $0 + $1.count } == 3 && given.unplaced == 0)
      // One place is left in all; teams without a chance that is known get none.
      #expect(try await topUp(event, 3, ["t1": 1, "t2": 0]).unplaced == 2)
      #expect(try await event.assignments().count == 6)
      await #expect(throws: AssignmentError.unusableCount(0, what: "--batch", limit: 10_000)) {
        try await topUp(event, 0, [:])
      }
    }
  }

  @Test func theSheetsThemselvesSayWhereAndNothingIsKeptOfThat() async throws {
    try await TestEvent.with { event in
      let form = try await event.openEmptyRound(teams: 6, judges: 6)
      let backend = event.backend
      @Sendable func apply(_ batch: Int) async throws -> TopUp {
        try await event.change { id, unit in
          try backend.topUps.apply(batch, in: backend.judging.round("main", of: id, in: unit), of: id, unit)
        }
      }
      try await event.applyPlan(3)
      await #expect(throws: ResultError.noReadySheets(round: "main")) { try await apply(4) }
      let pairs = try await event.assignments().map { $0.split(separator: " ").map(String.init) }
      try await event.save(pairs[0][0], pairs[0][1], impact: 5000, data: 5000, by: form)
      await #expect(throws: ResultError.noChances(round: "main")) { try await apply(4) }
      // Two teams are far ahead and close to each other.
      for (index, pair) in pairs.enumerated() {
        let ahead = pair[1] == "t1" || pair[1] == "t2"
        let points = Int64((ahead ? 9000 : 2000) + 500 * (index % 3))
        try await event.save(pair[0], pair[1], impact: points, data: points, by: form)
      }
      let preview = try await event.database.read { snapshot in
        try backend.topUps.propose(
          4, in: backend.judging.round("main", of: event.id, in: snapshot), of: event.id, snapshot)
      }
      #expect(try await event.assignments().count == 18)
      #expect(try await apply(4) == preview)
      let added = Set(try await event.assignments()).subtracting(pairs.map { $0.joined(separator: " ") })
      #expect(added.count == 4)
      #expect(added.allSatisfy { $0.hasSuffix(" t1") || $0.hasSuffix(" t2") })
      #expect(try await event.value("SELECT count(*) FROM result", as: Int.self) == 0)
    }
  }

  @Test func conflictsStayWhatTheyWereWhenTeamsBecomeOne() async throws {
    try await TestEvent.with { event in
      try await event.openEmptyRound(teams: 2, judges: 3)
      let backend = event.backend
      try await event.meddle(
        """
        INSERT INTO judge_conflict (event_id, judge_id, team_id, kind, reason, is_pinned)
          SELECT j.event_id, judge_id, team_id, k, 'found', false FROM judge AS j, team AS t, unnest('{mentored,domain}'::text[]) AS k
          WHERE (j.code, t.key, k) IN (('J-1', 't1', 'mentored'), ('J-2', 't1', 'domain'), ('J-2', 't2', 'domain'))
        """)
      for name in ["bob", "eve"] {
        let token = try await event.token(name)
        let admitted = try await event.admitted(by: token)
        let holder = try admitted.authenticated()
        try await admitted.change { id, unit in
          _ = try backend.judging.overrideConflict("J-1", "t1", by: holder, because: "x", of: id, in: unit)
          _ = try backend.judging.overrideConflict("J-2", "t2", by: holder, because: "x", of: id, in: unit)
          if name == "bob" {
            _ = try backend.judging.overrideConflict("J-2", "t1", by: holder, because: "x", of: id, in: unit)
          }
        }
      }
      #expect(try await event.conflicts() == ["J-1 t1 mentored off", "J-2 t1 domain", "J-2 t2 domain off"])
      try await event.merge("t1", into: "t2")
      #expect(try await event.conflicts() == ["J-1 t2 mentored off", "J-2 t2 domain"])
      #expect(
        try await event.value("SELECT count(*) FROM judge_conflict WHERE is_pinned", as: Int.self) == 0)
      // Only the organiser who overrode both is left.
      #expect(
        try await event.value(
          """
          SELECT string_agg(p.name, ' ') FROM conflict_override JOIN principal AS p USING (event_id, principal_id)
          WHERE kind = 'domain'
          """, as: String.self) == "bob")
    }
  }

  @Test func aPinAndItsReasonOutliveAMerge() async throws {
    try await TestEvent.with { event in
      try await event.openEmptyRound(teams: 2, judges: 1)
      try await event.meddle(
        """
        INSERT INTO judge_conflict (event_id, judge_id, team_id, kind, reason, is_pinned)
          SELECT j.event_id, judge_id, team_id, 'domain', t.key, t.key = 't1' FROM judge AS j, team AS t
        """)
      try await event.merge("t1", into: "t2")
      #expect(
        try await event.value(
          "SELECT string_agg(concat_ws(' ', kind, reason, is_pinned), '; ') FROM judge_conflict", as: String.self)
          == "domain t1 t")
    }
  }
}
