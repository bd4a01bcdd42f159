import Testing
import Vocabulary

@testable import Prizes
@testable import Results

/// Who receives what by a ranking, worked out by hand.
@Suite struct PrizeAllocationRules {
  func prize(
    _ key: String, _ basis: Prize.Basis, _ kind: Prize.Kind = .money, _ amount: Int64? = nil, quantity: Int = 1
  ) throws -> Prize {
    let money = try amount.map { Prize.Amount.known(try Money(minorUnits: $0, currency: "CAD")) }
    return Prize(
      key: try Slug(key), basis: basis, kind: kind, amount: money ?? .unknown, label: LocalizedText(),
      quantity: quantity)
  }

  func contest(_ prizes: [Prize], _ standings: [(String, Int)]) -> PrizeContest {
    PrizeContest(prizes: prizes, standings: standings.map { .init(team: $0.0, rank: $0.1) })
  }

  /// "money-1 a 500" and so on, in order; a share names how many share.
  func lines(_ allocation: PrizeAllocation) -> [String] {
    allocation.grants.map { grant in
      var words = [grant.prize.text, grant.team]
      if let amount = grant.amount { words.append(String(amount)) }
      if grant.shares > 1 { words.append("of \(grant.shares)") }
      if grant.isChosen { words.append("chosen") }
      return words.joined(separator: " ")
    }
  }

  @Test func eachPlaceReceivesItsPrizes() throws {
    let prizes = [
      try prize("first", .rank(1), .money, 500), try prize("seat", .rank(1), .seat, quantity: 3),
      try prize("second", .rank(2), .money, 300), try prize("fourth", .rank(4), .goods),
    ]
    let allocation = PrizeAllocation(contest(prizes, [("b", 2), ("a", 1), ("c", 3)]))
    #expect(lines(allocation) == ["first a 500", "seat a", "second b 300"])
    #expect(allocation.undecided.isEmpty && allocation.odd.isEmpty && allocation.notes.isEmpty)
  }

