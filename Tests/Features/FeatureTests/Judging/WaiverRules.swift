import Access
import Backend
import Judging
import Organisations
import Participants
import Postgres
import Scores
import Teams
import TestBackend
import Testing
import Vocabulary

/// A domain or an organisation that a host shares with everybody is waived whole, by two organisers, before the first score.
@Suite struct WaiverRules {
  private static let host = WaiverSubject.domain("host.example")

  /// Judging is open for three teams, each with a member at the host, and two judges who are there too.
  private func hosting(connections: Int = 4, _ body: @Sendable (TestEvent, ScoringForm) async throws -> Void)
    async throws
  {
    try await TestEvent.with(connections: connections) { event in
      let form = try await event.openJudging(teams: 3, judges: 2)
      try await event.register(teams: 0, people: 3)
      let backend = event.backend
      for number in 1...3 {
        try await event.change { id, unit in
          var person = Participant(key: try Slug("p\(number)"), displayName: "Person \(number)")
          person.email = EmailAddress("p\(number)@host.example")
          _ = try backend.participants.set(person, of: id, in: unit)
        }
        try await event.join("p\(number)", "t\(number)")
      }
      try await event.change { id, unit in
        for code in ["J-1", "J-2"] {
          _ = try backend.judging.set(code, of: id, in: unit) { $0.email = EmailAddress("\(code)@HOST.example") }
        }
      }
      #expect(try await event.findConflicts() == "6 found, 0 lost")
      try await body(event, form)
    }
  }

