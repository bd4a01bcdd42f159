import CanonicalJSON
import Digests
import Vocabulary

/// The awards of the Contest API (CLICS 2023-06). Before the hour there are those of the podium, which every event has, and
/// nobody is told to have them: which others there are would tell of the result.
extension AnnouncementSource {
  /// Where the ids of the Contest API end.
  private static let longestID = 36

  var contestAwards: JSON { isPublic ? awardsWithTeams : awardsOfThePodium }

  private var awardsOfThePodium: JSON {
    let ranks = [("winner", 1), ("rank-1", 1), ("rank-2", 2), ("rank-3", 3)]
    return .array(
      ranks.map { id, rank in
        ["id": .string(id), "citation": .string(wording.rank(rank, isShared: false)), "team_ids": .null]
      })
  }

  private var awardsWithTeams: JSON {
    var awards: [(id: String, citation: String, teams: [String])] = []
    func add(_ id: String, _ citation: String, _ team: String) {
      guard let known = awards.firstIndex(where: { $0.id == id }) else { return awards.append((id, citation, [team])) }
      awards[known].teams.append(team)
    }
    for ranked in facts.rankedTeams {
      let citation = wording.rank(ranked.rank, isShared: false)
      if ranked.rank == 1 { add("winner", citation, ranked.team.key) }
      add("rank-\(ranked.rank)", citation, ranked.team.key)
    }
    for otherAward in facts.otherAwards {
      let citation = wording.otherAward(wording.name(of: otherAward.basis, in: language))
      add(id(of: otherAward), citation, otherAward.team.key)
    }
    for prize in facts.prizes where !facts.otherAwards.contains(where: { $0.prize.key == prize.key }) {
      for ranked in facts.rankedTeams where ranked.prizes.contains(where: { $0.key == prize.key }) {
        add("prize-\(prize.key)", wording.prize(prize, in: language), ranked.team.key)
      }
    }
    return .array(
      awards.map { award in
        [
          "id": .string(Self.contestID(award.id)), "citation": .string(award.citation),
          "team_ids": .array(award.teams.map { .string(Self.contestID($0)) }),
        ]
      })
  }

  private func id(of otherAward: AnnouncementFacts.OtherAward) -> String {
    switch otherAward.basis {
    case .track(let key, _): "group-winner-\(key)"
    case .specialAward: "honorable-mention"
    case .choice: "prize-\(otherAward.prize.key)"
    }
  }

  /// The text as it is, or shortened with a hash of all of it where it is too long.
  private static func contestID(_ text: String) -> String {
    guard text.utf8.count > longestID else { return text }
    return text.prefix(longestID - 9) + "-" + SHA256Digest(of: text).description.prefix(8)
  }
}
