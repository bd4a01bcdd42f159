import Audit
import Backend
import CanonicalJSON
import Events
import ImportFormats
import Participants
import Postgres
import Teams
import TestBackend
import Testing
import UseCases
import Vocabulary

/// An erased person is nowhere any more, and all that was counted and proved stays.
@Suite struct ErasureRules {
  /// What tells who the person is, at any time and through any door.
  static let traces = [
    "Quillon", "Zembrowski", "quillon.z@unmistakable.example", "Vrbnikopolis", "Tesseract Guild", "ZQ-70991",
    "Nimbuspass",
    "2021-05-07 09:30:17", "Quillonette", "Ostrograd", "qz2@unmistakable.example", "Stagehawk", "Qz By Form",
  ]

  func take(_ text: String, _ event: TestEvent) async throws {
    let (backend, id) = (event.backend, event.id)
    try await backend.transaction { unit in
      let event = try #require(try backend.events.all(in: unit).first { $0.id == id })
      var options = FileImport.Options()
      options.overwrites = true
      options.settings.timeZone = "America/Toronto"
      let report = try backend.files.run(
        ExportRules.Exported(bytes: Array(text.utf8)), options, into: event, in: unit)
      #expect(report.problems == [])
    }
  }

  /// Every column of every table in which a text stands, whatever its case.
  func places(of text: String, _ event: TestEvent) async throws -> [String] {
    try await event.database.read { snapshot in
      let columns = try snapshot.rows(
        """
        SELECT table_name::text AS "table", column_name::text AS "column", data_type::text AS type
        FROM information_schema.columns
        WHERE table_schema NOT IN ('pg_catalog', 'information_schema')
          AND data_type IN ('text', 'jsonb', 'json', 'bytea', 'ARRAY', 'character varying', 'name')
        ORDER BY 1, 2
        """)
      #expect(columns.count > 50)
      var found: [String] = []
      for row in columns {
        let (table, column, type): (String, String, String) = try (row["table"], row["column"], row["type"])
        let isBinary = type == "bytea"
        let count = try snapshot.value(
          """
          SELECT count(*) FROM \(identifier: table)
          WHERE CASE WHEN \(isBinary) THEN encode(\(identifier: column)::text::bytea, 'escape')
            ELSE \(identifier: column)::text END ILIKE '%' || \(text) || '%'
          """, as: Int.self)
        if count != 0 { found.append("\(table).\(column)") }
      }
      return found
    }
  }

