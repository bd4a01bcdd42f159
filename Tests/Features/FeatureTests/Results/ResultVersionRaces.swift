import Backend
import Judging
import Postgres
import Results
import Scores
import TestBackend
import TestDatabase
import Testing
import UseCases
import Vocabulary

/// Steps towards the public with real connections.
@Suite(.serialized) struct ResultVersionRaces {
  @Test func ofManyApprovalsAtOnceByOneOrganiserOneCounts() async throws {
    try await TestEvent.with(connections: 12) { event in
      try await event.frozen([9000, 7000])
      try await event.compute()
      let token = try await event.token("bea")
      let outcomes = try await withThrowingTaskGroup(of: Outcome.self) { group in
        for _ in 1...10 { group.addTask { try await event.approve(1, by: token) } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(outcomes.count { $0 == .updated } == 1 && outcomes.count { $0 == .unchanged } == 9)
      #expect(try await event.value("SELECT count(*) FROM result_step", as: Int.self) == 1)
      #expect(try await event.version(1).state == .halfApproved)
    }
  }

  /// Whichever comes first: what was retracted is never announced afterwards, and nothing stays public.
  @Test func aResultThatIsRetractedWhileItIsAnnouncedIsNotPublic() async throws {
    for _ in 1...6 {
      try await TestEvent.with { event in
        try await event.frozen([9000, 7000])
        try await event.compute()
        try await event.approveByTwo(1)
        async let retracted = event.retract(1).outcome
        do {
          try await event.announce(1)
        } catch let error as ResultVersionError {
          let allowed: [ResultVersionError] = [.retracted(1), .blocked(1, to: "announced", by: [.retracted])]
          #expect(allowed.contains(error))
        }
        #expect(try await retracted == .updated)
        #expect(try await event.value("SELECT count(*) FROM published_result", as: Int.self) == 0)
        // A step's number is drawn before it waits for the lock; entries of the log are numbered in the order of commits.
        let steps = try await event.value(
          """
          SELECT string_agg(details::jsonb ->> 'action', ' ' ORDER BY number) FROM audit_entry
          WHERE details::jsonb ->> 'action' IN ('announced', 'retracted')
          """, as: String.self)
        #expect(["retracted", "announced retracted"].contains(steps ?? ""))
      }
    }
  }

  /// A sheet that is being saved when the round closes and freezes counts, or is refused: it never comes later.
  @Test func aLateSheetIsInTheResultOrRefused() async throws {
    for _ in 1...6 {
      try await TestEvent.with { event in
        let form = try await event.judged([9000, 7000])
        async let frozen: Void = {
          try await event.close()
          try await event.freeze()
        }()
        var isSaved = true
        do {
          try await event.save("J-1", "t2", impact: 1000, data: 1000, madeFrom: 1, by: form)
        } catch ScoreError.roundNotOpen {
          isSaved = false
        }
        try await frozen
        let result = try await event.compute()
        #expect(result.standings.last?.score == (isSaved ? "4.00" : "7.00"))
        #expect(try await event.blockers(1) == [])
      }
    }
  }

  /// Approving and reopening the round exclude each other.
  @Test func aRoundThatIsReopenedWhileItsResultIsApprovedHasNoApprovedResult() async throws {
    for _ in 1...6 {
      try await TestEvent.with { event in
        try await event.frozen([9000, 7000])
        try await event.compute()
        let token = try await event.token("bea")
        async let reopened: Bool = {
          do {
            try await event.reopen()
            return true
          } catch RoundError.approvedResult {
            return false
          }
        }()
        var isApproved = true
        do {
          try await event.approve(1, by: token)
        } catch is ResultVersionError {
          isApproved = false
        }
        #expect(try await reopened != isApproved)
        let state = try await event.value("SELECT state FROM round", as: String.self)
        #expect(state == (isApproved ? "frozen" : "open"))
      }
    }
  }
}
