import Access
import Backend
import CanonicalJSON
import Postgres
import Results
import Teams
import TestBackend
import Testing
import UseCases
import Vocabulary

/// I8: nothing is public that two organisers did not approve.
@Suite struct ResultVersionRules {
  func published(_ event: TestEvent) async throws -> Int? {
    try await event.value("SELECT number FROM published_result")
  }

  @Test func itTakesTwoOrganisersAndNeitherTwice() async throws {
    try await TestEvent.with { event in
      try await event.frozen([9000, 7000])
      try await event.compute()
      let bea = try await event.token("bea")
      #expect(try await event.approve(1, by: bea) == .updated)
      #expect(try await event.approve(1, by: bea) == .unchanged)
      #expect(try await event.version(1).state == .halfApproved)
      let alone = await #expect(throws: ResultVersionError.self) { try await event.announce(1) }
      #expect(alone == .notApproved(1, approvals: 1))
      #expect(try await event.approve(1, as: "cyd") == .updated)
      #expect(try await event.version(1).approvals.map(\.by) == ["bea", "cyd"])
      #expect(try await event.version(1).state == .approved)
      #expect(try await published(event) == nil)
    }
  }

  @Test func aNameAloneApprovesNothingNotEvenBehindTheProgramsBack() async throws {
    try await TestEvent.with { event in
      try await event.frozen([9000, 7000])
      try await event.compute()
      #expect(throws: AccessError.tokenNeeded) { try event.backend.authenticated() }
      let error = await #expect(throws: PostgresError.self) {
        try await event.database.session {
          try $0.run(
            script: """
              INSERT INTO result_step (event_id, number, kind, principal_id)
              SELECT event_id, 1, 'approved', principal_id FROM principal
              """)
        }
      }
      #expect(error?.constraint == "result_approved_with_token")
    }
  }

  @Test(arguments: ["UPDATE result_step SET number = 1", "DELETE FROM result_step", "TRUNCATE result_step"])
  func aStepIsNeverChanged(_ statement: String) async throws {
    try await TestEvent.with { event in
      let error = await #expect(throws: PostgresError.self) {
        try await event.database.session { try $0.run(script: statement) }
      }
      #expect(error?.sqlState == "DJ001")
    }
  }

  @Test func whatIsInTheWayOfApprovingIsNamed() async throws {
    try await TestEvent.with { event in
      let form = try await event.judged([9000, 9000, 7000])
      try await event.compute()
      #expect(try await event.blockers(1) == ["round-open", "round-not-frozen", "tie-open"])
      try await event.save("J-1", "t3", impact: 7500, data: 7000, madeFrom: 1, by: form)
      try await event.close()
      try await event.freeze()
      #expect(try await event.blockers(1) == ["tie-open", "stale"])
      try await event.compute()
      try await event.decide(.jury, "t1", "t2")
      #expect(try await event.blockers(2) == ["not-the-newest", "tie-open"])
      #expect(try await event.blockers(3) == [])
      try await event.put("t2", .disqualified, because: "Copied")
      #expect(try await event.blockers(3) == ["team-out"])
      let error = await #expect(throws: ResultVersionError.self) { try await event.approve(3, as: "bea") }
      #expect(error == .blocked(3, to: "approved", by: [.teamNotActive("t2", status: "disqualified")]))
      #expect(try await event.value("SELECT count(*) FROM result_step", as: Int.self) == 0)
    }
  }

  @Test func aResultThatDoesNotComeOutAgainIsNotApproved() async throws {
    try await TestEvent.with { event in
      try await event.frozen([9000, 7000])
      try await event.compute()
      try await event.arrange(
        """
        UPDATE result SET snapshot = replace(snapshot, '"score":"9.00"', '"score":"9.10"'),
          sha256 = sha256(convert_to(replace(snapshot, '"score":"9.00"', '"score":"9.10"'), 'UTF8'))
        """)
      let error = await #expect(throws: ResultVersionError.self) { try await event.approve(1, as: "bea") }
      #expect(error == .blocked(1, to: "approved", by: [.differs(1)]))
    }
  }

  @Test(arguments: [["t1"], ["t1", "t2"], ["t1", "t2", "t3"]])
  func whoIsDisqualifiedIsNotRankedAndTheNextMoveUp(_ out: [String]) async throws {
    try await TestEvent.with { event in
      try await event.frozen([9000, 8000, 7000, 6000, 5000])
      try await event.compute()
      for team in out { try await event.put(team, .disqualified, because: "Copied from somebody") }
      let result = try await event.compute()
      #expect(result.number == 2)
      let rest = ["t1", "t2", "t3", "t4", "t5"].filter { !out.contains($0) }
      #expect(try await event.ranks() == rest.enumerated().map { "\($0.offset + 1) \($0.element)" })
      #expect(result.unranked.map(\.team) == out)
      #expect(Set(result.unranked.map(\.reason)) == ["disqualified"])
      let facts = try JSON(parsing: result.snapshot)
      #expect(facts["excluded_sheets"]?.elements?.count == 2 * out.count)
      #expect(!result.snapshot.contains("Copied"))
      #expect(try await event.blockers(2) == [])
    }
  }

  @Test func sheetsThatDoNotCountStandInTheResultByTheJudgesCode() async throws {
    try await TestEvent.with { event in
      try await event.judged([9000, 8000, 7000])
      try await event.arrange(
        """
        UPDATE sheet SET status = 'recused', recusal_reason = 'My cousin Ann' WHERE judge_id = (SELECT min(judge_id) FROM judge)
          AND team_id = (SELECT team_id FROM team WHERE key = 't1');
        UPDATE sheet SET status = 'draft' WHERE judge_id = (SELECT max(judge_id) FROM judge)
          AND team_id = (SELECT team_id FROM team WHERE key = 't2')
        """)
      let result = try await event.compute()
      let excluded = try JSON(parsing: result.snapshot)["excluded_sheets"]?.canonical
      #expect(
        excluded
          == #"[{"judge":"J-1","reason":"recused","team":"t1"},{"judge":"J-2","reason":"absent","team":"t2"}]"#)
      #expect(!result.snapshot.contains("cousin"))
    }
  }
}
