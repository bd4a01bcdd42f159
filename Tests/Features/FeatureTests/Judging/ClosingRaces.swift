import Backend
import Events
import Judging
import Postgres
import Scores
import TestBackend
import TestDatabase
import Testing
import UseCases
import Vocabulary

/// I3 with real connections.
@Suite(.serialized) struct ClosingRaces {
  static func close(_ event: TestEvent) async throws {
    let backend = event.backend
    try await event.change { id, unit in
      let stored = try backend.events.find(nil, in: unit)
      let round = try backend.judging.round(nil, of: id, in: unit)
      _ = try backend.rounds.close(round, despite: "time is up", in: stored, unit)
    }
  }

  @Test(arguments: [1, 60])
  func asManySheetsAreThereAsWereAcceptedWhenFiftyJudgesScoreAndTheRoundCloses(after sheets: Int) async throws {
    try await TestEvent.with(connections: 51) { event in
      let form = try await event.openJudging(teams: 10, judges: 50)
      let accepted = Counter()
      let strange = await withTaskGroup(of: [String].self) { group in
        for judge in 1...50 {
          group.addTask { await Self.score(judge, teams: 10, form, event, counting: accepted) }
        }
        group.addTask {
          while accepted.count < sheets { try? await Task.sleep(for: .milliseconds(1)) }
          do {
            try await Self.close(event)
            return []
          } catch {
            return ["\(error)"]
          }
        }
        return await group.reduce(into: []) { $0 += $1 }
      }
      #expect(strange == [])
      #expect((sheets..<500).contains(accepted.count))
      #expect(
        try await event.value("SELECT count(*) FROM sheet WHERE status = 'ready'", as: Int.self) == accepted.count)
      #expect(try await event.value("SELECT count(*) FROM score", as: Int.self) == 2 * accepted.count)
      #expect(try await event.value("SELECT count(*) FROM sheet_revision", as: Int.self) == accepted.count)
      let logged = try await event.value(
        """
        SELECT count(*) FROM audit_entry WHERE details LIKE '%"noun":"sheet"%'
        """, as: Int.self)
      #expect(logged == accepted.count)
    }
  }

  /// - Returns: What went wrong, other than that the round was closed.
  private static func score(
    _ judge: Int, teams: Int, _ form: ScoringForm, _ event: TestEvent, counting accepted: Counter
  ) async -> [String] {
    var strange: [String] = []
    for team in 1...teams {
      do {
        try await event.save("J-\(judge)", "t\(team)", impact: 5000, data: 5000, by: form)
        accepted.increment()
      } catch ScoreError.roundNotOpen {
        break
      } catch {
        strange.append("\(error)")
      }
    }
    return strange
  }

  /// Whoever closes waits for a file under way, and a file that waits finds the round closed: all of it, or nothing.
  @Test func aFileOfScoresIsTakenWholeOrNotAtAllWhenTheRoundCloses() async throws {
    for _ in 1...4 {
      try await TestEvent.with { event in
        _ = try await event.openJudging(teams: 20, judges: 20)
        async let closed: Void = Self.close(event)
        let taken: Int
        do {
          let report = try await event.importScores(allOf: 20, 20)
          taken = report.outcomes[.created] ?? 0
          #expect(taken == 400)
        } catch ScoreError.roundNotOpen {
          taken = 0
        }
        try await closed
        #expect(try await event.value("SELECT count(*) FROM sheet", as: Int.self) == taken)
        #expect(try await event.value("SELECT count(*) FROM score", as: Int.self) == 2 * taken)
      }
    }
  }
}
