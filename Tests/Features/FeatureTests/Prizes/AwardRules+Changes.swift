import Backend
import Postgres
import Prizes
import Results
import Teams
import TestBackend
import Testing
import Vocabulary

/// What happens to awards when the rules, votes, teams or prizes change.
extension AwardRules {
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
