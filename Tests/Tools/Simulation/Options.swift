import RankingEngine

/// What the command line asks for.
struct Options {
  var scenarios = Scenario.all
  var contenders = Contender.usual.map { Contender($0) }
  var replicates = 80
  var first = 0
  var seed: UInt64 = 20_260_508

  static let usage = """
    simulate [SCENARIO ...] [--replicates N] [--first N] [--seed N] [--methods NAME,NAME,...]
      SCENARIO      \(Scenario.all.map(\.name).joined(separator: " "))
      --replicates  events of each scenario (80)
      --first       the number of the first event (0), to look at others than before
      --seed        another seed gives other events (20260508)
      --methods     any of \((RankingMethod.allCases.map(\.rawValue) + Contender.trials.map(\.name)).joined(separator: " "))
    """

  struct Misuse: Error { let message: String }

  init(_ arguments: [String]) throws(Misuse) {
    var rest = arguments[...]
    var named: [Scenario] = []
    while let argument = rest.popFirst() {
      if argument.hasPrefix("--") {
        guard let value = rest.popFirst() else { throw Misuse(message: "\(argument) needs a value") }
        try set(argument, value)
      } else {
        guard let scenario = Scenario.all.first(where: { $0.name == argument }) else {
          throw Misuse(message: "there is no scenario \(argument)")
        }
        named.append(scenario)
      }
    }
    if !named.isEmpty { scenarios = named }
  }

  private mutating func set(_ option: String, _ value: String) throws(Misuse) {
    switch option {
    case "--replicates": replicates = try Self.number(value, atLeast: 1)
    case "--first": first = try Self.number(value, atLeast: 0)
    case "--seed": seed = UInt64(try Self.number(value, atLeast: 0))
    case "--methods":
      contenders = []
      for name in value.split(separator: ",") {
        guard let contender = Contender.named(String(name)) else { throw Misuse(message: "there is no method \(name)") }
        contenders.append(contender)
      }
    default: throw Misuse(message: "there is no option \(option)")
    }
  }

  private static func number(_ text: String, atLeast least: Int) throws(Misuse) -> Int {
    guard let number = Int(text), least...1_000_000_000 ~= number else {
      throw Misuse(message: "\(text) is not a number for this")
    }
    return number
  }

  /// The default less raw and reml, and every trial less the default.
  var pairs: [Results.Pair] {
    guard let standard = position(RankingMethod.reliability.rawValue) else { return [] }
    let yardsticks = [RankingMethod.raw, .reml].compactMap { position($0.rawValue) }
    let trials = Contender.trials.compactMap { position($0.name) }
    return yardsticks.map { Results.Pair(one: standard, other: $0) }
      + trials.map { Results.Pair(one: $0, other: standard) }
  }

  private func position(_ name: String) -> Int? { contenders.firstIndex { $0.name == name } }
}
