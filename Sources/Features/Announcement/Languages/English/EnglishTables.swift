import Vocabulary

/// Days, hours, numbers and money as they are written in English Canada.
enum EnglishTables {
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

  /// "1st", "2nd", "3rd", "11th", "21st".
  static func ordinal(_ number: Int) -> String {
    guard !(11...13).contains(number % 100) else { return "\(number)th" }
    return switch number % 10 {
    case 1: "\(number)st"
    case 2: "\(number)nd"
    case 3: "\(number)rd"
    default: "\(number)th"
    }
  }

  static func number(_ number: Int) -> String { grouped(String(number), by: ",") }

  static func date(_ day: CalendarDate) -> String { "\(months[day.month - 1]) \(day.day), \(day.year)" }

  /// "From May 7 to 17, 2021"; the month and the year are said once where they are shared.
  static func period(_ days: ClosedRange<CalendarDate>, startsSentence: Bool = true) -> String {
    let (first, last) = (days.lowerBound, days.upperBound)
    let (on, from) = startsSentence ? ("On", "From") : ("on", "from")
    let opening = "\(months[first.month - 1]) \(first.day)"
    if first == last { return "\(on) \(date(first))" }
    if first.year != last.year { return "\(from) \(date(first)) to \(date(last))" }
    if first.month != last.month { return "\(from) \(opening) to \(date(last))" }
    return "\(from) \(opening) to \(last.day), \(last.year)"
  }

  /// "10:30 a.m. EDT", "noon EDT": 12 o'clock has no half of the day.
  static func hour(_ hour: PublicHour) -> String {
    let minutes = hour.local.minuteOfDay
    let clock =
      switch minutes {
      case 0: "midnight"
      case 720: "noon"
      default:
        "\((minutes / 60 + 11) % 12 + 1):\(twoDigits(minutes % 60))\u{A0}\(minutes < 720 ? "a.m." : "p.m.")"
      }
    return clock + "\u{A0}" + zone(hour.zoneWord)
  }

  /// "in the fall of 2021", "in October 2021", "on October 5, 2021".
  static func when(_ date: FuzzyDate) -> String {
    switch date {
    case .day(let day): "on \(self.date(day))"
    case .month(let year, let month): "in \(months[month - 1]) \(year)"
    case .season(let season, let year): "in the \(season.rawValue) of \(year)"
    case .year(let year): "in \(year)"
    }
  }

  /// "$5,000", "US$5,000", "€5,000", "5,000 JPY"; cents only where there are some.
  static func money(_ money: Money) -> String {
    let (units, fraction) = money.parts
    let cents = fraction.contains { $0 != "0" } ? "." + fraction : ""
    let amount = grouped(units, by: ",") + cents
    return switch money.currency {
    case "CAD": "$\(amount)"
    case "USD": "US$\(amount)"
    case "EUR": "€\(amount)"
    case "GBP": "£\(amount)"
    default: "\(amount)\u{A0}\(money.currency)"
    }
  }

  static func name(of language: Language) -> String {
    switch language {
    case .english: "English"
    case .french: "French"
    case .spanish: "Spanish"
    }
  }

  /// Zones without letters of their own come as their distance from UTC.
  private static func zone(_ word: String) -> String {
    word.first.map { "+-".contains($0) } == true ? "UTC" + word : word
  }
}
