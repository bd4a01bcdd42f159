import Access
import Backend
import Events
import Judging
import Mentoring
import Organisations
import Participants
import Postgres
import Scores
import Teams
import TestBackend
import Testing
import Vocabulary

/// I4: who is in conflict with a team neither gets it nor scores it; what is found, what is said, and how two override it.
@Suite struct ConflictRules {
  @Test func whatTheFactsSayIsFoundAndLostAgain() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 5, people: 3)
      let backend = event.backend
      try await event.change { id, unit in
        _ = try backend.organisations.set(
          Organisation(
            key: try Slug("mila"), name: LocalizedText([.english: "Mila Institute", .french: "Institut Míla"])),
          standing: Organisation.Standing(role: .affiliation, printOrder: 1), of: id, in: unit)
        _ = try backend.teams.set(try Slug("t1"), of: id, in: unit) { $0.affiliation = "MILA institute" }
        for (key, email) in [("p1", "ann@acme.example"), ("p2", "bob@gmail.com")] {
          var person = Participant(key: try Slug(key), displayName: "Person of \(key)")
          person.email = EmailAddress(email)
          _ = try backend.participants.set(person, of: id, in: unit)
        }
      }
      try await event.join("p1", "t2")
      try await event.join("p2", "t3")
      try await event.join("p3", "t4")
      try await event.add(judge: "J-1") { $0.affiliation = "institut mila" }
      try await event.add(judge: "J-2") { $0.email = EmailAddress("carl@ACME.example") }
      try await event.add(judge: "J-3") { $0.email = EmailAddress("dora@gmail.com") }
      try await event.add(judge: "J-4") { $0.name = "PERSON  3" }
      try await event.add(judge: "J-5") { $0.email = EmailAddress("bob@gmail.com") }
      try await event.add(mentors: "meg") { $0.email = EmailAddress("dora@gmail.com") }
      try await event.book("meg", "t5", try at("09:00"))
      #expect(try await event.findConflicts() == "5 found, 0 lost")
      let all = [
        "J-1 t1 organisation", "J-2 t2 domain", "J-3 t5 mentored", "J-4 t4 member", "J-5 t3 member",
      ]
      #expect(try await event.conflicts() == all)
      #expect(try await event.findConflicts() == "0 found, 0 lost")
      try await event.change { id, unit in
        _ = try backend.judging.set("J-1", of: id, in: unit) { $0.affiliation = nil }
        _ = try backend.judging.set("J-2", of: id, in: unit) { $0.email = nil }
      }
      // What somebody said stays, whatever is found.
      try await event.change {
        try backend.judging.declareConflict("J-2", "t2", .domain, because: "knows them", of: $0, in: $1)
      }
      #expect(try await event.findConflicts() == "0 found, 1 lost")
      #expect(try await event.conflicts() == Array(all.dropFirst()))
    }
  }

  @Test(arguments: [
    ("Universitetet i Tromso", "Universitetet i Tromsø"), ("Lodzki Klub", "Łódzki Klub"), ("Dai Hoc", "Đại Học"),
    ("OEUVRE", "Œuvre"), ("Strasse 7", "Straße 7"), ("AEGIR", "Ægir"), ("Thor", "Þór"), ("Diyarbakir", "Diyarbakır"),
  ]) func `another spelling of an organisation is found`(judge: String, team: String) async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 3, people: 1)
      let backend = event.backend
      try await event.change { id, unit in
        _ = try backend.organisations.set(
          Organisation(key: try Slug("org"), name: LocalizedText([.english: "Registered"])),
          standing: Organisation.Standing(role: .affiliation, printOrder: 1), of: id, in: unit)
        _ = try backend.organisations.add(alias: team, to: try Slug("org"), of: id, in: unit)
        _ = try backend.teams.set(try Slug("t1"), of: id, in: unit) { $0.affiliation = team }
        _ = try backend.teams.set(try Slug("t3"), of: id, in: unit) { $0.affiliation = "registered" }
        var person = Participant(key: try Slug("p1"), displayName: "Person 1")
        person.affiliation = team.uppercased()
        _ = try backend.participants.set(person, of: id, in: unit)
      }
      try await event.join("p1", "t2")
      try await event.add(judge: "J-1") { $0.affiliation = judge }
      _ = try await event.findConflicts()
      #expect(
        try await event.conflicts() == ["J-1 t1 organisation", "J-1 t2 organisation", "J-1 t3 organisation"])
    }
  }

  @Test func `imported names are folded by the same rule`() async throws {
    try await TestEvent.with { event in
      let erasure = ErasureRules()
      try await erasure.take(
        "key,name,affiliation\naurora,Åurora,Universitetet i Tromsø\nboreal,Boréal,\n", event)
      let people = "key,display_name,email,affiliation,team\np1,Łucja Ðặng,l@solar.example,ŁÓDŹ,boreal\n"
      try await erasure.take(people, event)
      let stored: SQL = """
        SELECT concat_ws('|', p.name_folded, p.affiliation_folded, t.name_folded, t.affiliation_folded)
        FROM participant AS p, team AS t WHERE t.key = 'aurora'
        """
      #expect(try await event.value(stored) == "lucja dang|lodz|aurora|universitetet i tromso")
      try await event.add(judge: "J-1") { $0.affiliation = "Universitetet i Tromso" }
      try await event.add(judge: "J-2") { $0.affiliation = "Lodz" }
      try await event.add(judge: "J-3") { $0.name = "Lucja Dang" }
      _ = try await event.findConflicts()
      let found = try await event.conflicts()
      #expect(found == ["J-1 aurora organisation", "J-2 boreal organisation", "J-3 boreal member"])
      // A later file changes the folded forms together with the names.
      try await erasure.take(people.replacing("ŁÓDŹ", with: "Tromsø").replacing("Łucja", with: "Zoë"), event)
      #expect(try await event.value(stored) == "zoe dang|tromso|aurora|universitetet i tromso")
    }
  }

  @Test func aJudgeInConflictGetsNoTeamAndScoresNone() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging()
      try await event.add(judge: "J-9")
      try await event.declare("J-9", "t1")
      let backend = event.backend
      let refused = await #expect(throws: JudgingError.self) {
        try await event.change { id, unit in
          try backend.judging.assign(Assignment(judge: "J-9", team: "t1"), in: form.round, of: id, in: unit)
        }
      }
      #expect(refused == .conflict(judge: "J-9", team: "t1"))
      try await event.declare("J-1", "t1")
      let late = await #expect(throws: ScoreError.self) {
        try await event.save("J-1", "t1", impact: 1, data: 1, by: form)
      }
      #expect(late == .conflict(judge: "J-1", team: "t1"))
    }
  }

  /// The schema refuses it too, whoever comes by another way.
  @Test func theSchemaRefusesAnAssignmentInConflict() async throws {
    try await TestEvent.with { event in
      try await event.openJudging()
      try await event.declare("J-1", "t1")
      let error = await #expect(throws: PostgresError.self) {
        try await event.database.session { session in
          try session.run(script: "UPDATE assignment SET team_id = team_id")
        }
      }
      #expect(error?.constraint == "judge_without_conflict")
    }
  }

  /// Sheets are saved while the conflict is declared: every sheet came before it, none after.
  @Test func aConflictDeclaredMeanwhileStopsEveryLaterSheet() async throws {
    try await TestEvent.with(connections: 12) { event in
      let form = try await event.openJudging(teams: 1, judges: 1)
      let refusal = ScoreError.conflict(judge: "J-1", team: "t1")
      async let declared = event.declare("J-1", "t1")
      let tally = await countSuccesses(of: 10, letting: refusal) { number in
        try await event.save("J-1", "t1", impact: Int64(number) * 100, data: 0, by: form)
      }
      #expect(try await declared == .created)
      #expect(tally.others == [])
      #expect(tally.successes + tally.refusals == 10)
      let saved = try await event.value("SELECT count(*) FROM sheet_revision", as: Int.self)
      #expect(saved == tally.successes)
      await #expect(throws: refusal) { try await event.save("J-1", "t1", impact: 5000, data: 0, by: form) }
    }
  }

  @Test func `the schema and the texts name the same number of overrides`() async throws {
    try await TestEvent.with { event async throws in
      #expect(try await event.value("SELECT overrides_needed()::bigint", as: Int.self) == Conflict.overridesNeeded)
    }
  }

  @Test func twoOrganisersKnownByTokensOverrideAConflict() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging()
      try await event.declare("J-1", "t1")
      func override(by token: AccessToken) async throws -> Bool {
        let backend = try await event.admitted(by: token)
        let holder = try backend.authenticated()
        return try await backend.change { id, unit in
          try backend.judging.overrideConflict("J-1", "t1", by: holder, because: "distant", of: id, in: unit).isOpen
        }
      }
      let first = try await event.token("bob")
      #expect(try await override(by: first))
      // The same person says it twice, with another token: it is still one.
      #expect(try await override(by: try await event.token("bob")))
      await #expect(throws: ScoreError.self) { try await event.save("J-1", "t1", impact: 1, data: 1, by: form) }
      #expect(try await !override(by: try await event.token("eve")))
      #expect(try await event.conflicts() == ["J-1 t1 declared off"])
      #expect(try await event.save("J-1", "t1", impact: 1, data: 1, by: form) == .created)
    }
  }

  @Test func aNameAloneOverridesNothing() async throws {
    try await TestEvent.with { event in
      #expect(throws: AccessError.tokenNeeded) { try event.backend.authenticated() }
      // Nor does the schema take a judge, or a token of somebody else.
      try await event.openJudging()
      try await event.declare("J-1", "t1")
      let judge = try await event.comeIn("J-1")
      let holder = try await event.admitted(by: judge).authenticated()
      let backend = event.backend
      let error = await #expect(throws: PostgresError.self) {
        try await event.change { id, unit in
          try backend.judging.overrideConflict("J-1", "t1", by: holder, because: "mine", of: id, in: unit)
        }
      }
      #expect(error?.constraint == "conflict_overridden_by_organisers")
      let forged = await #expect(throws: PostgresError.self) {
        try await event.database.session { session in
          try session.run(
            script: """
              INSERT INTO conflict_override (event_id, judge_id, team_id, kind, principal_id, token_id, reason)
              SELECT c.event_id, c.judge_id, c.team_id, c.kind, p.principal_id, t.token_id, 'forged'
              FROM judge_conflict AS c JOIN principal AS p USING (event_id) JOIN access_token AS t USING (event_id)
              WHERE p.name = 'ada'
              """)
        }
      }
      #expect(forged?.constraint == "conflict_override_authenticated")
    }
  }
}
