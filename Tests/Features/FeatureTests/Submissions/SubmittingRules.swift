import Backend
import CanonicalJSON
import Digests
import Events
import Postgres
import Submissions
import Teams
import TestBackend
import Testing
import Vocabulary

/// What teams submit, in versions that never change, until the deadline.
@Suite struct SubmittingRules {
  @Test func eachHandInIsAVersionAndTheLastIsJudged() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 1)
      try await event.setDeadline("1 hour")
      try await event.draft("t1", "One")
      #expect(try await event.overview("t1").state == .draft)
      #expect(try await event.submit("t1").contents["title"] == ["en": "One"])
      #expect(try await event.submit("t1").number == 1)
      try await event.draft("t1", "Two")
      #expect(try await event.overview("t1").hasChanges)
      #expect(try await event.history("t1") == ["1 in time judged"])
      #expect(try await event.submit("t1", asParticipant: true).submittedBy == .participant)
      #expect(try await event.history("t1") == ["1 in time", "2 in time judged"])
      let overview = try await event.overview("t1")
      #expect(overview.state == .submitted && overview.judged == 2 && !overview.hasChanges)
    }
  }

  @Test func aVersionNeverChanges() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 1)
      try await event.draft("t1", "One")
      try await event.submit("t1")
      for script in [
        "UPDATE submission_version SET received_at = now()", "DELETE FROM submission_version",
        "TRUNCATE submission_version CASCADE", "DELETE FROM submission_late_acceptance",
      ] {
        await #expect(throws: PostgresError.self) { try await event.database.session { try $0.run(script: script) } }
      }
    }
  }

  @Test func aTeamsLateSubmissionIsRefusedSaysByHowMuchAndCanBeAdmitted() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 1)
      try await event.setDeadline("1 hour")
      try await event.draft("t1", "In time")
      try await event.submit("t1", asParticipant: true)
      try await event.draft("t1", "Better")
      try await event.setDeadline("-90 seconds")
      let late = try await secondsLate { try await event.submit("t1", asParticipant: true) }
      #expect((90...95).contains(try #require(late)))
      #expect(try await event.history("t1") == ["1 in time judged"])
      #expect(
        SubmittingError.afterDeadline(team: "t1", seconds: 93).explanation.message
          == #"The submission of team "t1" came 1 minute 33 seconds after submissions closed, so it was not submitted."#
      )
      await #expect(throws: SubmittingError.blankReason) { try await event.acceptLate("t1", because: " ") }
      let admitted = try await event.acceptLate("t1")
      #expect(admitted.number == 2 && admitted.acceptedBecause == "The server was down" && admitted.isJudged)
      #expect(try await event.history("t1") == ["1 in time", "2 late admitted judged"])
      #expect(try await event.overview("t1").state == .acceptedLate)
      await #expect(throws: SubmittingError.nothingLate(team: "t1")) { try await event.acceptLate("t1") }
    }
  }

  @Test func withinTheGracePeriodIsInTime() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 1)
      try await event.draft("t1", "One")
      try await event.setDeadline("-4 minutes", grace: 5)
      #expect(try await event.submit("t1", asParticipant: true).secondsLate == nil)
      try await event.draft("t1", "Two")
      try await event.setDeadline("-6 minutes", grace: 5)
      let late = try await secondsLate { try await event.submit("t1", asParticipant: true) }
      #expect((60...65).contains(try #require(late)))
    }
  }

  /// A clock of the test's own stands in front of the server's.
  @Test(arguments: [("0 microseconds", true), ("1 microsecond", false), ("-1 microsecond", true)])
  func exactlyAtTheDeadlineIsInTime(after: String, isTaken: Bool) async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 1)
      try await event.draft("t1", "One")
      try await event.setDeadline("1 hour")
      try await event.database.session { session in
        try session.run(
          script: """
            CREATE SCHEMA stopped;
            CREATE FUNCTION stopped.clock_timestamp() RETURNS timestamptz STABLE LANGUAGE sql AS
              $$ SELECT submissions_due_at + interval '\(after)' FROM event $$;
            """)
      }
      let backend = event.backend
      let late = try await secondsLate {
        try await event.change { id, unit in
          try unit.execute("SET LOCAL search_path = stopped, pg_catalog, datajam")
          var way = Submitting()
          way.asParticipant = true
          _ = try backend.submissions.submit("t1", way, of: id, in: unit)
        }
      }
      #expect(late == (isTaken ? nil : 0))
      #expect(try await event.history("t1") == (isTaken ? ["1 in time judged"] : []))
    }
  }

  @Test func whatOrganisersEnterKeepsItsOwnTimeAndNeedsAReasonWhenLate() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 1)
      let (backend, noon) = (event.backend, try at("12:00"))
      try await event.change { id, unit in _ = try backend.events.edit(id, in: unit) { $0.deadline = noon } }
      try await event.draft("t1", "One")
      await #expect(throws: SubmittingError.reasonNeeded(team: "t1", seconds: 60)) {
        try await event.submit("t1", at: at("12:01"))
      }
      let farAway = try at("12:00", on: "2999-01-01")
      await #expect(throws: SubmittingError.notYet(farAway)) { try await event.submit("t1", at: farAway) }
      try await event.submit("t1", at: noon)
      #expect(try await event.overview("t1").receivedLocally == noon)
      try await event.draft("t1", "Two")
      try await event.submit("t1", at: at("12:01"), because: "On paper")
      #expect(try await event.history("t1") == ["1 in time", "2 late admitted judged"])
      // It came before the other, so it is not the last.
      try await event.draft("t1", "Three")
      try await event.submit("t1", at: at("11:00"))
      #expect(try await event.history("t1") == ["1 in time", "2 late admitted judged", "3 in time"])
    }
  }

  @Test func aTeamsVersionStaysInTimeWhenTheDeadlineMovesAndAnOrganisersFollowsIt() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 2)
      try await event.setDeadline("1 hour")
      for team in ["t1", "t2"] { try await event.draft(team, "One") }
      try await event.submit("t1", asParticipant: true)
      try await event.submit("t2")
      try await event.setDeadline("-1 hour")
      #expect(try await event.history("t1") == ["1 in time judged"])
      #expect(try await event.history("t2") == ["1 late"])
      #expect(try await event.overview("t2").state == .late)
      #expect(try await event.acceptLate("t2").isJudged)
    }
  }

  @Test func aWithdrawnSubmissionIsNotJudged() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 1)
      let backend = event.backend
      try await event.draft("t1", "One")
      try await event.submit("t1")
      #expect(try await event.change { try backend.submissions.set(withdrawn: true, "t1", of: $0, in: $1) } == .updated)
      #expect(try await event.history("t1") == ["1 in time"])
      #expect(try await event.overview("t1").state == .withdrawn)
      await #expect(throws: SubmittingError.withdrawn(team: "t1")) { try await event.submit("t1") }
      try await event.change { _ = try backend.submissions.set(withdrawn: false, "t1", of: $0, in: $1) }
      #expect(try await event.history("t1") == ["1 in time judged"])
    }
  }

  @Test func aParticipantHandsInByTheTeamsRulesAndJudgesNever() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 1)
      try await event.draft("t1", "One")
      try await event.setDeadline("-1 minute")
      let (backend, id) = (event.backend, event.id)
      let (participant, judge) = (
        try await event.addPrincipal("pia", .participant), try await event.addPrincipal("jo", .judge)
      )
      let late = try await secondsLate {
        try await event.database.transaction(as: participant, through: .web) { unit in
          var way = Submitting()
          way.reason = "Please"
          _ = try backend.submissions.submit("t1", way, of: id, in: unit)
        }
      }
      #expect(late != nil)
      await #expect(throws: SubmittingError.mayNotSubmit(.judge)) {
        try await event.database.transaction(as: judge, through: .web) { unit in
          _ = try backend.submissions.submit("t1", of: id, in: unit)
        }
      }
      await #expect(throws: SubmittingError.mayNotSubmit(.participant)) {
        try await event.database.transaction(as: participant, through: .web) { unit in
          _ = try backend.submissions.acceptLate("t1", because: "Please", of: id, in: unit)
        }
      }
    }
  }

  @Test func linksTracksAndFilesAreHandedInWithTheRest() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 1)
      let backend = event.backend
      try await event.change { id, unit in
        try backend.teams.add(
          Track(key: try Slug("health"), name: LocalizedText([.english: "Health"])), of: id, in: unit)
        _ = try backend.submissions.edit("t1", of: id, in: unit) { submission in
          submission.title = LocalizedText([.english: "One"])
          submission.links = ["https://a.example", "https://b.example"]
          submission.tracks = ["health", "health"]
          submission.files = [SubmittedFile(name: "a.pdf", size: 3, digest: SHA256Digest(of: "abc"))]
        }
      }
      let contents = try await event.submit("t1").contents
      #expect(contents["links"] == ["https://a.example", "https://b.example"])
      #expect(contents["tracks"] == ["health"])
      #expect(contents["files"]?.elements?.first?["sha256"]?.text == SHA256Digest(of: "abc").description)
      #expect(contents["files"]?.elements?.first?["size"]?.integer == 3)
      await #expect(throws: SubmissionError.unknownTrack("helth", nearest: "health")) {
        try await event.change { id, unit in
          _ = try backend.submissions.edit("t1", of: id, in: unit) { $0.tracks = ["helth"] }
        }
      }
      let health = try Slug("health")
      await #expect(throws: TeamChangeError.trackSubmittedFor(health)) {
        try await event.change { try backend.teams.remove(track: "health", of: $0, in: $1) }
      }
      try await event.change { try backend.submissions.remove(file: "a.pdf", from: "t1", of: $0, in: $1) }
      #expect(try await event.overview("t1").hasChanges)
      #expect(try await event.overview("t1").submission.files == [])
    }
  }

  @Test func nothingIsHandedInAfterJudgingEndedNorWithoutATitle() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 2)
      let backend = event.backend
      try await event.draft("t1", "One")
      try await event.change { id, unit in
        _ = try backend.submissions.edit("t2", of: id, in: unit) { $0.url = "https://x.example" }
      }
      await #expect(throws: SubmittingError.untitled(team: "t2")) { try await event.submit("t2") }
      try await event.meddle("UPDATE event SET phase = 'review'")
      await #expect(throws: SubmittingError.judgingEnded(team: "t1")) { try await event.submit("t1") }
      await #expect(throws: SubmittingError.judgingEnded(team: "t1")) {
        try await event.submit("t1", asParticipant: true)
      }
    }
  }

  @Test func durationsAreSpokenInTheirTwoLargestUnits() {
    #expect(
      [0, 1, 61, 3600, 3661, 86_461, 200_000].map(spoken(seconds:)) == [
        "less than a second", "1 second", "1 minute 1 second", "1 hour", "1 hour 1 minute", "1 day",
        "2 days 7 hours",
      ])
  }
}
