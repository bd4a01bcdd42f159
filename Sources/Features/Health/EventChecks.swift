import Vocabulary

extension HealthCheck {
  /// The event itself: its days, its texts, its totals.
  static let eventChecks = [
    HealthCheck("dates", "the days of the event are known and fit together") { store in
      let facts = store.facts
      var findings: [Finding] = []
      if !facts.hasEnded && !facts.hasRegistrationDays {
        findings.append(
          Finding(
            .warning, "the days of registration are not set",
            "event set --registration-from DATE --registration-to DATE"))
      }
      if !facts.hasEnded && !facts.hasDeadline {
        findings.append(
          Finding(
            .warning, "the deadline of submissions is not set", "event set --deadline TIME"))
      }
      if !facts.hasEnded && facts.judgingFrom == nil {
        findings.append(
          Finding(
            .warning, "the days of judging are not set",
            "event set --judging-from DATE --judging-to DATE"))
      }
      if facts.isDueWithinJudging {
        findings.append(
          Finding(
            .warning, "submissions are taken after judging has begun", "event set --judging-from DATE"))
      }
      if facts.announcedOn == nil {
        findings.append(
          Finding(
            .warning, "the day of the announcement is not set", "event set --announced DATE"))
      }
      return findings
    },
    HealthCheck("phase", "the phase fits what happened and the days") { store in
      guard !store.facts.isRecord, let late = try happened(store) ?? lateness(of: store.facts) else { return [] }
      return [
        Finding(
          .warning, "the event is in phase \"\(store.facts.phase.rawValue)\", but \(late)", "event phase next")
      ]
    },
    HealthCheck("texts", "no text is missing in a language of the event") { store in
      try store.openTexts().map { text in
        guard text.isMissing else {
          let what = "\(text.what) in \(inEnglish(text.language))"
          return Finding(.info, "\(what) is marked †: its official form is not known")
        }
        return Finding(
          text.isPublished ? .problem : .warning, "\(text.what) is missing in \(inEnglish(text.language))",
          NextStep(words: "\(text.option)-\(text.language) TEXT"))
      }
    },
    HealthCheck("totals", "nothing else was stated than is counted") { store in
      let facts = store.facts
      return [
        (facts.statedPeople, facts.people, "participant was", "participants were"),
        (facts.statedNationalities, facts.nationalities, "nationality was", "nationalities were"),
      ].compactMap { stated, found, one, many in
        guard let stated, stated != found else { return nil }
        return Finding(.info, "\(counted(stated, one, many)) stated, and \(found) are registered")
      }
    },
  ]

  /// A round that was opened while the phase is an earlier one.
  private static func happened(_ store: HealthStore) throws -> String? {
    guard store.facts.phase < .judging else { return nil }
    return try store.openedRound().map { "the round \"\($0)\" was opened" }
  }

  /// What was to happen already although the phase says otherwise.
  private static func lateness(of facts: HealthFacts) -> String? {
    let today = facts.today
    if facts.phase < .announced, let day = facts.announcedOn, day < today { return "it was to be announced on \(day)" }
    if facts.phase < .judging, let day = facts.judgingFrom, day < today { return "judging was to begin on \(day)" }
    if facts.phase < .judging && facts.hasEnded { return "it ended on \(facts.endsOn)" }
    if facts.phase < .running, facts.startsOn < today { return "it started on \(facts.startsOn)" }
    return nil
  }

  private static func inEnglish(_ code: String) -> String {
    switch Language(rawValue: code) {
    case .english: "English"
    case .french: "French"
    case .spanish: "Spanish"
    case nil: code
    }
  }
}
