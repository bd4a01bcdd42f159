import Foundation
import Postgres
import Testing

/// What is held about people, and how it goes.
@Suite struct PersonTests {
  func prepare(_ place: Workplace) async throws {
    try await place.fill("team", "key,name\naurora,Aurora\n")
    try await place.fill(
      "participant", "key,display_name,email,team\nzo,Zoé Roy,zo@example.org,aurora\nann,Ann,ann@example.org,\n")
  }

  func shown(_ place: Workplace, _ who: String) async throws -> [String] {
    let name = try #require(try await place.ask("SELECT current_database()"))
    let host = place.address.split(separator: " ").first?.dropFirst("host=".count) ?? ""
    let (people, count) = who.contains("people") ? (who, 2) : ("participant \"\(who)\"", 1)
    return [
      "On \"\(name)\" on \"\(host)\", in event \"jam\":",
      "  goes:  the names, addresses and other details of \(people)",
      "  goes:  values beside the log: \(count), records of imported files: \(count), invitations: 0",
      "  stays: a number without a name, memberships of teams, the log with its hashes, all scores and results, "
        + "counts that were announced, and keyed hashes by which imports leave "
        + (count == 1 ? "the person out" : "these people out"),
    ]
  }

  func saying(_ code: Int32, _ lines: [String]) -> Program.Ended {
    Program.Ended(code: code, output: "", errors: lines.map { $0 + "\n" }.joined())
  }

