import Backend
import CanonicalJSON
import Postgres
import Results
import TestBackend
import Testing
import Vocabulary

/// What organisers decide beside the scores makes a further version, signed, with the computed ranks beside it.
@Suite struct DecisionRules {
  @Test(arguments: [
    ([9000, 9000, 7000, 6000], "t1", "t2", ["1 t2", "2 t1 (1)", "3 t3", "4 t4"]),
    ([9000, 8000, 8000, 6000], "t2", "t3", ["1 t1", "2 t3", "3 t2 (2)", "4 t4"]),
    ([9000, 8000, 7000, 7000], "t3", "t4", ["1 t1", "2 t2", "3 t4", "4 t3 (3)"]),
  ])
  func aTieOnEachPlaceOfThePodiumIsDecidedByAJury(
    _ points: [Int64], _ worse: String, _ better: String, _ ranks: [String]
  ) async throws {
    try await TestEvent.with { event in
      try await event.frozen(points)
      try await event.compute()
      #expect(try await event.blockers(1) == ["tie-open"])
      let result = try await event.decide(.jury, better, worse)
      #expect(result.number == 2)
      #expect(try await event.ranks() == ranks)
      #expect(try await event.blockers(2) == [])
      let kept = try await event.value(
        """
        SELECT string_agg(p.rank || ' ' || t.key, ', ' ORDER BY p.rank)
        FROM result_rank AS p JOIN team AS t USING (event_id, team_id) WHERE p.number = 2
        """, as: String.self)
      #expect(kept == ranks.map { $0.split(separator: " ").prefix(2).joined(separator: " ") }.joined(separator: ", "))
    }
  }

  @Test func aTieBehindThePodiumMayStayUnlessAPrizeHangsOnIt() async throws {
    try await TestEvent.with { event in
      try await event.frozen([9000, 8000, 7000, 6000, 6000, 5000])
      try await event.compute()
      #expect(try await event.blockers(1) == [])
      try await event.meddle(
        "INSERT INTO prize (event_id, key, rank, position, kind) SELECT event_id, 'fifth', 5, 1, 'seat' FROM event")
      #expect(try await event.blockers(1) == ["tie-open"])
      try await event.meddle("UPDATE prize SET rank = 6")
      #expect(try await event.blockers(1) == [])
    }
  }

  @Test func teamsMayGoOnSharingAPlaceWhenSomebodySaysSo() async throws {
    try await TestEvent.with { event in
      try await event.frozen([9000, 9000, 7000])
      try await event.compute()
      let result = try await event.decide(.keep, "t2", "t1")
      #expect(try await event.ranks() == ["1 t1", "1 t2", "3 t3"])
      #expect(try await event.blockers(result.number) == [])
      #expect(result.decisions.map(\.by) == ["ada"] && result.decisions.map(\.reason) == ["so agreed"])
    }
  }

  @Test func aLotIsTheSameWhoeverDrawsItAndInWhateverOrder() async throws {
    var drawn: [[String]] = []
    for teams in [["t1", "t2", "t3"], ["t3", "t1", "t2"]] {
      try await TestEvent.with { event in
        try await event.frozen([9000, 9000, 9000, 1000])
        try await event.compute()
        try await event.decide(.lot, teams[0], teams[1], teams[2])
        drawn.append(try await event.ranks().map { String($0.prefix(4)) })
      }
    }
    #expect(drawn[0] == drawn[1])
    #expect(drawn[0].map { $0.prefix(1) } == ["1", "2", "3", "4"])
  }

