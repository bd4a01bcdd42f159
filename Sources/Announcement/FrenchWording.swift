import Competition

/// French as it is written in Canada (fr-CA; Office québécois de la langue française).
struct FrenchWording: Wording {
  private static let months = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
  ]
  private static let weekdays = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
  /// The space that no line may break: before a colon, a dollar sign, inside guillemets, between thousands.
  private static let space = "\u{A0}"

  let factsLabel = "Faits"

  func title(event: String, year: Int, winners: [String]) -> String {
    let opening = "\(event) \(year)\(Self.space):"
    return winners.count == 1
      ? "\(opening) la 1re place est attribuée à \(winners[0])"
      : "\(opening) \(listed(winners, and: "et")) se partagent la 1re place"
  }

  func dateline(mode: String, day: CalendarDate) -> String {
    mode == "online" ? "En ligne, le \(date(day))" : "Le \(date(day))"
  }

  func lead(_ lead: AnnouncementLead) -> String {
    let weekday = Self.weekdays[lead.announcedOn.weekday - 1]
    let opening =
      "Les équipes lauréates de l’événement «\(Self.space)\(lead.event)\(Self.space)» ont été dévoilées le \(weekday) "
      + "\(date(lead.announcedOn))."
    // In French 0 and 1 take the singular.
    let people = lead.participants < 2 ? "\(lead.participants) personne" : "\(number(lead.participants)) personnes"
    let origin =
      switch lead.nationalities {
      case 0: ""
      case 1: " de 1 nationalité"
      default: " de \(lead.nationalities) nationalités"
      }
    let purpose = lead.purpose.map { ", " + $0 } ?? ""
    return "\(opening) \(period(lead.days)), la \(kind(lead.mode)) a réuni \(people)\(origin)\(purpose)."
  }

  func placeHeading(place: Int, isShared: Bool, team: String) -> String {
    "\(ordinal(place)) place\(isShared ? " (ex aequo)" : "")\(Self.space): \(team)."
  }

  func team(_ name: String, city: String?) -> String { city.map { "\(name) (\($0))" } ?? name }

  func receives(team: String) -> String { "L’équipe reçoit\(Self.space):" }

  func moneyPrize(_ amount: Money?, label: String?) -> String {
    let prize = label ?? "un prix en argent"
    guard let amount else { return "\(prize) (montant non divulgué)" }
    return label == nil ? "\(prize) de \(money(amount))" : "\(prize) (\(money(amount)))"
  }

  func prizeEnding(isLast: Bool) -> String { isLast ? "." : ";" }

  func quickFacts(_ lead: AnnouncementLead, languages: [Language]) -> (label: String, facts: [String]) {
    var facts = [
      lead.participants < 2
        ? "\(lead.participants) personne participante" : "\(number(lead.participants)) personnes participantes"
    ]
    if lead.nationalities > 0 {
      facts.append(lead.nationalities < 2 ? "1 nationalité" : "\(lead.nationalities) nationalités")
    }
    let days = lead.dayCount < 2 ? "1 jour" : "\(lead.dayCount) jours"
    facts.append(days + (lead.mode == "online" ? " en ligne" : ""))
    facts.append("en " + listed(languages.map(name), and: "et en"))
    return ("En bref\(Self.space):", facts)
  }

  func organisations(role: String, names: [String]) -> (label: String, names: String) {
    let word =
      switch role {
      case "funder": "Financement"
      case "co-organiser": names.count == 1 ? "Organisme coorganisateur" : "Organismes coorganisateurs"
      case "sponsor": names.count == 1 ? "Commanditaire" : "Commanditaires"
      default: names.count == 1 ? "Partenaire" : "Partenaires"
      }
    return ("\(word)\(Self.space):", names.joined(separator: " · "))
  }

  func organisation(_ name: String, acronym: String?) -> String {
    acronym.flatMap { $0 == name ? nil : "\(name) (\($0))" } ?? name
  }

  /// "1re", "2e", "3e": place is feminine.
  private func ordinal(_ number: Int) -> String { number == 1 ? "1re" : "\(number)e" }

  private func number(_ number: Int) -> String { grouped(String(number), by: Self.space) }

  /// "4 juin 2021", and "1er" for the first of a month.
  private func date(_ day: CalendarDate) -> String { "\(self.day(day)) \(Self.months[day.month - 1]) \(day.year)" }

  private func day(_ day: CalendarDate) -> String { day.day == 1 ? "1er" : String(day.day) }

  /// "Du 7 au 17 mai 2021"; the month and the year are said once where they are shared.
  private func period(_ days: ClosedRange<CalendarDate>) -> String {
    let (first, last) = (days.lowerBound, days.upperBound)
    if first == last { return "Le \(date(first))" }
    if first.year != last.year { return "Du \(date(first)) au \(date(last))" }
    if first.month != last.month { return "Du \(day(first)) \(Self.months[first.month - 1]) au \(date(last))" }
    return "Du \(day(first)) au \(date(last))"
  }

  private func kind(_ mode: String) -> String {
    switch mode {
    case "online": "compétition en ligne"
    case "hybrid": "compétition hybride"
    default: "compétition"
    }
  }

  /// "5 000 $", "5 000 $ US", "5 000 €", "5 000 JPY", with spaces that no line may break.
  private func money(_ money: Money) -> String {
    let (units, fraction) = money.parts
    let cents = fraction.contains { $0 != "0" } ? "," + fraction : ""
    let amount = grouped(units, by: Self.space) + cents + Self.space
    return switch money.currency {
    case "CAD": amount + "$"
    case "USD": amount + "$" + Self.space + "US"
    case "EUR": amount + "€"
    default: amount + money.currency
    }
  }

  private func name(of language: Language) -> String {
    switch language {
    case .english: "anglais"
    case .french: "français"
    case .spanish: "espagnol"
    }
  }
}
