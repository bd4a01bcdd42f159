import Backend
import Participants
import Postgres
import Teams
import TestBackend
import TestDatabase
import Testing
import Vocabulary

/// Codes and invitations: who has one gets in, once, and only as long as it holds.
@Suite struct JoiningRules {
  @Test func aCodeIsReadInAnyCaseAndHasNoLookAlikes() throws {
    let code = try #require(JoinCode(" k7qm 2dxf"))
    #expect(code.description == "K7QM-2DXF")
    #expect(JoinCode("K7QM-2DXF") == code)
    for wrong in ["", "K7QM-2DX", "K7QM-2DXFF", "K7QM-2DX0", "K7QM-2DXI", "K7QM-2DXÉ"] {
      #expect(JoinCode(wrong) == nil)
    }
  }

  @Test func whoHasTheCodeOfATeamJoinsIt() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 1, people: 2)
      let code = try await event.makeCode("t1")
      #expect(try await event.join(by: code, "p1") == .created)
      #expect(try await event.join(by: code, "p1") == .unchanged)
      #expect(try await event.join(by: code, "p2") == .created)
      let stored = try await event.value(
        "SELECT count(*) FROM audit_entry WHERE details LIKE '%' || \(code.description) || '%'", as: Int.self)
      #expect(stored == 0)
    }
  }

  @Test func anotherCodeOrNoneEndsTheFirst() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 1, people: 1)
      let first = try await event.makeCode("t1")
      let second = try await event.makeCode("t1")
      #expect(first != second)
      let old = await #expect(throws: TeamError.self) { try await event.join(by: first, "p1") }
      #expect(old == .wrongCode)
      let backend = event.backend
      #expect(try await event.change { try backend.teams.revokeCode(of: "t1", in: $0, $1) })
      #expect(try await !event.change { try backend.teams.revokeCode(of: "t1", in: $0, $1) })
      let revoked = await #expect(throws: TeamError.self) { try await event.join(by: second, "p1") }
      #expect(revoked == .wrongCode)
    }
  }

  @Test func anInvitationIsForOnePersonOnce() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 2, people: 2)
      let code = try await event.invite("p1", to: "t1")
      let others = await #expect(throws: TeamError.self) { try await event.join(by: code, "p2") }
      #expect(others == .wrongCode)
      #expect(try await event.join(by: code, "p1") == .created)
      let again = await #expect(throws: TeamError.self) { try await event.join(by: code, "p1") }
      #expect(again == .wrongCode)
      let member = await #expect(throws: TeamError.self) { try await event.invite("p1", to: "t2") }
      #expect(member == .alreadyInTeam(participant: "p1", team: "t1"))
    }
  }

  @Test func anInvitationEndsByTheClockOfTheDatabaseOrByAnother() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 1, people: 1)
      let late = try await event.invite("p1", to: "t1")
      try await event.meddle("UPDATE team_invitation SET expires_at = clock_timestamp() - interval '1 second'")
      let expired = await #expect(throws: TeamError.self) { try await event.join(by: late, "p1") }
      let unheardOf = await #expect(throws: TeamError.self) {
        try await event.join(by: try #require(JoinCode("AAAA-AAAA")), "p1")
      }
      #expect(expired == .wrongCode && unheardOf == .wrongCode)
      let fresh = try await event.invite("p1", to: "t1")
      let replaced = await #expect(throws: TeamError.self) { try await event.join(by: late, "p1") }
      #expect(replaced == .wrongCode)
      #expect(try await event.join(by: fresh, "p1") == .created)
    }
  }

  @Test func anInvitationThatTheTeamHasNoSeatForIsNotUsedUp() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 1, people: 4)
      let code = try await event.invite("p4", to: "t1")
      for number in 1...3 { try await event.join("p\(number)", "t1") }
      let full = await #expect(throws: TeamError.self) { try await event.join(by: code, "p4") }
      #expect(full == .full(team: "t1", size: 3))
      try await event.withdraw("p1")
      #expect(try await event.join(by: code, "p4") == .created)
    }
  }

  @Test func tenWhoUseOneInvitationAtOnceUseItOnce() async throws {
    try await TestEvent.with(connections: 10) { event in
      try await event.register(teams: 1, people: 1)
      let code = try await event.invite("p1", to: "t1")
      let came = await countSuccesses(of: 10, letting: TeamError.wrongCode) { _ in
        try await event.join(by: code, "p1")
      }
      #expect(came == (1, 9, []))
      #expect(try await event.roster("t1") == "t1: p1")
    }
  }

  @Test func twentyWithTheCodeForTheLastSeatLeaveNineteenOutside() async throws {
    try await TestEvent.with(connections: 20) { event in
      try await event.register(teams: 1, people: 22)
      for number in 21...22 { try await event.join("p\(number)", "t1") }
      let code = try await event.makeCode("t1")
      let came = await countSuccesses(of: 20, letting: TeamError.full(team: "t1", size: 3)) { number in
        try await event.join(by: code, "p\(number)")
      }
      #expect(came == (1, 19, []))
    }
  }

  @Test func whoIsWithdrawingWhileTheyJoinIsInNoTeam() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 1, people: 1)
      let (backend, hasWithdrawn, mayEnd) = (event.backend, Gate(), Gate())
      async let withdrawal: Void = event.change { id, unit in
        _ = try backend.participants.withdraw("p1", of: id, in: unit)
        hasWithdrawn.open()
        mayEnd.wait()
      }
      await hasWithdrawn.passed()
      let joining = Task { try await event.join("p1", "t1") }
      try await event.somebodyWaits()
      mayEnd.open()
      try await withdrawal
      let error = await #expect(throws: TeamError.self) { try await joining.value }
      #expect(error == .withdrew(participant: "p1"))
      #expect(try await event.roster("t1") == "t1:")
    }
  }

  @Test func whoIsJoiningWhileTheyWithdrawLeavesAgain() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 1, people: 1)
      let (backend, hasJoined, mayEnd) = (event.backend, Gate(), Gate())
      async let joining: Void = event.change { id, unit in
        _ = try backend.teams.add("p1", to: "t1", of: id, in: unit)
        hasJoined.open()
        mayEnd.wait()
      }
      await hasJoined.passed()
      async let withdrawal = event.withdraw("p1")
      try await event.somebodyWaits()
      mayEnd.open()
      try await joining
      #expect(try await withdrawal == "t1")
      #expect(try await event.roster("t1") == "t1:")
    }
  }

  @Test func manyWhoJoinAndWithdrawAtOnceLeaveNoWithdrawnMember() async throws {
    try await TestEvent.with(connections: 12) { event in
      try await event.register(teams: 30, people: 30)
      try await withThrowingTaskGroup { group in
        for number in 1...30 {
          group.addTask {
            do {
              try await event.join("p\(number)", "t\(number)")
            } catch let error as TeamError where error == .withdrew(participant: "p\(number)") {
              // They were quicker to withdraw.
            }
          }
          group.addTask { try await event.withdraw("p\(number)") }
        }
        try await group.waitForAll()
      }
      #expect(try await event.value("SELECT count(*) FROM team_member", as: Int.self) == 0)
    }
  }
}
