import CanonicalJSON
import Participants
import Vocabulary

extension ParticipantStatistics {
  /// The totals, then each kind of group.
  var page: Page {
    let totals = TextTable(
      header: ["participants", "people"],
      rows: [
        ["registered", String(totals.registered)], ["checked in", String(totals.checkedIn)],
        ["withdrawn", String(totals.withdrawn)], ["in a team", String(totals.inTeam)],
      ], numeric: [1])
    return Page([[.table(totals)]] + [("country", countries), ("language", languages)].compactMap { $1.parts(of: $0) })
  }

  var json: JSON {
    [
      "registered": .integer(totals.registered), "checked_in": .integer(totals.checkedIn),
      "withdrawn": .integer(totals.withdrawn), "in_team": .integer(totals.inTeam), "countries": countries.json,
      "languages": languages.json,
    ]
  }
}

extension DisclosedGroups {
  /// Nil where nobody is in any group.
  fileprivate func parts(of noun: String) -> [Page.Part]? {
    guard !shown.isEmpty else { return hidden.words.map { [.text("\(noun): \($0)")] } }
    let table = TextTable(header: [noun, "people"], rows: shown.map { [$0.name, String($0.people)] }, numeric: [1])
    return [.table(table)] + (hidden.words.map { [.text($0)] } ?? [])
  }

  fileprivate var json: JSON {
    [
      "groups": .array(shown.map { ["name": .string($0.name), "people": .integer($0.people)] }),
      "hidden_groups": hidden.count.map { .integer($0) } ?? .null, "hidden": hidden.words.json,
    ]
  }
}

extension DisclosedGroups.Hidden {
  /// Nil where their number is not told.
  fileprivate var count: Int? {
    switch self {
    case .none: 0
    case .small(let count), .mixed(let count): count
    case .uncounted: nil
    }
  }

  fileprivate var words: String? {
    let fewest = DisclosedGroups.fewest
    return switch self {
    case .none: nil
    case .small(let count): "\(count) groups under \(fewest) hidden"
    case .mixed(let count): "\(count) groups hidden, so that none under \(fewest) can be computed"
    case .uncounted: "no group can be shown, for some are under \(fewest)"
    }
  }
}
