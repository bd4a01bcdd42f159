import Audit
import Backend
import Events
import Participants
import Postgres
import Teams
import TestBackend
import Testing
import Vocabulary

/// People come, change, check in and withdraw; what the log keeps of them can be taken out without a trace.
@Suite struct ParticipantRules {
  func registration(_ event: TestEvent, _ key: String) async throws -> Registration {
    let backend = event.backend
    return try await event.database.read { try backend.participants.registration(key, of: event.id, in: $0) }
  }

  func add(_ event: TestEvent, _ key: String?, _ name: String) async throws -> String {
    let backend = event.backend
    return try await event.change { id, unit in
      try backend.participants.add(try key.map(Slug.init), of: id, in: unit) { $0.displayName = name }.key.text
    }
  }

  @Test func aKeyThatIsMadeIsANumbersAndNeverTaken() async throws {
    try await TestEvent.with { event async throws in
      #expect(try await add(event, "p-2", "Zoë Quixote") == "p-2")
      #expect(try await add(event, nil, "Amina Diallo") == "p-2-x")
      #expect(try await add(event, nil, "Amina Diallo") == "p-3")
      let there = await #expect(throws: ParticipantError.self) { try await add(event, "p-3", "Another") }
      #expect(there == .alreadyThere(try Slug("p-3")))
    }
  }

  @Test func onlyWhatIsGivenChanges() async throws {
    try await TestEvent.with { event in
      _ = try await add(event, "zoe", "Zoë")
      let backend = event.backend
      func edit(_ change: @escaping @Sendable (inout Participant) -> Void) async throws -> Outcome {
        try await event.change { try backend.participants.edit("zoe", of: $0, in: $1, change) }
      }
      #expect(try await edit { $0.email = EmailAddress("zoe@example.org") } == .updated)
      #expect(try await edit { $0.languages = ["fr", "en"] } == .updated)
      #expect(try await edit { $0.languages = ["fr", "en"] } == .unchanged)
      #expect(try await registration(event, "zoe").participant.email?.text == "zoe@example.org")
      #expect(try await edit { $0.email = nil } == .updated)
      #expect(try await registration(event, "zoe").participant.email == nil)
      #expect(try await registration(event, "zoe").participant.languages == ["fr", "en"])
      let blank = await #expect(throws: ParticipantError.self) { try await edit { $0.displayName = " " } }
      #expect(blank == .blankName(try Slug("zoe")))
    }
  }

  @Test func checkingInTwiceIsOnceAndNeverAfterAWithdrawal() async throws {
    try await TestEvent.with { event in
      try await event.register(people: 3)
      let backend = event.backend
      func checkIn(_ keys: [String]) async throws -> [String: Outcome] {
        try await event.change { try backend.participants.checkIn(keys, of: $0, in: $1) }
      }
      #expect(try await checkIn(["p2", "p1", "p2"]) == ["p1": .updated, "p2": .updated])
      let first = try await registration(event, "p1").checkedInAt
      #expect(try await checkIn(["p1"]) == ["p1": .unchanged])
      #expect(try await registration(event, "p1").checkedInAt == first)
      try await event.withdraw("p2")
      let gone = await #expect(throws: ParticipantError.self) { try await checkIn(["p3", "p2"]) }
      #expect(gone == .withdrawn("p2"))
      #expect(try await registration(event, "p3").checkedInAt == nil)
      #expect(try await registration(event, "p2").checkedInAt == nil)
    }
  }

  @Test func whoWithdrewIsCountedNowhere() async throws {
    try await TestEvent.with { event in
      try await event.register(people: 3)
      try await event.change { id, unit in
        try unit.execute("UPDATE participant SET country = CASE key WHEN 'p2' THEN 'FR' ELSE 'CA' END")
      }
      try await event.withdraw("p2")
      let (backend, id) = (event.backend, event.id)
      let counts = try await event.database.read { try backend.events.counts(of: id, in: $0) }
      #expect((counts.participants, counts.nationalities) == (2, 1))
      let count = try await event.database.read { try backend.participants.count(of: id, in: $0) }
      #expect((count.people, count.nationalities) == (2, 1))
    }
  }

