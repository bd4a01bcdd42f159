import Competition

/// English as it is written in Canada (en-CA).
struct EnglishWording: Wording {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

  let factsLabel = "Facts"

  func title(event: String, year: Int, winners: [String]) -> String {
    winners.count == 1
      ? "\(event) \(year): first place goes to \(winners[0])"
      : "\(event) \(year): \(listed(winners, and: "and")) share first place"
  }

  func dateline(mode: String, day: CalendarDate) -> String {
    mode == "online" ? "Online, \(date(day))" : date(day)
  }

  func lead(_ lead: AnnouncementLead) -> String {
    let weekday = Self.weekdays[lead.announcedOn.weekday - 1]
    let opening = "The \(lead.event) closed on \(weekday) with the naming of its winning teams."
    let people = lead.participants == 1 ? "1 person" : "\(grouped(String(lead.participants), by: ",")) people"
    let origin =
      switch lead.nationalities {
      case 0: ""
      case 1: " of 1 nationality"
      default: " of \(lead.nationalities) nationalities"
      }
    let purpose = lead.purpose.map { " " + $0 } ?? ""
    return "\(opening) \(period(lead.days)), the \(kind(lead.mode)) brought together \(people)\(origin)\(purpose)."
  }

  func placeHeading(place: Int, isShared: Bool, team: String) -> String {
    "\(ordinal(place)) place\(isShared ? " (tied)" : "") – \(team)."
  }

  func team(_ name: String, city: String?) -> String { city.map { "\(name) (\($0))" } ?? name }

  func receives(team: String) -> String { "\(team) receives:" }

  func moneyPrize(_ amount: Money?, label: String?) -> String {
    let prize = label ?? "a cash prize"
    guard let amount else { return "\(prize) (amount undisclosed)" }
    return label == nil ? "\(prize) of \(money(amount))" : "\(prize) (\(money(amount)))"
  }

  func prizeEnding(isLast: Bool) -> String { "" }

  func quickFacts(_ lead: AnnouncementLead, languages: [Language]) -> (label: String, facts: [String]) {
    var facts = [
      lead.participants == 1 ? "1 participant" : "\(grouped(String(lead.participants), by: ",")) participants"
    ]
    if lead.nationalities > 0 {
      facts.append(lead.nationalities == 1 ? "1 nationality" : "\(lead.nationalities) nationalities")
    }
    let days = lead.dayCount == 1 ? "1 day" : "\(lead.dayCount) days"
    facts.append(days + (lead.mode == "online" ? " online" : ""))
    facts.append("in " + listed(languages.map(name), and: "and"))
    return ("Quick facts:", facts)
  }

  func organisations(role: String, names: [String]) -> (label: String, names: String) {
    let label =
      switch role {
      case "funder": "Funding:"
      case "co-organiser": names.count == 1 ? "Co-organizer:" : "Co-organizers:"
      case "sponsor": names.count == 1 ? "Sponsor:" : "Sponsors:"
      default: names.count == 1 ? "Partner:" : "Partners:"
      }
    return (label, names.joined(separator: " · "))
  }

  func organisation(_ name: String, acronym: String?) -> String {
    acronym.flatMap { $0 == name ? nil : "\(name) (\($0))" } ?? name
  }

  /// "1st", "2nd", "3rd", "11th", "21st".
  private func ordinal(_ number: Int) -> String {
    guard !(11...13).contains(number % 100) else { return "\(number)th" }
    return switch number % 10 {
    case 1: "\(number)st"
    case 2: "\(number)nd"
    case 3: "\(number)rd"
    default: "\(number)th"
    }
  }

  private func date(_ day: CalendarDate) -> String { "\(Self.months[day.month - 1]) \(day.day), \(day.year)" }

  /// "From May 7 to 17, 2021"; the month and the year are said once where they are shared.
  private func period(_ days: ClosedRange<CalendarDate>) -> String {
    let (first, last) = (days.lowerBound, days.upperBound)
    let opening = "\(Self.months[first.month - 1]) \(first.day)"
    if first == last { return "On \(date(first))" }
    if first.year != last.year { return "From \(date(first)) to \(date(last))" }
    if first.month != last.month { return "From \(opening) to \(date(last))" }
    return "From \(opening) to \(last.day), \(last.year)"
  }

  private func kind(_ mode: String) -> String {
    switch mode {
    case "online": "online competition"
    case "hybrid": "hybrid competition"
    default: "competition"
    }
  }

  /// "$5,000", "US$5,000", "€5,000", "5,000 JPY"; cents only where there are some.
  private func money(_ money: Money) -> String {
    let (units, fraction) = money.parts
    let cents = fraction.contains { $0 != "0" } ? "." + fraction : ""
    let amount = grouped(units, by: ",") + cents
    return switch money.currency {
    case "CAD": "$\(amount)"
    case "USD": "US$\(amount)"
    case "EUR": "€\(amount)"
    default: "\(amount) \(money.currency)"
    }
  }

  private func name(of language: Language) -> String {
    switch language {
    case .english: "English"
    case .french: "French"
    case .spanish: "Spanish"
    }
  }
}
