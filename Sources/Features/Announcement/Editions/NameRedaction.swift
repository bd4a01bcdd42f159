import Digests
import Vocabulary

/// Takes names out of the texts of an announcement. It knows them by hashes, because those of erased people are not kept.
struct NameRedaction {
  /// The hash of each name, with how many words the name has.
  let digests: [SHA256Digest: Int]
  private let secret: [UInt8]
  /// How many words a name has, the most first.
  private let lengths: [Int]

  init(_ digests: [SHA256Digest: Int], by secret: [UInt8]) {
    (self.digests, self.secret) = (digests, secret)
    lengths = Set(digests.values).sorted(by: >)
  }

  /// - Parameters:
  ///   - names: Those of one word are left out; letters of either case are the same.
  ///   - secret: Without it, nobody can try names against the hashes.
  init(_ names: [String], by secret: [UInt8] = []) {
    let words = names.map { Self.words($0) }.filter { $0.count > 1 }
    self.init(
      Dictionary(words.map { (Self.digest($0, by: secret), $0.count) }) { first, _ in first }, by: secret)
  }

  var isEmpty: Bool { digests.isEmpty }

  func applied(to facts: AnnouncementFacts) -> AnnouncementFacts {
    guard !isEmpty else { return facts }
    var facts = facts
    let first = facts.event.languages.first ?? .english
    facts.event.purpose = redacted(facts.event.purpose)
    facts.event.notice = redacted(facts.event.notice)
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
      correction.text = redacted(correction.text)
      return correction
    }
    return facts
  }

  private func team(_ team: AnnouncedTeam, _ language: Language) -> AnnouncedTeam {
    var team = team
    team.name = redacted(team.name, in: language)
    team.affiliation = team.affiliation.map { redacted($0, in: language) }
    team.about = redacted(team.about)
    team.projectTitle = redacted(team.projectTitle)
    team.summary = redacted(team.summary)
    return team
  }

  private func prize(_ prize: AnnouncedPrize, _ language: Language) -> AnnouncedPrize {
    var prize = prize
    prize.giver = prize.giver.map { redacted($0, in: language) }
    prize.label = redacted(prize.label)
    return prize
  }

  func redacted(_ text: LocalizedText) -> LocalizedText {
    text.languages.reduce(text) { $0.replacing($1, with: redacted(text[$1] ?? "", in: $1)) }
  }

  /// The text with each name replaced by words in brackets.
  func redacted(_ text: String, in language: Language) -> String {
    guard !isEmpty else { return text }
    var result = ""
    var rest = text[...]
    while let range = firstName(in: rest) {
      result += rest[..<range.lowerBound] + Wordings.wording(of: language).nameRemoved.mark
      rest = rest[range.upperBound...]
    }
    return result + rest
  }

  private func firstName(in rest: Substring) -> Range<String.Index>? {
    let words = Self.words(rest)
    for start in words.indices {
      for length in lengths where start + length <= words.count {
        let run = words[start..<(start + length)]
        if digests[Self.digest(run, by: secret)] != nil, let last = run.last {
          return words[start].startIndex..<last.endIndex
        }
      }
    }
    return nil
  }

  private static func digest(_ words: some Collection<Substring>, by secret: [UInt8]) -> SHA256Digest {
    SHA256Digest(of: secret + "name \(words.map { $0.lowercased() }.joined(separator: " "))".utf8)
  }

  private static func words(_ text: some StringProtocol) -> [Substring] {
    Substring(text).split { !$0.isLetter && !$0.isNumber }
  }
}