  @Test func aTieIsDecidedWholeAndOnlyWhereThereIsOne() async throws {
    try await TestEvent.with { event in
      try await event.frozen([9000, 9000, 9000, 7000])
      try await event.compute()
      func refused(_ choice: ResultsService.TieChoice, _ teams: [String], order: [String]? = nil) async throws
        -> DecisionError?
      {
        let backend = event.backend
        return await #expect(throws: DecisionError.self) {
          try await event.change {
            _ = try backend.results.decideTie(teams, choice, order: order, because: "so", of: $0, in: $1)
          }
        }
      }
      #expect(
        try await refused(.jury, ["t1", "t2"])
          == .notTheTie(["t1", "t2"], rank: 1, sharing: ["t1", "t2", "t3"]))
      #expect(try await refused(.jury, ["t1", "t4"]) == .noTie(["t1", "t4"]))
      #expect(try await refused(.jury, ["t1"]) == .noTie(["t1"]))
      #expect(
        try await refused(.keep, ["t1", "t1", "t2"])
          == .notTheTie(["t1", "t1", "t2"], rank: 1, sharing: ["t1", "t2", "t3"]))
      #expect(try await refused(.vote, ["t1", "t2", "t3"], order: ["t1", "t2", "t4"]) == .orderOfOthers)
      #expect(try await refused(.lot, ["t1", "t2", "t3"], order: ["t1", "t2", "t3"]) == .orderOfLot)
      let unknown = await #expect(throws: ResultError.self) { try await event.decide(.jury, "t1", "t9") }
      #expect(unknown == .unknownTeam("t9", nearest: "t1"))
      #expect(try await event.value("SELECT count(*) FROM result", as: Int.self) == 1)
    }
  }

  @Test(arguments: [
    ("t4", 1, ["1 t4 (4)", "2 t1 (1)", "3 t2 (2)", "4 t3 (3)"]),
    ("t1", 4, ["1 t2 (2)", "2 t3 (3)", "3 t4 (4)", "4 t1 (1)"]),
    ("t2", 3, ["1 t1", "2 t3 (3)", "3 t2 (2)", "4 t4"]),
  ])
  func anOverrideMovesATeamAndTheOthersKeepTheirOrder(_ team: String, _ rank: Int, _ ranks: [String]) async throws {
    try await TestEvent.with { event in
      try await event.frozen([9000, 8000, 7000, 6000])
      try await event.compute()
      let result = try await event.move(team, to: rank)
      #expect(try await event.ranks() == ranks)
      #expect(result.decisions.map(\.kind) == [.moved(team: team, from: Int(team.dropFirst()) ?? 0, to: rank)])
      #expect(try await event.value("SELECT count(*) FROM result", as: Int.self) == 2)
    }
  }

  @Test func anOverrideLeavesTiesOfOthersWhole() async throws {
    try await TestEvent.with { event in
      try await event.frozen([9000, 9000, 7000, 6000])
      try await event.compute()
      func refused(_ team: String, _ rank: Int) async throws -> DecisionError? {
        await #expect(throws: DecisionError.self) { try await event.move(team, to: rank) }
      }
      #expect(try await refused("t4", 2) == .withinTie(2, ["t1", "t2"]))
      #expect(try await refused("t4", 5) == .beyondRanks(5, last: 4))
      #expect(try await refused("t4", 0) == .beyondRanks(0, last: 4))
      #expect(try await refused("t4", 4) == .hasThatRank("t4", 4))
      try await event.move("t4", to: 1)
      #expect(try await event.ranks() == ["1 t4 (4)", "2 t1 (1)", "2 t2 (1)", "4 t3 (3)"])
    }
  }

  @Test func decisionsAddUpAndComputingTheSameAgainKeepsThem() async throws {
    try await TestEvent.with { event in
      try await event.frozen([9000, 9000, 7000])
      try await event.compute()
      try await event.decide(.vote, "t2", "t1")
      let result = try await event.move("t3", to: 1)
      #expect(result.number == 3 && result.decisions.count == 2)
      #expect(try await event.ranks() == ["1 t3 (3)", "2 t2 (1)", "3 t1 (1)"])
      #expect(try await event.compute().number == 3)
      let facts = try JSON(parsing: result.snapshot)
      let second = try await event.value("SELECT encode(sha256, 'hex') FROM result WHERE number = 2", as: String.self)
      #expect(facts["previous"]?["sha256"]?.text == second && facts["edition"]?.integer == 3)
    }
  }

  @Test func nothingIsDecidedWhileScoresCanChangeOrWithoutAReason() async throws {
    try await TestEvent.with { event in
      try await event.judged([9000, 9000])
      try await event.compute()
      let open = await #expect(throws: DecisionError.self) { try await event.decide(.jury, "t1", "t2") }
      #expect(open == .notFrozen(round: "main"))
      try await event.close()
      try await event.freeze()
      let backend = event.backend
      let blank = await #expect(throws: DecisionError.self) {
        try await event.change {
          _ = try backend.results.decideTie(["t1", "t2"], .jury, because: " ", of: $0, in: $1)
        }
      }
      #expect(blank == .reasonNeeded)
    }
  }

  @Test func placesThatWereStatedCanBeDecidedToo() async throws {
    try await TestEvent.with { event in
      try await event.openJudging(teams: 3)
      let backend = event.backend
      try await event.change { id, unit in
        _ = try backend.results.state([("t1", 1), ("t2", 1), ("t3", 3)], of: id, in: unit)
      }
      try await event.decide(.lot, "t1", "t2")
      #expect(try await event.ranks().map { String($0.prefix(1)) } == ["1", "2", "3"])
      let (id, verified) = (event.id, event.backend.results)
      let differences = try await event.database.read { snapshot in
        try verified.verification(of: verified.newest(of: id, in: snapshot)).differences
      }
      #expect(differences == [])
    }
  }
}