  /// Brings the person in through each door: two files, by hand, from team to team.
  func bringIn(_ event: TestEvent) async throws -> String {
    let backend = event.backend
    try await event.change { id, unit in
      for key in ["aurora", "boreal"] {
        _ = try backend.teams.set(Team(key: Slug(key), name: key), of: id, in: unit)
      }
    }
    try await take(
      """
      Order #,Order Date,First Name,Last Name,Email,Quantity,Ticket Type,Attendee #,Attendee Status,Home City,Home Country,Company
      5,2021-05-07 09:30:17,Quillon,Zembrowski,quillon.z@unmistakable.example,1,Nimbuspass,ZQ-70991,Attending,Vrbnikopolis,CA,Tesseract Guild
      5,2021-05-07 09:31:00,Other,Person,other@example.org,1,Free,77,Attending,Ottawa,CA,Tideline

      """, event)
    let key = try #require(
      try await event.value("SELECT key FROM participant WHERE family_name = 'Zembrowski'", as: String.self))
    try await take(
      "key,display_name,email,alias,team\n\(key),Qz By Form,qz2@unmistakable.example,Stagehawk,aurora\n", event)
    _ = try await event.change { id, unit in
      var person = Participant(key: try Slug(key), displayName: "Quillonette Zembrowski")
      person.city = "Ostrograd"
      person.mayBeNamed = true
      person.email = EmailAddress("quillon.z@unmistakable.example")
      _ = try backend.participants.set(person, of: id, in: unit)
      _ = try backend.teams.remove(key, from: "aurora", of: id, in: unit)
      _ = try backend.teams.add(key, to: "boreal", asCaptain: true, of: id, in: unit)
      try unit.execute(
        """
        INSERT INTO team_invitation (event_id, team_id, participant_id, code_hash, expires_at)
        SELECT \(id), team_id, participant_id, sha256(convert_to(given_name || family_name, 'UTF8')), now()
        FROM team CROSS JOIN participant WHERE team.key = 'aurora' AND participant.key = \(key)
        """)
    }
    return key
  }

  func counts(_ event: TestEvent) async throws -> [Int?] {
    var counts: [Int?] = []
    for table in ["participant", "team_member", "team", "audit_entry"] {
      counts.append(try await event.value("SELECT count(*) FROM \(identifier: table)", as: Int.self))
    }
    return counts
  }

  func verification(_ event: TestEvent) async throws -> String? {
    let (backend, id) = (event.backend, event.id)
    return try await event.database.read { try backend.audit.verify(id, in: $0).firstFault }
  }

  func erase(_ key: String, _ event: TestEvent) async throws {
    let backend = event.backend
    try await event.change { id, unit in
      try backend.erasure.erase(backend.erasure.plan(key, of: id, in: unit), of: id, in: unit)
    }
  }

  @Test func noTraceOfAnErasedPersonIsLeftInAnyColumn() async throws {
    try await TestEvent.with { event in
      let key = try await bringIn(event)
      for trace in Self.traces { #expect(try await places(of: trace, event) != [], "\(trace) was never there") }
      let before = try await counts(event)
      try await erase(key, event)
      for trace in Self.traces { #expect(try await places(of: trace, event) == [], "\(trace) is still there") }
      // The erasure itself is one entry of the log.
      let after = try await counts(event)
      #expect(after.dropLast() == before.dropLast())
      #expect(after.last == (before.last ?? 0).map { $0 + 1 })
      #expect(try await verification(event) == nil)
      // Others are as they were, in the log too.
      #expect(try await places(of: "other@example.org", event).contains("audit_personal_value.value"))
      #expect(try await event.value("SELECT count(*) FROM import_origin WHERE noun = 'participant'", as: Int.self) == 1)
      #expect(try await event.value("SELECT count(*) FROM team_invitation", as: Int.self) == 0)
      #expect(
        try await event.value("SELECT key FROM participant WHERE erased_at IS NOT NULL", as: String.self)
          == event.value("SELECT 'p-' || participant_id FROM participant WHERE erased_at IS NOT NULL", as: String.self))
    }
  }

  @Test func entriesThatNameThePersonByNumberAreEmptiedToo() async throws {
    try await TestEvent.with { event in
      let backend = event.backend
      try await event.change { id, unit in
        _ = try backend.participants.set(Participant(key: Slug("zo"), displayName: "Zoé"), of: id, in: unit)
        let number: Int64? = try unit.value("SELECT participant_id FROM participant")
        try backend.audit.did(
          "checked in", "participant", String(number ?? 0),
          [.init("display name", "Zoé Numbered" as String?, isPersonal: true)], of: id, in: unit)
      }
      #expect(try await places(of: "Zoé Numbered", event) == ["audit_personal_value.value"])
      try await erase("zo", event)
      // What is left is the organiser's name, whose number is the same.
      let left = try await event.value("SELECT string_agg(value, ' ') FROM audit_personal_value", as: String.self)
      #expect(left == "\"ada\"")
      #expect(try await verification(event) == nil)
    }
  }

  @Test func whenEverybodyGoesTheEventStatesHowManyTheyWere() async throws {
    try await TestEvent.with { event in
      let backend = event.backend
      try await event.change { id, unit in
        for (key, country) in [("zo", "CA"), ("ann", "FR"), ("bo", "FR")] {
          var person = Participant(key: try Slug(key), displayName: key)
          person.country = CountryCode(country)
          _ = try backend.participants.set(person, of: id, in: unit)
        }
        _ = try backend.erasure.eraseEverybody(of: id, in: unit)
      }
      let stored = try await event.database.read { try backend.events.find(nil, in: $0) }
      #expect((stored.event.statedParticipants, stored.event.statedNationalities) == (3, 2))
      #expect(try await event.value("SELECT count(*) FROM participant WHERE country IS NOT NULL", as: Int.self) == 0)
      #expect(try await verification(event) == nil)
    }
  }

  @Test func allThatIsHeldIsHandedOut() async throws {
    try await TestEvent.with { event in
      let key = try await bringIn(event)
      let (backend, id) = (event.backend, event.id)
      let document = try await event.database.read { snapshot in
        let stored = try #require(try backend.events.all(in: snapshot).first { $0.id == id })
        return try backend.erasure.everything(about: key, stored, in: snapshot)
      }
      let text = document.canonical
      for trace in Self.traces { #expect(text.contains(trace), "\(trace) is not handed out") }
      #expect(!text.contains("other@example.org"))
      #expect(document["memberships"]?.elements?.count == 1)
      #expect(document["invitations"]?.elements?.count == 1)
      #expect(document["import_origins"]?.elements?.count == 2)
      #expect(Set((document["log"]?.elements ?? []).map { $0["by"]?.text }) == ["ada"])
    }
  }

  @Test func whoeverHasTheNumberAsAKeyKeepsIt() async throws {
    try await TestEvent.with { event in
      let backend = event.backend
      try await event.change { id, unit in
        _ = try backend.participants.set(Participant(key: Slug("zo"), displayName: "Zoé"), of: id, in: unit)
        let number: Int64 = try unit.value("SELECT participant_id FROM participant") ?? 0
        _ = try backend.participants.set(Participant(key: Slug("p-\(number)"), displayName: "Ann"), of: id, in: unit)
      }
      try await erase("zo", event)
      let error = await #expect(throws: ErasureError.self) { try await erase("zo", event) }
      #expect(error?.explanation.message == "There is no participant \"zo\".")
      #expect(try await event.value("SELECT count(*) FROM participant WHERE key LIKE 'p-%-erased'", as: Int.self) == 1)
    }
  }
}
