import Foundation
import Postgres
import Testing

/// What was announced stays, and changes in public only by a dated correction.
@Suite struct KeptFactsTests {
  /// Two ranked teams, announced at once by two organisers; the arguments are the tokens of these.
  private func withAnnounced(_ body: (Workplace, [String], [String]) async throws -> Void) async throws {
    try await Workplace.withEvent { place async throws in
      _ = try await place.run("event", "set", "--announced", "2026-05-12", "--name-fr", "Jam", "--languages", "en,fr")
      try await place.fill(
        "team", "key,name,city_en,city_fr,about_en\na,Aurora,Laval,Laval,Ann Ng leads it.\nb,Boreal,Hull,Hull,\n")
      try await place.fill(
        "participant",
        "key,display_name,email,consent_public,team,country_of_nationality\n"
          + "ann,Ann Ng,ann@example.org,yes,a,CA\nbob,Bob Roy,bob@example.org,yes,b,FR\n")
      _ = try await place.run(
        "submission", "add", "a", "--title-en", "Maps", "--summary-en", "A map.", "--summary-fr", "Une carte.")
      try #require(await place.run("submission", "submit", "a").code == 0)
      try #require(
        await place.run(
          "prize", "add", "cash", "--kind", "money", "--rank", "1", "--amount", "100", "--currency", "CAD"
        )
        .code == 0)
      try await place.fill("result", "team,rank\na,1\nb,2\n")
      let (bea, cyd) = (try await ResultTests.token("bea", place), try await ResultTests.token("cyd", place))
      for token in [bea, cyd] {
        try #require(await place.program.start(["result", "approve"] + token).end().code == 0)
      }
      try #require(await place.run("prize", "award").code == 0)
      try #require(
        await place.program.start(["result", "announce", "--now", "--confirm", "jam"] + bea).end().code == 0)
      try await body(place, bea, cyd)
    }
  }

  private func text(_ place: Workplace, _ language: String = "en") async throws -> String {
    let forms = "md,html,txt,json,social,deck,card,atom,jsonld,awards"
    let ended = try await place.run("announcement", "render", "--as", forms, "--languages", language)
    try #require(ended.code == 0, "\(ended)")
    return ended.output
  }

  @Test func `no later change reaches a text, and the check names each`() async throws {
    try await withAnnounced { place, _, _ async throws in
      let before = try await text(place)
      let changes = [
        ["team", "set", "a", "--name", "Aurora X"], ["team", "set", "b", "--city-en", "Gatineau"],
        ["prize", "set", "cash", "--label-en", "a prize", "--label-fr", "un prix"],
        ["announcement", "set", "--contact", "info@example.org"],
        ["submission", "set", "a", "--summary-es", "Un mapa."], ["event", "set", "--purpose-en", "to make maps"],
        ["event", "set", "--stated-participants", "7"], ["event", "set", "--name-en", "Other"],
        ["organisation", "add", "ibm", "--name-en", "IBM", "--role", "partner"],
      ]
      for change in changes {
        let ended = try await place.program.start(change).end()
        #expect(ended.code == 0, "\(change): \(ended)")
      }
      #expect(try await text(place) == before)
      let check = try await place.run("announcement", "check")
      for sentence in [
        #"team "a": name was announced as "Aurora" and is now "Aurora X""#,
        #"team "b": city (en) was announced as "Hull" and is now "Gatineau""#,
        #"team "a": prize "cash": text (fr) was announced as nothing and is now "un prix""#,
        #"contact was announced as nothing and is now "info@example.org""#,
        #"team "a": project summary (es) was announced as nothing and is now "Un mapa.""#,
        #"purpose (en) was announced as nothing and is now "to make maps""#,
        #"number of participants was announced as "2" and is now "7""#,
        #"name (en) was announced as "Jam" and is now "Other""#,
        #"partner "ibm" was announced as nothing and is now "named""#,
      ] {
        #expect(check.output.contains(sentence), "\(sentence) in\n\(check.output)")
      }
      try await place.expectUnaltered()
    }
  }

  @Test func `an erased person's name goes, a note says so, and the counts stay`() async throws {
    try await withAnnounced { place, _, _ async throws in
      let before = try await text(place)
      #expect(before.contains("Ann Ng leads it.") && before.contains("2 people of 2 nationalities"))
      let erased = try await place.run("person", "erase", "ann", "--confirm", "ann")
      #expect(erased.code == 0)
      let after = try await text(place)
      #expect(!after.contains("Ann Ng"))
      #expect(after.contains("[name removed] leads it."))
      #expect(after.contains("2 people of 2 nationalities"))
      #expect(after.contains("At a person’s request, their name was removed from this announcement."))
      #expect(
        try await place.ask("SELECT count(*)::text FROM announcement_edition WHERE facts LIKE '%Ann Ng%'") == "0")
      try await place.expectUnaltered()
    }
  }

  @Test(arguments: [
    [["participant", "set", "ann", "--name", "Ann Lee"]],
    [["team", "member", "remove", "a", "ann"], ["participant", "remove", "ann"]],
  ])
  func `a name that only the log still knows goes too`(changes: [[String]]) async throws {
    try await withAnnounced { place, _, _ async throws in
      for change in changes {
        let ended = try await place.program.start(change).end()
        try #require(ended.code == 0, "\(change): \(ended)")
      }
      let erased = try await place.run("person", "erase", "ann", "--confirm", "ann")
      #expect(erased.code == 0 && erased.errors.contains("from 1 edition of the announced facts"), "\(erased)")
      #expect(try await text(place).contains("[name removed] leads it."))
      try await place.expectUnaltered()
    }
  }

  @Test func `a changed fact waits for two organisers, and a note alone does not`() async throws {
    try await withAnnounced { place, bea, cyd async throws in
      let note = ["announcement", "correct", "--text-en", "Spelling.", "--text-fr", "Orthographe."]
      #expect(try await place.program.start(note).end().errors.contains(#"correction "1": created. Next"#))
      #expect(try await text(place).contains("Spelling."))
      #expect(
        try await place.run("announcement", "correct").errors.hasPrefix(
          "Error: No announced fact was changed, so there is nothing to correct."))
      _ = try await place.run("team", "set", "a", "--name", "Aurora X")
      #expect(
        try await place.run("announcement", "correct").errors.hasPrefix(
          "Error: 1 announced fact was changed, and a correction says what was wrong."))
      let correct = ["announcement", "correct", "--text-en", "New name.", "--text-fr", "Nouveau nom."]
      let corrected = try await place.program.start(correct).end()
      #expect(corrected.code == 0)
      #expect(corrected.errors.contains("it becomes public when two organisers approved it"))
      #expect(!(try await text(place)).contains("Aurora X"))
      #expect(!(try await text(place)).contains("New name."))
      #expect(
        try await place.run("announcement", "check").output.contains(
          "edition 3 of the announced facts has 0 of 2 approvals"))
      #expect(try await place.run("announcement", "approve").code == 4)
      for _ in 1...2 { #expect(try await place.program.start(["announcement", "approve"] + bea).end().code == 0) }
      #expect(!(try await text(place)).contains("Aurora X"))
      #expect(try await place.program.start(["announcement", "approve"] + cyd).end().code == 0)
      let after = try await text(place)
      #expect(after.contains("Aurora X") && after.contains("New name.") && after.contains("Spelling."))
      #expect(!(try await place.run("announcement", "check").output.contains("was announced as")))
      #expect(
        try await place.run("announcement", "list").output.split(separator: "\n").last?.contains("bea, cyd") == true)
      let list = try document(try await place.run("announcement", "list", "--json").output)
      let items = try #require(list["items"] as? [[String: Any]])
      // The correction is public from its second approval on.
      let hours = items.compactMap { $0["public_from"] as? String }
      #expect(hours.count == items.count && hours == hours.sorted() && hours.allSatisfy { $0.hasSuffix("+00:00") })
    }
  }

  @Test func `a newer correction replaces one that waits`() async throws {
    try await withAnnounced { place, bea, cyd async throws in
      _ = try await place.run("team", "set", "a", "--name", "Aurora X")
      let correct = ["announcement", "correct", "--text-en", "First.", "--text-fr", "Premier."]
      #expect(try await place.program.start(correct).end().code == 0)
      #expect(try await place.program.start(["announcement", "approve"] + bea).end().code == 0)
      _ = try await place.run("team", "set", "a", "--name", "Aurora Y")
      let again = ["announcement", "correct", "--text-en", "Second.", "--text-fr", "Second."]
      #expect(try await place.program.start(again).end().code == 0)
      let late = try await place.program.start(["announcement", "approve", "2"] + cyd).end()
      #expect(late.errors.hasPrefix("Error: A newer edition of the announcement replaced edition 2."))
      for token in [bea, cyd] {
        #expect(try await place.program.start(["announcement", "approve"] + token).end().code == 0)
      }
      let after = try await text(place)
      #expect(after.contains("Aurora Y") && after.contains("Second.") && !after.contains("First."))
    }
  }

  @Test func `a text in a language that had none is added without a note`() async throws {
    try await withAnnounced { place, _, _ async throws in
      #expect(try await place.run("announcement", "render", "--languages", "fr").code == 1)
      _ = try await place.run("team", "set", "a", "--about-fr", "Ann Ng la dirige.")
      #expect(try await place.run("announcement", "render", "--languages", "fr").code == 1)
      let added = try await place.run("announcement", "correct")
      #expect(added.code == 0)
      #expect(try await text(place, "fr").contains("Ann Ng la dirige."))
    }
  }

  @Test func `the schema refuses another edition of what is public, and a change of a kept one`() async throws {
    try await withAnnounced { place, _, _ async throws in
      for script in [
        "UPDATE announcement_edition SET facts = '{}'", "DELETE FROM announcement_edition",
        "TRUNCATE announcement_edition CASCADE", "UPDATE announcement_edition SET needs_approval = false, edition = 9",
        """
        INSERT INTO announcement_edition (event_id, edition, number, origin, facts, sha256, principal_id)
        SELECT event_id, edition + 1, number, 'announced', facts, sha256, principal_id FROM announcement_edition
        """,
        """
        INSERT INTO announcement_edition (event_id, edition, number, origin, facts, sha256, principal_id)
        SELECT event_id, edition + 2, number, 'corrected', facts, sha256, principal_id FROM announcement_edition
        """,
      ] {
        await #expect(throws: PostgresError.self, "\(script)") {
          try await place.database.session { try $0.run(script: script) }
        }
      }
      // Whatever is written into the column, a changed fact needs approval.
      try await place.database.session {
        try $0.run(
          script: """
            BEGIN;
            INSERT INTO announcement_edition (event_id, edition, number, origin, facts, sha256, needs_approval, principal_id)
            SELECT event_id, 2, number, 'corrected', f, sha256(convert_to(f, 'UTF8')), false, principal_id
            FROM announcement_edition, LATERAL (SELECT replace(facts, 'Aurora', 'Cedar') AS f) AS x;
            SELECT audit_append(event_id, name, '{"changes": {}}', '{}', '{}', '{}', '{}') FROM principal
            WHERE removed_at IS NULL ORDER BY principal_id LIMIT 1;
            COMMIT
            """)
      }
      #expect(!(try await text(place)).contains("Cedar"))
    }
  }

  @Test func `before the hour an announcement made again takes up what changed`() async throws {
    try await withAnnounced { place, bea, cyd async throws in
      try #require(await place.run("result", "retract", "1", "--reason", "test", "--confirm", "jam").code == 0)
      try await place.fill("result", "team,rank\na,2\nb,1\n")
      for token in [bea, cyd] {
        try #require(await place.program.start(["result", "approve"] + token).end().code == 0)
      }
      try #require(await place.run("prize", "award").code == 0)
      let announce = [
        "result", "announce", "--at", "2999-01-01T12:00", "--unusual-time", "--confirm", "jam",
      ]
      let announced = try await place.program.start(announce + bea).end()
      try #require(announced.code == 0, "\(announced)")
      _ = try await place.run("team", "set", "b", "--name", "Boreal X")
      #expect(!(try await text(place)).contains("Boreal X"))
      #expect(
        try await place.run("announcement", "check").output.contains("datajam result announce"))
      #expect(try await place.program.start(announce + bea).end().code == 0)
      #expect(try await text(place).contains("Boreal X"))
    }
  }

  @Test func `certificates and letters name a team as it was announced`() async throws {
    try await withAnnounced { place, _, _ async throws in
      _ = try await place.run("team", "set", "a", "--name", "Aurora X")
      #expect(try await place.run("certificate", "render", "-o", "x", "--languages", "en").code == 0)
      let page = try place.text("x/certificate.a.en.html")
      #expect(page.contains("Aurora") && !page.contains("Aurora X"))
      #expect(try await place.run("announcement", "render", "--as", "email", "--languages", "en", "-o", "y").code == 0)
      #expect(!(try place.text("y/letter-a.en.txt")).contains("Aurora X"))
    }
  }
}
