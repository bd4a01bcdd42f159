import Vocabulary

/// All that decides who receives what, as one consistent view found it.
struct PrizeContest: Equatable, Sendable {
  /// A team in a ranking, by its key.
  struct Standing: Equatable, Sendable {
    let team: String
    let rank: Int
  }

  /// Why a team does not receive a prize that it would be due.
  struct Refusal: Equatable, Sendable {
    let prize: Slug
    let team: String
    let reason: String
  }

  var prizes: [Prize]
  var standings: [Standing]
  /// The keys of the teams in each track.
  var tracks: [String: Set<String>] = [:]
  /// The public's votes for active teams, from every source together.
  var votes: [Slug: [String: Int64]] = [:]
  var refusals: [Refusal] = []
  var rules = PrizeRules()
  /// The teams that a person chose where the ranking alone cannot choose.
  var choices: [Slug: [String]] = [:]
}

/// Teams that share a rank.
struct RankedGroup: Equatable, Sendable {
  /// The first rank that they cover; they cover as many as they are.
  let rank: Int
  let teams: [String]

  /// Groups of teams, the best first, by a number that is the same for those who share a rank.
  static func groups<Score: Equatable>(_ ordered: [(team: String, score: Score)]) -> [RankedGroup] {
    var groups: [RankedGroup] = []
    var last: Score?
    for (position, entry) in ordered.enumerated() {
      if let group = groups.last, last == entry.score {
        groups[groups.count - 1] = RankedGroup(rank: group.rank, teams: group.teams + [entry.team])
      } else {
        groups.append(RankedGroup(rank: position + 1, teams: [entry.team]))
      }
      last = entry.score
    }
    return groups
  }
}