  @Test func teamsThatShareThePodiumShareAllItsMoneyAndTheOddCentIsNobodys() throws {
    let prizes = [
      try prize("first", .rank(1), .money, 501), try prize("second", .rank(2), .money, 300),
      try prize("third", .rank(3), .money, 100),
    ]
    let allocation = PrizeAllocation(contest(prizes, [("a", 1), ("b", 1), ("c", 3)]))
    #expect(
      lines(allocation) == [
        "first a 250 of 2", "first b 250 of 2", "second a 150 of 2", "second b 150 of 2", "third c 100",
      ])
    #expect(allocation.odd == [.init(money: try Money(minorUnits: 1, currency: "CAD"), teams: ["a", "b"])])
  }

  @Test func centsThatAreLeftOfSeveralPrizesAreDividedTogether() throws {
    let prizes = [try prize("first", .rank(1), .money, 101), try prize("second", .rank(2), .money, 103)]
    let allocation = PrizeAllocation(contest(prizes, [("a", 1), ("b", 1)]))
    #expect(lines(allocation) == ["first a 50 of 2", "first b 50 of 2", "second a 52 of 2", "second b 52 of 2"])
    #expect(allocation.odd.isEmpty)
  }

  @Test func aTieBehindThePodiumSharesOnlyWhatItCovers() throws {
    let prizes = [try prize("third", .rank(3), .money, 1000)]
    let allocation = PrizeAllocation(contest(prizes, [("a", 1), ("b", 2), ("d", 3), ("c", 3), ("e", 3)]))
    #expect(lines(allocation) == ["third c 333 of 3", "third d 333 of 3", "third e 333 of 3"])
    #expect(allocation.odd.map(\.money.minorUnits) == [1])
  }

  @Test func inFullEachReceivesWhatTheBestPlaceEarnsAndTheOthersAreNotGiven() throws {
    var full = contest(
      [try prize("first", .rank(1), .money, 500), try prize("second", .rank(2), .money, 300)], [("a", 1), ("b", 1)])
    full.rules.ties = .full
    let allocation = PrizeAllocation(full)
    #expect(lines(allocation) == ["first a 500", "first b 500"])
    #expect(
      allocation.notes == [
        #""first" is given 2 times in full, as the rules for ties say."#,
        #""second" is not given: rank 2 is covered by a shared rank 1."#,
      ])
  }

  @Test func inFullAPrizeThatIsNotGivenIsNotGivenToWhoeverIsLeftOfTheTie() throws {
    var full = contest(
      [try prize("first", .rank(1), .money, 500), try prize("second", .rank(2), .money, 300)], [("a", 1), ("b", 1)])
    full.rules.ties = .full
    full.refusals = [.init(prize: try Slug("second"), team: "b", reason: "no")]
    #expect(lines(PrizeAllocation(full)) == ["first a 500", "first b 500"])
  }

  @Test func whatCannotBeDividedWaitsForAPersonAndKeepsTheirChoice() throws {
    var tied = contest(
      [
        try prize("seat", .rank(1), .seat), try prize("praise", .rank(1), .promotion),
        try prize("laptops", .rank(2), .goods, quantity: 4),
      ], [("a", 1), ("b", 1)])
    let open = PrizeAllocation(tied)
    #expect(lines(open) == ["praise a", "praise b", "laptops a of 2", "laptops b of 2"])
    #expect(open.undecided == [.init(prize: try Slug("seat"), count: 1, teams: ["a", "b"])])
    tied.choices = [try Slug("seat"): ["b"]]
    let decided = PrizeAllocation(tied)
    #expect(lines(decided).first == "seat b chosen")
    #expect(decided.undecided.isEmpty)
    tied.choices = [try Slug("seat"): ["z"]]
    #expect(PrizeAllocation(tied).undecided == open.undecided)
  }

  @Test func aTrackPrizeFollowsTheWholeRankingAmongTheTrackOnly() throws {
    var tracks = contest(
      [try prize("health", .track("health"), .money, 100, quantity: 2)], [("a", 1), ("b", 2), ("c", 3), ("d", 4)])
    tracks.tracks = ["health": ["b", "d"], "water": ["a", "c"]]
    #expect(lines(PrizeAllocation(tracks)) == ["health b 100", "health d 100"])
    tracks.tracks["health"] = ["b", "c", "d"]
    #expect(lines(PrizeAllocation(tracks)) == ["health b 100", "health c 100"])
  }

  @Test func aTieAtTheEndOfATrackPrizeSharesWhatIsLeft() throws {
    var tracks = contest(
      [try prize("health", .track("health"), .money, 100, quantity: 2)], [("a", 1), ("b", 2), ("c", 2)])
    tracks.tracks = ["health": ["a", "b", "c"]]
    #expect(lines(PrizeAllocation(tracks)) == ["health a 100", "health b 50 of 2", "health c 50 of 2"])
  }

  @Test func whoDeclinesIsPassedOverAndKeepsThePlace() throws {
    var declined = contest(
      [try prize("first", .rank(1), .money, 500), try prize("second", .rank(2), .money, 300)],
      [("a", 1), ("b", 2), ("c", 3)])
    declined.refusals = [.init(prize: try Slug("first"), team: "a", reason: "employer forbids")]
    let one = PrizeAllocation(declined)
    #expect(lines(one) == ["first b 500", "second b 300"])
    #expect(one.notes == [#""first": "a" is passed over (employer forbids)."#])
    declined.refusals.append(.init(prize: try Slug("second"), team: "a", reason: "employer forbids"))
    #expect(lines(PrizeAllocation(declined)) == ["first b 500", "second c 300"])
  }

  @Test func whoDeclinesAmidATieLeavesItsShareToTheOthersOfTheTie() throws {
    var tied = contest(
      [try prize("first", .rank(1), .money, 500), try prize("second", .rank(2), .money, 300)],
      [("a", 1), ("b", 1), ("c", 3)])
    tied.refusals = [.init(prize: try Slug("second"), team: "b", reason: "civil servant")]
    #expect(lines(PrizeAllocation(tied)) == ["first a 250 of 2", "first b 250 of 2", "second a 300"])
    tied.refusals.append(.init(prize: try Slug("first"), team: "b", reason: "civil servant"))
    #expect(lines(PrizeAllocation(tied)) == ["first a 500", "second c 300"])
  }

  @Test func ifNobodyBehindTakesItThePrizeStays() throws {
    var declined = contest([try prize("first", .rank(1), .money, 500)], [("a", 1), ("b", 2)])
    declined.refusals = ["a", "b"].map { .init(prize: declined.prizes[0].key, team: $0, reason: "no") }
    #expect(PrizeAllocation(declined).grants.isEmpty)
  }

  @Test func honoursCountAgainstTheMostThatATeamMayTake() throws {
    var limited = contest(
      [try prize("bold", .specialAward, .promotion), try prize("public", .choice, .goods)], [("a", 1), ("b", 2)])
    limited.rules.mostPerTeam = 1
    limited.choices = [try Slug("bold"): ["a"]]
    limited.votes = [try Slug("public"): ["a": 9, "b": 8]]
    #expect(lines(PrizeAllocation(limited)) == ["public b", "bold a chosen"])
  }

  @Test func aTeamTakesNoMoreThanTheRulesAllowAndAPlaceCountsOnce() throws {
    var limited = contest(
      [
        try prize("first", .rank(1), .money, 500), try prize("seat", .rank(1), .seat),
        try prize("health", .track("health"), .money, 100), try prize("public", .choice, .goods),
      ], [("a", 1), ("b", 2), ("c", 3)])
    limited.tracks = ["health": ["a", "b"]]
    limited.votes = [try Slug("public"): ["a": 9, "b": 8, "c": 1]]
    limited.rules.mostPerTeam = 1
    #expect(lines(PrizeAllocation(limited)) == ["first a 500", "seat a", "health b 100", "public c"])
    limited.rules.mostPerTeam = 2
    #expect(lines(PrizeAllocation(limited)) == ["first a 500", "seat a", "health a 100", "public b"])
  }

  @Test func nobodyWinsWithoutVotesAndATieOfVotesIsDecidedByAPerson() throws {
    var voted = contest([try prize("public", .choice, .goods)], [("a", 1), ("b", 2)])
    voted.votes = [try Slug("public"): ["a": 0, "b": 0]]
    #expect(PrizeAllocation(voted).grants.isEmpty)
    voted.votes = [try Slug("public"): ["a": 4, "b": 4, "c": 3]]
    #expect(PrizeAllocation(voted).undecided == [.init(prize: try Slug("public"), count: 1, teams: ["a", "b"])])
  }

  @Test func noMoreMoneyIsGivenThanThereIsAndTheRestIsLessThanACentEach() throws {
    var generator = SeededNumbers(seed: 7)
    for _ in 0..<500 {
      let count = Int.random(in: 1...6, using: &generator)
      var standings: [(String, Int)] = []
      for index in 0..<count {
        let tied = index > 0 && Bool.random(using: &generator)
        standings.append(("t\(index)", tied ? standings[index - 1].1 : index + 1))
      }
      let prizes = try (1...3).map { rank in
        try prize("p\(rank)", .rank(rank), .money, Int64.random(in: 1...1000, using: &generator))
      }
      let allocation = PrizeAllocation(contest(prizes, standings))
      let given = allocation.grants.reduce(0) { $0 + ($1.amount ?? 0) }
      let odd = allocation.odd.reduce(0) { $0 + $1.money.minorUnits }
      let there = prizes.prefix(count).reduce(0) { $0 + ($1.amount.money?.minorUnits ?? 0) }
      #expect(given + odd == there)
      #expect(allocation.odd.allSatisfy { $0.money.minorUnits < $0.teams.count })
      for group in Dictionary(grouping: standings, by: \.1).values {
        let sums = group.map { team in
          allocation.grants.filter { $0.team == team.0 }.reduce(0) { $0 + ($1.amount ?? 0) }
        }
        #expect(Set(sums).count == 1)
      }
    }
  }
}

/// The same numbers in every run (SplitMix64).
private struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
