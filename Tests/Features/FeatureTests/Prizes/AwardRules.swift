import Backend
import Postgres
import Prizes
import Results
import Teams
import TestBackend
import Testing
import Vocabulary

/// What becomes of prizes in the database: nothing twice, nothing without a trace, nothing beyond what there is.
@Suite struct AwardRules {
  /// Teams "a" to "d" in these ranks, and a money prize, a seat and a special award.
  func stated(_ ranks: [(String, Int)], _ event: TestEvent) async throws {
    let backend = event.backend
    try await event.change { id, unit in
      for key in ["a", "b", "c", "d"] {
        _ = try backend.teams.set(Team(key: try Slug(key), name: key.uppercased()), of: id, in: unit)
      }
      for prize in [
        Prize(
          key: try Slug("money-1"), basis: .rank(1), kind: .money,
          amount: .known(try Money(minorUnits: 500_000, currency: "CAD")), label: LocalizedText()),
        Prize(key: try Slug("seat-1"), basis: .rank(1), kind: .seat, label: LocalizedText()),
        Prize(key: try Slug("bold"), basis: .specialAward, kind: .promotion, label: LocalizedText(), quantity: 2),
      ] { _ = try backend.prizes.set(prize, of: id, in: unit) }
    }
    try await state(ranks, event)
  }

  func state(_ ranks: [(String, Int)], _ event: TestEvent) async throws {
    let backend = event.backend
    try await event.change { id, unit in
      _ = try backend.results.state(ranks.map { (team: $0.0, rank: $0.1) }, of: id, in: unit)
    }
  }

  func award(_ event: TestEvent) async throws -> AwardPlan {
    try await event.change { try event.backend.awards.award(of: $0, in: $1) }
  }

  /// "money-1 a 1" with the number of the result.
  func awards(_ event: TestEvent) async throws -> [String] {
    try await event.database.read { try event.backend.awards.awards(of: event.id, in: $0) }
      .map { "\($0.prize) \($0.team) \($0.result)" + ($0.acceptedAt == nil ? "" : " taken") }
  }

  func doubts(_ event: TestEvent) async throws -> [String] {
    try await event.database.read { try event.backend.awards.findings(of: event.id, in: $0) }.map(\.sentence)
  }

  @Test func awardingTwiceChangesNothing() async throws {
    try await TestEvent.with { event in
      try await stated([("a", 1), ("b", 2)], event)
      #expect(try await award(event).added.count == 2)
      let again = try await award(event)
      #expect(again.added.isEmpty && again.withdrawn.isEmpty)
      #expect(try await awards(event) == ["money-1 a 1", "seat-1 a 1"])
    }
  }

