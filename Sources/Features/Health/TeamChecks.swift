import Vocabulary

extension HealthCheck {
  /// Teams, what they submitted, and where they come from.
  static let teamChecks = [
    HealthCheck("members", "every team has members within its size, and a captain") { store in
      let (fewest, most) = (store.facts.teamMinimum, store.facts.teamSize)
      let empty = try store.teams(membersFrom: 0, to: 0)
      let small = fewest > 1 ? try store.teams(membersFrom: 1, to: fewest - 1) : []
      let large = try store.teams(membersFrom: most + 1, to: .max)
      let headless = try store.teamsWithoutCaptain()
      return [
        teams(empty, .warning, "no members") { "team member add \($0) PARTICIPANT" },
        teams(small, .warning, "fewer than \(fewest) members") { "team member add \($0) PARTICIPANT" },
        teams(large, .problem, "more than \(most) members") { "team member remove \($0) PARTICIPANT" },
        teams(headless, .warning, "no captain") { "team captain \($0) PARTICIPANT" },
      ].compactMap(\.self)
    },
    HealthCheck("submissions", "no team's submission is overdue") { store in
      guard store.facts.isPastDeadline, !store.facts.isRecord else { return [] }
      let (nothing, drafts) = (try store.teamsOverdue(with: .nothing), try store.teamsOverdue(with: .draft))
      let late = try store.teamsOverdue(with: .late)
      return [
        teams(nothing, .warning, "no submission, and the time is over") { "submission add \($0) --title-en TEXT" },
        teams(drafts, .warning, "a draft that was not submitted") { "submission accept-late \($0) --reason TEXT" },
        teams(late, .warning, "only a late submission, so none is judged") {
          "submission accept-late \($0) --reason TEXT"
        },
      ].compactMap(\.self)
    },
    HealthCheck("affiliations", "each affiliation is written in one way") { store in
      let owners = try store.organisationsByName()
      return Spellings(of: try store.affiliations()).groups.compactMap { spellings($0, owners) }
    },
    HealthCheck("organisations", "every organisation has a role") { store in
      try store.organisationsWithoutRole().map {
        Finding(.warning, "organisation \"\($0)\" has no role", "organisation role add \($0) ROLE")
      }
    },
  ]

  /// Spellings that are names of one organisation are known to be one.
  private static func spellings(_ group: [String], _ owners: [FoldedName: String]) -> Finding? {
    let strange = group.filter { owners[FoldedName($0)] == nil }
    let known = Set(group.compactMap { owners[FoldedName($0)] }).sorted()
    if strange.isEmpty && known.count == 1 { return nil }
    let message = "one affiliation seems to be written in several ways: \(named(group))"
    if let owner = known.first {
      let mending: NextStep =
        strange.first.map { "organisation alias add \(owner) \($0)" } ?? "organisation merge \(known[1]) \(owner)"
      return Finding(.warning, message, mending)
    }
    let longest = group.max { $0.count < $1.count } ?? ""
    return Finding(.warning, message, "organisation set KEY --name-en \(longest) --role affiliation")
  }

  private static func teams(
    _ keys: [String], _ level: Finding.Level, _ lack: String, _ nextStep: (_ first: String) -> NextStep
  ) -> Finding? {
    guard let first = keys.first else { return nil }
    return Finding(
      level, "\(counted(keys.count, "team has", "teams have")) \(lack): \(named(keys))", nextStep(first))
  }
}
