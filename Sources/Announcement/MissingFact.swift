public import Competition

/// A fact without which nothing can be announced, with the command that fills it in.
public struct MissingFact: Equatable, Sendable {
  /// The language whose text is missing; nil when every language is blocked.
  public let language: Language?
  /// A sentence without its full stop, such as "the summary of team "boreal" is missing".
  public let what: String
  public let command: String
}

extension AnnouncementFacts {
  /// What keeps this language from being announced; empty when nothing does.
  ///
  /// A text that exists in one language has to exist in each language that is published: nothing falls back.
  func missing(in language: Language) -> [MissingFact] {
    missingInEvery + missingTexts(in: language)
  }

  private var missingInEvery: [MissingFact] {
    var missing: [MissingFact] = []
    if event.announcedOn == nil {
      missing.append(
        MissingFact(
          language: nil, what: "the day of the announcement is not known", command: "datajam event set --announced DATE"
        ))
    }
    if event.participants == 0 {
      missing.append(
        MissingFact(
          language: nil, what: "there is no participant",
          command: "datajam participant import FILE (or datajam event set --stated-participants N)"))
    }
    if places.isEmpty {
      missing.append(MissingFact(language: nil, what: "no team has a place", command: "datajam result compute"))
    }
    var seen: Set<String> = []
    for prize in places.flatMap(\.prizes) where seen.insert(prize.key).inserted {
      guard prize.kind == "money", prize.amount == nil, !prize.isUndisclosed else { continue }
      missing.append(
        MissingFact(
          language: nil, what: "the amount of prize \(quoted(prize.key)) is neither known nor marked undisclosed",
          command: "datajam prize set \(prize.key) --undisclosed (or --amount N --currency CODE)"))
    }
    return missing
  }

  private func missingTexts(in language: Language) -> [MissingFact] {
    var missing: [MissingFact] = []
    func require(_ text: LocalizedText, _ what: String, _ command: String, isOptional: Bool = true) {
      guard text[language] == nil, !(isOptional && text.isEmpty) else { return }
      missing.append(MissingFact(language: language, what: what + " is missing", command: command))
    }
    let code = language.code
    require(event.name, "the event's name", "datajam event set --name-\(code) TEXT", isOptional: false)
    require(event.purpose, "the event's purpose", "datajam event set --purpose-\(code) TEXT")
    var seen: Set<String> = []
    for place in places {
      let team = quoted(place.name)
      require(place.city, "the city of \(team)", "datajam team set \(place.team) --city-\(code) TEXT")
      require(place.about, "the sentence on \(team)", "datajam team set \(place.team) --about-\(code) TEXT")
      require(
        place.summary, "the project summary of \(team)", "datajam submission set \(place.team) --summary-\(code) TEXT")
      for prize in place.prizes where seen.insert(prize.key).inserted {
        let command = "datajam prize set \(prize.key) --label-\(code) TEXT"
        require(prize.label, "the text of prize \(quoted(prize.key))", command, isOptional: prize.kind == "money")
      }
    }
    var named: Set<String> = []
    for organisation in organisations where named.insert(organisation.key).inserted {
      let command = "datajam org set \(organisation.key) --name-\(code) TEXT"
      require(organisation.name, "the name of organisation \(quoted(organisation.key))", command)
    }
    return missing
  }
}
