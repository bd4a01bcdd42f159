import Backend
import CanonicalJSON
import Digests
import Postgres
import RankingEngine
import TestBackend
import Testing
import Vocabulary

@testable import Results

/// I7: a result is recomputed from its snapshot alone, and whatever was changed in it is named.
@Suite struct VerificationRules {
  /// The snapshot of a frozen round of teams and judges that differ, without or with decisions.
  func snapshot(_ method: TestEvent.RankingMethodChoice, isDecided: Bool = false) async throws -> String {
    try await TestEvent.with { event in
      let form = try await event.openJudging(teams: 5, judges: 3)
      for judge in 1...3 {
        for team in 1...5 {
          // Teams 1 and 2 are alike.
          let number = max(team, 2)
          let impact = Int64((number * 7 + judge * 3 + number * judge) % 10)
          let data = Int64((number * 5 + judge * 2) % 9)
          try await event.save("J-\(judge)", "t\(team)", impact: impact * 1000, data: data * 1000, by: form)
        }
      }
      try await event.close()
      try await event.freeze()
      var result = try await event.compute(method)
      if isDecided {
        if let shared = result.sharedRanks([]).first {
          let backend = event.backend
          result = try await event.change {
            try backend.results.decideTie(shared.teams, .lot, because: "drawn", of: $0, in: $1)
          }
        }
        let last = try #require(result.standings.last)
        result = try await event.move(last.team, to: 1)
      }
      return result.snapshot
    }
  }

  func differences(_ text: String, expecting digests: String...) throws -> [String] {
    try ResultVerification(of: JSON(parsing: text), expecting: digests).differences.map(\.path)
  }

  @Test(arguments: [TestEvent.RankingMethodChoice.raw, .standard], [false, true])
  func aResultComesOutAgain(_ method: TestEvent.RankingMethodChoice, _ isDecided: Bool) async throws {
    let text = try await snapshot(method, isDecided: isDecided)
    #expect(try differences(text, expecting: SHA256Digest(of: text).description) == [])
    #expect(text.contains(#""how":"lot""#) == isDecided)
  }