  @Test func aPersonIsErasedOnlyWhenTheKeyIsSaidAgain() async throws {
    try await Workplace.withEvent { place async throws in
      try await prepare(place)
      let shown = try await shown(place, "zo")
      #expect(
        try await place.run("person", "erase", "zo")
          == saying(
            64,
            shown + [
              "Error: This cannot be taken back, and there is no terminal to ask on.", "Confirm it with --confirm zo",
            ]))
      #expect(
        try await place.run("person", "erase", "zo", "--confirm", "ann")
          == saying(
            2,
            shown + [
              "Error: \"ann\" is not \"zo\", so nothing was changed.", "Run the same command again to be asked again.",
            ]))
      #expect(try await place.ask("SELECT display_name FROM participant WHERE key = 'zo'") == "Zoé Roy")
      #expect(
        try await place.run("person", "erase", "zo", "--confirm", "zo")
          == saying(
            0,
            shown + [
              "Erased 1 person. Backups made before now keep the names until they are rotated. "
                + "Check the log: datajam log verify"
            ]))
      #expect(try await place.ask("SELECT count(*)::text FROM team_member") == "1")
      try await place.expectUnaltered()
      #expect(
        try await place.run("person", "erase", "zo", "--confirm", "zo")
          == .saying(5, "Error: There is no participant \"zo\".", "List them: datajam participant list"))
      let number = try #require(try await place.ask("SELECT key FROM participant WHERE erased_at IS NOT NULL"))
      #expect(
        try await place.run("person", "erase", number, "--confirm", number)
          == .saying(
            1, "Error: The participant \"\(number)\" was erased already.",
            "See what is left: datajam person export \(number)"))
    }
  }

  @Test func nobodyIsSentToSomebodyErasedWhoseSeatCanBeFreed() async throws {
    try await Workplace.withEvent { place async throws in
      #expect(try await place.run("team", "add", "aurora", "--name", "Aurora").code == 0)
      for name in ["Ann", "Bob"] { #expect(try await place.run("participant", "add", "--name", name).code == 0) }
      #expect(try await place.run("team", "member", "add", "aurora", "p-1", "--captain").code == 0)
      for key in ["p-1", "p-2"] {
        #expect(try await place.run("person", "erase", key, "--confirm", key).code == 0)
      }
      let nobody = Program.Ended.saying(
        5, #"Error: There is no participant "p-2"."#, "List them: datajam participant list")
      #expect(try await place.run("team", "member", "add", "aurora", "p-2") == nobody)
      #expect(try await place.run("team", "member", "remove", "aurora", "p-2") == nobody)
      #expect(
        try await place.run("participant", "show", "p-3")
          == .saying(5, #"Error: There is no participant "p-3"."#, "List them: datajam participant list"))
      #expect(try await place.ask("SELECT count(*)::text FROM team_member") == "1")
      #expect(try await place.run("team", "member", "remove", "aurora", "p-1").code == 0)
      #expect(try await place.ask("SELECT count(*)::text FROM team_member") == "0")
    }
  }

  @Test func theEventShowsUntilWhenItsPeopleAreKept() async throws {
    try await Workplace.withEvent { place async throws in
      #expect(try await place.run("person", "retention", "2027-05-10").code == 0)
      #expect(try await place.run("event", "show").output.contains("\npeople kept      until 2027-05-10\n"))
      #expect(
        try document(try await place.run("event", "show", "--json").output)["people_kept_until"] as? String
          == "2027-05-10")
    }
  }

  @Test func onATerminalTheKeyIsTyped() async throws {
    try await Workplace.withEvent { place async throws in
      try await prepare(place)
      let refused = try await place.program.shell(
        #"script -qec "\"$datajam\" person erase zo" /dev/null <<< no"#)
      #expect(refused.code == 2)
      #expect(refused.output.contains("Type zo to confirm: "))
      #expect(refused.output.contains("\"no\" is not \"zo\""))
      let erased = try await place.program.shell(
        #"script -qec "\"$datajam\" person erase zo" /dev/null <<< zo"#)
      #expect(erased.code == 0)
      #expect(try await place.ask("SELECT count(*)::text FROM participant WHERE erased_at IS NOT NULL") == "1")
    }
  }

  @Test func everybodyGoesWhenTheDayHasPassed() async throws {
    try await Workplace.withEvent { place async throws in
      try await prepare(place)
      #expect(
        try await place.run("person", "retention")
          == .saying(0, "There is no day yet. Set it: datajam person retention DATE"))
      #expect(
        try await place.run("person", "erase", "--due")
          == .saying(0, "Nobody is due: no event's day of retention has passed."))
      #expect(
        try await place.run("person", "erase", "--due", "-E", "jam")
          == .saying(
            1, "Error: Event \"jam\" has no day until which its people are kept.",
            "Set it: datajam person retention DATE -E jam"))
      #expect(
        try await place.run("person", "retention", "2026-01-01")
          == .saying(
            65,
            "Error: People would be kept until 2026-01-01, but the event ends on 2026-05-10 and needs them until then.",
            "Choose a later day."))
      #expect(
        try await place.run("person", "retention", "2999-01-31")
          == .saying(0, "retention \"jam\": updated", "After 2999-01-31, run: datajam person erase --due"))
      #expect(
        try await place.run("person", "erase", "--due", "-E", "jam")
          == .saying(
            1, "Error: Event \"jam\" keeps its people until 2999-01-31, so nobody is due.",
            "To erase one person now: datajam person erase KEY -E jam"))
      // The database's own clock decides; in the past the event would be over.
      try await place.arrange("UPDATE event SET keep_people_until = '2020-01-01'")
      let shown = try await shown(place, "2 people")
      #expect(
        try await place.run("person", "erase", "--due", "--confirm", "jam")
          == saying(
            0,
            shown + [
              "Erased 2 people. Backups made before now keep the names until they are rotated. "
                + "Check the log: datajam log verify"
            ]))
      #expect(
        try await place.run("person", "erase", "--due", "-E", "jam")
          == .saying(0, "Everybody of event \"jam\" was erased already."))
      #expect(try await place.ask("SELECT stated_participants::text FROM event") == "2")
      try await place.expectUnaltered()
    }
  }

  @Test func allThatIsHeldComesAsOneDocument() async throws {
    try await Workplace.withEvent { place async throws in
      try await prepare(place)
      let held = try document(try await place.run("person", "export", "zo").output)
      #expect(
        Set(held.keys) == [
          "event", "participant", "memberships", "invitations", "certificates", "import_origins", "log",
        ])
      #expect((held["participant"] as? [String: Any])?["email"] as? String == "zo@example.org")
      #expect(
        try await place.run("person", "export", "zo", "-o", "zo.json")
          == .saying(0, "All that is held about \"zo\" is in zo.json."))
      #expect(
        try await place.run("person", "export", "zoe")
          == .saying(5, "Error: There is no participant \"zoe\".", "Did you mean \"zo\"?"))
    }
  }
}
