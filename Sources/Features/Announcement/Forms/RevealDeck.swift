import Vocabulary

/// The pages of a reveal: other prizes first, then the ranks from the last to the first.
struct RevealDeck {
  struct Page {
    let title: String
    let teams: [AnnouncementText.Entry]
  }

  let languageTag: String
  /// The title too: the winners' names stand on the last pages only.
  let event: String
  let embargo: String?
  let instructions: String
  let next: String
  let previous: String
  let thanks: String
  let pages: [Page]
  let corrections: [LabelledLine]
  let notice: String?
  let facts: String

  init(_ source: AnnouncementSource) {
    let (text, words) = (source.text, source.wording.reveal)
    languageTag = text.languageTag
    event = text.event
    embargo = text.embargo
    instructions = words.instructions
    next = words.next
    previous = words.previous
    thanks = words.thanks
    corrections = text.corrections
    notice = text.notice
    facts = source.facts.sha256
    let ranks: [Int?] = source.facts.rankedTeams.map(\.rank) + source.facts.otherAwards.map { _ in nil }
    let entries = zip(ranks, text.entries)
    let otherAwards = entries.filter { $0.0 == nil }.map { Page(title: $0.1.distinction, teams: [$0.1]) }
    let numbers = Set(source.facts.rankedTeams.map(\.rank)).sorted(by: >)
    pages =
      otherAwards
      + numbers.map { number in
        let teams = entries.filter { $0.0 == number }.map(\.1)
        return Page(title: teams.first?.distinction ?? "", teams: teams)
      }
  }
}
