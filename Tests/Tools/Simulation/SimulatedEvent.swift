import Foundation
import RankingEngine

/// One event: the true qualities, the scores that judges gave, and who of them was not honest.
struct SimulatedEvent {
  /// In standard deviations of quality within a room.
  let quality: [Double]
  let book: ScoreBook
  /// For each sheet of the book whether it favours a friend, and whether it is an honest one.
  let isFriendly: [Bool]
  let isHonest: [Bool]

  /// Shares of 1 in tenths: .4, .3, .2 and .1.
  static let weights: [Int64] = [4, 3, 2, 1]
  /// What a judge's criteria on a team have in common, and what each has of its own; together they give a weighted sheet
  /// the scenario's noise.
  private static let halo = 0.8
  private static let own = 1.1

  init(_ scenario: Scenario, seed: UInt64, replicate: Int) throws {
    var stream = RandomStream(seed: seed, scenario: scenario.name, replicate: replicate)
    let quality = Self.quality(scenario, &stream)
    let assignment = Assignment(scenario, &stream)
    let judges = (0..<scenario.judges).map { _ in Judge(scenario, &stream) }
    let culprits = Culprits(scenario, assignment, &stream)
    var ratings: [Rating] = []
    for (team, panel) in assignment.judgesOfTeam.enumerated() {
      for judge in panel {
        let seen = judges[judge].scores(quality[team], scenario, &stream)
        let given = culprits.scores(judge, team, honest: seen, scenario, &stream)
        ratings += given.enumerated().map {
          Rating(judge: judge, team: team, criterion: $0.offset, points: Int64($0.element))
        }
      }
    }
    let book = try ScoreBook(
      teamCount: scenario.teams, judgeCount: scenario.judges, weights: Self.weights, decimals: 0,
      rooms: scenario.rooms.map { rooms in (0..<scenario.teams).map { $0 % rooms.count } }, ratings: ratings)
    self.quality = quality
    self.book = book
    isFriendly = book.teams.indices.map { culprits.friends[book.judges[$0]] == book.teams[$0] }
    isHonest = book.teams.indices.map { culprits.isHonest(book.judges[$0], book.teams[$0]) }
  }

  private static func quality(_ scenario: Scenario, _ stream: inout RandomStream) -> [Double] {
    let rooms = scenario.rooms.map { rooms in (0..<rooms.count).map { _ in rooms.quality * stream.normal() } } ?? [0]
    return (0..<scenario.teams).map { team in
      switch scenario.quality {
      case .normal: rooms[team % rooms.count] + stream.normal()
      // Mean 0 and standard deviation 1, with most teams close to the best.
      case .crowdedTop: (3 - stream.chiSquared3()) / 6.0.squareRoot()
      }
    }
  }

  /// How one judge sees teams.
  private struct Judge {
    let severity: Double
    let scale: Double
    let noise: Double

    init(_ scenario: Scenario, _ stream: inout RandomStream) {
      severity = scenario.severity * stream.normal()
      scale = exp(scenario.scale * stream.normal())
      noise = scenario.noise * exp(scenario.noiseSpread * stream.normal())
    }

    func scores(_ quality: Double, _ scenario: Scenario, _ stream: inout RandomStream) -> [Int] {
      func error(_ stream: inout RandomStream) -> Double {
        noise * (scenario.tails == .heavy ? stream.heavyTailed() : stream.normal())
      }
      let common = severity + scale * quality + halo * error(&stream)
      return weights.map { _ in scenario.rubric.score(common + own * error(&stream)) }
    }
  }
}

extension Scenario.Rubric {
  func score(_ latent: Double) -> Int {
    min(max(Int((mean + unit * latent).rounded()), range.lowerBound), range.upperBound)
  }
}
