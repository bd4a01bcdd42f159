import Vocabulary

/// The pages of a reveal: other prizes first, then the places from the last to the first.
struct RevealDeck {
  struct Page {
    let place: String
    let teams: [AnnouncementText.Place]
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
    let ranks: [Int?] = source.facts.places.map(\.place) + source.facts.honours.map { _ in nil }
    let places = zip(ranks, text.places)
    let honours = places.filter { $0.0 == nil }.map { Page(place: $0.1.place, teams: [$0.1]) }
    let numbers = Set(source.facts.places.map(\.place)).sorted(by: >)
    pages =
      honours
      + numbers.map { number in
        let teams = places.filter { $0.0 == number }.map(\.1)
        return Page(place: teams.first?.place ?? "", teams: teams)
      }
  }
}
