import Audit
import Backend
import Judging
import Postgres
import Results
import Teams
import TestBackend
import Testing
import Vocabulary

/// I12: no team is ranked that submitted nothing in time, without a named person's decision.
@Suite struct EligibilityRules {
  private func allow(_ team: String, _ isAllowed: Bool = true, in event: TestEvent) async throws {
    let backend = event.backend
    try await event.change { _ = try backend.teams.allow(team, isAllowed, because: "shown live", of: $0, in: $1) }
  }

  /// "t1", "t2: no submission": who is ranked, and who is not and why.
  private func outcome(_ event: TestEvent) async throws -> [String] {
    let result = try await event.compute()
    return result.standings.map(\.team).sorted() + result.unranked.map { "\($0.name): \($0.reason)" }.sorted()
  }

  @Test func `only teams with a submission that is judged are ranked, or those that somebody lets through`()
    async throws
  {
    try await TestEvent.with { event in
      try await event.judged([9000, 8000, 7000])
      try await event.setDeadline("-1 hour")
      for team in ["t1", "t2"] { try await event.draft(team, "Project") }
      let now = try #require(
        LocalTime(
          try await event.value(
            "SELECT to_char(now() AT TIME ZONE time_zone - interval '2 hours', 'YYYY-MM-DD HH24:MI') FROM event") ?? "")
      )
      try await event.submit("t1", at: now, because: "by e-mail")
      try await event.meddle("UPDATE event SET submissions_due_at = NULL")
      try await event.submit("t2")
      try await event.meddle("UPDATE event SET submissions_due_at = clock_timestamp() - interval '1 hour'")
      try await event.close()
      try await event.freeze()
      #expect(
        try await outcome(event) == ["t1", "Team 2: late submission, not accepted", "Team 3: no submission"])
      try await allow("t3", in: event)
      #expect(try await outcome(event) == ["t1", "t3", "Team 2: late submission, not accepted"])
      try await allow("t3", false, in: event)
      try await event.acceptLate("t2")
      #expect(try await outcome(event) == ["t1", "t2", "Team 3: no submission"])
      try await event.meddle(
        "UPDATE submission SET withdrawn_at = now() WHERE team_id = (SELECT team_id FROM team WHERE key = 't1')")
      #expect(try await outcome(event) == ["t2", "Team 1: submission withdrawn", "Team 3: no submission"])
    }
  }

  @Test func `an event without a deadline and without any submission ranks every team`() async throws {
    try await TestEvent.with { event in
      try await event.frozen([9000, 8000])
      #expect(try await outcome(event) == ["t1", "t2"])
    }
  }

  @Test func `a decision has a name and a reason, and is never changed`() async throws {
    try await TestEvent.with { event in
      try await event.judged([9000])
      let backend = event.backend
      await #expect(throws: (any Error).self) {
        try await event.change { _ = try backend.teams.allow("t1", true, because: " ", of: $0, in: $1) }
      }
      try await allow("t1", in: event)
      let entry = try await event.database.read { try backend.audit.entries(of: event.id, newest: 1, in: $0) }
      #expect(entry.first?.action == "allowed")
      await #expect(throws: PostgresError.self) {
        try await event.change { try $1.execute("DELETE FROM team_allowance WHERE event_id = \($0)") }
      }
      #expect(try await event.value("SELECT count(*) FROM team_allowance", as: Int64.self) == 1)
    }
  }

  @Test func `closing a round names the teams that will not be ranked`() async throws {
    try await TestEvent.with { event in
      try await event.judged([9000, 8000])
      try await event.setDeadline("-1 hour")
      let backend = event.backend
      let leftOut = try await event.database.read { snapshot in
        try backend.judging.leftOut(
          of: backend.judging.round(nil, of: event.id, in: snapshot), of: event.id, snapshot)
      }
      #expect(
        leftOut == [.ineligible("t1", obstacle: "no submission"), .ineligible("t2", obstacle: "no submission")])
    }
  }
}
