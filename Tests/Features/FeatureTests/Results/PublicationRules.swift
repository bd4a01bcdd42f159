import Access
import Audit
import Backend
import CanonicalJSON
import Events
import Judging
import Lookup
import Postgres
import Results
import Teams
import TestBackend
import Testing
import UseCases
import Vocabulary

/// I8: nothing is public before its hour, or after it was retracted; nothing has to run at the hour.
@Suite struct PublicationRules {
  func published(_ event: TestEvent) async throws -> Int? {
    try await event.value("SELECT number FROM published_result")
  }

  func phase(_ event: TestEvent) async throws -> Phase {
    let backend = event.backend
    return try await event.database.read { try backend.events.find(nil, in: $0).phase }
  }

  @Test func theHourMakesItPublicAndTheEventAnnouncedWithoutAnythingThatRuns() async throws {
    try await TestEvent.with { event in
      try await event.frozen([9000, 7000])
      try await event.meddle("UPDATE event SET phase = 'review'")
      try await event.compute()
      try await event.approveByTwo(1)
      #expect(try await event.announce(1, in: 5).state == .scheduled)
      #expect(try await published(event) == nil)
      #expect(try await phase(event) == .review)
      for _ in 1...2000 where try await published(event) == nil { try await Task.sleep(for: .milliseconds(10)) }
      #expect(try await published(event) == 1)
      #expect(try await phase(event) == .announced)
      #expect(try await event.version(1).state == .published)
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
      let error = await #expect(throws: ResultVersionError.self) { try await event.announce(1, in: 3600) }
      #expect(error == .isPublic(1))
      #expect(try await published(event) == 1)
    }
  }

  @Test func `an hour that is rather a slip than meant is refused`() async throws {
    try await TestEvent.with { event async throws in
      let (backend, id) = (event.backend, event.id)
      func refusal(_ hour: String, isUnusual: Bool = false) async throws -> ResultVersionError? {
        do {
          try await event.database.read { snapshot in
            let hour = try snapshot.value("SELECT \(hour)::timestamptz", as: Timestamp.self)
            try backend.results.check(#require(hour), isUnusual: isUnusual, of: id, in: snapshot)
          }
          return nil
        } catch let error as ResultVersionError {
          return error
        }
      }
      try await event.meddle(
        "UPDATE event SET starts_on = current_date - 3, ends_on = current_date - 1, announced_on = NULL")
      let past = try await refusal(try await event.value("SELECT (now() - interval '26 hours 30 minutes')::text") ?? "")
      #expect(past == .hourPassed("1 day 2 hours"))
      let far = try await event.value("SELECT (now() + interval '400 days 90 minutes')::text", as: String.self) ?? ""
      #expect(try await refusal(far) == .hourFarAway("400 days 1 hour"))
      #expect(try await refusal(far, isUnusual: true) == nil)
      let soon = try await event.value("SELECT (now() + interval '50 days')::text", as: String.self) ?? ""
      #expect(try await refusal(soon) == nil)
      let before = try await event.value("SELECT (now() - interval '9 days')::text", as: String.self) ?? ""
      #expect(try await refusal(before, isUnusual: true) == .hourBeforeEvent)
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
      let skipped = await #expect(throws: ResultVersionError.self) { try await instant("2021-03-14T02:30", nil) }
      #expect(skipped?.explanation.code == "no-such-hour")
      let twice = await #expect(throws: ResultVersionError.self) { try await instant("2021-11-07T01:30", nil) }
      #expect(twice?.explanation.code == "two-hours")
      for zone in ["Mars/Olympus", "EST", "'; DROP TABLE event"] {
        let unknown = await #expect(throws: UnknownTimeZone.self) { try await instant("2021-06-04T14:00", zone) }
        #expect(unknown?.zone == zone)
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
      #expect(try await event.version(1).state == .replaced)
      let change = try await event.retract(2)
      #expect(change.outcome == .updated && change.phase == .review)
      #expect(try await published(event) == nil)
      #expect(try await phase(event) == .review)
      #expect(try await event.retract(2).outcome == .unchanged)
      #expect(try await event.version(2).retraction?.reason == "a wrong sheet")
      let again = await #expect(throws: ResultVersionError.self) { try await event.announce(2) }
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
      try await event.announce(2, in: 15)
      try await event.retract(2)
      func hasCome() async throws -> Bool {
        try await event.value("SELECT max(publish_at) < clock_timestamp() FROM result_step") ?? false
      }
      for _ in 1...2000 where try await !hasCome() {
        try await Task.sleep(for: .milliseconds(10))
      }
      #expect(try await published(event) == 1)
    }
  }

  @Test func aStrangerTakesNothingBack() async throws {
    try await TestEvent.with { event in
      try await event.frozen([9000, 7000])
      try await event.compute()
      let (backend, id) = (event.backend, event.id)
      let error = await #expect(throws: AuditError.self) {
        try await event.database.transaction(as: .organiser("mallory"), through: .commandLine) { unit in
          _ = try backend.results.retract(1, because: "I lost", of: id, in: unit)
        }
      }
      #expect(error == .unknownPrincipal("mallory"))
      #expect(try await event.version(1).state == .computed)
    }
  }

  @Test func afterARetractionTheSameScoresMakeAnotherVersionThatSaysWhy() async throws {
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

  @Test func anotherVersionOfWhatIsPublicNeedsAReasonThatItSays() async throws {
    try await TestEvent.with { event in
      try await event.frozen([9000, 8000, 7000])
      try await event.compute()
      try await event.approveByTwo(1)
      try await event.announce(1)
      #expect(try await event.compute().number == 1)
      try await event.put("t1", .disqualified, because: "Copied")
      let error = await #expect(throws: ResultVersionError.self) { try await event.compute() }
      #expect(error == .reasonOfChange(public: 1))
      let backend = event.backend
      let result = try await event.change { id, unit in
        try backend.results.compute(
          try backend.judging.round(nil, of: id, in: unit).id, TestEvent.RankingMethodChoice.raw.request,
          because: "the winner is out", of: id, in: unit
        ).result
      }
      #expect(try JSON(parsing: result.snapshot)["previous"]?["reason"] == "the winner is out")
      #expect(try await published(event) == 1)
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
          + "edition 1 of the announced facts was kept; result 1 was retracted")
      let logged = try await event.value(
        """
        SELECT string_agg(details::jsonb ->> 'action', ' ' ORDER BY recorded_at) FROM audit_entry
        WHERE details::jsonb ->> 'noun' = 'result'
        """, as: String.self)
      #expect(logged == "computed approved approved announced retracted")
    }
  }
}
