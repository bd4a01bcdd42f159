import Foundation
import Postgres
import Testing

/// Submissions that come from a file without times after the deadline.
@Suite struct TimelessSubmissionTests {
  private static let file = "team,title,url\naurora,One,https://a.example\nboreal,Two,https://b.example\n"

  private func withDeadlineOver(_ body: (Workplace) async throws -> Void) async throws {
    try await Workplace.withEvent { place async throws in
      try await place.fill("team", "key,name\naurora,Aurora\nboreal,Boréal\n")
      try #require(await place.run("event", "set", "--deadline", "2026-05-10T12:00").code == 0)
      try await place.arrange("UPDATE event SET submissions_due_at = clock_timestamp() - interval '3 days'")
      try await body(place)
    }
  }

  private func judged(_ place: Workplace) async throws -> String? {
    try await place.ask(
      "SELECT string_agg(key, ' ' ORDER BY key) FROM judged_submission JOIN team USING (event_id, team_id)")
  }

  @Test func `nothing is imported before somebody says when they came`() async throws {
    try await withDeadlineOver { place async throws in
      for options in [[], ["--dry-run"], ["--continue"]] {
        let refused = try await place.program.start(
          ["submission", "import", try place.writing(Self.file, to: "s.csv")] + options
        ).end()
        #expect(refused.code == 1, "\(refused)")
        #expect(refused.errors.contains("does not say when 2 submissions came, and the deadline is over"))
        #expect(refused.errors.contains("--in-time REASON"))
        #expect(refused.errors.contains("--received-at TIME"))
        #expect(try await place.ask("SELECT count(*)::text FROM submission") == "0")
      }
    }
  }

  @Test func `in time for a reason they are judged, and the reason is kept`() async throws {
    try await withDeadlineOver { place async throws in
      let taken = try await place.imports("submission", Self.file, "--in-time", "The platform closed at noon")
      #expect(taken.code == 0, "\(taken)")
      #expect(taken.errors.contains("Accepted as in time: 2 submissions."))
      #expect(try await judged(place) == "aurora boreal")
      #expect(
        try await place.ask("SELECT DISTINCT reason FROM submission_late_acceptance") == "The platform closed at noon")
      try await place.expectUnaltered()
      // The file again brings no version, so nobody is asked.
      #expect(try await place.imports("submission", Self.file).errors.contains("0 created, 0 updated, 2 unchanged"))
    }
  }

  @Test func `at a time before the deadline they are in time, and now they are late`() async throws {
    try await withDeadlineOver { place async throws in
      #expect(try await place.imports("submission", Self.file, "--received-at", "2026-01-05T10:00").code == 0)
      #expect(try await judged(place) == "aurora boreal")
    }
    try await withDeadlineOver { place async throws in
      let late = try await place.imports("submission", Self.file, "--received-at", "now")
      #expect(late.code == 0, "\(late)")
      #expect(late.errors.contains("Late, and not judged unless they are accepted: 2 submissions."))
      #expect(try await judged(place) == nil)
    }
  }

  @Test func `before the deadline, and with times in the file, nothing is asked`() async throws {
    try await Workplace.withEvent { place async throws in
      try await place.fill("team", "key,name\naurora,Aurora\nboreal,Boréal\n")
      #expect(try await place.imports("submission", Self.file).code == 0)
    }
    try await withDeadlineOver { place async throws in
      let timed = "team,title,received_at\naurora,One,2026-01-05T10:00:00Z\n"
      #expect(try await place.imports("submission", timed).code == 0)
      #expect(try await judged(place) == "aurora")
    }
  }

  @Test func `the time of an old export of Devpost is read under its old name`() async throws {
    try await withDeadlineOver { place async throws in
      let old = """
        Opt-in prize,Submission Title,Submission Url,Submission Created At,Submitter First Name,Submitter Last Name,Submitter Email,Additional Team Member Count
        ,SpeakUp,https://x.devpost.com/submissions/1-speakup,01/05/2026 10:10:25,Kar,Yous,kar@example.org,0

        """
      let taken = try await place.run("import", try place.writing(old, to: "old.csv"))
      #expect(taken.code == 0, "\(taken)")
      #expect(try await judged(place) == "speakup")
    }
  }
}
