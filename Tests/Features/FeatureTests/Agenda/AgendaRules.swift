import Agenda
import AgendaFormats
import Audit
import Backend
import CanonicalJSON
import Postgres
import TestBackend
import Testing
import Vocabulary

/// What a draft may hold, and what leaves the house.
@Suite struct AgendaRules {
  @Test func nothingOfADraftLeaksUntilItIsPublished() async throws {
    try await TestEvent.with { event in
      try await event.session("a") { $0.title = LocalizedText([.english: "First"]) }
      let error = await #expect(throws: PublishingError.self) { try await event.published() }
      #expect(error == .notPublished)
      #expect(try await event.publish().outcome == .created)
      try await event.session("a") { $0.title = LocalizedText([.english: "Leaked"]) }
      try await event.session("b")
      #expect(try await event.published().sessions.map(\.title) == [LocalizedText([.english: "First"])])
      #expect(try await event.publish().outcome == .updated)
      #expect(try await event.feed() == ["a 1 confirmed", "b 0 confirmed"])
      #expect(try await event.publish().outcome == .unchanged)
    }
  }

  @Test func eachVersionSaysWhatWasNew() async throws {
    try await TestEvent.with { event in
      try await event.session("a")
      try await event.session("b", ("12:00", "13:00"))
      try await event.publish()
      try await event.session("a", ("10:00", "11:30"))
      let backend = event.backend
      try await event.change { _ = try backend.agenda.cancel("b", undo: false, of: $0, in: $1) }
      let changes = try await event.publish().version.changes
      #expect(
        changes == [
          AgendaChange(session: "a", kind: .changed, fields: ["end"]),
          AgendaChange(session: "b", kind: .cancelled, fields: ["cancelled"]),
        ])
      try await event.change { try backend.agenda.remove("a", of: $0, in: $1) }
      try await event.change { _ = try backend.agenda.cancel("b", undo: true, of: $0, in: $1) }
      #expect(try await event.publish().version.changes.map(\.kind) == [.restored, .removed])
      #expect(try await event.feed() == ["a 2 cancelled", "b 2 confirmed"])
      // One that comes back under its key is the same session to calendars.
      try await event.session("a")
      try await event.publish()
      #expect(try await event.feed() == ["a 3 confirmed", "b 2 confirmed"])
    }
  }

  @Test func aSessionThatIsNoLongerPublicIsCancelledInTheFeedAndShowsNothingNew() async throws {
    try await TestEvent.with { event in
      try await event.session("a") { $0.title = LocalizedText([.english: "Open"]) }
      try await event.publish()
      try await event.session("a") {
        $0.title = LocalizedText([.english: "Secret"])
        $0.audience = .participants
      }
      #expect(try await event.publish().version.changes.map(\.kind) == [.changed])
      #expect(try await event.feed() == ["a 1 cancelled"])
      #expect(try await event.published().sessions.map(\.title) == [LocalizedText([.english: "Open"])])
      let inside = try await event.published(to: .participants).sessions
      #expect(inside.map(\.title) == [LocalizedText([.english: "Secret"])])
      #expect(inside.map(\.isCancelled) == [false])
      try await event.session("a")
      try await event.publish()
      #expect(try await event.feed() == ["a 2 confirmed"])
    }
  }

  @Test func aSpeakerOrARoomTwiceAtOnceIsDoubtfulAndNotPublished() async throws {
    try await TestEvent.with { event in
      try await event.room("salle-a")
      try await event.session("a", speakers: ["José Díaz"]) { $0.room = "salle-a" }
      try await event.session("b", ("10:30", "11:30"), speakers: ["jose diaz"])
      try await event.session("c", ("10:59", "12:00")) { $0.room = "salle-a" }
      // One that begins when another ends does not clash, and neither does one at the same hour elsewhere.
      try await event.session("d", ("11:30", "12:00"), speakers: ["José Díaz"])
      let backend = event.backend
      let problems = try await event.database.read {
        try backend.agenda.findings(of: event.id, in: $0).filter { $0.level == .problem }.map {
          "\($0.code) \($0.subjects.first ?? "")"
        }
      }
      #expect(problems == ["speaker-twice b", "room-twice c"])
      let error = await #expect(throws: PublishingError.self) { try await event.publish() }
      #expect(
        error?.explanation.message
          == #"The agenda cannot be published: "jose diaz" speaks in "a" and "b" at once. Room "salle-a" has "a" and "c" at once."#
      )
      try await event.change { _ = try backend.agenda.cancel("a", undo: false, of: $0, in: $1) }
      #expect(try await event.publish().version.number == 1)
    }
  }

  @Test func someoneWhoIsNotToBeNamedIsNotNamed() async throws {
    try await TestEvent.with { event in
      try await event.session("a")
      let backend = event.backend
      try await event.change { id, unit in
        var hidden = Speaker(name: "Jane Roe")
        hidden.isPublic = false
        hidden.role = LocalizedText([.english: "Survivor"])
        try backend.agenda.setSpeakers([hidden, Speaker(name: "Ann")], of: "a", id, in: unit)
      }
      try await event.publish()
      #expect(try await event.published(to: .participants).sessions[0].speakers.map(\.name) == [nil, "Ann"])
      let kept = try await event.value("SELECT sessions::text FROM agenda_version", as: String.self)
      #expect(kept?.contains("Survivor") == true && kept?.contains("Jane") == false)
      // In the log a name stands as its hash only.
      let logged = try await event.value("SELECT string_agg(details::text, '') FROM audit_entry", as: String.self)
      #expect(logged?.contains("Survivor") == true && logged?.contains("Jane") == false)
    }
  }

  @Test func whatWasPublishedCannotBeChanged() async throws {
    try await TestEvent.with { event in
      try await event.session("a")
      try await event.publish()
      for statement: SQL in ["UPDATE agenda_version SET note = 'x'", "DELETE FROM agenda_version"] {
        await #expect(throws: PostgresError.self) { try await event.change { _ = try $1.execute(statement) } }
      }
    }
  }

  @Test func twentyWhoPublishAtOnceMakeOneVersion() async throws {
    try await TestEvent.with(connections: 20) { event in
      try await event.session("a")
      let outcomes = try await withThrowingTaskGroup(of: Outcome.self) { group in
        for _ in 1...20 { group.addTask { try await event.publish().outcome } }
        return try await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
      }
      #expect(outcomes == [.created: 1, .unchanged: 19])
    }
  }

  @Test func aRoomInWhichSomethingTakesPlaceStays() async throws {
    try await TestEvent.with { event in
      try await event.room("salle-a")
      try await event.session("a") { $0.room = "salle-a" }
      let backend = event.backend
      let error = await #expect(throws: RoomError.self) {
        try await event.change { try backend.agenda.remove(room: "salle-a", of: $0, in: $1) }
      }
      #expect(error == .used(try Slug("salle-a"), sessions: 1))
      let unknown = await #expect(throws: RoomError.self) {
        try await event.session("a") { $0.room = "salle-b" }
      }
      #expect(unknown == .unknown("salle-b", nearest: "salle-a"))
    }
  }

  @Test func theLogSaysWhatBecameOfASession() async throws {
    try await TestEvent.with { event in
      try await event.session("a", speakers: ["Ann"])
      try await event.session("a", ("10:00", "12:00"))
      try await event.publish()
      let backend = event.backend
      try await event.change { try backend.agenda.remove("a", of: $0, in: $1) }
      let entries = try await event.database.read { try backend.audit.entries(of: event.id, newest: 6, in: $0) }
      #expect(
        entries.reversed().map { "\($0.action) \($0.noun) \($0.key)" } == [
          "created session a", "created speaker a/1", "updated session a", "published agenda version 1",
          "removed speaker a/1", "removed session a",
        ])
    }
  }
}
