/// Counts, one team at a time, how the judges who scored it and another team put the two.
struct PairTally {
  /// What the judges who scored both say of a team against a rival.
  struct Rival {
    let team: Int
    let wins: Int
    let losses: Int
    let ties: Int
  }

  private let book: ScoreBook
  private let totals: [Double]
  private var wins: [Int]
  private var losses: [Int]
  private var ties: [Int]

  init(of book: ScoreBook) {
    self.book = book
    totals = book.comparedTotals
    wins = Array(repeating: 0, count: book.teamCount)
    losses = wins
    ties = wins
  }

  /// The teams that share a judge with this one, each once.
  /// - Complexity: linear in the sheets of the team's judges.
  mutating func rivals(of team: Int) -> [Rival] {
    var met: [Int] = []
    for own in book.sheets(ofTeam: team) {
      for other in book.sheets(ofJudge: book.judges[own]) where other != own {
        let rival = book.teams[other]
        if wins[rival] + losses[rival] + ties[rival] == 0 { met.append(rival) }
        if totals[own] > totals[other] {
          wins[rival] += 1
        } else if totals[own] < totals[other] {
          losses[rival] += 1
        } else {
          ties[rival] += 1
        }
      }
    }
    return met.map { take($0) }
  }

  private mutating func take(_ rival: Int) -> Rival {
    defer { (wins[rival], losses[rival], ties[rival]) = (0, 0, 0) }
    return Rival(team: rival, wins: wins[rival], losses: losses[rival], ties: ties[rival])
  }
}
