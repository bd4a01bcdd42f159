import Access
import Backend
import Events
import Postgres
import Teams
import TestBackend
import TestDatabase
import Testing
import Vocabulary

/// Two clients at once: what one removes, the other does not use, and both hear it in words.
@Suite(.serialized) struct RemovalRaces {
  /// Does something and waits for the gate before it is kept.
  private static func hold(
    _ event: TestEvent, done: Gate, until gate: Gate, _ body: @Sendable (EventID, UnitOfWork) throws -> Void
  ) async throws {
    try await event.change { id, unit in
      try body(id, unit)
      done.open()
      gate.wait()
    }
  }

  @Test func `who joins a team that is being removed waits, and the team is unknown`() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 1, people: 1)
      let (backend, done, release) = (event.backend, Gate(), Gate())
      async let remover: Void = Self.hold(event, done: done, until: release) {
        try backend.teams.remove("t1", of: $0, in: $1)
      }
      await done.passed()
      async let refusal = #expect(throws: TeamError.self) { try await event.join("p1", "t1") }
      try await event.somebodyWaits()
      release.open()
      try await remover
      #expect(await refusal == .unknownTeam("t1", nearest: nil))
    }
  }

  @Test func `who removes a team that somebody joins waits, and is refused`() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 1, people: 1)
      let (backend, done, release) = (event.backend, Gate(), Gate())
      async let joiner: Void = Self.hold(event, done: done, until: release) {
        _ = try backend.teams.add("p1", to: "t1", of: $0, in: $1)
      }
      await done.passed()
      async let refusal = #expect(throws: TeamChangeError.self) {
        try await event.change { try backend.teams.remove("t1", of: $0, in: $1) }
      }
      try await event.somebodyWaits()
      release.open()
      try await joiner
      #expect(await refusal == .stillReferredTo("t1", by: "members"))
    }
  }

  @Test func `of two organisers who are removed at once the last one stays`() async throws {
    try await TestEvent.with { event in
      let (backend, done, release) = (event.backend, Gate(), Gate())
      _ = try await event.change { try backend.organisers.add("bea", to: $0, in: $1) }
      async let first: Void = Self.hold(event, done: done, until: release) {
        try backend.organisers.remove("bea", of: $0, in: $1)
      }
      await done.passed()
      async let refusal = #expect(throws: AccessError.self) {
        try await event.change { try backend.organisers.remove("ada", of: $0, in: $1) }
      }
      try await event.somebodyWaits()
      release.open()
      try await first
      #expect(await refusal == .lastOrganiser("ada"))
    }
  }

  @Test func `who adds a team to an event that is being removed waits, and finds no event`() async throws {
    try await TestEvent.with { event in
      let (backend, done, release) = (event.backend, Gate(), Gate())
      async let remover: Void = Self.hold(event, done: done, until: release) {
        try backend.events.remove($0, in: $1)
      }
      await done.passed()
      async let refusal = #expect(throws: EventError.self) { try await event.register(teams: 1) }
      try await event.somebodyWaits()
      release.open()
      try await remover
      #expect(await refusal == .noEvent)
    }
  }
}
