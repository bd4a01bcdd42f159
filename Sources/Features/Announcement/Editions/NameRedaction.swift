import Vocabulary

/// Takes names out of the texts of an announcement.
struct NameRedaction {
  /// The words of each name, by the first of them; longer names first.
  private let names: [String: [[String]]]

  /// - Parameter names: Names of several words; letters of either case are the same.
  init(_ names: [String]) {
    let words = names.map { Self.words($0).map { $0.lowercased() } }.filter { $0.count > 1 }
    self.names = Dictionary(grouping: words) { $0[0] }.mapValues { $0.sorted { $0.count > $1.count } }
  }

  func applied(to facts: AnnouncementFacts) -> AnnouncementFacts {
    var facts = facts
    let first = facts.event.languages.first ?? .english
    facts.event.purpose = text(facts.event.purpose)
    facts.event.notice = text(facts.event.notice)
    facts.rankedTeams = facts.rankedTeams.map { ranked in
      var ranked = ranked
      ranked.team = team(ranked.team, first)
      ranked.prizes = ranked.prizes.map { prize($0, first) }
      return ranked
    }
    facts.otherAwards = facts.otherAwards.map { award in
      var award = award
      award.team = team(award.team, first)
      award.prize = prize(award.prize, first)
      return award
    }
    facts.relatedEditions = facts.relatedEditions.map { other in
      var other = other
      other.title = other.title.map { redacted($0, in: first) }
      return other
    }
    facts.corrections = facts.corrections.map { correction in
      var correction = correction
      correction.text = text(correction.text)
      return correction
    }
    return facts
  }

  private func team(_ team: AnnouncedTeam, _ language: Language) -> AnnouncedTeam {
    var team = team
    team.name = redacted(team.name, in: language)
    team.affiliation = team.affiliation.map { redacted($0, in: language) }
    team.about = text(team.about)
    team.projectTitle = text(team.projectTitle)
    team.summary = text(team.summary)
    return team
  }

  private func prize(_ prize: AnnouncedPrize, _ language: Language) -> AnnouncedPrize {
    var prize = prize
    prize.giver = prize.giver.map { redacted($0, in: language) }
    prize.label = text(prize.label)
    return prize
  }

  private func text(_ text: LocalizedText) -> LocalizedText {
    text.languages.reduce(text) { $0.replacing($1, with: redacted(text[$1] ?? "", in: $1)) }
  }

  /// The text with each name replaced by words in brackets.
  func redacted(_ text: String, in language: Language) -> String {
    var result = ""
    var rest = text[...]
    while let range = firstName(in: rest) {
      result += rest[..<range.lowerBound] + Wordings.wording(of: language).nameRemoved.mark
      rest = rest[range.upperBound...]
    }
    return result + rest
  }

  private func firstName(in text: Substring) -> Range<String.Index>? {
    let words = Self.words(text)
    for start in words.indices {
      for name in names[words[start].lowercased()] ?? [] where start + name.count <= words.count {
        let run = words[start..<(start + name.count)]
        if run.map({ $0.lowercased() }) == name, let last = run.last {
          return words[start].startIndex..<last.endIndex
        }
      }
    }
    return nil
  }

  private static func words(_ text: some StringProtocol) -> [Substring] {
    Substring(text).split { !$0.isLetter && !$0.isNumber }
  }
}
