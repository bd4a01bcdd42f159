import Access
import Audit
import Backend
import CanonicalJSON
import Participants
import Postgres
import TestBackend
import Testing
import Vocabulary

@Suite struct AuditLogTests {
  func verify(_ event: TestEvent, against seal: String? = nil) async throws -> AuditVerification {
    try await event.database.read {
      try event.backend.audit.verify(
        event.id, against: [seal].compactMap { $0.map { KeptSeal($0, in: "the test") } }, in: $0)
    }
  }

  func append(_ count: Int, to event: TestEvent) async throws {
    try await event.change { id, unit in
      for number in 1...count {
        try event.backend.audit.did("did", "thing", String(number), [AuditField("number", number)], of: id, in: unit)
      }
    }
  }

  @Test func aWholeLogVerifies() async throws {
    try await TestEvent.with { event in
      try await append(20, to: event)
      // Two entries come from adding the event and its first organiser.
      #expect(try await verify(event) == AuditVerification(entries: 22, chains: 1, checkpoints: 0, firstFault: nil))
    }
  }

  @Test func anEntryTellsWhoDidWhatThroughWhichDoorFromWhatToWhat() async throws {
    try await TestEvent.with { event in
      try await event.change { id, unit in
        let (before, after) = ([AuditField("size", 3)], [AuditField("size", 4), AuditField("same", "x")])
        try event.backend.audit.did("updated", "thing", "t-1", from: before + [after[1]], after, of: id, in: unit)
      }
      let entry = try await event.database.read { try event.backend.audit.entries(of: event.id, newest: 1, in: $0) }
        .first
      #expect(entry?.principal == "ada")
      #expect(entry?.channel == "command line")
      #expect(entry.map { "\($0.number) \($0.action) \($0.noun) \($0.key)" } == "3 updated thing t-1")
      #expect(entry?.changes.map(\.field) == ["size"])
      #expect(entry?.changes.map { [$0.old, $0.new] } == [[3, 4]])
    }
  }

