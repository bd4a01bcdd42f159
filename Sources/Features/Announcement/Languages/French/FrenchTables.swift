import Vocabulary

/// Days, hours, numbers and money as they are written in French Canada (Office québécois de la langue française).
enum FrenchTables {
  static let months = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
  ]
  static let weekdays = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
  /// The space that no line may break: before a colon, a dollar sign, an h, inside guillemets, between thousands.
  static let space = "\u{A0}"
  /// The Canadian zones' French abbreviations.
  private static let zones = [
    "NST": "HNT", "NDT": "HAT", "AST": "HNA", "ADT": "HAA", "EST": "HNE", "EDT": "HAE", "CST": "HNC", "CDT": "HAC",
    "MST": "HNR", "MDT": "HAR", "PST": "HNP", "PDT": "HAP",
  ]

  /// "1re", "2e", "3e": place is feminine.
  static func ordinal(_ number: Int) -> String { number == 1 ? "1re" : "\(number)e" }

  static func number(_ number: Int) -> String { grouped(String(number), by: space) }

  /// "4 juin 2021", and "1er" for the first of a month.
  static func date(_ day: CalendarDate) -> String { "\(self.day(day))\(space)\(months[day.month - 1]) \(day.year)" }

  private static func day(_ day: CalendarDate) -> String { day.day == 1 ? "1er" : String(day.day) }

  /// "Du 7 au 17 mai 2021"; the month and the year are said once where they are shared.
  static func period(_ days: ClosedRange<CalendarDate>, startsSentence: Bool = true) -> String {
    let (first, last) = (days.lowerBound, days.upperBound)
    let (on, from) = startsSentence ? ("Le", "Du") : ("le", "du")
    if first == last { return "\(on) \(date(first))" }
    if first.year != last.year { return "\(from) \(date(first)) au \(date(last))" }
    if first.month != last.month { return "\(from) \(day(first))\(space)\(months[first.month - 1]) au \(date(last))" }
    return "\(from) \(day(first)) au \(date(last))"
  }

  /// "14 h 30 (HAE)", and "19 h" for a full hour.
  static func hour(_ hour: PublicHour) -> String {
    let (hours, minutes) = (hour.local.minuteOfDay / 60, hour.local.minuteOfDay % 60)
    let clock = "\(hours)\(space)h" + (minutes == 0 ? "" : space + twoDigits(minutes))
    return "\(clock) (\(zone(hour.zoneWord)))"
  }

  /// "à l’automne 2021", "au printemps 2021", "en octobre 2021", "le 5 octobre 2021".
  static func when(_ date: FuzzyDate) -> String {
    switch date {
    case .day(let day): "le \(self.date(day))"
    case .month(let year, let month): "en \(months[month - 1]) \(year)"
    case .season(.winter, let year): "à l’hiver \(year)"
    case .season(.spring, let year): "au printemps \(year)"
    case .season(.summer, let year): "à l’été \(year)"
    case .season(.fall, let year): "à l’automne \(year)"
    case .year(let year): "en \(year)"
    }
  }

  /// "5 000 $", "5 000 $ US", "5 000 €", "5 000 JPY".
  static func money(_ money: Money) -> String {
    let (units, fraction) = money.parts
    let cents = fraction.contains { $0 != "0" } ? "," + fraction : ""
    let amount = grouped(units, by: space) + cents + space
    return switch money.currency {
    case "CAD": amount + "$"
    case "USD": amount + "$" + space + "US"
    case "EUR": amount + "€"
    case "GBP": amount + "£"
    default: amount + money.currency
    }
  }

  static func name(of language: Language) -> String {
    switch language {
    case .english: "anglais"
    case .french: "français"
    case .spanish: "espagnol"
    }
  }

  private static func zone(_ word: String) -> String {
    word.first.map { "+-".contains($0) } == true ? "UTC" + word : zones[word] ?? word
  }
}
