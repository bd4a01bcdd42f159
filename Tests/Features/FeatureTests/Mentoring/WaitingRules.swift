import Backend
import Mentoring
import Postgres
import TestBackend
import Testing
import Vocabulary

/// Who waits for a slot moves up when it becomes free.
@Suite struct WaitingRules {
  @Test func theFirstWhoWaitsMovesUpOnCancellation() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 3)
      try await event.add(mentors: "ada")
      let first = try await event.book("ada", "t1", at("09:00"), wait: true)
      let second = try await event.book("ada", "t2", at("09:00"), wait: true)
      let third = try await event.book("ada", "t3", at("09:00"), wait: true)
      #expect([first, second, third].map(\.state) == [.booked, .waiting, .waiting])
      #expect(try await event.cancel(first).movedUp.map(\.team) == ["t2"])
      #expect(try await event.sessions() == ["ada 09:00 t2", "ada 09:00 t1 cancelled", "ada 09:00 t3 waiting"])
    }
  }

  @Test func whoCannotMoveUpIsPassedOver() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 3)
      try await event.add(mentors: "ada", "bob")
      let first = try await event.book("ada", "t1", at("09:00"))
      try await event.book("ada", "t2", at("09:00"), wait: true)
      try await event.book("ada", "t3", at("09:00"), wait: true)
      try await event.book("bob", "t2", at("09:00"))
      #expect(try await event.cancel(first).movedUp.map(\.team) == ["t3"])
      #expect(
        try await event.sessions() == [
          "ada 09:00 t3", "ada 09:00 t1 cancelled", "ada 09:00 t2 waiting", "bob 09:00 t2",
        ])
    }
  }

  @Test func whoMovesAwayMakesRoom() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 2)
      try await event.add(mentors: "ada", "bob")
      let first = try await event.book("ada", "t1", at("09:00"))
      let waiting = try await event.book("ada", "t2", at("09:00"), wait: true)
      let result = try await event.move(first, mentor: "bob")
      #expect(result.session.mentor == "bob" && result.movedUp.map(\.number) == [waiting.number])
      #expect(try await event.sessions() == ["ada 09:00 t2", "bob 09:00 t1"])
    }
  }

  @Test func onlyTheMentorsOtherSessionsAreWaitedFor() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 1)
      try await event.add(mentors: "ada", "bob")
      try await event.book("ada", "t1", at("09:00"))
      let busy = await #expect(throws: BookingError.self) { try await event.book("bob", "t1", at("09:00"), wait: true) }
      #expect(busy == .teamIsBusy(time: "09:00", team: "t1"))
      let away = await #expect(throws: BookingError.self) { try await event.book("bob", "t1", at("18:00"), wait: true) }
      #expect(away == .mentorUnavailable(time: "18:00", name: "Bob", mentor: "bob"))
    }
  }

  @Test func aSlotThatIsCancelledAndWaitedForAtOnceGoesToWhoeverWaited() async throws {
    try await TestEvent.with(connections: 8) { event in
      try await event.register(teams: 6)
      try await event.add(mentors: "ada")
      for _ in 0..<10 {
        let first = try await event.book("ada", "t1", at("09:00"))
        try await withThrowingTaskGroup(of: Void.self) { group in
          for number in 2...6 {
            group.addTask { try await event.book("ada", "t\(number)", at("09:00"), wait: true) }
          }
          group.addTask { try await event.cancel(first) }
          try await group.waitForAll()
        }
        // Whichever came first, somebody has the slot and the others wait for it.
        let states = try await event.value(
          """
          SELECT count(*) FILTER (WHERE state = 'booked') || ' ' || count(*) FILTER (WHERE state = 'waiting')
          FROM mentor_session
          """, as: String.self)
        #expect(states == "1 4")
        try await event.meddle("DELETE FROM mentor_session")
      }
    }
  }
}
