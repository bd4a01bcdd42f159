import Access
import Audit
import Backend
import CanonicalJSON
import Events
import Judging
import Postgres
import Scores
import TestBackend
import Testing
import UseCases
import Vocabulary

/// A token is shown once, kept by its hash, and says who acts until it ends.
@Suite struct TokenRules {
  @Test func onlyTheHashIsKept() async throws {
    try await TestEvent.with { event in
      let token = try await event.token("bob")
      #expect(token.description.wholeMatch(of: /djt_[a-z0-9]{10}_[A-Za-z0-9]{43}/) != nil)
      #expect(AccessToken(" \(token)\n") == token)
      let kept = try await event.value(
        "SELECT hash = sha256(convert_to(\(token.description), 'UTF8')) FROM access_token", as: Bool.self)
      #expect(kept == true)
      let secret = String(token.description.suffix(43))
      let traces = try await event.value(
        """
        SELECT (SELECT count(*) FROM audit_entry WHERE strpos(details, \(secret)) > 0)
          + (SELECT count(*) FROM audit_personal_value WHERE strpos(value, \(secret)) > 0)
        """, as: Int.self)
      #expect(traces == 0)
    }
  }

  @Test(arguments: [
    "", "djt", "djt_abcdefghij", "djx_abcdefghij_" + String(repeating: "a", count: 43),
    "djt_abcdefghij_" + String(repeating: "a", count: 42), "djt_ABCDEFGHIJ_" + String(repeating: "a", count: 43),
    "djt_abcdefghij_" + String(repeating: "a", count: 43) + " djt",
  ]) func whatIsNoTokenIsNone(text: String) { #expect(AccessToken(text) == nil) }

  @Test func aTokenThatEndedLetsNobodyIn() async throws {
    try await TestEvent.with { event in
      let token = try await event.token("bob")
      let backend = event.backend
      #expect(try await event.admitted(by: token).configuration.principal == .organiser("bob"))
      #expect(try await event.change { try backend.tokens.revoke(token.prefix, of: $0, in: $1) })
      #expect(try await !event.change { try backend.tokens.revoke(token.prefix, of: $0, in: $1) })
      await #expect(throws: AccessError.notValid(prefix: token.prefix)) { try await event.admitted(by: token) }
      let late = try await event.token("eve")
      try await event.meddle("UPDATE access_token SET expires_at = clock_timestamp()")
      await #expect(throws: AccessError.notValid(prefix: late.prefix)) { try await event.admitted(by: late) }
    }
  }

  @Test func aReadingTokenChangesNothing() async throws {
    try await TestEvent.with { event in
      let backend = try await event.admitted(by: try await event.token("bob", .read))
      #expect(try await backend.read { try backend.organisers.names(of: $0.id, in: $1) } == ["ada", "bob"])
      await #expect(throws: AccessError.onlyReading) {
        try await backend.change { try backend.organisers.add("eve", to: $0, in: $1) }
      }
    }
  }

  @Test func anInvitationIsUsedOnceAndItsTokenActsAsTheJudge() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging()
      let backend = event.backend
      let code = try await event.change { try backend.judging.invite("J-1", days: 7, of: $0, in: $1).code }
      let tally = await countSuccesses(of: 8, letting: JudgingError.wrongInvitation) { _ in
        _ = try await event.comeIn(by: code.description)
      }
      #expect(tally.successes == 1 && tally.others == [])
      let own = try await event.admitted(by: try await event.comeIn("J-1"))
      #expect(own.ownCode == "J-1")
      func save(_ judge: String, by backend: Backend) async throws -> Outcome {
        let points = ["impact": Points(thousandths: 1000), "data": Points(thousandths: 2000)]
        return try await backend.change { id, unit in
          try backend.scores.save(
            Sheet(judge: judge, team: "t1", points: points, status: .ready), by: form, of: id, in: unit)
        }
      }
      #expect(try await save("J-1", by: own) == .created)
      await #expect(throws: ScoreError.ofOtherJudge("J-2")) { try await save("J-2", by: own) }
      #expect(try await save("J-2", by: event.backend) == .created)
      let entries = try await event.database.read { try backend.audit.entries(of: event.id, newest: 2, in: $0) }
      #expect(entries.map { $0.changes.first { $0.field == "for judge" }?.new } == ["J-2", nil])
    }
  }

  @Test func theSchemaKeepsAJudgeFromTheSheetsOfOthers() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging()
      try await event.save("J-2", "t1", impact: 1000, data: 1000, by: form)
      _ = try await event.comeIn("J-1")
      let error = await #expect(throws: PostgresError.self) {
        try await event.database.session { session in
          try session.run(
            script: """
              INSERT INTO sheet_revision (event_id, round_id, judge_id, team_id, revision, status, points, principal_id)
              SELECT event_id, round_id, judge_id, team_id, 2, status, points, (
                SELECT principal_id FROM principal WHERE name = 'J-1')
              FROM sheet_revision
              """)
        }
      }
      #expect(error?.constraint == "sheet_by_its_judge")
    }
  }

  @Test func aJudgeWhoIsTakenOutIsLetInNoMore() async throws {
    try await TestEvent.with { event in
      try await event.add(judge: "J-9")
      let token = try await event.comeIn("J-9")
      let backend = event.backend
      try await event.change { try backend.admission.remove("J-9", of: $0, in: $1) }
      await #expect(throws: AccessError.notValid(prefix: token.prefix)) { try await event.admitted(by: token) }
      let form = try await event.openJudging()
      try await event.save("J-1", "t1", impact: 0, data: 0, by: form)
      await #expect(throws: JudgingError.hasSheets("J-1")) {
        try await event.change { try backend.admission.remove("J-1", of: $0, in: $1) }
      }
    }
  }
}
