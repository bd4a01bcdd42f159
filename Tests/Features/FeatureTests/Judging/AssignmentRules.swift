import Backend
import Judging
import Postgres
import Scores
import TestBackend
import Testing
import Vocabulary

/// What a plan of who scores whom keeps to.
@Suite struct AssignmentRules {
  @Test func loadsAreEvenTheSeedSettlesTheDrawAndNothingIsAssignedUnasked() async throws {
    try await TestEvent.with { event in
      try await event.openEmptyRound(teams: 12, judges: 6)
      let plan = try await event.plan()
      #expect(plan.entries.count == 36)
      #expect((1...12).allSatisfy { Set(plan.judges(of: "t\($0)")).count == 3 })
      #expect(plan.loads == 6...6)
      #expect(plan.problems == [])
      #expect(try #require(plan.linkage) > 0.9)
      #expect(try await event.plan() == plan)
      #expect(try await event.plan(seed: 2).pairs != plan.pairs)
      #expect(try await event.assignments() == [])
      try await event.applyPlan()
      #expect(try await event.assignments() == plan.pairs)
      let entries = try await event.value(
        "SELECT count(*) FROM audit_entry WHERE details LIKE '%planned%'", as: Int.self)
      #expect(entries == 2)
      let again = try await event.applyPlan()
      #expect(again.pairs { $0 != .stands } == [] && again.dropped == [])
      #expect(
        try await event.value("SELECT count(*) FROM audit_entry WHERE details LIKE '%planned%'", as: Int.self) == 2)
    }
  }

  @Test func aJudgeScoresNoTeamWhoseLanguageTheyDoNotRead() async throws {
    try await TestEvent.with { event in
      try await event.openEmptyRound(teams: 3, judges: 3)
      try await event.meddle(
        """
        UPDATE judge SET languages = 'en' WHERE code = 'J-1'; UPDATE judge SET languages = 'es fr' WHERE code = 'J-2';
        INSERT INTO submission (event_id, team_id, title, summary)
          SELECT event_id, team_id, '{"en": "Map"}', '{"fr": "Une carte"}' FROM team WHERE key = 't1';
        INSERT INTO participant (event_id, key, display_name, languages)
          SELECT event_id, 'p1', 'P', 'es' FROM team WHERE key = 't2';
        INSERT INTO team_member (event_id, participant_id, team_id)
          SELECT t.event_id, p.participant_id, t.team_id FROM team AS t, participant AS p WHERE t.key = 't2'
        """)
      let plan = try await event.plan()
      #expect(plan.judges(of: "t1") == ["J-2", "J-3"])
      #expect(plan.judges(of: "t2") == ["J-2", "J-3"])
      #expect(plan.judges(of: "t3") == ["J-1", "J-2", "J-3"])
      #expect(
        plan.problems.prefix(2) == [
          #"The team "t1" has 2 of 3 judges: J-1 does not read fr."#,
          #"The team "t2" has 2 of 3 judges: J-1 does not read es."#,
        ])
      #expect(
        plan.findings.first?.nextStep(in: plan.round, perTeam: 3)?.description
          == "judge add CODE --name NAME --languages fr")
      #expect(try await event.setAssignment("J-1", "t1") == ["fr"])
      #expect(
        try await event.checkAssignments().findings.contains(
          .language(Assignment(judge: "J-1", team: "t1"), ["fr"])))
    }
  }

  @Test func whatWasHandedInTellsTheLanguageNotTheDraft() async throws {
    try await TestEvent.with { event in
      try await event.openEmptyRound(teams: 1, judges: 1)
      try await event.draft("t1", "Map")
      try await event.meddle("UPDATE judge SET languages = 'en'; UPDATE round SET state = 'planned'")
      try await event.submit("t1")
      try await event.meddle("UPDATE submission SET title = '{\"fr\": \"Carte\"}'")
      #expect(try await event.plan(1).judges(of: "t1") == ["J-1"])
    }
  }

  @Test func whoHasBegunASheetKeepsItAndTheRestIsDrawnAnew() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging(teams: 6, judges: 6)
      try await event.save("J-1", "t1", impact: 1000, data: 0, by: form)
      try await event.save("J-2", "t1", impact: 1000, data: 0, by: form)
      try await event.save("J-1", "t4", impact: 1000, data: 0, by: form)
      let plan = try await event.applyPlan(2)
      #expect(plan.pairs { $0 == .sheet } == ["J-1 t1", "J-1 t4", "J-2 t1"])
      #expect(plan.entries.count == 12)
      #expect(plan.loads == 2...2)
      #expect(plan.dropped.count == 24)
      #expect(try await event.assignments() == plan.pairs)
    }
  }

  @Test func moreSheetsThanAskedForStayAll() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging(teams: 2, judges: 3)
      for judge in ["J-1", "J-2", "J-3"] { try await event.save(judge, "t1", impact: 1000, data: 0, by: form) }
      let plan = try await event.applyPlan(1)
      #expect(plan.judges(of: "t1") == ["J-1", "J-2", "J-3"])
      #expect(plan.judges(of: "t2").count == 1)
    }
  }

  @Test func keepLeavesWhatStandsAndAddsWhatIsMissing() async throws {
    try await TestEvent.with { event in
      try await event.openEmptyRound(teams: 4, judges: 4)
      for team in ["t1", "t2", "t3", "t4"] { try await event.setAssignment("J-4", team) }
      let kept = try await event.plan(2, keepsAll: true)
      #expect(kept.pairs { $0 == .stands } == ["J-4 t1", "J-4 t2", "J-4 t3", "J-4 t4"])
      #expect(kept.dropped == [] && kept.entries.count == 8)
      #expect(
        kept.problems == [
          "Loads reach from 1 to 4: kept assignments and conflicts leave no evener ones."
        ])
      #expect(try await event.plan(2).loads == 2...2)
    }
  }

  @Test func expertiseIsFollowedAsFarAsJudgesStayLinked() async throws {
    try await TestEvent.with { event in
      try await event.openEmptyRound(teams: 12, judges: 6)
      try await event.meddle(
        """
        INSERT INTO track (event_id, key, name) SELECT event_id, k, jsonb_build_object('fr', k)
          FROM event, unnest('{public-health,climate}'::text[]) AS k;
        UPDATE team AS t SET track_id = k.track_id FROM track AS k
          WHERE k.key = CASE WHEN t.team_id % 2 = 0 THEN 'public-health' ELSE 'climate' END;
        UPDATE judge SET expertise = CASE WHEN code < 'J-4' THEN '{Health}' ELSE '{Clímate}' END::text[]
        """)
      let plan = try await event.applyPlan()
      #expect(plan.problems == [])
      #expect(plan.loads == 6...6)
      let fitting = try await event.value(
        """
        SELECT count(*) FROM assignment JOIN judge AS j USING (event_id, judge_id) JOIN team USING (event_id, team_id)
        JOIN track AS k USING (event_id, track_id) WHERE (j.code < 'J-4') = (k.key = 'public-health')
        """, as: Int.self)
      // Of 36, 18 would fit by chance, and with all of them nobody of one track could be compared with the other.
      #expect(try #require(fitting) >= 27)
      #expect(try #require(fitting) < 36)
      #expect(plan.findings.contains { if case .besideExpertise = $0 { true } else { false } })
    }
  }

  @Test func whatCannotBeMetIsSaidWithWhy() async throws {
    try await TestEvent.with { event in
      try await event.openEmptyRound(teams: 2, judges: 1)
      #expect(try await event.plan(1).problems == [])
      #expect(try await event.plan(3).problems == ["The round has 1 judge, but 3 a team were asked for."])
      try await event.declare("J-1", "t2")
      let plan = try await event.plan(1)
      #expect(plan.problems == [#"The team "t2" has 0 of 1 judge: J-1 has a conflict (declared)."#])
      #expect(plan.pairs == ["J-1 t1"])
      for unusable in [0, -1, 1001] {
        await #expect(throws: AssignmentError.unusableCount(unusable, what: "--per-team", limit: 1000)) {
          try await event.plan(unusable)
        }
      }
    }
    for (teams, judges, finding) in [(2, 0, AssignmentFinding.noJudge), (0, 2, .noTeam), (0, 0, .noTeam)] {
      try await TestEvent.with { event in
        try await event.openEmptyRound(teams: teams, judges: judges)
        let plan = try await event.applyPlan()
        #expect(plan.findings == [finding])
        #expect(plan.entries == [])
      }
    }
  }

  @Test(arguments: ["closed", "frozen"]) func aRoundThatIsOverKeepsItsAssignments(state: String) async throws {
    try await TestEvent.with { event in
      try await event.openJudging()
      try await event.meddle("UPDATE round SET state = '\(state)'")
      let refusal = AssignmentError.notTaking(round: "main", state == "closed" ? .closed : .frozen)
      await #expect(throws: refusal) { try await event.applyPlan() }
      await #expect(throws: refusal) { try await event.setAssignment("J-1", "t1") }
      await #expect(throws: refusal) { try await event.removeAssignment("J-1", "t1") }
    }
  }
}
