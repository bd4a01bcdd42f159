import Backend
import Postgres
import Teams
import TestBackend
import Testing
import Vocabulary

/// Teams that are not active, their captains and their tracks.
@Suite struct StandingRules {
  func readmit(_ event: TestEvent, _ team: String, from status: TeamStatus) async throws -> Outcome {
    let backend = event.backend
    return try await event.change { try backend.teams.readmit(team, from: status, of: $0, in: $1) }
  }

  @Test(arguments: [TeamStatus.withdrawn, .disqualified])
  func aTeamThatIsNotActiveKeepsItsMembersAndTakesNoOthers(_ status: TeamStatus) async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 1, people: 3)
      try await event.join("p1", "t1")
      let code = try await event.makeCode("t1")
      let invitation = try await event.invite("p3", to: "t1")
      #expect(try await event.put("t1", status, because: "Copied") == .updated)
      #expect(try await event.put("t1", status, because: "Copied") == .unchanged)
      let backend = event.backend
      let attempts: [@Sendable () async throws -> Void] = [
        { try await event.join("p2", "t1") }, { try await event.join(by: code, "p2") },
        { try await event.join(by: invitation, "p3") }, { _ = try await event.makeCode("t1") },
        { _ = try await event.invite("p2", to: "t1") },
      ]
      for attempt in attempts {
        let error = await #expect(throws: TeamError.self) { try await attempt() }
        #expect(error == .notActive(team: "t1", status))
      }
      let listed = try await event.database.read { try backend.teams.all(of: event.id, in: $0) }
      #expect(listed.map(\.status) == [status] && listed.map(\.reason) == ["Copied"])
      #expect(try await event.roster("t1") == "t1: p1")
      #expect(try await readmit(event, "t1", from: status) == .updated)
      #expect(try await readmit(event, "t1", from: status) == .unchanged)
      #expect(try await event.join(by: code, "p2") == .created)
    }
  }

  @Test func aDisqualificationNeedsAReasonAndIsNoWithdrawal() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 1)
      for reason in [nil, " "] {
        let error = await #expect(throws: TeamChangeError.self) {
          try await event.put("t1", .disqualified, because: reason)
        }
        #expect(error == .withoutReason(team: "t1"))
      }
      #expect(try await event.put("t1", .withdrawn) == .updated)
      let other = await #expect(throws: TeamChangeError.self) { try await readmit(event, "t1", from: .disqualified) }
      #expect(other == .hasOtherStatus(team: "t1", .withdrawn))
      #expect(try await event.put("t1", .disqualified, because: "Copied") == .updated)
      let out = await #expect(throws: TeamChangeError.self) { try await event.put("t1", .withdrawn) }
      #expect(out == .hasOtherStatus(team: "t1", .disqualified))
    }
  }

  @Test func noClientGetsRoundTheStandingOfATeam() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 1, people: 1)
      let bare = await #expect(throws: PostgresError.self) {
        try await event.database.session { try $0.run(script: "UPDATE team SET status = 'disqualified'") }
      }
      #expect(bare?.constraint == "team_disqualified_with_reason")
      try await event.put("t1", .withdrawn)
      let join = await #expect(throws: PostgresError.self) {
        try await event.database.session { session in
          try session.run(
            script: """
              INSERT INTO team_member (event_id, participant_id, team_id)
              SELECT event_id, participant_id, team_id FROM participant JOIN team USING (event_id)
              """)
        }
      }
      #expect(join?.constraint == "team_is_active")
    }
  }

  @Test func oneMemberAfterAnotherIsCaptain() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 1, people: 3)
      let backend = event.backend
      func lead(_ person: String) async throws -> Outcome {
        try await event.change { try backend.teams.makeCaptain(person, of: "t1", in: $0, $1) }
      }
      for number in 1...2 { try await event.join("p\(number)", "t1") }
      #expect(try await lead("p1") == .updated)
      #expect(try await lead("p2") == .updated)
      #expect(try await lead("p2") == .unchanged)
      #expect(try await event.roster("t1") == "t1: p2* p1")
      let outsider = await #expect(throws: TeamError.self) { try await lead("p3") }
      #expect(outsider == .notMember("p3", of: "t1"))
    }
  }

  @Test func aTrackInWhichATeamIsStays() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 1)
      let (backend, open) = (event.backend, Track(key: try Slug("open"), name: LocalizedText([.english: "Open"])))
      func choose(_ track: String?) async throws -> Outcome {
        try await event.change { try backend.teams.set(try Slug("t1"), of: $0, in: $1) { $0.track = track } }
      }
      func remove() async throws { try await event.change { try backend.teams.remove(track: "open", of: $0, in: $1) } }
      let unknown = await #expect(throws: TeamError.self) { try await choose("opne") }
      #expect(unknown == .unknownTrack("opne", nearest: nil))
      try await event.change { try backend.teams.add(open, of: $0, in: $1) }
      let twice = await #expect(throws: TeamChangeError.self) {
        try await event.change { try backend.teams.add(open, of: $0, in: $1) }
      }
      #expect(twice == .trackThere(open.key))
      #expect(try await choose("open") == .updated)
      #expect(try await choose("open") == .unchanged)
      let used = await #expect(throws: TeamChangeError.self) { try await remove() }
      #expect(used == .trackUsed(open.key, teams: 1))
      #expect(try await choose(nil) == .updated)
      try await remove()
      #expect(try await event.value("SELECT count(*) FROM track", as: Int.self) == 0)
    }
  }

  @Test func listsAreNarrowedByCityTrackAndState() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 3)
      let backend = event.backend
      try await event.change { id, unit in
        _ = try backend.teams.set(try Slug("t1"), of: id, in: unit) {
          $0.city = LocalizedText([.english: "Montreal", .french: "Montréal"])
        }
      }
      try await event.put("t2", .withdrawn)
      func keys(_ change: (inout TeamFilter) -> Void) async throws -> [String] {
        var wanted = TeamFilter()
        change(&wanted)
        let filter = wanted
        return try await event.database.read { try backend.teams.all(of: event.id, filter, in: $0) }
          .map(\.team.key.text)
      }
      #expect(try await keys { $0.city = "MONTRÉAL" } == ["t1"])
      #expect(try await keys { $0.status = .withdrawn } == ["t2"])
      #expect(try await keys { $0.status = .active } == ["t1", "t3"])
    }
  }
}
