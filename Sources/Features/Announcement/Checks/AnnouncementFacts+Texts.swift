import Vocabulary

extension AnnouncementFacts {
  /// How long a text may be before a reader is likely to leave it: characters of a headline, of a summary.
  private static let longestTitle = 160
  private static let longestSummary = 600

  func missingTexts(in language: Language) -> [Finding] {
    var missing: [Finding] = []
    func require(_ text: LocalizedText, _ what: String, _ step: NextStep, isOptional: Bool = true) {
      guard text[language] == nil, !(isOptional && text.isEmpty) else { return }
      missing.append(Finding(.problem, in: language, what + " is missing", step))
    }
    let code = language.code
    require(event.name, "the event's name", "event set --name-\(code) TEXT", isOptional: false)
    require(event.purpose, "the event's purpose", "event set --purpose-\(code) TEXT")
    for team in teams {
      let (name, key) = (quoted(team.name), team.key)
      require(team.city, "the city of \(name)", "team set \(key) --city-\(code) TEXT")
      require(team.about, "the sentence on \(name)", "team set \(key) --about-\(code) TEXT")
      require(team.summary, "the project summary of \(name)", "submission set \(key) --summary-\(code) TEXT")
    }
    for prize in prizes {
      let step: NextStep = "prize set \(prize.key) --label-\(code) TEXT"
      require(prize.label, "the text of prize \(quoted(prize.key))", step, isOptional: prize.saysItself)
    }
    for (key, name) in tracks {
      require(
        name, "the name of track \(quoted(key))", "track set \(key) --name-\(code) TEXT", isOptional: false)
    }
    var named: Set<String> = []
    for organisation in organisations where named.insert(organisation.key).inserted {
      let step: NextStep = "organisation set \(organisation.key) --name-\(code) TEXT"
      require(organisation.name, "the name of organisation \(quoted(organisation.key))", step)
    }
    for other in relatedEditions where other.title == nil {
      let key = other.key ?? ""
      require(
        other.name, "the name of edition \(quoted(key))", "event set \(key) --name-\(code) TEXT", isOptional: false)
    }
    for correction in corrections {
      require(
        correction.text, "correction \(correction.number)",
        "announcement correct --number \(correction.number) --text-\(code) TEXT")
    }
    return missing
  }

  func doubts(in language: Language) -> [Finding] {
    var doubts: [Finding] = []
    let code = language.code
    if !event.addresses.isEmpty, event.addresses[language] == nil {
      doubts.append(
        Finding(
          .warning, in: language, "where the announcement stands is known in other languages only",
          "announcement set --url-\(code) URL"))
    }
    for team in teams {
      let length = team.summary[language]?.count ?? 0
      guard length > Self.longestSummary else { continue }
      doubts.append(
        Finding(
          .warning, in: language, "the project summary of \(quoted(team.name)) has \(length) characters",
          "submission set \(team.key) --summary-\(code) TEXT"))
    }
    let title = AnnouncementText(self, in: language, worded: Wordings.wording(of: language)).title
    if title.count > Self.longestTitle {
      doubts.append(
        Finding(
          .warning, in: language, "the headline has \(title.count) characters, which posts and cards cut short",
          "event set --name-\(code) TEXT"))
    }
    return doubts
  }

  /// The tracks that somebody won, each once.
  private var tracks: [(key: String, name: LocalizedText)] {
    var seen: Set<String> = []
    return otherAwards.compactMap { otherAward in
      guard case .track(let key, let name) = otherAward.basis, seen.insert(key).inserted else { return nil }
      return (key, name)
    }
  }
}