  @Test func somebodyWhomTheEventDoesNotKnowChangesNothing() async throws {
    try await TestEvent.with { event in
      let error = await #expect(throws: AuditError.self) {
        try await event.database.transaction(as: .organiser("mallory"), through: .commandLine) { unit in
          _ = try event.backend.participants.set(
            Participant(key: try Slug("p-1"), displayName: "Eve"), of: event.id, in: unit)
        }
      }
      #expect(error == .unknownPrincipal("mallory"))
      #expect(error?.explanation.message == "\"mallory\" is not an organiser of this event.")
      let people = try await event.value("SELECT count(*) FROM participant", as: Int.self)
      #expect(people == 0)
    }
  }

  @Test func twentyWritersLeaveNoGap() async throws {
    try await TestEvent.with(connections: 20) { event in
      try await withThrowingTaskGroup { group in
        for writer in 0..<20 {
          group.addTask {
            for number in 0..<10 {
              try await event.change { id, unit in
                try event.backend.audit.did("did", "thing", "\(writer)-\(number)", of: id, in: unit)
              }
            }
          }
        }
        try await group.waitForAll()
      }
      #expect(try await verify(event) == AuditVerification(entries: 202, chains: 1, checkpoints: 0, firstFault: nil))
    }
  }

  @Test func aUnitThatFailsLeavesNoEntry() async throws {
    struct Stop: Error {}
    try await TestEvent.with { event in
      await #expect(throws: Stop.self) {
        try await event.change { id, unit in
          try event.backend.audit.did("did", "thing", "1", of: id, in: unit)
          throw Stop()
        }
      }
      let verified = try await verify(event)
      #expect(verified.entries == 2)
      #expect(verified.firstFault == nil)
    }
  }

  @Test(arguments: [
    "UPDATE audit_entry SET details = details", "DELETE FROM audit_entry", "TRUNCATE audit_entry CASCADE",
  ])
  func theProgramsOwnUserCannotChangeAnEntry(_ statement: String) async throws {
    try await TestEvent.with { event in
      let error = await #expect(throws: PostgresError.self) {
        try await event.database.session { try $0.run(script: statement) }
      }
      #expect(error?.sqlState == "DJ001")
    }
  }

  @Test(arguments: [
    ("UPDATE audit_entry SET details = replace(details, '\"7\"', '\"8\"') WHERE number = 9", "the entry 9 of \"ada\""),
    (
      "UPDATE audit_entry SET recorded_at = recorded_at + interval '1 microsecond' WHERE number = 9",
      "the entry 9 of \"ada\""
    ),
    ("UPDATE audit_entry SET hash = sha256(hash) WHERE number = 9", "the entry 9 of \"ada\""),
    ("DELETE FROM audit_entry WHERE number = 9", "the entry 9 of \"ada\" is missing"),
    ("DELETE FROM audit_entry WHERE number = 22", "the chain of \"ada\" ends at entry 21, but should have 22"),
    (
      "UPDATE audit_entry SET number = 100 WHERE number = 9; UPDATE audit_entry SET number = 9 WHERE number = 10;"
        + "UPDATE audit_entry SET number = 10 WHERE number = 100", "the entry 9 of \"ada\""
    ),
    ("UPDATE audit_chain SET length = 5", "the chain of \"ada\" ends at entry 22, but should have 5"),
  ])
  func whatASuperuserAltersIsFound(_ script: String, _ fault: String) async throws {
    try await TestEvent.with { event in
      try await append(20, to: event)
      try await event.meddle(script)
      let found = try await verify(event).firstFault
      #expect(found?.hasPrefix(fault) == true, "\(found ?? "nothing") was found")
    }
  }

  @Test func aSealFindsATailThatWasCutOffCleanly() async throws {
    try await TestEvent.with { event in
      try await append(20, to: event)
      let seal = try await event.change { try event.backend.audit.seal($0, because: "kept", in: $1) }
      #expect(try await verify(event, against: seal).firstFault == nil)
      try await event.meddle(
        """
        DELETE FROM audit_entry WHERE number > 15;
        UPDATE audit_chain SET length = 15, head = (SELECT hash FROM audit_entry WHERE number = 15)
        """)
      #expect(try await verify(event).firstFault == "entry 22 of a chain is missing, but a checkpoint names it")
    }
  }

  @Test func aSealKeptElsewhereFindsALogThatWasWrittenAnew() async throws {
    try await TestEvent.with { event in
      try await append(3, to: event)
      let seal = try await event.change { try event.backend.audit.seal($0, because: "kept", in: $1) }
      try await event.meddle("DELETE FROM audit_checkpoint")
      #expect(try await verify(event).firstFault == nil)
      #expect(
        try await verify(event, against: seal).firstFault
          == "no checkpoint has the seal \(seal.prefix(12))… of the test, so the log is not the one that was sealed")
    }
  }

  @Test(arguments: [
    "UPDATE audit_checkpoint SET details = replace(details, 'kept', 'lost')",
    "DELETE FROM audit_checkpoint WHERE number = 1",
  ])
  func anAlteredCheckpointIsFound(_ script: String) async throws {
    try await TestEvent.with { event in
      for _ in 1...2 { try await event.change { _ = try event.backend.audit.seal($0, because: "kept", in: $1) } }
      try await event.meddle(script)
      #expect(try await verify(event).firstFault == "checkpoint 1 was changed or removed")
    }
  }

  @Test func personalValuesStandBesideTheChainAndCanBeErased() async throws {
    try await TestEvent.with { event in
      var person = Participant(key: try Slug("p-1"), displayName: "Zoë Quixote")
      person.email = EmailAddress("zoe@example.org")
      let participant = person
      try await event.change { _ = try event.backend.participants.set(participant, of: $0, in: $1) }
      #expect(
        try await event.value(
          "SELECT count(*) FROM audit_entry WHERE details LIKE '%Quixote%' OR details LIKE '%zoe%'", as: Int.self) == 0)
      let shown = try await event.database.read { try event.backend.audit.entries(of: event.id, newest: 1, in: $0) }
      #expect(shown.first?.changes.first { $0.field == "display name" }?.new == "Zoë Quixote")

      try await event.change { id, unit in
        try unit.execute("DELETE FROM audit_personal_value")
        try event.backend.audit.did("erased", "participant", "1", of: id, in: unit)
      }
      #expect(try await verify(event).firstFault == nil)
      let left = try await event.database.read { try event.backend.audit.entries(of: event.id, newest: 2, in: $0) }
      let digest = left.last?.changes.first { $0.field == "display name" }?.new.text ?? ""
      #expect(digest.hasPrefix("sha256:") && digest.count == 71)
    }
  }

  @Test func aPersonalValueThatWasAlteredIsFound() async throws {
    try await TestEvent.with { event in
      try await event.meddle("UPDATE audit_personal_value SET value = '\"eve\"'")
      #expect(try await verify(event).firstFault == "the personal value \"name\" beside entry 1 of \"ada\" was changed")
    }
  }

  @Test func eachPrincipalHasAChainOfTheirOwn() async throws {
    try await TestEvent.with { event in
      try await event.change { _ = try event.backend.organisers.add("grace", to: $0, in: $1) }
      try await event.database.transaction(as: .organiser("grace"), through: .commandLine) { unit in
        try event.backend.audit.did("did", "thing", "1", of: event.id, in: unit)
      }
      #expect(try await verify(event) == AuditVerification(entries: 4, chains: 2, checkpoints: 0, firstFault: nil))
    }
  }
}
