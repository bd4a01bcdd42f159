import Access
import Backend
import Events
import Judging
import Postgres
import RubricFiles
import Rubrics
import Scores
import TestBackend
import Testing
import UseCases
import Vocabulary

/// Rubrics in full: steps, levels, optional criteria; versions that never change after their first score.
@Suite struct RubricRules {
  /// "impact" from 0 to 10 in halves with two levels, and "pitch" from 0 to 4, which is optional.
  static func rubric(impact: String = "60", step: String = "0.5") throws -> Rubric {
    let ten = try points("0")...points("10")
    var impact = Rubric.Criterion(
      key: try Slug("impact"), name: LocalizedText([.english: "Impact", .french: "Portée"]), weight: try points(impact),
      scale: ten)
    impact.step = try points(step)
    impact.description = LocalizedText([.english: "Who is helped?", .french: "Qui en profite?"])
    impact.levels = [
      .init(points: try points("0"), text: LocalizedText([.english: "none", .french: "aucune"])),
      .init(points: try points("10"), text: LocalizedText([.english: "great", .french: "grande"])),
    ]
    var pitch = Rubric.Criterion(
      key: try Slug("pitch"), name: LocalizedText([.english: "Pitch", .french: "Présentation"]),
      weight: try points("40"), scale: try points("0")...points("4"))
    (pitch.step, pitch.isRequired) = (try points("1"), false)
    return Rubric(key: try Slug("main"), criteria: [impact, pitch])
  }

  static func points(_ text: String) throws -> Points { try #require(Points(text)) }

  @discardableResult
  static func set(_ rubric: Rubric, of event: TestEvent) async throws -> Outcome {
    let backend = event.backend
    return try await event.change { try backend.rubrics.set(rubric, of: $0, in: $1) }
  }

  static func newest(of event: TestEvent, version: Int? = nil) async throws -> StoredRubric {
    let backend = event.backend
    return try await event.database.read { try backend.rubrics.newest("main", version: version, of: event.id, in: $0) }
  }

  static func findings(in rubric: Rubric) async throws -> [String] {
    try await TestEvent.with { event in
      try await set(rubric, of: event)
      let backend = event.backend
      return try await event.database.read { snapshot in
        try backend.rubrics.findings(in: nil, of: event.id, snapshot).findings.map {
          "\($0.level.rawValue) \($0.code) \($0.criterion ?? "*")"
        }
      }
    }
  }

  @Test func aRubricIsKeptWholeAndAChangeIsANewVersion() async throws {
    try await TestEvent.with { event in
      let rubric = try Self.rubric()
      #expect(try await Self.set(rubric, of: event) == .created)
      #expect(try await Self.newest(of: event).rubric == rubric)
      #expect(try await Self.set(rubric, of: event) == .unchanged)
      var other = rubric
      other.criteria[0].levels[1] = .init(points: try Self.points("10"), text: LocalizedText([.english: "huge"]))
      #expect(try await Self.set(other, of: event) == .updated)
      #expect(try await Self.newest(of: event).rubric == other)
      #expect(try await Self.newest(of: event).version == 2)
      #expect(try await Self.newest(of: event, version: 1).rubric == rubric)
      await #expect(throws: RubricError.unknownVersion(3, of: "main", newest: 2)) {
        try await Self.newest(of: event, version: 3)
      }
    }
  }

  @Test func aFileOfARubricIsReadAgainAsTheSame() throws {
    let rubric = try Self.rubric()
    let text = RubricYAML.text(of: RubricSheet(rubric))
    #expect(try Rubric(RubricYAML.read(Array(text.utf8), file: "r.yaml"), as: nil) == rubric)
    #expect(try Rubric(RubricSheet(rubric), as: Slug("other")).key == Slug("other"))
  }

