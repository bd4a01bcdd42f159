/// Puts teams in order by their values, and equal ones by the rungs of a ladder that is declared before any score is read.
///
/// Values are rounded once, to nine decimals, and everything is decided on the rounded ones. Neither names nor the order of
/// the input ever decide.
struct TieLadder {
  /// A team with its rank.
  struct RankedTeam {
    let team: Int
    var rank: Int
    let tieBreak: TieBreak?
  }

  /// The value of each team by a rung, nil where it cannot say anything of a team.
  private typealias Values = (Int) -> Double?

  /// A rung with the values that it orders by, computed once; head to head has none, because they depend on who is tied.
  private struct Rung {
    let name: TieBreak
    let compute: (() -> [Double?])?
    var known: [Double?]?
  }

  private let book: ScoreBook
  private var rungs: [Rung]
  private var headToHead: HeadToHead?
  private let breaksTies: Bool

  /// - Parameters:
  ///   - scores: Scores a book by the method in use.
  ///   - breaksTies: False where equal scores say that nothing is known, so that ranks are shared at once.
  init(_ book: ScoreBook, breaksTies: Bool = true, scores: @escaping (ScoreBook) -> [Double?]) {
    self.book = book
    self.breaksTies = breaksTies
    var rungs: [Rung] = []
    if book.criterionCount > 1 {
      let byWeight = (0..<book.criterionCount).sorted { one, other in
        let (left, right) = (book.exactWeights[one], book.exactWeights[other])
        return left == right ? one < other : left > right
      }
      for criterion in byWeight {
        rungs.append(Rung(name: .criterion(criterion)) { scores(book.filtered(criteria: [criterion])) })
      }
    }
    rungs.append(Rung(name: .headToHead, compute: nil))
    rungs.append(Rung(name: .rawMean) { RawMean.scores(of: book) })
    rungs.append(Rung(name: .medianSheet) { Median.scores(of: book) })
    rungs.append(Rung(name: .firstPlaces) { Self.firstPlaces(book) })
    self.rungs = rungs
  }

  /// The ranks of the teams that have a value, best first; those who share one stand by position.
  mutating func ranks(_ teams: [Int], by values: [Double?]) -> [RankedTeam] {
    var ranks: [RankedTeam] = []
    for group in groups(teams, by: { values[$0] }) {
      let start = ranks.count
      if group.count == 1 || !breaksTies {
        let tie: TieBreak? = group.count == 1 ? nil : .shared
        ranks += group.map { RankedTeam(team: $0, rank: start + 1, tieBreak: tie) }
      } else {
        ranks += resolved(group, from: 0, by: .shared).map { ranked in
          RankedTeam(team: ranked.team, rank: start + ranked.rank, tieBreak: ranked.tieBreak)
        }
      }
    }
    return ranks
  }

  /// Orders equal teams from a rung on; ranks count from 1 within the group.
  private mutating func resolved(_ group: [Int], from first: Int, by decided: TieBreak) -> [RankedTeam] {
    if group.count == 1 { return [RankedTeam(team: group[0], rank: 1, tieBreak: decided)] }
    for index in rungs.indices.dropFirst(first) {
      let values = values(ofRung: index, among: group)
      // A rung that cannot say anything of one of them cannot decide between them.
      guard group.allSatisfy({ values($0) != nil }) else { continue }
      let split = groups(group, by: values)
      guard split.count > 1 else { continue }
      var ranks: [RankedTeam] = []
      for part in split {
        let start = ranks.count
        ranks += resolved(part, from: index + 1, by: rungs[index].name).map { ranked in
          RankedTeam(team: ranked.team, rank: start + ranked.rank, tieBreak: ranked.tieBreak)
        }
      }
      return ranks
    }
    return group.map { RankedTeam(team: $0, rank: 1, tieBreak: .shared) }
  }

  private mutating func values(ofRung index: Int, among tied: [Int]) -> Values {
    guard let compute = rungs[index].compute else {
      var rung = headToHead.take() ?? HeadToHead(book)
      let values = rung.values(among: tied)
      headToHead = rung
      return { values[$0] }
    }
    let values = rungs[index].known ?? compute()
    rungs[index].known = values
    return { values[$0] }
  }

  /// Teams of equal rounded value together, best first.
  private func groups(_ teams: [Int], by values: Values) -> [[Int]] {
    let rounded = teams.compactMap { team in values(team).map { (team: team, value: ($0 * 1e9).rounded()) } }
      .sorted { $0.value == $1.value ? $0.team < $1.team : $0.value > $1.value }
    var groups: [[Int]] = []
    var last: Double?
    for entry in rounded {
      if entry.value == last {
        groups[groups.count - 1].append(entry.team)
      } else {
        groups.append([entry.team])
        last = entry.value
      }
    }
    return groups
  }

  /// The share of each team's judges, of those who scored several, who have it as their best.
  private static func firstPlaces(_ book: ScoreBook) -> [Double?] {
    let totals = book.comparedTotals
    let bests = (0..<book.judgeCount).map { judge -> Double? in
      let sheets = book.sheets(ofJudge: judge)
      return sheets.count > 1 ? sheets.map { totals[$0] }.max() : nil
    }
    return (0..<book.teamCount).map { team in
      let compared = book.sheets(ofTeam: team).filter { bests[book.judges[$0]] != nil }
      guard !compared.isEmpty else { return nil }
      return Double(compared.count { totals[$0] == bests[book.judges[$0]] }) / Double(compared.count)
    }
  }
}
