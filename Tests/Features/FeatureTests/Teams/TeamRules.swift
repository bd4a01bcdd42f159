import Backend
import Participants
import Postgres
import Teams
import TestBackend
import TestDatabase
import Testing
import Vocabulary

/// I1: never a participant in two teams, never a team above its size.
@Suite struct TeamRules {
  @Test func aParticipantIsInOneTeam() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 2, people: 1)
      #expect(try await event.join("p1", "t1") == .created)
      #expect(try await event.join("p1", "t1") == .unchanged)
      let error = await #expect(throws: TeamError.self) { try await event.join("p1", "t2") }
      #expect(error == .alreadyInTeam(participant: "p1", team: "t1"))
    }
  }

  @Test func aFullTeamTakesNobodyAndSaysHowManyItHas() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 1, people: 4)
      for number in 1...3 { _ = try await event.join("p\(number)", "t1") }
      let error = await #expect(throws: TeamError.self) { try await event.join("p4", "t1") }
      #expect(
        error?.explanation.message == "Team \"t1\" is full: it has 3 members, the most that this event allows.")
    }
  }

  @Test func twentyWhoWantTheLastSeatLeaveNineteenOutside() async throws {
    try await TestEvent.with(connections: 20) { event in
      try await event.register(teams: 1, people: 22)
      _ = try await event.join("p21", "t1")
      _ = try await event.join("p22", "t1")
      let refused = Counter()
      await withTaskGroup { group in
        for number in 1...20 {
          group.addTask {
            do {
              _ = try await event.join("p\(number)", "t1")
            } catch let error as TeamError where error == .full(team: "t1", size: 3) {
              refused.increment()
            } catch {
              Issue.record("\(error)")
            }
          }
        }
      }
      #expect(refused.count == 19)
      #expect(try await event.value("SELECT count(*) FROM team_member", as: Int.self) == 3)
    }
  }

  @Test func oneWhoJoinsTenTeamsAtOnceIsInOne() async throws {
    try await TestEvent.with(connections: 10) { event in
      try await event.register(teams: 10, people: 1)
      let joined = Counter()
      await withTaskGroup { group in
        for number in 1...10 {
          group.addTask {
            do {
              _ = try await event.join("p1", "t\(number)")
              joined.increment()
            } catch let error as TeamError {
              #expect(error.explanation.code == "already-in-team")
            } catch {
              Issue.record("\(error)")
            }
          }
        }
      }
      #expect(joined.count == 1)
      #expect(try await event.value("SELECT count(*) FROM team_member", as: Int.self) == 1)
    }
  }

  @Test func noClientGetsRoundTheSizeOfATeam() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 1, people: 4)
      let error = await #expect(throws: PostgresError.self) {
        try await event.database.session { session in
          try session.run(
            script: """
              INSERT INTO team_member (event_id, participant_id, team_id)
              SELECT p.event_id, participant_id, team_id FROM participant AS p JOIN team AS t USING (event_id)
              """)
        }
      }
      #expect(error?.constraint == "team_not_above_size")
    }
  }

  @Test func aTeamHasOneCaptain() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 1, people: 2)
      _ = try await event.join("p1", "t1", asCaptain: true)
      let error = await #expect(throws: TeamError.self) { try await event.join("p2", "t1", asCaptain: true) }
      #expect(error == .secondCaptain(team: "t1"))
      #expect(try await event.join("p2", "t1") == .created)
      let promoted = await #expect(throws: TeamError.self) { try await event.join("p2", "t1", asCaptain: true) }
      #expect(promoted == .secondCaptain(team: "t1"))
    }
  }

  @Test func aMemberBecomesCaptainOnce() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 1, people: 1)
      #expect(try await event.join("p1", "t1") == .created)
      #expect(try await event.join("p1", "t1", asCaptain: true) == .updated)
      #expect(try await event.join("p1", "t1", asCaptain: true) == .unchanged)
    }
  }

  @Test func unknownNamesAreSuggestedNotGuessed() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 1, people: 1)
      let team = await #expect(throws: TeamError.self) { try await event.join("p1", "tl") }
      #expect(team == .unknownTeam("tl", nearest: "t1"))
      #expect(team?.explanation.hint == "Did you mean \"t1\"?")
      let person = await #expect(throws: TeamError.self) { try await event.join("nobody", "t1") }
      #expect(person == .unknownParticipant("nobody", nearest: nil))
    }
  }

  @Test func anAddressIsTakenOnceWhateverItsCaseAndComposition() async throws {
    try await TestEvent.with { event in
      let backend = event.backend
      func add(_ key: String, _ email: String) async throws {
        var person = Participant(key: try Slug(key), displayName: key)
        person.email = EmailAddress(email)
        let participant = person
        try await event.change { _ = try backend.participants.set(participant, of: $0, in: $1) }
      }
      try await add("a", "Zoë@Example.org")
      let error = await #expect(throws: ParticipantError.self) { try await add("b", "zoe\u{308}@example.ORG") }
      #expect(error == .emailTaken("zoe\u{308}@example.ORG"))
    }
  }
}
