/// What one scenario showed.
struct Results {
  let scenario: Scenario
  /// By contender and measure, in their order.
  private(set) var accuracy: [[Mean]]
  /// A contender less another in the same events, by measure.
  private(set) var differences: [Pair: [Mean]] = [:]
  private(set) var calibration: [Int: Calibration] = [:]
  private(set) var detection: [Int: Detection] = [:]

  struct Pair: Hashable {
    let one: Int
    let other: Int
  }

  /// What is measured, in the order of a cell.
  static let measures: [(name: String, value: @Sendable (Accuracy) -> Double)] = [
    ("top-1 %", { 100 * $0.topOne }), ("top-3 %", { 100 * $0.topThree }), ("tau x1000", { 1000 * $0.tau }),
    ("regret", { $0.regret }),
  ]

  /// Simulates so many events and lets every contender rank each.
  init(_ scenario: Scenario, _ contenders: [Contender], _ pairs: [Pair], seed: UInt64, replicates: Range<Int>) throws {
    self.scenario = scenario
    accuracy = contenders.map { _ in Self.measures.map { _ in Mean() } }
    for replicate in replicates {
      let event = try SimulatedEvent(scenario, seed: seed, replicate: replicate)
      let verdicts = try contenders.map { try $0.judge(event.book) }
      add(event, verdicts, pairs)
    }
  }

  private mutating func add(_ event: SimulatedEvent, _ verdicts: [Verdict], _ pairs: [Pair]) {
    let values = verdicts.map { verdict in
      let accuracy = Accuracy(verdict, truth: event.quality)
      return Self.measures.map { $0.value(accuracy) }
    }
    for (contender, verdict) in verdicts.enumerated() {
      for measure in values[contender].indices { accuracy[contender][measure].add(values[contender][measure]) }
      if verdict.certainty != nil {
        calibration[contender, default: Calibration()].add(verdict, truth: event.quality)
      }
      if verdict.unrelated != nil { detection[contender, default: Detection()].add(verdict, event) }
    }
    for pair in pairs {
      for measure in Self.measures.indices {
        let difference = values[pair.one][measure] - values[pair.other][measure]
        differences[pair, default: Self.measures.map { _ in Mean() }][measure].add(difference)
      }
    }
  }
}
