import Vocabulary

extension HealthCheck {
  /// People: how they are reached, what they agreed to, and how long they are kept.
  static let peopleChecks = [
    HealthCheck("e-mail", "every participant can be written to") { store in
      let people = try store.peopleWithoutEmail()
      guard let first = people.first else { return [] }
      let have = counted(people.count, "participant has", "participants have")
      return [
        Finding(.warning, "\(have) no e-mail address: \(named(people))", "participant set \(first) --email ADDRESS")
      ]
    },
    HealthCheck("consent", "nobody in a winning team has to stay unnamed") { store in
      let people = try store.winnersWithoutConsent()
      guard !people.isEmpty else { return [] }
      let have = counted(people.count, "member of a winning team has", "members of winning teams have")
      return [
        Finding(
          .warning, "\(have) not agreed to be named: \(named(people))", "participant set KEY --consent")
      ]
    },
    HealthCheck("look-alikes", "nobody seems to be registered twice") { store in
      try store.lookAlikes().prefix(20).map { keys in
        let last = keys.split(separator: " ").last ?? ""
        return Finding(.warning, "these participants may be one person: \(keys)", "participant withdraw \(last)")
      }
    },
    HealthCheck("retention", "nobody's identity is kept longer than was set") { store in
      guard let day = store.facts.keepPeopleUntil else {
        guard store.facts.people > 0 else { return [] }
        return [
          Finding(
            .warning, "no day is set until which people's identities are kept", "person retention DATE")
        ]
      }
      guard day < store.facts.today, try store.hasPeopleToErase() else { return [] }
      return [
        Finding(
          .warning, "people's identities were to be kept until \(day)", "person erase --due")
      ]
    },
  ]
}