  @Test func everyDigitOfEveryScoreIsGuarded() async throws {
    let text = try await snapshot(.raw)
    let facts = try JSON(parsing: text)
    let sheets = try #require(facts["sheets"]?.elements)
    for position in sheets.indices {
      var changed = sheets
      changed[position] = try JSON(
        parsing: sheets[position].canonical.replacing(/"impact":"[0-9]+"/, with: #""impact":"9.5""#))
      let found = try differences(facts.with("sheets", .array(changed)).canonical)
      #expect(found.contains("input_sha256"))
    }
  }

  @Test func aSheetThatIsMissingIsNamed() async throws {
    let facts = try JSON(parsing: try await snapshot(.raw))
    let sheets = try #require(facts["sheets"]?.elements)
    for position in sheets.indices {
      var rest = sheets
      rest.remove(at: position)
      let found = try differences(facts.with("sheets", .array(rest)).canonical)
      #expect(found.contains("input_sha256") && found.contains { $0.hasPrefix("ranking[") })
    }
  }

  @Test func anOrderThatChangedIsNamed() async throws {
    let facts = try JSON(parsing: try await snapshot(.raw))
    for key in ["sheets", "ranking"] {
      var entries = try #require(facts[key]?.elements)
      entries.swapAt(0, 4)
      let found = try differences(facts.with(key, .array(entries)).canonical)
      #expect(found.contains { $0.hasPrefix("\(key)[0]") } && found.contains { $0.hasPrefix("\(key)[4]") })
    }
  }

  @Test func aPlaceOrARungThatChangedIsNamedExactly() async throws {
    let facts = try JSON(parsing: try await snapshot(.raw))
    let ranking = try #require(facts["ranking"]?.elements)
    for (key, value) in [("rank", JSON.integer(9)), ("computed_rank", 9), ("tie_break", "raw-mean"), ("sheets", 4)] {
      var entries = ranking
      entries[2] = entries[2].with(key, value)
      #expect(try differences(facts.with("ranking", .array(entries)).canonical) == ["ranking[2].\(key)"])
    }
  }

  @Test func aDecisionThatWasAlteredIsNamed() async throws {
    let facts = try JSON(parsing: try await snapshot(.raw, isDecided: true))
    let decisions = try #require(facts["decisions"]?.elements)
    func altered(_ position: Int, _ key: String, _ value: JSON) throws -> [String] {
      var entries = decisions
      entries[position] = entries[position].with(key, value)
      return try differences(facts.with("decisions", .array(entries)).canonical)
    }
    #expect(decisions.compactMap { $0["kind"]?.text } == ["tie-broken", "override"])
    let teams = try #require(decisions[0]["teams"]?.elements)
    #expect(try altered(0, "teams", .array(teams.reversed())).last == "decisions[0].teams")
    #expect(try altered(0, "seed", "0000000000000000") == ["decisions[0].seed"])
    #expect(try altered(0, "how", "dice").first == "decisions[0]")
    #expect(try altered(1, "to", 2).contains { $0.hasPrefix("ranking[") })
    #expect(try altered(1, "from", 1) == ["decisions"])
    let left = try differences(facts.with("decisions", .array([decisions[0]])).canonical)
    #expect(!left.isEmpty && left.allSatisfy { $0.hasPrefix("ranking[") })
    #expect(try differences(facts.with("decisions", .array([])).canonical).contains { $0.hasSuffix(".rank") })
  }

  @Test func aReasonOrANameThatWasRewrittenBreaksTheHashOnly() async throws {
    let text = try await snapshot(.raw, isDecided: true)
    let digest = SHA256Digest(of: text).description
    for (old, new) in [("so agreed", "so wished"), ("Team 3", "Team X"), (#""by":"ada""#, #""by":"eve""#)] {
      #expect(text.contains(old))
      #expect(try differences(text.replacing(old, with: new), expecting: digest) == ["sha256"])
    }
  }

  @Test func figuresMayDifferInTheirLastPlacesOnly() async throws {
    let facts = try JSON(parsing: try await snapshot(.standard))
    let ranking = try #require(facts["ranking"]?.elements)
    func altered(_ key: String, by delta: Double) throws -> [String] {
      guard case .number(let digits) = ranking[0][key], let value = Double(digits) else { return ["no \(key)"] }
      var entries = ranking
      entries[0] = entries[0].with(key, .number("\(value + delta)"))
      return try differences(facts.with("ranking", .array(entries)).canonical)
    }
    #expect(try altered("p_first", by: 0.004) == [])
    #expect(try altered("p_first", by: -0.006) == ["ranking[0].p_first"])
    #expect(try altered("standard_error", by: 5e-7) == [])
    #expect(try altered("standard_error", by: 5e-6) == ["ranking[0].standard_error"])
    let draws = try differences(facts.with("draws", 201).canonical)
    #expect(draws == ["draws"])
  }

  @Test(arguments: [
    (#"{"schema":"datajam.result/3","ranking":[{"team":"a"},{"team":"a"}],"method":"raw"}"#, ["ranking"]),
    (
      #"{"schema":"datajam.result/3","ranking":[],"method":"raw","rubric":{"criteria":[{"key":"a"},{"key":"a"}]}}"#,
      ["rubric.criteria"]
    ),
    (#"{"schema":"datajam.result/3","ranking":[],"method":"raw","draws_asked":99999999999}"#, ["draws_asked"]),
    (#"{"schema":"datajam.result/3","ranking":[],"method":"raw"}"#, ["rubric"]),
    (#"{"schema":"datajam.result/3","ranking":[],"method":"magic","rubric":{}}"#, ["method"]),
    (
      #"{"schema":"datajam.result/3","ranking":[],"method":"raw","rubric":{},"sheets":[{"judge":"a","team":"b"}]}"#,
      ["sheets"]
    ),
    (#"{"schema":"datajam.result/3","ranking":[],"method":"raw","rubric":{}}"#, ["sheets"]),
    (
      #"{"schema":"datajam.result/3","ranking":[{"team":"a","rank":2}],"method":"stated"}"#,
      ["ranking[0].computed_rank"]
    ),
  ])
  func whatWasMadeUpIsRefusedWithoutFalling(_ text: String, _ paths: [String]) throws {
    #expect(try differences(text) == paths)
  }

  @Test func theDatabaseIsComparedWithItsSnapshot() async throws {
    try await TestEvent.with { event in
      try await event.frozen([9000, 8000, 7000])
      try await event.compute()
      let result = try await event.move("t3", to: 1)
      let (backend, id) = (event.backend, event.id)
      func found() async throws -> [String] {
        try await event.database.read { try backend.results.differences(of: result, id, in: $0).map(\.path) }
      }
      #expect(try await found() == [])
      try await event.arrange(
        "UPDATE result_rank SET rank = 7 WHERE number = 2 AND team_id = (SELECT team_id FROM team WHERE key = 't1')")
      #expect(try await found() == ["the rank of t1 in the database"])
      try await event.arrange(
        """
        DELETE FROM result WHERE number = 1;
        DELETE FROM row_record WHERE relation = 'result' AND contents ->> 'number' = '1'
        """)
      #expect(try await found() == ["previous.sha256", "the rank of t1 in the database"])
    }
  }

  @Test func whatIsNoResultIsSaidSo() throws {
    #expect(throws: ResultFileError.notJSON(offset: 0)) { try ResultFile(parsing: "rank,team") }
    #expect(throws: ResultFileError.noResult) { try ResultFile(parsing: #"{"schema":"datajam.result-file/1"}"#) }
    #expect(throws: ResultFileError.noResult) { try differences("[]") }
    #expect(throws: ResultFileError.unknownSchema("datajam.result/9")) {
      try differences(#"{"schema":"datajam.result/9","ranking":[]}"#)
    }
  }

  @Test func aResultOfTheSchemaBeforeVerifiesAsFarAsItGoes() async throws {
    let facts = try JSON(parsing: try await snapshot(.raw))
    let newer: Set = ["edition", "previous", "decisions", "excluded_sheets", "draws_asked"]
    let older = JSON.object((facts.members ?? []).filter { !newer.contains($0.key) })
      .with("schema", "datajam.result/2")
      .with("ranking", .array(try #require(facts["ranking"]?.elements).map { $0.without("computed_rank") }))
    let verification = try ResultVerification(of: older, expecting: [])
    #expect(verification.differences == [] && verification.isOlder)
    let changed = older.with("input_sha256", "0")
    #expect(try differences(changed.canonical) == ["input_sha256"])
  }

  @Test func `what the newest schema added is not missed in an older one, and is verified in the newest`() async throws
  {
    let facts = try JSON(parsing: try await snapshot(.standard))
    let ranking = try #require(facts["ranking"]?.elements)
    let older = facts.without("latent").with("schema", "datajam.result/4")
      .with("ranking", .array(ranking.map { $0.without("p_next") }))
    #expect(try differences(older.canonical) == [])
    #expect(try differences(older.with("input_sha256", "0").canonical) == ["input_sha256"])
    #expect(try differences(facts.without("latent").canonical) == ["latent"])
    let first = try #require(ranking.first)
    let unlikely = [first.with("p_next", .number("0.01"))] + ranking.dropFirst()
    #expect(try differences(facts.with("ranking", .array(unlikely)).canonical) == ["ranking[0].p_next"])
    let latent = try #require(facts["latent"])
    let sheets = try #require(latent["sheets"]?.elements)
    let changed = latent.with("sheets", .array([sheets[0].with("weight", .number("0.9"))] + sheets.dropFirst()))
    #expect(try differences(facts.with("latent", changed).canonical) == ["latent.sheets[0].weight"])
  }

  @Test func `an explanation reads what is kept, and says the same of a result that keeps nothing`() async throws {
    let facts = try JSON(parsing: try await snapshot(.standard))
    let older = facts.without("latent").with("schema", "datajam.result/4")
      .with("ranking", .array(try #require(facts["ranking"]?.elements).map { $0.without("p_next") }))
    let results = try [facts, older].map {
      try RankingResult(number: 1, computedAt: Timestamp(microseconds: 0), snapshot: $0.canonical, sha256: "")
    }
    let explanations = try results.map { try ResultExplanations($0, KeptFigures($0)) }
    for standing in results[0].standings {
      let both = explanations.map { $0.explanation(of: standing.team) }
      let (kept, anew) = (try #require(both[0]), try #require(both[1]))
      let (one, other) = (try #require(kept.latent), try #require(anew.latent))
      #expect(one.sheets == other.sheets && abs(one.quality - other.quality) < 1e-12)
      #expect(kept.conversion.map(\.score) == anew.conversion.map(\.score) && kept.conversion.count == 5)
      // The older one is drawn again, from the same seed.
      #expect(kept.ahead == anew.ahead && kept.behind == anew.behind)
      #expect((kept.ahead?.isBetter ?? kept.behind?.isBetter) != nil)
      #expect(kept.changes?.map(\.rank) == anew.changes?.map(\.rank))
    }
  }

  @Test func `a result keeps the rule for ranges under which it was computed`() async throws {
    let facts = try JSON(parsing: try await snapshot(.raw))
    let criteria = try #require(facts["rubric"]?["criteria"]?.elements)
    let ranges: JSON = [.string("0"), .string("9")]
    let rubric = try #require(facts["rubric"]).with(
      "criteria", .array(criteria.map { $0["key"] == .string("data") ? $0.with("scale", ranges) : $0 }))
    let unequal = facts.with("rubric", rubric)
    #expect(try differences(unequal.with("schema", "datajam.result/3").canonical) == [])
    #expect(try differences(unequal.canonical).contains("input_sha256"))
  }
}

extension JSON {
  /// The object with another value of a key.
  fileprivate func with(_ key: String, _ value: JSON) -> JSON {
    .object((members ?? []).filter { $0.key != key } + [Member(key, value)])
  }

  fileprivate func without(_ key: String) -> JSON { .object((members ?? []).filter { $0.key != key }) }
}
