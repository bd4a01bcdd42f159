import Backend
import Judging
import Postgres
import Scores
import Teams
import TestBackend
import Testing
import Vocabulary

/// What changes between a plan and its being applied, and two who act at once.
@Suite struct StalePlanRules {
  @Test func conflictsCountAsSoonAsTheFactsSaySo() async throws {
    try await TestEvent.with { event in
      try await event.openEmptyRound(teams: 3, judges: 3)
      try await event.meddle(
        """
        UPDATE team SET affiliation = 'Harbour', affiliation_folded = 'harbour' WHERE key = 't1';
        UPDATE judge SET affiliation = 'HARBOUR', affiliation_folded = 'harbour' WHERE code = 'J-1'
        """)
      #expect(try await event.conflicts() == [])
      #expect(try await event.plan(2).judges(of: "t1") == ["J-2", "J-3"])
      try await event.applyPlan(2)
      #expect(try await event.conflicts() == ["J-1 t1 organisation"])
      // What is true no longer and was said by nobody keeps nobody away.
      try await event.meddle("UPDATE judge SET affiliation = NULL, affiliation_folded = NULL")
      #expect(try await event.plan(3).judges(of: "t1") == ["J-1", "J-2", "J-3"])
    }
  }

  @Test func aConflictFoundAfterAPlanIsKeptToWhenItIsApplied() async throws {
    try await TestEvent.with { event in
      try await event.openEmptyRound(teams: 6, judges: 4)
      let seen = try await event.plan(2)
      let judge = try #require(seen.judges(of: "t1").first)
      try await event.declare(judge, "t1")
      let applied = try await event.applyPlan(2)
      #expect(!applied.judges(of: "t1").contains(judge))
      #expect(applied.judges(of: "t1").count == 2)
      #expect(try await event.assignments() == applied.pairs)
    }
  }

  @Test func aConflictFoundAfterThePlanWasAppliedIsNamedAndMendedByTheNext() async throws {
    try await TestEvent.with { event in
      let form = try await event.openEmptyRound(teams: 4, judges: 4)
      let plan = try await event.applyPlan(2)
      let judges = plan.judges(of: "t1")
      try await event.save(judges[0], "t1", impact: 1000, data: 0, by: form)
      for judge in judges { try await event.declare(judge, "t1") }
      let check = try await event.checkAssignments()
      #expect(!check.isSound)
      for (judge, hasSheet) in zip(judges, [true, false]) {
        #expect(
          check.findings.contains(
            .conflict(Assignment(judge: judge, team: "t1"), kinds: ["declared"], hasSheet: hasSheet)))
      }
      let mended = try await event.applyPlan(2)
      #expect(Set(mended.judges(of: "t1")).isDisjoint(with: judges))
      #expect(mended.judges(of: "t1").count == 2)
      #expect(mended.dropped.contains(Assignment(judge: judges[1], team: "t1")))
      #expect(mended.conflicts == 1)
      // The sheet stays until its judge recuses, which the conflict does not hinder.
      #expect(try await event.assignments().contains("\(judges[0]) t1"))
      try await event.recuse(judges[0], "t1", by: form)
      #expect(try await event.plan(2).conflicts == 0)
    }
  }

  @Test func aJudgeWhoRecusedIsReplacedAndNotDrawnAgain() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging(teams: 2, judges: 3)
      try await event.recuse("J-1", "t1", by: form)
      #expect(try await event.plan(2).judges(of: "t1") == ["J-2", "J-3"])
      #expect(try await event.plan(3).problems.first == #"The team "t1" has 2 of 3 judges: J-1 recused."#)
    }
  }

  @Test func whoLeftIsInNoPlan() async throws {
    try await TestEvent.with { event in
      try await event.openEmptyRound(teams: 4, judges: 4)
      try await event.applyPlan(2)
      let backend = event.backend
      try await event.change { _ = try backend.judging.remove("J-1", of: $0, in: $1) }
      try await event.put("t4", .withdrawn)
      let plan = try await event.applyPlan(2)
      #expect(plan.entries.count == 6)
      #expect(!plan.pairs.contains { $0.hasPrefix("J-1 ") || $0.hasSuffix(" t4") })
      #expect(try await event.assignments() == plan.pairs)
      #expect(plan.dropped.contains { $0.team == "t4" })
    }
  }

  @Test func twoWhoApplyAtOnceLeaveOnePlan() async throws {
    try await TestEvent.with(connections: 8) { event in
      let form = try await event.openEmptyRound(teams: 8, judges: 6)
      try await event.applyPlan(2, seed: 9)
      let first = try #require(try await event.assignments().first).split(separator: " ").map(String.init)
      let plans = try await withThrowingTaskGroup(of: AssignmentPlan?.self) { group in
        for seed in 1...4 { group.addTask { try await event.applyPlan(2, seed: UInt64(seed)) } }
        group.addTask {
          // The sheet comes first and is kept, or the plan does and the judge may have the team no more.
          do {
            try await event.save(first[0], first[1], impact: 1000, data: 0, by: form)
          } catch ScoreError.notAssigned {
            return nil
          }
          return nil
        }
        return try await group.reduce(into: []) { $0 += [$1].compactMap(\.self) }
      }
      let stand = try await event.assignments()
      #expect(plans.contains { $0.pairs == stand })
      #expect((1...8).allSatisfy { team in stand.count { $0.hasSuffix(" t\(team)") } == 2 })
    }
  }

  @Test func singleChangesKeepSheetsAndRules() async throws {
    try await TestEvent.with { event in
      let form = try await event.openEmptyRound(teams: 3, judges: 3)
      try await event.setAssignment("J-1", "t1")
      try await event.setAssignment("J-2", "t2")
      let backend = event.backend
      @Sendable func swap(_ one: (String, String), _ other: (String, String)) async throws {
        let pairs = [one, other].map { Assignment(judge: $0.0, team: $0.1) }
        try await event.change { id, unit in
          try backend.judging.swapAssignments(
            pairs[0], pairs[1], in: backend.judging.round("main", of: id, in: unit), of: id, unit)
        }
      }
      try await swap(("J-1", "t1"), ("J-2", "t2"))
      #expect(try await event.assignments() == ["J-1 t2", "J-2 t1"])
      try await event.declare("J-2", "t2")
      await #expect(throws: JudgingError.conflict(judge: "J-2", team: "t2")) {
        try await swap(("J-1", "t2"), ("J-2", "t1"))
      }
      await #expect(throws: AssignmentError.sameJudge("J-1")) { try await swap(("J-1", "t2"), ("J-1", "t1")) }
      await #expect(throws: AssignmentError.sameTeam("t2")) { try await swap(("J-1", "t2"), ("J-2", "t2")) }
      let missing = Assignment(judge: "J-3", team: "t3")
      await #expect(throws: AssignmentError.notAssigned(missing)) { try await swap(("J-1", "t2"), ("J-3", "t3")) }
      await #expect(throws: AssignmentError.notAssigned(missing)) { try await event.removeAssignment("J-3", "t3") }
      try await event.save("J-1", "t2", impact: 1000, data: 0, by: form)
      await #expect(throws: AssignmentError.hasSheet(Assignment(judge: "J-1", team: "t2"))) {
        try await event.removeAssignment("J-1", "t2")
      }
      #expect(try await event.assignments() == ["J-1 t2", "J-2 t1"])
      try await event.removeAssignment("J-2", "t1")
      #expect(try await event.assignments() == ["J-1 t2"])
    }
  }
}
