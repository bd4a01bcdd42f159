import Access
import Backend
import CanonicalJSON
import Competition
import Events
import Postgres
import Results
import Teams
import TestBackend
import Testing
import Workflows

/// I8: nothing is public that two organisers did not approve, before its hour, or after it was retracted.
@Suite struct EditionRules {
  func published(_ event: TestEvent) async throws -> Int? {
    try await event.value("SELECT number FROM published_result")
  }

  func phase(_ event: TestEvent) async throws -> Phase {
    let backend = event.backend
    return try await event.database.read { try backend.events.find(nil, in: $0).phase }
  }

  @Test func itTakesTwoOrganisersAndNeitherTwice() async throws {
    try await TestEvent.with { event in
      try await event.frozen([9000, 7000])
      try await event.compute()
      let bea = try await event.token("bea")
      #expect(try await event.approve(1, by: bea) == .updated)
      #expect(try await event.approve(1, by: bea) == .unchanged)
      #expect(try await event.edition(1).state == .halfApproved)
      let alone = await #expect(throws: EditionError.self) { try await event.announce(1) }
      #expect(alone == .notApproved(1, approvals: 1))
      #expect(try await event.approve(1, as: "cyd") == .updated)
      #expect(try await event.edition(1).approvals.map(\.by) == ["bea", "cyd"])
      #expect(try await event.edition(1).state == .approved)
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
      let error = await #expect(throws: EditionError.self) { try await event.approve(3, as: "bea") }
      #expect(error == .blocked(3, to: "approved", by: [.teamOut("t2", state: "disqualified")]))
      #expect(try await event.value("SELECT count(*) FROM result_step", as: Int.self) == 0)
    }
  }