  @Test func whoWithdrawsLeavesTheTeamAndComesBackWithoutOne() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 1, people: 1)
      try await event.join("p1", "t1", asCaptain: true)
      let backend = event.backend
      #expect(try await event.withdraw("p1") == "t1")
      #expect(try await event.withdraw("p1") == nil)
      #expect(try await event.roster("t1") == "t1:")
      #expect(try await event.change { try backend.participants.readmit("p1", of: $0, in: $1) } == .updated)
      #expect(try await event.change { try backend.participants.readmit("p1", of: $0, in: $1) } == .unchanged)
      let back = try await registration(event, "p1")
      #expect(back.team == nil && back.withdrawnAt == nil)
    }
  }

  @Test func listsAreNarrowed() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 1, people: 3)
      try await event.join("p1", "t1")
      try await event.withdraw("p2")
      let backend = event.backend
      func keys(_ change: (inout ParticipantFilter) -> Void) async throws -> [String] {
        var wanted = ParticipantFilter()
        change(&wanted)
        let filter = wanted
        return try await event.database.read { try backend.participants.all(of: event.id, filter, in: $0) }
          .map(\.participant.key.text)
      }
      #expect(try await keys { _ in } == ["p1", "p2", "p3"])
      #expect(try await keys { $0.team = "t1" } == ["p1"])
      #expect(try await keys { $0.isWithdrawn = true } == ["p2"])
      #expect(try await keys { $0.isWithoutTeam = true } == ["p3"])
      #expect(try await keys { $0.country = CountryCode("CA") } == [])
      let unknown = await #expect(throws: ParticipantError.self) { try await keys { $0.team = "t2" } }
      #expect(unknown == .unknownTeam("t2", nearest: "t1"))
    }
  }

  @Test func theLogNamesPeopleByNumberSoThatErasingLeavesNoTrace() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 2)
      _ = try await add(event, "zoe-quixote", "Zoë Quixote")
      let backend = event.backend
      let code = try await event.invite("zoe-quixote", to: "t1")
      try await event.join(by: code, "zoe-quixote")
      try await event.join("zoe-quixote", "t1", asCaptain: true)
      try await event.merge("t1", into: "t2")
      try await event.change { id, unit in
        _ = try backend.participants.checkIn(["zoe-quixote"], of: id, in: unit)
        _ = try backend.teams.remove("zoe-quixote", from: "t2", of: id, in: unit)
      }
      try await event.withdraw("zoe-quixote")
      #expect(
        try await event.value("SELECT count(*) FROM audit_entry WHERE details ~* 'zoe|quixote'", as: Int.self) == 0)

      func named() async throws -> Set<String> {
        let entries = try await event.database.read { try backend.audit.entries(of: event.id, newest: 50, in: $0) }
        return Set(entries.flatMap { $0.participants.values })
      }
      #expect(try await named() == ["zoe-quixote"])
      try await event.change { id, unit in
        try unit.execute("DELETE FROM audit_personal_value")
        try backend.audit.did("erased", "participant", "1", of: id, in: unit)
      }
      try await event.meddle(
        """
        UPDATE participant SET key = 'p-1', display_name = 'p-1', name_folded = '', erased_at = clock_timestamp()
        """)
      #expect(try await named() == [])
      #expect(try await event.database.read { try backend.audit.verify(event.id, in: $0) }.firstFault == nil)
      let erased = await #expect(throws: ParticipantError.self) { try await event.withdraw("p-1") }
      #expect(erased == .erased("p-1"))
    }
  }

  @Test func statisticsCountWhoTakesPart() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 1, people: 20)
      try await event.meddle(
        """
        UPDATE participant SET country = CASE WHEN participant_id <= 9 THEN 'CA' WHEN participant_id <= 15 THEN 'MX'
          WHEN participant_id <= 18 THEN 'FR' ELSE NULL END, languages = 'en fr'
        """)
      try await event.join("p1", "t1")
      try await event.withdraw("p20")
      let backend = event.backend
      _ = try await event.change { try backend.participants.checkIn(["p1", "p2"], of: $0, in: $1) }
      let statistics = try await event.database.read { try backend.participants.statistics(of: event.id, in: $0) }
      let totals = statistics.totals
      #expect([totals.registered, totals.checkedIn, totals.withdrawn, totals.inTeam] == [20, 2, 1, 1])
      // The three of France would be what the others leave over.
      #expect(statistics.countries.shown.map { "\($0.name) \($0.people)" } == ["CA 9"])
      #expect(statistics.countries.hidden == .mixed(2))
      #expect(statistics.languages.shown.map { "\($0.name) \($0.people)" } == ["en 19", "fr 19"])
      #expect(statistics.languages.hidden == .none)
    }
  }
}
