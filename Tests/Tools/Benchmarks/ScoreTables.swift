import Foundation

/// Made-up tables of scores in the shapes that are measured; a seed fixes every score.
struct ScoreTables {
  let folder: String

  /// 200 teams, 60 judges, 5 sheets a team, 4 criteria of 1 to 5.
  func event() throws -> String {
    try write("event") { generator, row in
      let (teams, judges) = (generator.normals(200, deviation: 1), generator.normals(60, deviation: 0.7))
      for team in 0..<200 {
        for judge in generator.distinct(5, below: 60) {
          let sheet = teams[team] + judges[judge] + 0.64 * generator.normal()
          for criterion in 0..<4 { row(judge, team, criterion, Self.level(sheet + 0.88 * generator.normal())) }
        }
      }
    }
  }

  /// 1,128 teams, 2,972 judges and 73,421 sheets of one criterion, spread as unevenly as lectures over students.
  func large() throws -> String {
    try write("large") { generator, row in
      let (teams, judges) = (generator.normals(1128, deviation: 0.5), generator.normals(2972, deviation: 0.33))
      let (popular, busy) = (generator.popularity(1128), generator.popularity(2972))
      var seen: Set<Int> = []
      while seen.count < 73_421 {
        let (team, judge) = (generator.pick(popular), generator.pick(busy))
        guard seen.insert(judge * 1128 + team).inserted else { continue }
        row(judge, team, 0, Self.level(teams[team] + judges[judge] + 1.18 * generator.normal()))
      }
    }
  }

  /// 10,000 teams, 2,000 judges, 50 sheets a judge, 10 criteria: a million rows.
  func million() throws -> String {
    try write("million") { generator, row in
      let (teams, judges) = (generator.normals(10_000, deviation: 1), generator.normals(2000, deviation: 0.7))
      for judge in 0..<2000 {
        for team in generator.distinct(50, below: 10_000) {
          let sheet = teams[team] + judges[judge] + 0.64 * generator.normal()
          for criterion in 0..<10 { row(judge, team, criterion, Self.level(sheet + 0.88 * generator.normal())) }
        }
      }
    }
  }

  /// So many teams with sheets from so many judges each, by criteria of 1 to 5.
  func event(teams: Int, judges: Int, sheets: Int, criteria: Int) throws -> String {
    try write("event-\(teams)") { generator, row in
      let (qualities, severities) = (
        generator.normals(teams, deviation: 1), generator.normals(judges, deviation: 0.7)
      )
      for team in 0..<teams {
        for judge in generator.distinct(sheets, below: judges) {
          let sheet = qualities[team] + severities[judge] + 0.64 * generator.normal()
          for criterion in 0..<criteria { row(judge, team, criterion, Self.level(sheet + 0.88 * generator.normal())) }
        }
      }
    }
  }

  /// 10,000 teams, 2,000 judges, 50 sheets a judge, each a row with a column for each of 4 criteria.
  func sheets() throws -> String {
    let path = folder + "/sheets.csv"
    var text = "judge,team,c0,c1,c2,c3\n"
    var generator = Chance(state: 20_260_508)
    let (teams, judges) = (generator.normals(10_000, deviation: 1), generator.normals(2000, deviation: 0.7))
    for judge in 0..<2000 {
      for team in generator.distinct(50, below: 10_000) {
        let sheet = teams[team] + judges[judge] + 0.64 * generator.normal()
        let points = (0..<4).map { _ in String(Self.level(sheet + 0.88 * generator.normal())) }
        text += "J\(10_000 + judge),T\(10_000 + team),\(points.joined(separator: ","))\n"
      }
    }
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    return path
  }

  private static func level(_ latent: Double) -> Int { min(max(Int((3.2 + 0.9 * latent).rounded()), 1), 5) }

  private func write(
    _ name: String, _ fill: (inout Chance, (_ judge: Int, _ team: Int, _ criterion: Int, _ score: Int) -> Void) -> Void
  ) throws -> String {
    let path = folder + "/\(name).csv"
    var text = "judge,team,criterion,score\n"
    var generator = Chance(state: 20_260_508)
    fill(&generator) { judge, team, criterion, score in
      text += "J\(10_000 + judge),T\(10_000 + team),c\(criterion),\(score)\n"
    }
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    return path
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014).
struct Chance: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A standard normal number (Box and Muller 1958).
  mutating func normal() -> Double {
    let radius = (-2 * log(Double.random(in: 0x1p-53..<1, using: &self))).squareRoot()
    return radius * cos(2 * .pi * Double.random(in: 0..<1, using: &self))
  }

  mutating func normals(_ count: Int, deviation: Double) -> [Double] { (0..<count).map { _ in deviation * normal() } }

  mutating func distinct(_ count: Int, below limit: Int) -> [Int] {
    var chosen: [Int] = []
    while chosen.count < count {
      let next = Int.random(in: 0..<limit, using: &self)
      if !chosen.contains(next) { chosen.append(next) }
    }
    return chosen
  }

  /// Running sums of weights of which a few are much larger than the rest.
  mutating func popularity(_ count: Int) -> [Double] {
    var sum = 0.0
    return (0..<count).map { _ in
      sum += exp(0.9 * normal())
      return sum
    }
  }

  mutating func pick(_ sums: [Double]) -> Int {
    let mark = Double.random(in: 0..<(sums.last ?? 1), using: &self)
    var (low, high) = (0, sums.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > mark { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