  @Test func aNewVersionTakesBackWhatNoLongerHoldsAndLeavesWhatDoes() async throws {
    try await TestEvent.with { event in
      try await stated([("a", 1), ("b", 2)], event)
      _ = try await award(event)
      _ = try await event.change { try event.backend.awards.accept(nil, by: "a", of: $0, in: $1) }
      try await state([("a", 1), ("b", 1)], event)
      #expect(
        try await doubts(event).prefix(2) == [
          "the prizes were awarded by result 1, but result 2 is to be announced",
          #"prize "seat-1" waits for a decision"#,
        ])
      let plan = try await award(event)
      #expect(plan.withdrawn.map { "\($0.prize) \($0.team)" } == ["money-1 a", "seat-1 a"])
      #expect(try await awards(event) == ["money-1 a 2", "money-1 b 2"])
      #expect(
        try await event.value(
          "SELECT string_agg(withdrawn_reason, ', ') FROM prize_award WHERE withdrawn_at IS NOT NULL")
          == "result 2, result 2")
    }
  }

  @Test func onlyThoseInTheTieCanBeChosenAndTheReasonStays() async throws {
    try await TestEvent.with { event in
      try await stated([("a", 1), ("b", 1), ("c", 3)], event)
      _ = try await award(event)
      let seat = try Slug("seat-1")
      func give(_ team: String, _ reason: String) async throws {
        try await event.change { try event.backend.awards.give(seat, to: team, because: reason, of: $0, in: $1) }
      }
      await #expect(throws: AwardError.notDue(prize: seat, team: "c", among: ["a", "b"])) { try await give("c", "why") }
      await #expect(throws: AwardError.reasonNeeded) { try await give("a", " ") }
      try await give("b", "drawn by Ada and Olga")
      await #expect(throws: AwardError.notDue(prize: seat, team: "a", among: [])) { try await give("a", "why") }
      _ = try await award(event)
      #expect(try await awards(event) == ["money-1 a 1", "money-1 b 1", "seat-1 b 1"])
    }
  }

  @Test func anHonourIsGivenAsOftenAsThereIsOneAndNotToATeamThatIsNotActive() async throws {
    try await TestEvent.with { event in
      try await stated([("a", 1)], event)
      let bold = try Slug("bold")
      func give(_ team: String) async throws {
        try await event.change { try event.backend.awards.give(bold, to: team, because: "brave", of: $0, in: $1) }
      }
      try await event.change { id, unit in
        _ = try event.backend.teams.put("d", .disqualified, because: "copied", of: id, in: unit)
      }
      await #expect(throws: AwardError.takesNoPart(team: "d")) { try await give("d") }
      try await give("c")
      await #expect(throws: AwardError.alreadyHas(prize: bold, team: "c")) { try await give("c") }
      try await give("b")
      await #expect(throws: AwardError.noneLeft(bold, count: 2)) { try await give("a") }
      #expect(try await awards(event) == ["bold b 1", "bold c 1"])
    }
  }

  @Test func aTeamThatHasTheMostThatTheRulesAllowReceivesNoHonour() async throws {
    try await TestEvent.with { event in
      try await stated([("a", 1), ("b", 2)], event)
      try await event.change { id, unit in
        _ = try event.backend.awards.declare(PrizeRules(mostPerTeam: 1), of: id, in: unit)
      }
      _ = try await award(event)
      func give(_ team: String) async throws {
        try await event.change { id, unit in
          try event.backend.awards.give(try Slug("bold"), to: team, because: "brave", of: id, in: unit)
        }
      }
      await #expect(throws: AwardError.hasEnough(team: "a", most: 1)) { try await give("a") }
      try await give("b")
    }
  }

  @Test func twentyOrganisersWhoGiveTheLastHonourGiveItOnce() async throws {
    try await TestEvent.with(connections: 20) { event in
      try await stated([("a", 1)], event)
      let bold = try Slug("bold")
      try await event.change { try event.backend.awards.give(bold, to: "a", because: "first", of: $0, in: $1) }
      let given = await withTaskGroup(of: Bool.self) { group in
        for number in 0..<20 {
          group.addTask {
            do {
              try await event.change { id, unit in
                try event.backend.awards.give(bold, to: ["b", "c"][number % 2], because: "last", of: id, in: unit)
              }
              return true
            } catch {
              return false
            }
          }
        }
        return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      #expect(given == 1)
      #expect(try await awards(event).count == 2)
    }
  }

  @Test func whoDeclinesLosesItAndTheNextMovesUpUntilItIsTakenBack() async throws {
    try await TestEvent.with { event in
      try await stated([("a", 1), ("b", 2)], event)
      _ = try await award(event)
      try await event.change { id, unit in
        try event.backend.awards.decline(try Slug("money-1"), by: "a", because: "not allowed", of: id, in: unit)
      }
      #expect(try await awards(event) == ["seat-1 a 1"])
      #expect(try await award(event).allocation.notes == [#""money-1": "a" is passed over (not allowed)."#])
      #expect(try await awards(event) == ["money-1 b 1", "seat-1 a 1"])
      try await event.change { id, unit in
        try event.backend.awards.takeBackRefusal(of: try Slug("money-1"), by: "a", of: id, in: unit)
      }
      _ = try await award(event)
      #expect(try await awards(event) == ["money-1 a 1", "seat-1 a 1"])
    }
  }

  @Test func aTeamThatWasPutOutIsNamedAndReceivesNothingMore() async throws {
    try await TestEvent.with { event in
      try await stated([("a", 1), ("b", 2)], event)
      _ = try await award(event)
      try await event.change { id, unit in
        _ = try event.backend.teams.put("a", .disqualified, because: "copied", of: id, in: unit)
      }
      #expect(try await doubts(event).contains(#"team "a" has a prize, but is no longer in the contest"#))
      #expect(try await award(event).withdrawn.count == 2)
    }
  }
}
