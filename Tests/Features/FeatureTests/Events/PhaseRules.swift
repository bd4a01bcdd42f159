import Backend
import Events
import Participants
import Postgres
import Teams
import TestBackend
import TestDatabase
import Testing
import Vocabulary

/// An event moves forward one phase at a time, when nothing prevents it, and back for a reason.
@Suite struct PhaseRules {
  func phase(_ event: TestEvent) async throws -> Phase? { try await event.value("SELECT phase FROM event") }

  func blockers(_ event: TestEvent) async throws -> [PhaseFinding] {
    let backend = event.backend
    return try await event.database.read { snapshot in
      try backend.events.blockers(of: backend.events.find(nil, in: snapshot), in: snapshot)
    }
  }

  /// Moves on from the phase in which the event is.
  @discardableResult
  func advance(_ event: TestEvent) async throws -> Phase {
    let backend = event.backend
    return try await event.change { id, unit in
      try backend.events.advance(id, from: backend.events.find(nil, in: unit).phase, in: unit)
    }
  }

  func prepareRegistration(_ event: TestEvent) async throws {
    let (backend, deadline) = (event.backend, try #require(LocalTime("2026-05-10T17:00")))
    try await event.change { id, unit in
      try backend.events.edit(id, in: unit) { event in
        event.registrationFrom = try day("2026-03-01")
        event.registrationTo = try day("2026-05-08")
        event.deadline = deadline
      }
    }
  }

  func set(_ event: TestEvent, _ phase: Phase, because reason: String? = nil) async throws -> Outcome {
    let backend = event.backend
    return try await event.change { try backend.events.set(phase, of: $0, because: reason, in: $1) }
  }

  @Test func onlyTeamsThatTakePartAreCountedBeforeAnEventRuns() async throws {
    try await TestEvent.with { event in
      try await prepareRegistration(event)
      #expect(try await advance(event) == .registration)
      try await event.register(teams: 3, people: 1)
      try await event.join("p1", "t1")
      try await event.put("t2", .withdrawn)
      try await event.put("t3", .disqualified, because: "Copied")
      #expect(try await blockers(event) == [])
      try await event.put("t1", .withdrawn)
      #expect(try await blockers(event) == [.noTeam])
    }
  }

  @Test func everyPhaseSaysWhatStandsInTheWayOfTheNext() async throws {
    try await TestEvent.with { event in
      let backend = event.backend
      try await event.change { id, unit in
        try backend.events.edit(id, in: unit) { $0.languages = [.english, .french, .spanish] }
      }
      #expect(try await blockers(event) == [.noName(.spanish), .noRegistrationDays, .noDeadline])
      try await event.change { id, unit in try backend.events.edit(id, in: unit) { $0.languages = [.english] } }
      try await prepareRegistration(event)
      #expect(try await advance(event) == .registration)

      #expect(try await blockers(event) == [.noTeam])
      let form = try await event.openJudging()
      try await event.change { id, unit in
        for number in 1...3 {
          let person = Participant(key: try Slug("p\(number)"), displayName: "Person \(number)")
          _ = try backend.participants.set(person, of: id, in: unit)
          _ = try backend.teams.add("p\(number)", to: "t2", of: id, in: unit)
        }
        return try backend.events.edit(id, in: unit) { $0.teamSize = 2 }
      }
      #expect(
        try await blockers(event) == [
          .smallTeam("t1", members: 0, fewest: 1), .largeTeam("t2", members: 3, most: 2),
        ])
      try await event.change { id, unit in
        _ = try backend.teams.remove("p3", from: "t2", of: id, in: unit)
        return try backend.teams.add("p3", to: "t1", of: id, in: unit)
      }
      #expect(try await advance(event) == .running)

      #expect(try await blockers(event) == [.noSubmission])
      try await event.meddle("INSERT INTO submission (event_id, team_id) SELECT event_id, team_id FROM team")
      #expect(try await blockers(event) == [.noSubmission])
      try await event.meddle(
        """
        INSERT INTO submission_version (event_id, submission_id, number, contents, received_at, submitted_by_role)
        SELECT event_id, submission_id, 1, '{}', '2026-05-10T21:00Z', 'organiser' FROM submission
        """)
      #expect(try await advance(event) == .judging)

      #expect(try await blockers(event) == [.openRound("main")])
      try await event.save("J-1", "t1", impact: 8000, data: 8000, by: form)
      try await event.meddle("UPDATE round SET state = 'closed'")
      #expect(try await advance(event) == .review)

      #expect(try await blockers(event) == [.noResult])
      let result = "'raw', '{}', sha256('{}') FROM event"
      try await event.meddle(
        "INSERT INTO result (event_id, number, method, snapshot, sha256) SELECT event_id, 1, \(result)")
      #expect(try await blockers(event) == [.noRanks])
      try await event.meddle(
        "INSERT INTO result_rank (event_id, number, team_id, rank) SELECT event_id, 1, team_id, 1 FROM team")
      try await event.meddle(
        "INSERT INTO result (event_id, number, method, snapshot, sha256) SELECT event_id, 2, \(result)")
      #expect(try await blockers(event) == [.noRanks])
      try await event.meddle("DELETE FROM result WHERE number = 2")
      #expect(try await blockers(event) == [.notApproved(result: 1)])
      for organiser in 1...2 {
        try await event.meddle(
          """
          INSERT INTO result_step (event_id, number, kind, principal_id, token_id)
          SELECT event_id, 1, 'approved', \(organiser), 1 FROM event
          """)
      }
      #expect(try await blockers(event) == [.notAnnounced(result: 1)])
      let announce = "INSERT INTO result_step (event_id, number, kind, principal_id, publish_at) SELECT event_id, 1,"
      try await event.meddle(announce + " 'announced', 1, '2999-01-01T12:00Z' FROM event")
      #expect(try await blockers(event) == [.notYetPublic(result: 1, from: "2999-01-01 07:00")])
      // From its hour on the event is announced, and nothing else has to happen.
      try await event.meddle(announce + " 'announced', 1, '2026-05-22T12:00Z' FROM event")
      #expect(try await phase(event) == .review)
      let seen = try await event.database.read { try backend.events.find(nil, in: $0).phase }
      #expect(seen == .announced)

      try await event.meddle("UPDATE round SET state = 'open'")
      try await event.meddle(
        """
        INSERT INTO prize (event_id, key, rank, position, kind) SELECT event_id, 'cash', 1, 1, 'money' FROM event;
        INSERT INTO prize (event_id, key, rank, position, kind) SELECT event_id, 'seat', 1, 2, 'seat' FROM event
        """)
      #expect(try await blockers(event) == [.openRound("main"), .unknownAmount(prize: "cash")])
      try await event.meddle(
        "UPDATE round SET state = 'closed'; UPDATE prize SET is_undisclosed = true WHERE key = 'cash'")
      #expect(try await advance(event) == .closed)
      #expect(try await blockers(event) == [])
      let end = await #expect(throws: PhaseError.self) { try await advance(event) }
      #expect(end == .atTheEnd(event: "test-jam"))
    }
  }

