import Foundation
import Testing

/// A host's domain that puts every judge in conflict with every team, as an organiser meets it.
@Suite struct WaiverTests {
  private func hosting(_ body: (Workplace) async throws -> Void) async throws {
    try await Workplace.withJudging { place async throws in
      let people = (1...4).map { "p\($0),Person \($0),p\($0)@host.example,\($0 < 3 ? "aurora" : "boreal")\n" }
      try await place.fill("participant", "key,display_name,email,team\n" + people.joined())
      try await place.fill("judge", "code,name,email\nJ-01,Ann,ann@host.example\nJ-02,Bob,bob@host.example\n")
      #expect(try await place.run("organiser", "add", "bob").code == 0)
      for name in ["ada", "bob"] {
        try place.write(try await place.run("token", "add", name).output, to: name)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: "\(place.folder)/\(name)")
      }
      try await body(place)
    }
  }

  @Test func `what is found now and what is known are both counted, with the way out`() async throws {
    try await hosting { place async throws in
      #expect(
        try await place.run("judge", "conflict", "find")
          == .saying(
            0, "0 found now, 4 known before, 0 no longer found; 4 of them open. See them: datajam judge conflict list",
            #"4 of the open conflicts are by the domain "host.example". Before the first score two organisers can waive"#
              + " them: datajam judge conflict waive --domain host.example --reason TEXT"))
      let counts = try document(try await place.run("judge", "conflict", "find", "--json").output)
      #expect(counts["found"] as? Int == 0 && counts["known_before"] as? Int == 4 && counts["open"] as? Int == 4)
      let plan = try await place.run("assignment", "plan", "--per-team", "2", "-E", "jam")
      #expect(plan.code == 3)
      #expect(plan.errors.contains("      datajam judge conflict list --open --team aurora -E jam\n"))
      #expect(!plan.errors.contains("judge add CODE"))
    }
  }

  @Test func `two organisers waive it, and the list says so`() async throws {
    try await hosting { place async throws in
      let waive = ["judge", "conflict", "waive", "--domain", "host.example", "--reason", "the host"]
      #expect(try await place.program.start(waive).end().code == 4)
      #expect(
        try await place.program.start(waive + ["--token-file", "ada"]).end()
          == .saying(
            0, #"conflict waiver "domain host.example": created"#,
            "A second organiser has to say the same of 4 conflicts, with a token of their own: "
              + "datajam judge conflict waive --domain host.example --reason TEXT"))
      #expect(try await place.run("judge", "conflict", "list").output.contains("open, 1 of 2 waivers"))
      #expect(
        try await place.program.start(waive + ["--token-file", "bob"]).end()
          == .saying(
            0, #"conflict waiver "domain host.example": created"#,
            #"Sharing the domain "host.example" keeps no judge from a team any more (4 conflicts)."#))
      #expect(
        try await place.run("judge", "conflict", "list", "--judge", "J-01").output == """
          judge  team    kind    why                           pinned  state
          J-01   aurora  domain  both write from host.example          waived
          J-01   boreal  domain  both write from host.example          waived

          """)
      #expect(try await place.run("judge", "conflict", "list", "--open", "--json").output.contains(#""count": 0"#))
      #expect(try await place.run("score", "set", "J-01", "aurora", "impact=8").code == 0)
      let late = ["judge", "conflict", "waive", "--domain", "host.example", "--reason", "x", "--token-file", "ada"]
      #expect(
        try await place.program.start(late).end()
          == .saying(
            1, #"Error: Conflicts by the domain "host.example" cannot be waived because scores were saved."#,
            "Two organisers can override single conflicts: datajam judge conflict override JUDGE TEAM --reason TEXT"))
      try await place.expectUnaltered()
      #expect(try await place.run("log", "list").output.contains("conflict waiver"))
    }
  }

  @Test func `a domain that nobody shares is refused with one that is`() async throws {
    try await hosting { place async throws in
      let waive = ["judge", "conflict", "waive", "--reason", "x", "--token-file", "ada"]
      #expect(
        try await place.program.start(waive + ["--domain", "host.exmaple"]).end()
          == .saying(
            5, #"Error: No conflict of interest was found by the domain "host.exmaple"."#,
            #"To waive the domain "host.example": datajam judge conflict waive --domain host.example --reason TEXT"#))
      #expect(try await place.program.start(waive).end().code == 64)
      #expect(
        try await place.program.start(waive + ["--domain", "a.example", "--organisation", "a"]).end().code == 64)
      #expect(try await place.program.start(waive + ["--organisation", " "]).end().code == 5)
    }
  }
}
