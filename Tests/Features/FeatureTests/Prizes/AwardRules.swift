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
      #expect(try await doubts(event).contains(#"team "a" has a prize, but takes no part any more"#))
      #expect(try await award(event).withdrawn.count == 2)
    }
  }

  @Test func theRulesAreDeclaredBeforeAnySheet() async throws {
    try await TestEvent.with { event in
      func declare(_ ties: PrizeRules.Ties) async throws -> Outcome {
        try await event.change { try event.backend.awards.declare(PrizeRules(ties: ties), of: $0, in: $1) }
      }
      #expect(try await declare(.full) == .updated)
      #expect(try await declare(.full) == .unchanged)
      let form = try await event.openJudging()
      try await event.save("J-1", "t1", impact: 1000, data: 1000, by: form)
      await #expect(throws: AwardError.rulesDeclaredLate) { _ = try await declare(.pool) }
      #expect(try await event.value("SELECT ties FROM prize_rules") == "full")
    }
  }

  @Test func votesOfASourceReplaceThoseItGaveBefore() async throws {
    try await TestEvent.with { event in
      try await stated([("a", 1), ("b", 2)], event)
      let prize = try Slug("public")
      try await event.change { id, unit in
        _ = try event.backend.prizes.set(
          Prize(key: prize, basis: .choice, kind: .goods, label: LocalizedText()), of: id, in: unit)
      }
      func take(_ votes: [(String, Int)], from source: String, for prize: Slug) async throws -> Outcome {
        try await event.change { id, unit in
          try event.backend.awards.take(
            votes.map { (team: $0.0, votes: $0.1) }, for: prize, from: source, of: id, in: unit)
        }
      }
      #expect(try await take([("a", 5), ("b", 3)], from: "web", for: prize) == .created)
      #expect(try await take([("a", 5), ("b", 3)], from: "web", for: prize) == .unchanged)
      #expect(try await take([("b", 4)], from: "hall", for: prize) == .created)
      _ = try await award(event)
      #expect(try await awards(event).contains("public b 1"))
      #expect(try await take([("a", 9), ("b", 3)], from: "web", for: prize) == .updated)
      _ = try await award(event)
      #expect(try await awards(event).contains("public a 1"))
      await #expect(throws: AwardError.teamTwiceInVotes("a")) {
        _ = try await take([("a", 1), ("a", 2)], from: "web", for: prize)
      }
      await #expect(throws: AwardError.noChoicePrize(try Slug("bold"), basis: "special award")) {
        _ = try await take([("a", 1)], from: "web", for: try Slug("bold"))
      }
    }
  }

  @Test func whatChangedSinceTheAwardsIsNamedAndBlocks() async throws {
    try await TestEvent.with { event in
      try await stated([("a", 1), ("b", 2)], event)
      let (prize, money) = (try Slug("public"), try Slug("money-1"))
      try await event.change { id, unit in
        _ = try event.backend.prizes.set(
          Prize(key: prize, basis: .choice, kind: .goods, label: LocalizedText()), of: id, in: unit)
      }
      _ = try await award(event)
      #expect(try await doubts(event).contains(#"nobody receives prize "public""#))
      try await event.change { id, unit in
        _ = try event.backend.awards.take([(team: "b", votes: 3)], for: prize, from: "hall", of: id, in: unit)
      }
      let outdated = "1 award is not what the result, the votes and the teams' answers say now"
      #expect(try await doubts(event).first == outdated)
      _ = try await award(event)
      #expect(try await doubts(event).contains(outdated) == false)
      try await event.change { try event.backend.awards.decline(money, by: "a", because: "no", of: $0, in: $1) }
      #expect(try await doubts(event).first == outdated)
    }
  }

  @Test func anHonourKeepsItsReasonWhenItsAmountChangesAndLeavesATeamThatIsNotActive() async throws {
    try await TestEvent.with { event in
      try await stated([("a", 1), ("b", 2)], event)
      let bold = try Slug("bold")
      try await event.change { id, unit in
        try event.backend.awards.give(bold, to: "b", because: "brave", of: id, in: unit)
        _ = try event.backend.prizes.edit(prize: bold, of: id, in: unit) {
          $0.kind = .money
          $0.amount = .known(try Money(minorUnits: 600, currency: "CAD"))
        }
      }
      for _ in 1...2 { _ = try await award(event) }
      #expect(
        try await event.value(
          "SELECT reason || ' ' || amount FROM prize_award WHERE reason IS NOT NULL AND withdrawn_at IS NULL")
          == "brave 600")
      try await event.change { id, unit in
        _ = try event.backend.teams.put("b", .withdrawn, because: nil, of: id, in: unit)
      }
      _ = try await award(event)
      #expect(try await awards(event) == ["money-1 a 1", "seat-1 a 1"])
    }
  }

  @Test func whatWasDeliveredIsNotTakenBackInPassing() async throws {
    try await TestEvent.with { event in
      try await stated([("a", 1), ("b", 2)], event)
      let seat = try Slug("seat-1")
      _ = try await award(event)
      try await event.change { id, unit in
        try event.backend.awards.deliver(seat, to: "a", on: nil, note: nil, of: id, in: unit)
      }
      try await state([("b", 1), ("a", 2)], event)
      await #expect(throws: AwardError.delivered(prize: seat, team: "a")) { _ = try await award(event) }
      try await event.change { id, unit in
        try event.backend.awards.withdraw(seat, from: "a", because: "handed back", of: id, in: unit)
      }
      _ = try await award(event)
      #expect(try await awards(event) == ["money-1 b 2", "seat-1 b 2"])
    }
  }

  @Test func aPrizeIsNoLargerThanItsSumsCanBe() async throws {
    try await TestEvent.with { event in
      let key = try Slug("big")
      func set(_ minorUnits: Int64, quantity: Int) async throws {
        let money = Prize.Amount.known(try Money(minorUnits: minorUnits, currency: "CAD"))
        try await event.change { id, unit in
          _ = try event.backend.prizes.set(
            Prize(
              key: key, basis: .choice, kind: .money, amount: money, label: LocalizedText(), quantity: quantity),
            of: id, in: unit)
        }
      }
      await #expect(throws: AwardError.impossibleAmount(key)) { try await set(.max, quantity: 1) }
      await #expect(throws: AwardError.impossibleQuantity(key, 1001)) { try await set(1, quantity: 1001) }
      try await set(1_000_000_000_000_000, quantity: 1000)
    }
  }

  @Test func aPrizeThatWasAwardedStays() async throws {
    try await TestEvent.with { event in
      try await stated([("a", 1)], event)
      _ = try await award(event)
      let seat = try Slug("seat-1")
      await #expect(throws: AwardError.prizeWithAwards(seat)) {
        try await event.change { try event.backend.prizes.remove(prize: seat, of: $0, in: $1) }
      }
      try await event.change { try event.backend.prizes.remove(prize: try Slug("bold"), of: $0, in: $1) }
      #expect(try await event.value("SELECT count(*) FROM prize") == 2)
    }
  }
}
