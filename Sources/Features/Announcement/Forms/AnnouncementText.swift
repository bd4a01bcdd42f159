import Vocabulary

/// An announcement in one language, worded but not laid out: what the templates of every form are given.
struct AnnouncementText {
  /// A ranked team, or one that won another prize.
  struct Entry {
    let heading: String
    /// The heading without the team's city.
    let short: String
    /// "1st place", without the team.
    let distinction: String
    let team: String
    let sentences: String?
    let project: LabelledLine?
    let receives: String?
    let prizes: [String]
  }

  let languageTag: String
  let title: String
  /// The event's name and year, which tell no winner.
  let event: String
  let dateline: String
  let lead: String
  let entries: [Entry]
  let lines: [LabelledLine]
  let corrections: [LabelledLine]
  let notice: String?
  /// The line of the embargo; nil from the hour on.
  let embargo: String?
  /// Where it stands in this language.
  let address: String?
  let facts: LabelledLine
  /// How a reader can tell that the text belongs to the facts, with the first digits of their hash.
  let check: String

  /// The facts must have every text of the language.
  init(_ facts: AnnouncementFacts, in language: Language, worded wording: any Wording, embargo: String? = nil) {
    let event = facts.event
    let lead = AnnouncementLead(
      event: singleLine(event.name[language] ?? ""), purpose: event.purpose[language].map(singleLine), mode: event.mode,
      days: event.startsOn...event.endsOn, announcedOn: event.announcedOn ?? event.endsOn,
      participants: event.participants, nationalities: event.nationalities)
    let winners = facts.rankedTeams.filter { $0.rank == 1 }.map { wording.named($0.team, in: language) }
    languageTag = language.tag
    title = wording.title(event: lead.event, year: event.endsOn.year, winners: winners)
    self.event = edition(lead.event, event.endsOn.year)
    dateline = wording.dateline(mode: event.mode, day: lead.announcedOn)
    self.lead = wording.lead(lead)
    // A team is described where it is named first.
    let described = Set(facts.rankedTeams.map(\.team.key))
    entries =
      facts.rankedTeams.map { Entry($0, in: language, worded: wording) }
      + facts.otherAwards.map {
        Entry($0, isDescribed: described.contains($0.team.key), in: language, worded: wording)
      }
    lines = Self.lines(facts, lead, in: language, worded: wording)
    corrections = facts.corrections.map {
      wording.correction(notedOn: $0.notedOn, singleLine($0.text[language] ?? ""))
    }
    notice = event.notice[language].map(singleLine)
    self.embargo = embargo
    address = event.addresses[language].map(webAddress)
    self.facts = LabelledLine(label: wording.factsLabel, words: facts.sha256)
    check = wording.check(factsBeginWith: String(facts.sha256.prefix(12)))
  }

  /// The lines below the teams: figures, organisations by role, whom to ask.
  private static func lines(
    _ facts: AnnouncementFacts, _ lead: AnnouncementLead, in language: Language, worded wording: any Wording
  ) -> [LabelledLine] {
    let organisations = OrganisationRole.announced.compactMap { role -> LabelledLine? in
      let names = facts.organisations.filter { $0.role == role }.map { organisation in
        wording.organisation(
          isolated(organisation.name[language] ?? ""), acronym: organisation.acronym[language].map(singleLine))
      }
      return names.isEmpty ? nil : wording.organisations(role: role, names: names)
    }
    return [wording.quickFacts(lead, languages: facts.event.languages)] + organisations
      + relatedEditions(facts, in: language, worded: wording)
      + (facts.event.contact.map { [wording.contact(singleLine($0))] } ?? [])
  }
}

extension Wording {
  /// A team's name with its city.
  func named(_ team: AnnouncedTeam, in language: Language) -> String {
    self.team(isolated(team.name), city: team.city[language].map(singleLine))
  }

  func name(of basis: AnnouncementFacts.OtherAward.Basis, in language: Language) -> OtherAwardName {
    switch basis {
    case .track(_, let name): .track(singleLine(name[language] ?? ""))
    case .specialAward: .specialAward
    case .choice: .choice
    }
  }
}

extension AnnouncementText.Entry {
  init(_ ranked: AnnouncementFacts.RankedTeam, in language: Language, worded wording: any Wording) {
    self.init(
      ranked.team, ranked.prizes, distinction: wording.rank(ranked.rank, isShared: ranked.isShared), in: language,
      worded: wording
    ) { wording.rankHeading(ranked.rank, isShared: ranked.isShared, team: $0) }
  }

  init(
    _ otherAward: AnnouncementFacts.OtherAward, isDescribed: Bool, in language: Language, worded wording: any Wording
  ) {
    let name = wording.name(of: otherAward.basis, in: language)
    var team = otherAward.team
    if isDescribed {
      (team.summary, team.about, team.projectAddress) = (LocalizedText(), LocalizedText(), nil)
    }
    self.init(team, [otherAward.prize], distinction: wording.otherAward(name), in: language, worded: wording) {
      wording.otherAwardHeading(name, team: $0)
    }
  }

  private init(
    _ team: AnnouncedTeam, _ prizes: [AnnouncedPrize], distinction: String, in language: Language,
    worded wording: any Wording, heading: (String) -> String
  ) {
    self.team = wording.named(team, in: language)
    self.heading = heading(self.team)
    short = heading(isolated(team.name))
    self.distinction = distinction
    let known = [team.summary[language], team.about[language]].compactMap { $0.map(singleLine) }
    sentences = known.isEmpty ? nil : known.joined(separator: " ")
    project = team.projectAddress.map { LabelledLine(label: wording.projectLabel, words: webAddress($0)) }
    receives = prizes.isEmpty ? nil : wording.receives(team: isolated(team.name))
    let last = prizes.count - 1
    self.prizes = prizes.enumerated().map { position, prize in
      wording.prize(prize, in: language) + wording.prizeEnding(isLast: position == last)
    }
  }
}

extension OrganisationRole {
  /// The roles that an announcement lists, in its order.
  static var announced: [OrganisationRole] {
    allCases.filter { $0.line != nil }.sorted { ($0.line ?? 0) < ($1.line ?? 0) }
  }

  /// The line of its own in an announcement, from 1. Prizes name who gives them, and affiliations belong to people.
  private var line: Int? {
    switch self {
    case .coOrganiser: 1
    case .partner: 2
    case .sponsor: 3
    case .funder: 4
    case .prizeGiver, .affiliation: nil
    }
  }
}
