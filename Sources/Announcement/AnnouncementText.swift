import Competition

/// An announcement in one language, worded but not laid out: what the templates of every form are given.
struct AnnouncementText {
  struct Place {
    let heading: String
    let sentences: String?
    let receives: String?
    let prizes: [String]
  }

  /// A line with a label, such as "Partners: …".
  struct LabelledLine {
    let label: String
    let words: String
  }

  let languageTag: String
  let title: String
  let dateline: String
  let lead: String
  let places: [Place]
  let lines: [LabelledLine]
  let notice: String?
  let facts: LabelledLine

  /// The facts must have every text of the language.
  init(_ facts: AnnouncementFacts, in language: Language, worded wording: any Wording) {
    let event = facts.event
    let lead = AnnouncementLead(
      event: event.name[language] ?? "", purpose: event.purpose[language], mode: event.mode,
      days: event.startsOn...event.endsOn, announcedOn: event.announcedOn ?? event.endsOn,
      participants: event.participants, nationalities: event.nationalities)
    let winners = facts.places.filter { $0.place == 1 }.map { wording.team($0.name, city: $0.city[language]) }
    languageTag = language.tag
    title = wording.title(event: lead.event, year: event.endsOn.year, winners: winners)
    dateline = wording.dateline(mode: event.mode, day: lead.announcedOn)
    self.lead = wording.lead(lead)
    places = facts.places.map { Place($0, in: language, worded: wording) }
    let quickFacts = wording.quickFacts(lead, languages: event.languages)
    let roles = ["co-organiser", "partner", "sponsor", "funder"]
    lines =
      [LabelledLine(label: quickFacts.label, words: quickFacts.facts.joined(separator: " · "))]
      + roles.compactMap { role in
        let names = facts.organisations.filter { $0.role == role }.map { organisation in
          wording.organisation(organisation.name[language] ?? "", acronym: organisation.acronym[language])
        }
        guard !names.isEmpty else { return nil }
        let line = wording.organisations(role: role, names: names)
        return LabelledLine(label: line.label, words: line.names)
      }
    notice = event.notice[language]
    self.facts = LabelledLine(label: wording.factsLabel, words: facts.sha256)
  }
}

extension AnnouncementText.Place {
  fileprivate init(_ place: AnnouncementFacts.Place, in language: Language, worded wording: any Wording) {
    heading = wording.placeHeading(
      place: place.place, isShared: place.isShared, team: wording.team(place.name, city: place.city[language]))
    let known = [place.summary[language], place.about[language]].compactMap { $0 }
    sentences = known.isEmpty ? nil : known.joined(separator: " ")
    receives = place.prizes.isEmpty ? nil : wording.receives(team: place.name)
    let last = place.prizes.count - 1
    prizes = place.prizes.enumerated().map { position, prize in
      let words =
        prize.kind == "money"
        ? wording.moneyPrize(prize.amount, label: prize.label[language]) : prize.label[language] ?? ""
      return words + wording.prizeEnding(isLast: position == last)
    }
  }
}
