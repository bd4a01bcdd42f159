import Backend
import Mentoring
import Postgres
import TestBackend
import TestDatabase
import Testing
import Vocabulary

/// I2 with real connections.
@Suite(.serialized) struct MentoringRaces {
  @Test func fortyWhoWantOneSlotGetItOnceInEachOfTwentyRounds() async throws {
    try await TestEvent.with(connections: 40) { event in
      try await event.register(teams: 40)
      try await event.allowSessionsPerDay(100)
      try await event.add(mentors: "ada") { $0.slotMinutes = 15 }
      for round in 0..<20 {
        let time = try at((9 + round / 4).formattedHour + ":" + ["00", "15", "30", "45"][round % 4])
        let came = await countSuccesses(
          of: 40, letting: BookingError.taken(time: String(time.description.suffix(5)), mentor: "Ada")
        ) { number in
          try await event.book("ada", "t\(number)", time)
        }
        #expect(came == (1, 39, []), "round \(round)")
      }
      #expect(try await event.value("SELECT count(*) FROM mentor_session", as: Int.self) == 20)
      #expect(try await event.doubleBookings() == 0)
    }
  }

  @Test func whoeverBooksAtOnceKeepsToTheTeamsShare() async throws {
    try await TestEvent.with(connections: 20) { event in
      try await event.register(teams: 1)
      try await event.add(mentors: "m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "m9", "m10")
      let refusal = BookingError.dailyLimitReached(day: try day("2026-05-08"), team: "t1", limit: 2)
      let came = await countSuccesses(of: 10, letting: refusal) { number in
        try await event.book(
          "m\(number)", "t1", at((8 + number / 2 + 1).formattedHour + (number.isMultiple(of: 2) ? ":00" : ":30")))
      }
      #expect(came == (2, 8, []))
    }
  }

  /// Bookings, moves, cancellations and restorations of everybody at once, in hot and crossing order.
  @Test func aCrowdLeavesNoDoubleBookingAndMeetsNoDeadlock() async throws {
    try await TestEvent.with(connections: 20) { event in
      try await event.register(teams: 4)
      try await event.allowSessionsPerDay(100)
      try await event.add(mentors: "ada", "bob", "eve")
      let before = try await event.deadlocks()
      let strange = await withTaskGroup(of: [String].self) { group in
        for client in 0..<20 {
          group.addTask { await Self.crowd(client, in: event) }
        }
        return await group.reduce(into: []) { $0 += $1 }
      }
      #expect(strange == [])
      #expect(try await event.doubleBookings() == 0)
      #expect(try await event.deadlocks() == before)
    }
  }

  /// - Returns: What is no refusal that bookings know.
  private static func crowd(_ client: Int, in event: TestEvent) async -> [String] {
    var strange: [String] = []
    var mine: [MentorSession] = []
    var state = UInt64(client + 1)
    func draw(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    for _ in 0..<25 {
      do {
        let time = try at((9 + draw(4)).formattedHour + (draw(2) == 0 ? ":00" : ":30"))
        let mentor = ["ada", "bob", "eve"][draw(3)]
        switch draw(4) {
        case 0 where !mine.isEmpty: try await event.cancel(mine[draw(mine.count)])
        case 1 where !mine.isEmpty: try await event.restore(mine[draw(mine.count)])
        case 2 where !mine.isEmpty: try await event.move(mine[draw(mine.count)], to: time, mentor: mentor)
        default: mine.append(try await event.book(mentor, "t\(draw(4) + 1)", time, wait: draw(2) == 0))
        }
      } catch is BookingError {
        continue
      } catch {
        strange.append("\(error)")
      }
    }
    return strange
  }
}

extension TestEvent {
  fileprivate func deadlocks() async throws -> Int? {
    try await database.session { session in
      try session.query("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()").first?.first()
    }
  }
}

extension Int {
  fileprivate var formattedHour: String { self < 10 ? "0\(self)" : String(self) }
}
