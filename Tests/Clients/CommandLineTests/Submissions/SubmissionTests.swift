import Postgres
import Testing

/// Handing in, admitting and looking up, as an organiser types it.
@Suite struct SubmissionTests {
  private static let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

  /// An event whose deadline was long ago, with the team aurora.
  private static func withLateEvent(_ body: (Workplace) async throws -> Void) async throws {
    try await Workplace.withEmptyDatabase { place async throws in
      try #require(await place.run("db", "migrate").code == 0)
      let added = try await place.run(
        "event", "add", "jam", "--name-en", "Jam", "--from", "2021-05-07", "--to", "2021-05-17", "--tz",
        "America/Toronto", "--deadline", "2021-05-17T17:00", "--grace", "5")
      try #require(added.code == 0)
      try await place.fill("team", "key,name\naurora,Aurora\n")
      try await body(place)
    }
  }

  @Test func `a submission is added, submitted, and told from its draft`() async throws {
    try await Self.withLateEvent { place async throws in
      #expect(
        try await place.run("submission", "submit", "aurora")
          == .saying(
            5, #"Error: Team "aurora" has no submission."#, "Begin one: datajam submission add aurora --title-en TEXT"))
      #expect(
        try await place.run("submission", "add", "aurora", "--title-en", "Light", "--link", "https://a.example")
          == .saying(0, #"submission "aurora": created. Next: datajam submission submit aurora"#))
      try place.write("abc", to: "a.txt")
      #expect(
        try await place.run("submission", "file", "add", "aurora", "a.txt", "--url", "https://a.example/a.txt")
          == .saying(0, #"file "a.txt": created. Next: datajam submission submit aurora"#))
      #expect(
        try await place.run("submission", "submit", "aurora", "--received-at", "2021-05-17T17:05")
          == .saying(0, #"submission "aurora": submitted as version 1, in time, received 2021-05-17T17:05"#))
      #expect(
        try await place.run("submission", "submit", "aurora")
          == .saying(0, #"submission "aurora": unchanged since version 1, received 2021-05-17T17:05"#))
      #expect(try await place.run("submission", "set", "aurora", "--title-en", "Lights").code == 0)
      #expect(
        try await place.run("submission", "list").output == """
          team    title   state      judged  versions  received          draft    url
          aurora  Lights  submitted       1         1  2021-05-17T17:05  changed

          """)
      #expect(
        try await place.run("submission", "show", "aurora", "--number", "1").output == """
          team          aurora
          version       1 (judged)
          received      2021-05-17T17:05, in time
          submitted by  organiser
          entered by    ada
          title (en)    Light
          links         https://a.example
          files         a.txt, 3 bytes, sha256 \(Self.abc), https://a.example/a.txt

          """)
    }
  }

  @Test func `what is late needs a reason, and the team's own is refused`() async throws {
    try await Self.withLateEvent { place async throws in
      try #require(await place.run("submission", "add", "aurora", "--title-en", "Light").code == 0)
      let late = try await place.run("submission", "submit", "aurora", "--received-at", "2021-05-17T17:07")
      #expect(
        late
          == .saying(
            1,
            #"Error: The submission of team "aurora" came 2 minutes after submissions closed, so a reason is needed."#,
            "Say why it is judged all the same, with --reason, or when it came, with --received-at."))
      let own = try await place.run("submission", "submit", "aurora", "--as-participant", "--json")
      #expect(own.code == 1)
      #expect((try document(own.output)["error"] as? [String: Any])?["code"] as? String == "after-deadline")
      #expect(try await place.run("submission", "submit", "aurora", "--as-participant", "--reason", "x").code == 64)
      #expect(
        try await place.run("submission", "accept-late", "aurora", "--reason", "Power cut")
          == .saying(0, #"submission "aurora": version 1 accepted late, and judged"#))
      #expect(try await place.run("submission", "list", "--state", "accepted-late").output.contains("aurora"))
      #expect(
        try await place.run("submission", "withdraw", "aurora") == .saying(0, #"submission "aurora": withdrawn"#))
      #expect(
        try await place.ask("SELECT (count(*) FILTER (WHERE details LIKE '%submitted%'))::text FROM audit_entry") == "1"
      )
    }
  }

  @Test func `what a file submits late waits to be accepted, and the same file again makes no version`() async throws {
    try await Self.withLateEvent { place async throws in
      let file = "team,title_en,received_at\naurora,Light,2021-05-18T12:00:00Z\n"
      try await place.fill("submission", file)
      try await place.fill("submission", file)
      #expect(try await place.ask("SELECT count(*)::text FROM submission_version") == "1")
      #expect(
        try await place.run("doctor").output.contains(
          "1 team has only a late submission, so none is judged: \"aurora\""))
      #expect(try await place.run("submission", "accept-late", "--all-late", "--reason", "Imported").code == 0)
      #expect(try await place.run("doctor", "--all").output.contains("ok    no team's submission is overdue"))
      try await place.fill("submission", file.replacing("Light", with: "Lights"))
      #expect(
        try await place.run("submission", "history", "aurora").output == """
          version  received          standing                                      by         entered by  judged  title
                1  2021-05-18T08:00  14 hours 55 minutes late, accepted: Imported  organiser  ada         yes     Light
                2  2021-05-18T08:00  14 hours 55 minutes late                      organiser  ada                 Lights

          """)
    }
  }
}
