public import Vocabulary

/// A letter to the members of one team; nothing is sent.
public struct AnnouncementLetter: Equatable, Sendable {
  /// The team's key.
  public let team: String
  public let language: Language
  /// The file's name, which tells nothing of what is in it.
  public let name: String
  public let text: String
}

/// What a letter tells a team of how it was judged; never who said it.
public struct LetterFeedback: Equatable, Sendable {
  public struct Score: Equatable, Sendable {
    public let criterion: LocalizedText
    public let mean: Points
    public let maximum: Points

    public init(criterion: LocalizedText, mean: Points, maximum: Points) {
      self.criterion = criterion
      self.mean = mean
      self.maximum = maximum
    }
  }

  public var scores: [Score]
  /// As the judges wrote them, in whatever language.
  public var comments: [String]

  public init(scores: [Score] = [], comments: [String] = []) {
    self.scores = scores
    self.comments = comments
  }

  /// Line by line. Where a criterion has no name in the language, the scores are left out: no other language stands in.
  func lines(in language: Language, worded wording: any Wording) -> [String] {
    let named = scores.compactMap { score in
      score.criterion[language].map {
        wording.score(singleLine($0), score.mean.description, of: score.maximum.description)
      }
    }
    return (named.count == scores.count ? named : []) + comments.map(singleLine)
  }
}

/// A team that gets a letter, with where it goes and the languages that its members speak.
struct LetterRecipient {
  let team: String
  var name: String
  /// Addresses, the captain's first.
  let addresses: String
  /// What each member speaks by preference, the captain first.
  let spoken: [[String]]

  /// The captain's first language that there is, otherwise the one that most members understand, otherwise the first.
  func language(among languages: [Language]) -> Language? {
    func preferred(_ codes: [String]) -> Language? {
      codes.compactMap { Language(rawValue: $0) }.first { languages.contains($0) }
    }
    if let captain = spoken.first.flatMap(preferred) { return captain }
    let counts = spoken.compactMap(preferred).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    return languages.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? languages.first
  }
}

/// All letters of one language are written by this: what they share is worded once.
struct LetterWriter {
  private let source: AnnouncementSource
  private let text: AnnouncementText
  private let distinctions: [String: [AnnouncementText.Entry]]

  init(_ source: AnnouncementSource) {
    self.source = source
    text = source.text
    let teams = source.facts.rankedTeams.map(\.team.key) + source.facts.otherAwards.map(\.team.key)
    distinctions = Dictionary(grouping: zip(teams, text.entries), by: \.0).mapValues { $0.map(\.1) }
  }

  /// - Parameter feedback: What the judges let the team know; nil leaves it out.
  /// - Throws: `TemplateError` when the layout does not show the embargo.
  func letter(to recipient: LetterRecipient, feedback: LetterFeedback?) throws(TemplateError) -> AnnouncementLetter {
    let feedback = feedback?.lines(in: source.language, worded: source.wording) ?? []
    let (code, won) = (source.language.code, distinctions[recipient.team] ?? [])
    var values: [String: Any] = [
      "event": text.event, "team": isolated(recipient.name), "isNamed": !won.isEmpty, "distinctions": won,
      "hasFeedback": !feedback.isEmpty, "feedback": feedback,
    ]
    if !recipient.addresses.isEmpty { values["recipients"] = recipient.addresses }
    values["embargo"] = text.embargo
    values["address"] = text.address
    values["contact"] = source.facts.event.contact.map { source.wording.contact(singleLine($0)) }
    return AnnouncementLetter(
      team: recipient.team, language: source.language, name: source.fileName("letter-\(recipient.team).\(code).txt"),
      text: try source.rendered(.letter(in: source.language), values))
  }
}