  @Test func pointsBetweenTheStepsAreRefusedByTheServiceAndByTheSchema() async throws {
    try await TestEvent.with { event in
      try await Self.set(try Self.rubric(), of: event)
      let form = try await event.openJudgingOfTheRubric()
      let (none, halves, between) = (try Self.points("0"), try Self.points("0.5"), try Self.points("0.7"))
      #expect(try await event.save(["impact": halves], .ready, by: form) == .created)
      await #expect(throws: ScoreError.offStep(criterion: "impact", given: between, from: none, step: halves)) {
        try await event.save(["impact": between], .ready, by: form)
      }
      await #expect(throws: ScoreError.incomplete(judge: "J-1", team: "t1", missing: ["impact"])) {
        try await event.save(["pitch": Self.points("3")], .ready, by: form)
      }
      let error = await #expect(throws: PostgresError.self) {
        try await event.database.session { try $0.run(script: "UPDATE score SET points = 700") }
      }
      #expect(error?.constraint == "score_on_step")
      let outside = await #expect(throws: PostgresError.self) {
        try await event.database.session { try $0.run(script: "UPDATE score SET points = 10500") }
      }
      #expect(outside?.constraint == "score_within_scale")
    }
  }

  @Test(arguments: [Sheet.Status.draft, .ready])
  func nothingOfAVersionChangesAfterItsFirstSavedScore(status: Sheet.Status) async throws {
    try await TestEvent.with { event in
      try await Self.set(try Self.rubric(), of: event)
      let form = try await event.openJudgingOfTheRubric()
      try await event.database.session { try $0.run(script: "UPDATE criterion_level SET text = text") }
      try await event.save(["impact": Self.points("1")], status, by: form)
      for script in [
        "UPDATE criterion SET step = 1", "UPDATE criterion SET is_required = NOT is_required",
        "UPDATE criterion_level SET text = text", "DELETE FROM criterion_level",
      ] {
        let error = await #expect(throws: PostgresError.self) {
          try await event.database.session { try $0.run(script: script) }
        }
        #expect(error?.constraint == "rubric_locked_by_scores")
      }
      #expect(try await Self.set(try Self.rubric(impact: "50"), of: event) == .updated)
    }
  }

  @Test func aRubricThatNobodyCouldUseIsRefused() async throws {
    try await TestEvent.with { event in
      var rubric = try Self.rubric()
      rubric.criteria[0].step = try Self.points("0.3")
      let (missing, scale, step) = (rubric, rubric.criteria[0].scale, rubric.criteria[0].step)
      await #expect(throws: RubricError.stepsMissTheEnd(criterion: "impact", scale, step: step)) {
        try await Self.set(missing, of: event)
      }
      rubric = try Self.rubric()
      let (none, between) = (try Self.points("0"), try Self.points("9.9"))
      rubric.criteria[0].levels[1] = .init(points: between, text: LocalizedText([.english: "x"]))
      let offScale = rubric
      await #expect(throws: RubricError.levelOffScale(criterion: "impact", between)) {
        try await Self.set(offScale, of: event)
      }
      rubric.criteria[0].levels[1] = rubric.criteria[0].levels[0]
      let twice = rubric
      await #expect(throws: RubricError.levelTwice(criterion: "impact", none)) {
        try await Self.set(twice, of: event)
      }
    }
  }

  @Test func whatIsDoubtfulInARubricIsFound() async throws {
    #expect(try await Self.findings(in: Self.rubric()) == ["note ranges *", "warn few-levels pitch"])
    #expect(
      try await Self.findings(in: Self.rubric(impact: "61")) == [
        "note weights *", "note ranges *", "warn heavy impact", "warn few-levels pitch",
      ])
    var silent = try Self.rubric()
    silent.criteria[0].levels[0] = .init(points: try Self.points("0"), text: LocalizedText([.english: "none"]))
    #expect(try await Self.findings(in: silent) == ["note ranges *", "FAIL language impact", "warn few-levels pitch"])
  }

  @Test func aCloneHasTheWholeRubricAndAnotherEventCanTakeIt() async throws {
    try await TestEvent.with { event in
      let rubric = try Self.rubric()
      try await Self.set(rubric, of: event)
      let backend = event.backend
      let (cloned, copied) = try await backend.transaction { unit in
        let original = try backend.events.find("test-jam", in: unit)
        var next = original.event.cloned(as: try Slug("next"), from: try day("2027-05-08"), to: try day("2027-05-10"))
        _ = try backend.cloning.clone(original, as: next, in: unit) { try backend.organisers.found($0, in: unit) }
        let clone = try backend.events.find("next", in: unit).id
        next = original.event.cloned(as: try Slug("third"), from: try day("2027-05-08"), to: try day("2027-05-10"))
        let third = try backend.events.add(next, in: unit) { try backend.organisers.found($0, in: unit) }
        _ = try backend.rubrics.copy(nil, from: event.id, as: Slug("final"), to: third, in: unit)
        return (
          try backend.rubrics.newest(nil, of: clone, in: unit).rubric,
          try backend.rubrics.newest("final", of: third, in: unit).rubric
        )
      }
      #expect(cloned == rubric)
      #expect(copied.criteria == rubric.criteria)
    }
  }
}

extension TestEvent {
  /// Opens a round by the rubric "main", in which judge "J-1" has team "t1".
  fileprivate func openJudgingOfTheRubric() async throws -> ScoringForm {
    try await register(teams: 1)
    let backend = backend
    return try await change { event, unit in
      _ = try backend.judging.set(Judge(code: "J-1", name: "Judge"), of: event, in: unit)
      let rubric = try backend.rubrics.newest("main", of: event, in: unit)
      _ = try backend.judging.open(try Slug("main"), with: rubric.id, of: event, in: unit)
      let round = try backend.judging.round("main", of: event, in: unit)
      _ = try backend.judging.assign(Assignment(judge: "J-1", team: "t1"), in: round.id, of: event, in: unit)
      return try backend.scores.form(of: round.id, event, in: unit)
    }
  }

  @discardableResult
  fileprivate func save(
    _ points: [String: Points], _ status: Sheet.Status, by form: ScoringForm
  ) async throws -> Outcome {
    let backend = backend
    return try await change {
      try backend.scores.save(
        Sheet(judge: "J-1", team: "t1", points: points, status: status), by: form, of: $0, in: $1)
    }
  }
}