  @Test func aResultThatDoesNotComeOutAgainIsNotApproved() async throws {
    try await TestEvent.with { event in
      try await event.frozen([9000, 7000])
      try await event.compute()
      try await event.meddle(
        """
        UPDATE result SET snapshot = replace(snapshot, '"score":"9.00"', '"score":"9.10"'),
          sha256 = sha256(convert_to(replace(snapshot, '"score":"9.00"', '"score":"9.10"'), 'UTF8'))
        """)
      let error = await #expect(throws: EditionError.self) { try await event.approve(1, as: "bea") }
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
      #expect(try await event.places() == rest.enumerated().map { "\($0.offset + 1) \($0.element)" })
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
      try await event.meddle(
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

  @Test func theHourMakesItPublicAndTheEventAnnouncedWithoutAnythingThatRuns() async throws {
    try await TestEvent.with { event in
      try await event.frozen([9000, 7000])
      try await event.meddle("UPDATE event SET phase = 'review'")
      try await event.compute()
      try await event.approveByTwo(1)
      #expect(try await event.announce(1, in: 2).state == .scheduled)
      #expect(try await published(event) == nil)
      #expect(try await phase(event) == .review)
      for _ in 1...400 where try await published(event) == nil { try await Task.sleep(for: .milliseconds(10)) }
      #expect(try await published(event) == 1)
      #expect(try await phase(event) == .announced)
      #expect(try await event.edition(1).state == .published)
      #expect(try await event.value("SELECT phase FROM event", as: String.self) == "review")
      let backend = event.backend
      let back = await #expect(throws: PhaseError.self) {
        try await event.change { try backend.events.set(.judging, of: $0, because: "tired", in: $1) }
      }
      #expect(back == .resultIsPublic(event: "test-jam", 1))
      #expect(try await event.change { try backend.events.advance($0, from: .announced, in: $1) } == .closed)
    }
  }

  @Test func anHourCanBeMovedUntilItHasCome() async throws {
    try await TestEvent.with { event in
      try await event.frozen([9000, 7000])
      try await event.compute()
      try await event.approveByTwo(1)
      try await event.announce(1, in: 9000)
      try await event.announce(1, in: 3600)
      #expect(try await published(event) == nil)
      #expect(try await event.announce(1, in: -3600).state == .published)
      let error = await #expect(throws: EditionError.self) { try await event.announce(1, in: 3600) }
      #expect(error == .isPublic(1))
      #expect(try await published(event) == 1)
    }
  }

  @Test func theHourIsThatOfTheClocksOfTheZone() async throws {
    try await TestEvent.with { event async throws in
      let (backend, id) = (event.backend, event.id)
      func instant(_ text: String, _ zone: String?) async throws -> String {
        let time = try #require(LocalTime(text))
        return try await event.database.read {
          try backend.results.instant(of: time, in: zone, event: id, $0).description
        }
      }
      #expect(try await instant("2021-06-04T14:00", nil) == "2021-06-04T18:00:00Z")
      #expect(try await instant("2021-06-04T14:00", "Europe/Paris") == "2021-06-04T12:00:00Z")
      let skipped = await #expect(throws: EditionError.self) { try await instant("2021-03-14T02:30", nil) }
      #expect(skipped?.explanation.code == "no-such-hour")
      let twice = await #expect(throws: EditionError.self) { try await instant("2021-11-07T01:30", nil) }
      #expect(twice?.explanation.code == "two-hours")
      for zone in ["Mars/Olympus", "EST", "'; DROP TABLE event"] {
        let unknown = await #expect(throws: EditionError.self) { try await instant("2021-06-04T14:00", zone) }
        #expect(unknown == .unknownZone(zone))
      }
    }
  }

  @Test func whatIsRetractedIsPublicNoLongerAndAnOlderOneDoesNotComeBackByItself() async throws {
    try await TestEvent.with { event in
      try await event.frozen([9000, 7000])
      try await event.meddle("UPDATE event SET phase = 'review'")
      try await event.compute()
      try await event.approveByTwo(1)
      try await event.announce(1)
      try await event.move("t2", to: 1)
      #expect(try await published(event) == 1)
      try await event.approve(2, as: "bea")
      try await event.approve(2, as: "cyd")
      // The old one stays until the new one goes out.
      #expect(try await published(event) == 1)
      try await event.announce(2)
      #expect(try await published(event) == 2)
      #expect(try await event.edition(1).state == .replaced)
      let change = try await event.retract(2)
      #expect(change.outcome == .updated && change.phase == .review)
      #expect(try await published(event) == nil)
      #expect(try await phase(event) == .review)
      #expect(try await event.retract(2).outcome == .unchanged)
      #expect(try await event.edition(2).retraction?.reason == "a wrong sheet")
      let again = await #expect(throws: EditionError.self) { try await event.announce(2) }
      #expect(again == .blocked(2, to: "announced", by: [.retracted]))
      // Said again, the first one is public again.
      try await event.announce(1)
      #expect(try await published(event) == 1)
    }
  }

  @Test func anAnnouncementThatIsRetractedBeforeItsHourTakesNothingAway() async throws {
    try await TestEvent.with { event in
      try await event.frozen([9000, 7000])
      try await event.compute()
      try await event.approveByTwo(1)
      try await event.announce(1)
      try await event.move("t2", to: 1)
      try await event.approve(2, as: "bea")
      try await event.approve(2, as: "cyd")
      try await event.announce(2, in: 1)
      try await event.retract(2)
      try await Task.sleep(for: .milliseconds(1300))
      #expect(try await published(event) == 1)
    }
  }

  @Test func afterARetractionTheSameScoresMakeAnotherEditionThatSaysWhy() async throws {
    try await TestEvent.with { event in
      try await event.frozen([9000, 7000])
      let first = try await event.compute()
      try await event.retract(1)
      let second = try await event.compute()
      #expect(second.number == 2)
      let previous = try JSON(parsing: second.snapshot)["previous"]
      #expect(
        previous?.canonical
          == #"{"edition":1,"reason":"retracted: a wrong sheet","sha256":""# + first.sha256 + #""}"#)
      #expect(try await event.compute().number == 2)
    }
  }

  @Test func anEventThatWasClosedGoesBackToReviewWhenItsResultIsRetracted() async throws {
    try await TestEvent.with { event in
      try await event.frozen([9000, 7000])
      try await event.compute()
      try await event.approveByTwo(1)
      try await event.announce(1)
      try await event.meddle("UPDATE event SET phase = 'closed'")
      #expect(try await event.retract(1).phase == .review)
      #expect(try await event.value("SELECT phase FROM event", as: String.self) == "review")
    }
  }

  @Test func everyStepIsLoggedAndSealed() async throws {
    try await TestEvent.with { event in
      try await event.frozen([9000, 7000])
      try await event.compute()
      try await event.approveByTwo(1)
      try await event.announce(1)
      try await event.retract(1)
      let seals = try await event.value(
        "SELECT string_agg(details::jsonb ->> 'reason', '; ' ORDER BY number) FROM audit_checkpoint", as: String.self)
      #expect(
        seals == "the round main was frozen; result 1 was approved; result 1 was approved; result 1 was announced; "
          + "result 1 was retracted")
      let logged = try await event.value(
        """
        SELECT string_agg(details::jsonb ->> 'action', ' ' ORDER BY recorded_at) FROM audit_entry
        WHERE details::jsonb ->> 'noun' = 'result'
        """, as: String.self)
      #expect(logged == "computed approved approved announced retracted")
    }
  }
}
