import Foundation
import Postgres
import Testing

/// What organisers change of an announcement, and what they hand out beside it.
@Suite struct AnnouncementChangeTests {
  /// Three teams with places; Ann may be named and Bob may not.
  private func withPlaces(_ body: (Workplace) async throws -> Void) async throws {
    try await Workplace.withEvent { place async throws in
      _ = try await place.run("event", "set", "--announced", "2026-05-12", "--name-fr", "Jam", "--languages", "en,fr")
      try await place.fill("team", "key,name\na,Aurora\nb,Boreal\nc,Cormorant\n")
      try await place.fill(
        "participant",
        """
        key,display_name,email,language,consent_public,team
        ann,Ann Ng,ann@example.org,fr,yes,a
        bob,Bob Roy,bob@example.org,,no,a
        eve,Eve,eve@example.org,en,yes,b

        """)
      try await place.fill("result", "team,rank\na,1\nb,2\n")
      try await body(place)
    }
  }

  @Test func `facts are printed with their hash, which any change changes`() async throws {
    try await withPlaces { place async throws in
      let before = try document(try await place.run("announcement", "facts").output)
      #expect(before["schema"] as? String == "datajam.announcement/1")
      #expect((before["places"] as? [[String: Any]])?.count == 2)
      let set = try await place.run(
        "announcement", "set", "--url-en", "https://example.org/en", "--contact", "info@example.org")
      #expect(set == .saying(0, #"announcement "jam": updated. Next: datajam announcement check"#))
      let after = try document(try await place.run("announcement", "facts").output)
      #expect(before["facts_sha256"] as? String != after["facts_sha256"] as? String)
      let event = try #require(after["event"] as? [String: Any])
      #expect(event["contact"] as? String == "info@example.org")
      #expect(event["urls"] as? [String: String] == ["en": "https://example.org/en"])
      #expect(
        try await place.run("announcement", "check").output.contains(
          "warn  fr  where the announcement stands is known in other languages only"))
      try await place.expectUnaltered()
    }
  }

  @Test func `what is no address is refused`() async throws {
    try await withPlaces { place async throws in
      #expect(
        try await place.run("announcement", "set", "--url-en", "example.org")
          == .saying(
            65, #"Error: "example.org" is no address of a page."#, "Write it like https://example.org/winners."))
      #expect(
        try await place.run("announcement", "set", "--contact", "Ann")
          == .saying(
            65, #"Error: "Ann" is neither an e-mail address nor that of a page."#,
            "Write it like info@example.org or https://example.org."))
      #expect(try await place.ask("SELECT count(*)::text FROM announcement") == "0")
    }
  }

  @Test func `the embargo ends by the clock, and nothing has to run`() async throws {
    try await withPlaces { place async throws in
      try await place.announce(at: "2999-01-01T00:00Z")
      #expect(
        try await place.run("announcement", "render", "-o", "x", "--languages", "en")
          == .saying(0, "Wrote x/EMBARGOED-UNTIL-2999-01-01T00.00-UTC.announcement.en.md"))
      #expect(
        try place.text("x/EMBARGOED-UNTIL-2999-01-01T00.00-UTC.announcement.en.md").hasPrefix(
          "**EMBARGOED UNTIL January 1, 2999, midnight\u{A0}UTC**\n"))
      try await place.announce(at: "2026-05-12T00:00Z")
      let text = try await place.run("announcement", "render", "--languages", "en").output
      #expect(text.hasPrefix("# Jam 2026: first place goes to Aurora\n"))
    }
  }

  @Test func `a correction needs every language, is dated, and stays`() async throws {
    try await withPlaces { place async throws in
      #expect(
        try await place.run("announcement", "correct", "--text-en", "x", "--text-fr", "x")
          == .saying(
            1, "Error: Nothing was announced yet, so there is nothing to correct in public.",
            "Change what is wrong and render again: datajam announcement render"))
      try await place.announce(at: "2026-05-12T00:00Z")
      #expect(
        try await place.run("announcement", "correct", "--text-en", "Aurora is from Laval.")
          == .saying(
            1, "Error: A correction is made in every language of the event, and fr is missing.", "Add --text-fr TEXT"))
      #expect(
        try await place.run(
          "announcement", "correct", "--text-en", "Aurora is from Laval.", "--text-fr", "Aurora vient de Laval.")
          == .saying(
            0, #"correction "1": created. Next: datajam announcement render --as all -o FOLDER"#))
      let text = try await place.run("announcement", "render", "--languages", "en", "--as", "txt").output
      #expect(text.firstMatch(of: /Correction, [A-Z][a-z]+ \d+, \d{4}: Aurora is from Laval\./) != nil)
      #expect(
        try await place.run("announcement", "check", "--languages", "es").output.contains("correction 1 is missing"))
      #expect(
        try await place.run("announcement", "correct", "--number", "1", "--text-es", "Aurora es de Laval.").code == 0)
      #expect(
        try await place.run("announcement", "correct", "--number", "1", "--text-en", "Other").errors.hasPrefix(
          #"Error: Correction 1 was made in "en" already, and what was announced stays."#))
      #expect(try await place.run("announcement", "correct", "--number", "7", "--text-en", "x").code == 5)
      for change in [
        "UPDATE announcement_correction SET text = '{\"en\": \"Other\"}'",
        "DELETE FROM announcement_correction", "TRUNCATE announcement_correction",
      ] {
        await #expect(throws: PostgresError.self) {
          try await place.database.session { try $0.run(script: change) }
        }
      }
      try await place.expectUnaltered()
    }
  }

  @Test func `each team gets a letter in its language, which only its owner may read`() async throws {
    try await withPlaces { place async throws in
      #expect(
        try await place.run("announcement", "render", "--as", "email", "-o", "letters")
          == .saying(0, "Wrote 3 letters to letters; nothing is sent."))
      #expect(
        try place.names("letters") == [
          "EMBARGOED.letter-a.fr.txt", "EMBARGOED.letter-b.en.txt", "EMBARGOED.letter-c.en.txt",
        ])
      #expect(try place.text("letters/EMBARGOED.letter-a.fr.txt").hasPrefix("To: ann@example.org, bob@example.org\n"))
      #expect(try place.text("letters/EMBARGOED.letter-b.en.txt").contains("\n2nd place – Boreal.\n"))
      #expect(try place.text("letters/EMBARGOED.letter-c.en.txt").contains("Thank you for taking part."))
      let attributes = try FileManager.default.attributesOfItem(
        atPath: place.folder + "/letters/EMBARGOED.letter-a.fr.txt")
      #expect(attributes[.posixPermissions] as? Int == 0o600)
      #expect(
        try await place.run("announcement", "render", "--as", "email")
          == .saying(64, "Error: Letters are files: one for each team.", "Say where they go: -o FOLDER"))
    }
  }

  @Test func `certificates name who agreed to it, keep their codes, and are valid while they are true`() async throws {
    try await withPlaces { place async throws in
      try await place.announce(at: "2026-05-12T00:00Z")
      #expect(
        try await place.run("certificate", "render", "-o", "x")
          == .saying(0, "Wrote 5 certificates (5 new) to x; nothing is sent."))
      let names = [
        "certificate.a.ann.fr.html", "certificate.a.en.html", "certificate.b.en.html", "certificate.b.eve.en.html",
        "certificate.c.en.html",
      ]
      #expect(try place.names("x") == names)
      let pages = try names.map { try place.text("x/" + $0) }
      #expect(!pages.joined().contains("Bob"))
      #expect(
        try await place.run("certificate", "render", "-o", "y")
          == .saying(0, "Wrote 5 certificates (0 new) to y; nothing is sent."))
      #expect(try names.map { try place.text("y/" + $0) } == pages)
      let codes = pages.compactMap { $0.firstMatch(of: /class="code">([0-9A-Z-]{19})</).map { String($0.1) } }
      #expect(Set(codes).count == 5)
      func verify(_ code: String) async throws -> String {
        let ended = try await place.run("certificate", "verify", code)
        return "\(ended.code) \(ended.output)\(ended.errors)"
      }
      #expect(try await verify(codes[0]) == "0 valid: rank 1, \"Ann Ng\", team \"Aurora\", \"Jam\"\n")
      #expect(
        try await verify(codes[4].lowercased()) == "0 valid: taking part, the team, team \"Cormorant\", \"Jam\"\n")
      #expect(
        try await place.run("certificate", "verify", "0000-0000-0000-0000")
          == .saying(
            5, #"Error: There is no certificate with the code "0000-0000-0000-0000"."#,
            "Compare it with the paper: O is 0, and I and L are 1."))

      let held = try document(try await place.run("person", "export", "ann").output)
      let certificates = try #require(held["certificates"] as? [[String: Any]])
      #expect(certificates.map { "\($0["team"] ?? "") \($0["rank"] ?? "")" } == ["a 1"])

      // Whoever takes back the consent, or is erased, is not named any more; the certificate stays.
      #expect(try await place.run("participant", "set", "ann", "--consent-public", "no").code == 0)
      #expect(
        try await verify(codes[0]) == "0 valid: rank 1, a member who is not named, team \"Aurora\", \"Jam\"\n")
      // A later edition with other ranks takes back what the earlier one attested, and nothing else.
      try await place.fill("result", "team,rank\nc,1\nb,2\na,3\n")
      try await place.announce(at: "2026-05-13T00:00Z")
      #expect(try await verify(codes[0]) == "1 revoked\n")
      #expect(try await verify(codes[2]) == "0 valid: rank 2, the team, team \"Boreal\", \"Jam\"\n")
      #expect(try await place.ask("SELECT count(*)::text FROM certificate WHERE code_hash IS NULL") == "0")
      try await place.expectUnaltered()
    }
  }

  @Test func `before the hour no code tells anything`() async throws {
    try await withPlaces { place async throws in
      #expect(try await place.run("certificate", "render", "-o", "x").code == 0)
      let name = try #require(try place.names("x").first)
      #expect(name == "EMBARGOED.certificate.a.ann.fr.html")
      let page = try place.text("x/" + name)
      #expect(page.contains("SOUS EMBARGO"))
      let code = try #require(page.firstMatch(of: /class="code">([0-9A-Z-]{19})</)).1
      #expect(try await place.run("certificate", "verify", String(code)).code == 5)
    }
  }

  @Test func `what is written under embargo is marked, and what tells without the mark is found`() async throws {
    try await withPlaces { place async throws in
      #expect(try await place.run("announcement", "render", "--as", "all", "-o", "out").code == 0)
      #expect(try await place.run("certificate", "render", "-o", "out/certificates").code == 0)
      let files = try place.names("out").count - 1 + place.names("out/certificates").count
      #expect(
        try await place.run("announcement", "check", "--leaks", "out") == .saying(0, "0 leaks in \(files) files."))
      try place.write("And the winner is:\nAurora\n", to: "out/certificates/note.txt")
      try place.write("Aurora and Boreal take part.\n", to: "out/teams.txt")
      let found = try await place.run("announcement", "check", "--leaks", "out")
      #expect(
        found
          == Program.Ended(
            code: 3,
            output: "FAIL  certificates/note.txt, line 2  a place, a prize or a score stands beside \"Aurora\"\n",
            errors: "1 leak in \(files + 2) files.\n"))
      try await place.announce(at: "2026-05-12T00:00Z")
      #expect(
        try await place.run("announcement", "check", "--leaks", "out")
          == .saying(0, "The result is public, so that nothing can leak."))
      #expect(try await place.run("announcement", "check", "--leaks", "nowhere").code == 66)
    }
  }

  @Test func `letters hold what judges let the team know, from the hour on and only what the event shares`()
    async throws
  {
    try await Workplace.withJudging { place async throws in
      _ = try await place.run("event", "set", "--announced", "2026-05-12", "--stated-participants", "9")
      for judge in ["J-01", "J-02"] {
        #expect(
          try await place.run(
            "score", "set", judge, "aurora", "impact=8", "data=4.5", "--feedback", "Good data.", "--ready"
          ).code == 0)
      }
      #expect(try await place.run("score", "set", "J-01", "boreal", "impact=2", "data=1", "--ready").code == 0)
      #expect(try await place.run("judging", "close", "--force", "--reason", "done").code == 0)
      #expect(try await place.run("result", "compute").code == 0)
      func letter() async throws -> String {
        #expect(try await place.run("announcement", "render", "--as", "email", "-o", "out").code == 0)
        let name = try #require(try place.names("out").first { $0.contains("letter-aurora") })
        let text = try place.text("out/" + name)
        try FileManager.default.removeItem(atPath: place.folder + "/out")
        return text
      }
      #expect(try await place.run("feedback", "policy", "everything").code == 0)
      #expect(try await !letter().contains("What the judges say"))
      try await place.announce(at: "2026-05-12T00:00Z")
      #expect(
        try await letter().contains(
          "What the judges say of your project:\n  Impact: 8 of 10\n  Data: 4.5 of 5\n  Good data.\n"))
      #expect(try await place.run("feedback", "policy", "nothing").code == 0)
      #expect(try await !letter().contains("What the judges say"))
    }
  }

  @Test func `layouts are written out, changed and taken, and a fault in one is named with its place`() async throws {
    try await withPlaces { place async throws in
      #expect(
        try await place.run("announcement", "template", "export", "-o", "t")
          == .saying(
            0, "Wrote 10 templates to t. Next: datajam announcement render --templates t -o FOLDER"))
      let shipped = try await place.run("announcement", "render", "--as", "txt").output
      #expect(try await place.run("announcement", "render", "--as", "txt", "--templates", "t").output == shipped)
      try place.write("{{title}}{{#embargo}} {{embargo}}{{/embargo}}\n", to: "t/announcement.txt.mustache")
      #expect(
        try await place.run("announcement", "render", "--as", "txt", "--languages", "en", "--templates", "t").output
          == "Jam 2026: first place goes to Aurora EMBARGOED: not to be published yet\n")
      #expect(try await place.run("announcement", "template", "export", "-o", "t").code == 73)
      try place.write("{{title}}\n{{#entries}}\n{{titl}}\n{{/entries}}\n", to: "t/announcement.txt.mustache")
      #expect(
        try await place.run("announcement", "render", "--as", "txt", "--templates", "t")
          == .saying(
            65, #"Error: "announcement.txt.mustache", line 3, column 3: nothing is called "titl"."#,
            #"Did you mean "title"?"#))
      #expect(try await place.run("announcement", "render", "--templates", "nowhere").code == 66)
    }
  }

  @Test func `a text that names somebody without consent blocks its language`() async throws {
    try await withPlaces { place async throws in
      _ = try await place.run("team", "set", "a", "--about-en", "Led by Bob Roy.", "--about-fr", "Une équipe.")
      let check = try await place.run("announcement", "check")
      #expect(check.code == 3)
      #expect(
        check.output.contains(
          #"FAIL  en  the sentence on "Aurora" names participant "bob", who did not agree to be named"#
            + "\n      datajam team set a --about-en TEXT\n"))
      #expect(check.output.contains("ok    fr  nothing is missing"))
      #expect(try await place.run("announcement", "render", "--languages", "en").code == 1)
      #expect(try await place.run("announcement", "render", "--languages", "fr").code == 0)
    }
  }
}