  @Test func `two organisers end every found conflict of a domain, and one does not`() async throws {
    try await hosting { event, form in
      try await event.declare("J-2", "t3")
      let bob = try await event.token("bob")
      #expect(
        try await event.waive(Self.host, by: bob) == ConflictWaiver(outcome: .created, conflicts: 6, organisers: 1))
      // The same person with another token is still one.
      let again = try await event.waive(Self.host, by: try await event.token("bob"))
      #expect(again == ConflictWaiver(outcome: .unchanged, conflicts: 6, organisers: 1))
      await #expect(throws: ScoreError.conflict(judge: "J-1", team: "t1")) {
        try await event.save("J-1", "t1", impact: 1, data: 1, by: form)
      }
      let second = try await event.waive(.domain("@Host.Example"), by: try await event.token("eve"))
      #expect(second == ConflictWaiver(outcome: .created, conflicts: 6, organisers: 2))
      #expect(try await event.save("J-1", "t1", impact: 1, data: 1, by: form) == .created)
      // What somebody declared stays.
      await #expect(throws: ScoreError.conflict(judge: "J-2", team: "t3")) {
        try await event.save("J-2", "t3", impact: 1, data: 1, by: form)
      }
      // A conflict that is found later is waived as well.
      try await event.add(judge: "J-3") { $0.email = EmailAddress("late@host.example") }
      #expect(try await event.findConflicts() == "3 found, 0 lost")
      #expect(try await event.conflicts().filter { !$0.hasSuffix(" off") } == ["J-2 t3 declared"])
      let logged = try await event.value(
        "SELECT count(*) FROM audit_entry WHERE details LIKE '%conflict waiver%' AND details LIKE '%domain host.example%'",
        as: Int.self)
      #expect(logged == 2)
    }
  }

  @Test func `an organisation is waived by any of its names`() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 2, people: 0)
      let backend = event.backend
      try await event.change { id, unit in
        _ = try backend.organisations.set(
          Organisation(
            key: try Slug("ub"), name: LocalizedText([.english: "Uni Bay", .french: "Université de la Baie"])),
          standing: Organisation.Standing(role: .affiliation, printOrder: 1), of: id, in: unit)
        for team in ["t1", "t2"] {
          _ = try backend.teams.set(try Slug(team), of: id, in: unit) { $0.affiliation = "Uni Bay" }
        }
      }
      try await event.add(judge: "J-1") { $0.affiliation = "UNIVERSITE DE LA BAIE" }
      let (bob, eve) = (try await event.token("bob"), try await event.token("eve"))
      #expect(try await event.waive(.organisation("ub"), by: bob).isOpen)
      #expect(try await event.conflicts() == ["J-1 t1 organisation", "J-1 t2 organisation"])
      #expect(try await !event.waive(.organisation("uni bay"), by: eve).isOpen)
      #expect(try await event.conflicts() == ["J-1 t1 organisation off", "J-1 t2 organisation off"])
      let unknown = await #expect(throws: ConflictError.self) {
        try await event.waive(.organisation("Uni Hill"), by: bob)
      }
      #expect(unknown == .nothingToWaive(.organisation("Uni Hill"), known: []))
    }
  }

  @Test func `nothing is waived after the first score`() async throws {
    try await hosting { event, form in
      let (bob, eve) = (try await event.token("bob"), try await event.token("eve"))
      _ = try await event.waive(Self.host, by: bob)
      try await event.add(judge: "J-3")
      let backend = event.backend
      try await event.change { id, unit in
        try backend.judging.assign(Assignment(judge: "J-3", team: "t1"), in: form.round, of: id, in: unit)
      }
      try await event.save("J-3", "t1", impact: 1, data: 1, by: form)
      let refused = await #expect(throws: ConflictError.self) { try await event.waive(Self.host, by: eve) }
      #expect(refused == .waivedAfterScores(Self.host))
      #expect(try await event.conflicts().count { $0.hasSuffix(" off") } == 0)
    }
  }

  /// Whatever comes first, no score is older than a waiver.
  @Test func `the first score and the second waiver at once`() async throws {
    try await hosting(connections: 8) { event, form in
      let (bob, eve) = (try await event.token("bob"), try await event.token("eve"))
      _ = try await event.waive(Self.host, by: bob)
      try await event.add(judge: "J-3")
      let backend = event.backend
      try await event.change { id, unit in
        try backend.judging.assign(Assignment(judge: "J-3", team: "t1"), in: form.round, of: id, in: unit)
      }
      async let waived = countSuccesses(of: 1, letting: ConflictError.waivedAfterScores(Self.host)) { _ in
        try await event.waive(Self.host, by: eve)
      }
      async let scored = countSuccesses(of: 1, letting: ScoreError.roundNotOpen) { _ in
        try await event.save("J-3", "t1", impact: 1, data: 1, by: form)
      }
      let (waiver, score) = (await waived, await scored)
      #expect(waiver.others == [] && score.others == [])
      #expect(score.successes == 1)
      let late = try await event.value(
        """
        SELECT count(*) FROM conflict_waiver AS w JOIN sheet_revision AS r USING (event_id)
        WHERE r.recorded_at < w.said_at
        """, as: Int.self)
      #expect(late == 0)
    }
  }

  /// A first score that is being saved is waited for, and then it counts.
  @Test func `a waiver waits for a first score that is not committed yet`() async throws {
    try await hosting(connections: 8) { event, form in
      let eve = try await event.token("eve")
      try await event.add(judge: "J-3")
      let backend = event.backend
      try await event.change { id, unit in
        try backend.judging.assign(Assignment(judge: "J-3", team: "t1"), in: form.round, of: id, in: unit)
      }
      let refusal = ConflictError.waivedAfterScores(Self.host)
      async let scored: Void = event.change { id, unit in
        let sheet = Sheet(
          judge: "J-3", team: "t1", points: ["impact": Points(thousandths: 1000)], status: .draft)
        _ = try backend.scores.save(sheet, by: form, of: id, in: unit)
        try unit.execute("SELECT pg_sleep(1)")
      }
      try await Task.sleep(for: .milliseconds(400))
      await #expect(throws: refusal) { try await event.waive(Self.host, by: eve) }
      try await scored
    }
  }

  @Test func `two organisers at once are two`() async throws {
    try await hosting(connections: 8) { event, form in
      let tokens = [try await event.token("bob"), try await event.token("eve")]
      let tally = await countSuccesses(of: 2, letting: ConflictError.reasonNeeded) { number in
        try await event.waive(Self.host, by: tokens[number % 2])
      }
      #expect(tally.successes == 2)
      #expect(try await event.conflicts().allSatisfy { $0.hasSuffix(" off") })
      #expect(try await event.save("J-1", "t1", impact: 1, data: 1, by: form) == .created)
    }
  }

  @Test func `the schema takes no waiver by a judge or with another's token, and none changes`() async throws {
    try await hosting { event, _ in
      let judge = try await event.comeIn("J-1")
      let error = await #expect(throws: PostgresError.self) { try await event.waive(Self.host, by: judge) }
      #expect(error?.constraint == "conflict_waived_by_organisers")
      _ = try await event.waive(Self.host, by: try await event.token("bob"))
      for change in [
        "UPDATE conflict_waiver SET reason = 'x'", "DELETE FROM conflict_waiver", "TRUNCATE conflict_waiver",
      ] {
        await #expect(throws: PostgresError.self) { try await event.database.session { try $0.run(script: change) } }
      }
      let forged = await #expect(throws: PostgresError.self) {
        try await event.database.session { session in
          try session.run(
            script: """
              INSERT INTO conflict_waiver (event_id, kind, subject, principal_id, token_id, reason)
              SELECT p.event_id, 'domain', 'host.example', p.principal_id, t.token_id, 'forged'
              FROM principal AS p JOIN access_token AS t USING (event_id) WHERE p.name = 'ada' LIMIT 1
              """)
        }
      }
      #expect(forged?.constraint == "conflict_waiver_authenticated")
    }
  }

  @Test func `the erasure of a judge opens no waived conflict again`() async throws {
    try await hosting { event, form in
      for name in ["bob", "eve"] { _ = try await event.waive(Self.host, by: try await event.token(name)) }
      try await event.save("J-1", "t1", impact: 1, data: 1, by: form)
      let backend = event.backend
      try await event.change { id, unit in _ = try backend.judging.erase(["J-1"], of: id, in: unit) }
      #expect(try await event.conflicts().allSatisfy { $0.hasPrefix("J-2 ") && $0.hasSuffix(" off") })
    }
  }
}

extension TestEvent {
  @discardableResult
  fileprivate func waive(_ subject: WaiverSubject, by token: AccessToken) async throws -> ConflictWaiver {
    let backend = try await admitted(by: token)
    let holder = try backend.authenticated()
    return try await backend.change { id, unit in
      try backend.judging.waiveConflicts(by: subject, as: holder, because: "our host", of: id, in: unit)
    }
  }
}
