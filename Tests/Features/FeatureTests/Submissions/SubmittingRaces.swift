import Backend
import Postgres
import Submissions
import TestBackend
import TestDatabase
import Testing
import Vocabulary

/// I3 with real connections: no participant's submission is accepted after its deadline, whoever moves it when.
@Suite(.serialized) struct SubmittingRaces {
  /// Moves the deadline to an hour ago, holding the event's row until the gate opens.
  private static func moveDeadline(_ event: TestEvent, moved: Gate, until gate: Gate) async throws {
    try await event.change { _, unit in
      try unit.execute("UPDATE event SET submissions_due_at = clock_timestamp() - interval '1 hour'")
      moved.open()
      gate.wait()
    }
  }

  @Test func whoHandsInWhileTheDeadlineIsMovedEarlierWaitsAndIsLate() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 1)
      try await event.setDeadline("1 hour")
      try await event.draft("t1", "One")
      let (moved, release) = (Gate(), Gate())
      async let mover: Void = Self.moveDeadline(event, moved: moved, until: release)
      await moved.passed()
      async let late = secondsLate { try await event.submit("t1", asParticipant: true) }
      try await event.somebodyWaits()
      release.open()
      try await mover
      #expect((3600...3660).contains(try await late ?? 0))
      #expect(try await event.history("t1") == [])
    }
  }

  @Test func whoMovesTheDeadlineEarlierWaitsForWhatIsBeingHandedIn() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 1)
      try await event.setDeadline("1 hour")
      try await event.draft("t1", "One")
      let (handedIn, release, backend) = (Gate(), Gate(), event.backend)
      async let hand: Void = event.change { id, unit in
        var way = Submitting()
        way.asParticipant = true
        _ = try backend.submissions.submit("t1", way, of: id, in: unit)
        handedIn.open()
        release.wait()
      }
      await handedIn.passed()
      let free = Gate()
      free.open()
      async let mover: Void = Self.moveDeadline(event, moved: Gate(), until: free)
      try await event.somebodyWaits()
      #expect(try await event.value("SELECT submissions_due_at > clock_timestamp() FROM event", as: Bool.self) == true)
      release.open()
      try await hand
      try await mover
      #expect(try await event.history("t1") == ["1 in time judged"])
    }
  }

  @Test func whoHandInTheSameAtOnceMakeOneVersion() async throws {
    try await TestEvent.with(connections: 16) { event in
      try await event.register(teams: 1)
      try await event.draft("t1", "One")
      let came = await countSuccesses(of: 16, letting: SubmittingError.blankReason) { _ in
        try await event.submit("t1", asParticipant: true)
      }
      #expect(came == (16, 0, []))
      #expect(try await event.history("t1") == ["1 in time judged"])
    }
  }

  /// Forty teams submit around a deadline that passes meanwhile: what was taken came by then, and what was refused did not.
  @Test func aCrowdAroundTheDeadlineIsDividedByIt() async throws {
    try await TestEvent.with(connections: 20) { event in
      try await event.register(teams: 40)
      for number in 1...40 { try await event.draft("t\(number)", "One") }
      try await event.setDeadline("300 milliseconds")
      let refused = await withTaskGroup(of: Int.self) { group in
        for number in 1...40 {
          group.addTask {
            try? await Task.sleep(for: .milliseconds(15 * number))
            let late = try? await secondsLate { try await event.submit("t\(number)", asParticipant: true) }
            return late == nil ? 0 : 1
          }
        }
        return await group.reduce(0, +)
      }
      let taken = try await event.value("SELECT count(*) FROM submission_version", as: Int.self) ?? 0
      #expect(taken > 0 && refused > 0 && taken + refused == 40)
      #expect(
        try await event.value(
          "SELECT count(*) FROM submission_version JOIN event USING (event_id) WHERE received_at > submissions_due_at",
          as: Int.self) == 0)
    }
  }
}
