import Backend
import Postgres
import Scores
import TestBackend
import Testing
import Vocabulary

/// Teams hear of their judging after the announcement, what the event shares, and never from whom.
@Suite struct FeedbackRules {
  /// Two judges, two teams, scores and a comment by each judge on each team; the round is closed.
  func judged(_ event: TestEvent) async throws {
    let form = try await event.openJudging()
    let points: [(String, String, Int64)] = [
      ("J-1", "t1", 8000), ("J-2", "t1", 5500), ("J-1", "t2", 3000), ("J-2", "t2", 4000),
    ]
    for (judge, team, impact) in points {
      let sheet = Sheet(
        judge: judge, team: team,
        points: ["impact": Points(thousandths: impact), "data": Points(thousandths: 1000)], status: .ready,
        comment: "secret \(judge)", feedback: "\(team) said by \(judge == "J-1" ? "one" : "another")")
      try await event.change { id, unit in
        _ = try event.backend.scores.save(sheet, madeFrom: nil, by: form, of: id, in: unit)
      }
    }
    try await event.meddle("UPDATE round SET state = 'closed'")
  }

  /// What a superuser would write: a result that is public from then on.
  func announce(_ event: TestEvent, at hour: String = "now()") async throws {
    try await event.meddle(
      """
      INSERT INTO result (event_id, number, method, snapshot, sha256)
        SELECT event_id, 1, 'stated', '{}', sha256('{}') FROM event;
      INSERT INTO result_step (event_id, number, kind, principal_id, publish_at)
        SELECT event_id, 1, 'announced', principal_id, \(hour) FROM principal WHERE role = 'organiser'
      """)
  }

  func share(_ policy: FeedbackPolicy, _ event: TestEvent) async throws {
    try await event.change { _ = try event.backend.scores.set(policy, of: $0, in: $1) }
  }

  func feedback(_ event: TestEvent, of team: String? = nil) async throws -> [Feedback] {
    try await event.database.read { try event.backend.scores.feedback(of: event.id, team: team, in: $0) }
  }

  @Test func beforeTheAnnouncementNothingIsToldWhateverIsShared() async throws {
    try await TestEvent.with { event in
      try await judged(event)
      for policy in FeedbackPolicy.allCases where policy != .nothing {
        try await share(policy, event)
        await #expect(throws: FeedbackError.notAnnounced) { _ = try await feedback(event) }
      }
      try await announce(event, at: "now() + interval '1 hour'")
      await #expect(throws: FeedbackError.notAnnounced) { _ = try await feedback(event) }
      #expect(try await event.value("SELECT count(*) FROM released_feedback") == 0)
    }
  }

  @Test func eachPolicyTellsWhatItSaysAndNoMore() async throws {
    try await TestEvent.with { event in
      try await judged(event)
      try await announce(event)
      await #expect(throws: FeedbackError.sharesNothing) { _ = try await feedback(event) }
      try await share(.scores, event)
      let scores = try await feedback(event, of: "t1")
      #expect(scores.map { $0.scores.map(\.mean.description) } == [["6.75", "1"]])
      #expect(scores.map(\.comments) == [[]])
      try await share(.comments, event)
      let comments = try await feedback(event, of: "t1")
      #expect(comments.map(\.scores) == [[]])
      #expect(comments.map { $0.comments.sorted() } == [["t1 said by another", "t1 said by one"]])
      try await share(.everything, event)
      #expect(try await feedback(event).map(\.team) == ["t1", "t2"])
    }
  }

  @Test func theOrderOfTheCommentsTellsNothingOfTheJudges() async throws {
    try await TestEvent.with { event in
      try await judged(event)
      try await announce(event)
      try await share(.comments, event)
      let before = try await feedback(event).map(\.comments)
      try await event.meddle("UPDATE judge SET code = CASE code WHEN 'J-1' THEN 'J-9' ELSE 'J-0' END")
      #expect(try await feedback(event).map(\.comments) == before)
      #expect(!"\(before)".contains("secret") && !"\(before)".contains("J-"))
    }
  }

  @Test func aRoundIsSilentUntilItsOwnResultIsPublicOrThatOfItsFinal() async throws {
    try await TestEvent.with { event in
      try await judged(event)
      try await event.meddle(
        """
        INSERT INTO round (event_id, key, rubric_id, state)
          SELECT event_id, 'health', rubric_id, 'frozen' FROM round WHERE key = 'main'
        """)
      try await announce(event)
      try await share(.everything, event)
      try await event.meddle("UPDATE result SET round_id = (SELECT round_id FROM round WHERE key = 'health')")
      #expect(try await feedback(event).isEmpty)
      try await event.meddle(
        "UPDATE round SET entrants = 'finalists', from_round_id = (SELECT min(round_id) FROM round) WHERE key = 'health'"
      )
      #expect(try await feedback(event).map(\.team) == ["t1", "t2"])
    }
  }

  @Test func anHourThatWasMovedIsNone() async throws {
    try await TestEvent.with { event in
      try await judged(event)
      try await announce(event)
      try await event.meddle(
        """
        INSERT INTO result_step (event_id, number, kind, principal_id, publish_at)
          SELECT event_id, number, kind, principal_id, now() + interval '1 hour' FROM result_step;
        UPDATE result_step SET taken_at = publish_at - interval '1 day'
        """)
      #expect(try await event.value("SELECT count(*) FROM once_public_result") == 0)
    }
  }

  @Test func aRoundThatRunsAgainIsSilent() async throws {
    try await TestEvent.with { event in
      try await judged(event)
      try await announce(event)
      try await share(.everything, event)
      try await event.meddle("UPDATE round SET state = 'open'")
      #expect(try await feedback(event).isEmpty)
      await #expect(throws: FeedbackError.none(team: "t1")) { _ = try await feedback(event, of: "t1") }
      await #expect(throws: ScoreError.unknownTeam("t9", nearest: "t1")) { _ = try await feedback(event, of: "t9") }
    }
  }
}
