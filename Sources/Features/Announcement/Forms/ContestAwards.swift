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
    let places = [("winner", 1), ("rank-1", 1), ("rank-2", 2), ("rank-3", 3)]
    return .array(
      places.map { id, place in
        ["id": .string(id), "citation": .string(wording.place(place, isShared: false)), "team_ids": .null]
      })
  }

  private var awardsWithTeams: JSON {
    var awards: [(id: String, citation: String, teams: [String])] = []
    func add(_ id: String, _ citation: String, _ team: String) {
      guard let known = awards.firstIndex(where: { $0.id == id }) else { return awards.append((id, citation, [team])) }
      awards[known].teams.append(team)
    }
    for place in facts.places {
      let citation = wording.place(place.place, isShared: false)
      if place.place == 1 { add("winner", citation, place.team.key) }
      add("rank-\(place.place)", citation, place.team.key)
    }
    for honour in facts.honours {
      let citation = wording.honour(wording.name(of: honour.basis, in: language))
      add(id(of: honour), citation, honour.team.key)
    }
    for prize in facts.prizes where !facts.honours.contains(where: { $0.prize.key == prize.key }) {
      for place in facts.places where place.prizes.contains(where: { $0.key == prize.key }) {
        add("prize-\(prize.key)", wording.prize(prize, in: language), place.team.key)
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

  private func id(of honour: AnnouncementFacts.Honour) -> String {
    switch honour.basis {
    case .track(let key, _): "group-winner-\(key)"
    case .specialAward: "honorable-mention"
    case .choice: "prize-\(honour.prize.key)"
    }
  }

  /// The text as it is, or shortened with a hash of all of it where it is too long.
  private static func contestID(_ text: String) -> String {
    guard text.utf8.count > longestID else { return text }
    return text.prefix(longestID - 9) + "-" + SHA256Digest(of: text).description.prefix(8)
  }
}
