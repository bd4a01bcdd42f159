import Vocabulary

/// English as it is written in Canada (en-CA).
struct EnglishWording: Wording {
  private typealias Table = EnglishTables

  let factsLabel = "Facts:"
  let projectLabel = "Project:"

  func check(factsBeginWith digits: String) -> String {
    "To check: facts_sha256 in the file of facts begins with \(digits)."
  }

  func title(event: String, year: Int, winners: [String]) -> String {
    winners.count == 1
      ? "\(edition(event, year)): first place goes to \(winners[0])"
      : "\(edition(event, year)): \(listed(winners, and: "and")) share first place"
  }

  func dateline(mode: EventMode, day: CalendarDate) -> String {
    mode == .online ? "Online, \(date(day))" : date(day)
  }

  func lead(_ lead: AnnouncementLead) -> String {
    let weekday = Table.weekdays[lead.announcedOn.weekday - 1]
    let opening = "The \(lead.event) closed on \(weekday) with the naming of its winning teams."
    let people = lead.participants == 1 ? "1 person" : "\(Table.number(lead.participants)) people"
    let origin =
      switch lead.nationalities {
      case 0: ""
      case 1: " of 1 nationality"
      default: " of \(lead.nationalities) nationalities"
      }
    let purpose = lead.purpose.map { " " + $0 } ?? ""
    return
      "\(opening) \(Table.period(lead.days)), the \(kind(lead.mode)) brought together \(people)\(origin)\(purpose)."
  }

  func rankHeading(_ rank: Int, isShared: Bool, team: String) -> String {
    "\(self.rank(rank, isShared: isShared)) – \(team)."
  }

  func otherAwardHeading(_ otherAward: OtherAwardName, team: String) -> String {
    "\(self.otherAward(otherAward)) – \(team)."
  }

  func rank(_ rank: Int, isShared: Bool) -> String { "\(Table.ordinal(rank)) place\(isShared ? " (tied)" : "")" }

  func otherAward(_ otherAward: OtherAwardName) -> String {
    switch otherAward {
    case .track(let name): "\(name) track"
    case .specialAward: "Honourable mention"
    case .choice: "People’s choice"
    }
  }

  func team(_ name: String, city: String?) -> String { city.map { "\(name) (\($0))" } ?? name }

  func receives(team: String) -> String { "\(team) receives:" }

  func moneyPrize(_ amount: Money?, label: String?) -> String {
    let prize = label ?? "a cash prize"
    guard let amount else { return "\(prize) (amount undisclosed)" }
    return label == nil ? "\(prize) of \(Table.money(amount))" : "\(prize) (\(Table.money(amount)))"
  }

  func invitation(to target: String, when: FuzzyDate?) -> String {
    "an invitation to \(target)" + (when.map { ", " + Table.when($0) } ?? "")
  }

  func shared(_ prize: String, among teams: Int) -> String { "\(prize), as its share of a prize for \(teams) teams" }

  func prizeEnding(isLast: Bool) -> String { "" }

  func quickFacts(_ lead: AnnouncementLead, languages: [Language]) -> LabelledLine {
    var facts = [lead.participants == 1 ? "1 participant" : "\(Table.number(lead.participants)) participants"]
    if lead.nationalities > 0 {
      facts.append(lead.nationalities == 1 ? "1 nationality" : "\(lead.nationalities) nationalities")
    }
    let days = lead.dayCount == 1 ? "1 day" : "\(lead.dayCount) days"
    facts.append(days + (lead.mode == .online ? " online" : ""))
    facts.append("in " + listed(languages.map(Table.name), and: "and"))
    return LabelledLine(label: "Quick facts:", words: facts.joined(separator: " · "))
  }

  func organisations(role: OrganisationRole, names: [String]) -> LabelledLine {
    let label =
      switch role {
      case .funder: "Funding:"
      case .coOrganiser: names.count == 1 ? "Co-organizer:" : "Co-organizers:"
      case .sponsor: names.count == 1 ? "Sponsor:" : "Sponsors:"
      case .partner: names.count == 1 ? "Partner:" : "Partners:"
      case .prizeGiver: "Prizes given by:"
      case .affiliation: "Affiliations:"
      }
    return LabelledLine(label: label, words: names.joined(separator: " · "))
  }

  func organisation(_ name: String, acronym: String?) -> String {
    acronym.flatMap { $0 == name ? nil : "\(name) (\($0))" } ?? name
  }

  func relatedEditions(_ relation: RelatedEdition.Relation, names: [String]) -> LabelledLine {
    let label =
      switch relation {
      case .followUp: names.count == 1 ? "Next edition:" : "Next editions:"
      case .sister: names.count == 1 ? "Related edition:" : "Related editions:"
      case .follows: names.count == 1 ? "Previous edition:" : "Previous editions:"
      }
    return LabelledLine(label: label, words: names.joined(separator: " · "))
  }

  func relatedEdition(_ name: String, when: FuzzyDate?) -> String {
    name + (when.map { ", " + Table.when($0) } ?? "")
  }

  func contact(_ contact: String) -> LabelledLine { LabelledLine(label: "Contact:", words: contact) }

  var nameRemoved: RemovedNameWords {
    RemovedNameWords(
      mark: "[name removed]", note: "At a person’s request, their name was removed from this announcement.")
  }

  func correction(notedOn day: CalendarDate, _ text: String) -> LabelledLine {
    LabelledLine(label: "Correction, \(date(day)):", words: text)
  }

  func score(_ criterion: String, _ mean: String, of maximum: String) -> String {
    "\(criterion): \(mean) of \(maximum)"
  }

  func embargo(until hour: PublicHour?) -> String {
    hour.map { "EMBARGOED UNTIL \(moment($0))" } ?? "EMBARGOED: not to be published yet"
  }

  func moment(_ hour: PublicHour) -> String { "\(date(hour.local.day)), \(Table.hour(hour))" }

  func date(_ day: CalendarDate) -> String { Table.date(day) }

  let reveal = RevealWords(
    instructions: "Press the space bar or the right arrow to reveal the next page.", next: "Next", previous: "Back",
    thanks: "Thank you to everyone who took part.")

  func certificate(_ subject: CertificateSubject) -> CertificateWords {
    let event = "the \(edition(subject.event, subject.year)), held \(Table.period(subject.days, startsSentence: false))"
    let team = subject.person == nil ? "" : ", as a member of \(subject.team)"
    let verb = subject.rank.map { "won \(rank($0, isShared: subject.isShared)) at" } ?? "took part in"
    return CertificateWords(
      title: subject.rank == nil ? "Certificate of participation" : "Certificate of achievement",
      sentence: "\(verb) \(event)\(team).",
      codeLabel: "Code:", verification: "The organizers confirm by this code whether the certificate is valid.")
  }

  private func kind(_ mode: EventMode) -> String {
    switch mode {
    case .online: "online competition"
    case .hybrid: "hybrid competition"
    case .onSite: "competition"
    }
  }
}