  @Test func anEventWithoutAnythingCannotBeJudged() async throws {
    try await TestEvent.with { event in
      try await event.meddle("UPDATE event SET phase = 'running'")
      #expect(try await blockers(event) == [.noRubric, .noJudge, .noRound, .noSubmission])
      let error = await #expect(throws: PhaseError.self) { try await advance(event) }
      #expect(error == .blocked(event: "test-jam", .judging, by: [.noRubric, .noJudge, .noRound, .noSubmission]))
      #expect(try await phase(event) == .running)
    }
  }

  @Test func itGoesBackForAReasonAndForwardByOne() async throws {
    try await TestEvent.with { event in
      try await event.meddle("UPDATE event SET phase = 'judging'")
      #expect(try await set(event, .judging) == .unchanged)
      for reason in [nil, "", "  "] {
        let error = await #expect(throws: PhaseError.self) { try await set(event, .registration, because: reason) }
        #expect(error == .backWithoutReason(event: "test-jam", from: .judging, to: .registration))
      }
      let skips = await #expect(throws: PhaseError.self) { try await set(event, .closed, because: "tired") }
      #expect(skips == .skips(event: "test-jam", from: .judging, to: .closed))
      #expect(try await set(event, .review) == .updated)
      #expect(try await set(event, .draft, because: "wrong year") == .updated)
      let blocked = await #expect(throws: PhaseError.self) { try await set(event, .registration) }
      #expect(blocked == .blocked(event: "test-jam", .registration, by: [.noRegistrationDays, .noDeadline]))
      let logged = try await event.value(
        "SELECT details FROM audit_entry ORDER BY number DESC LIMIT 1", as: String.self)
      #expect(
        logged == """
          {"action":"moved","changes":{"phase":{"new":"draft","old":"review"},"reason":{"new":"wrong year"}},\
          "channel":"command line","key":"test-jam","noun":"event"}
          """)
    }
  }

  @Test func ofManyWhoMoveItAtOnceOneDoesAndTheOthersHearThePhase() async throws {
    try await TestEvent.with(connections: 12) { event in
      try await prepareRegistration(event)
      let backend = event.backend
      let (moved, told) = (Counter(), Counter())
      await withTaskGroup { group in
        for _ in 1...12 {
          group.addTask {
            do {
              _ = try await event.change { try backend.events.advance($0, from: .draft, in: $1) }
              moved.increment()
            } catch let error as PhaseError {
              #expect(error == .movedMeanwhile(event: "test-jam", to: .registration, seen: .draft))
              told.increment()
            } catch {
              Issue.record("\(error)")
            }
          }
        }
      }
      #expect(moved.count == 1 && told.count == 11)
      #expect(try await phase(event) == .registration)
      #expect(
        try await event.value(
          "SELECT count(*) FROM audit_entry WHERE details LIKE '%\"action\":\"moved\"%'", as: Int.self) == 1)
    }
  }
}
