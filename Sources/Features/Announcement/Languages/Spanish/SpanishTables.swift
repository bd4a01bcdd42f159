import Vocabulary

/// Days, hours, numbers and money as they are written in Latin American Spanish (Ortografía de la lengua española).
enum SpanishTables {
  static let months = [
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
    "diciembre",
  ]
  static let weekdays = ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"]
  /// The space that no line may break.
  static let space = "\u{A0}"
  /// What the clocks of Canadian zones are called (CLDR, es-419).
  private static let zones = [
    "NST": "hora estándar de Terranova", "NDT": "hora de verano de Terranova", "AST": "hora estándar del Atlántico",
    "ADT": "hora de verano del Atlántico", "EST": "hora estándar oriental", "EDT": "hora de verano oriental",
    "CST": "hora estándar central", "CDT": "hora de verano central", "MST": "hora estándar de la montaña",
    "MDT": "hora de verano de la montaña", "PST": "hora estándar del Pacífico", "PDT": "hora de verano del Pacífico",
  ]
  /// One and several of a currency.
  private static let currencies = [
    "CAD": ("dólar canadiense", "dólares canadienses"), "USD": ("dólar estadounidense", "dólares estadounidenses"),
    "EUR": ("euro", "euros"), "GBP": ("libra esterlina", "libras esterlinas"),
    "MXN": ("peso mexicano", "pesos mexicanos"), "COP": ("peso colombiano", "pesos colombianos"),
  ]

  /// "1.er", "2.º", "3.er", "11.º", "21.er": before a masculine noun, first and third lose their o; the point stands
  /// before the raised letters.
  static func ordinal(_ number: Int) -> String {
    let isShortened = number % 10 == 3 || (number % 10 == 1 && number % 100 != 11)
    return isShortened ? "\(number).er" : "\(number).º"
  }

  /// Four digits stay together.
  static func number(_ number: Int) -> String { number < 10_000 ? String(number) : grouped(String(number), by: space) }

  static func date(_ day: CalendarDate) -> String { "\(day.day)\(space)de \(months[day.month - 1]) de \(day.year)" }

  /// "Del 7 al 17 de mayo de 2021"; the month and the year are said once where they are shared.
  static func period(_ days: ClosedRange<CalendarDate>, startsSentence: Bool = true) -> String {
    let (first, last) = (days.lowerBound, days.upperBound)
    let (on, from) = startsSentence ? ("El", "Del") : ("el", "del")
    if first == last { return "\(on) \(date(first))" }
    if first.year != last.year { return "\(from) \(date(first)) al \(date(last))" }
    if first.month != last.month { return "\(from) \(first.day)\(space)de \(months[first.month - 1]) al \(date(last))" }
    return "\(from) \(first.day) al \(date(last))"
  }

  /// "14:30 (hora de verano oriental)".
  static func hour(_ hour: PublicHour) -> String {
    let clock = "\(hour.local.minuteOfDay / 60):\(twoDigits(hour.local.minuteOfDay % 60))"
    return "\(clock) (\(zone(hour.zoneWord)))"
  }

  /// "en el otoño de 2021", "en octubre de 2021", "el 5 de octubre de 2021".
  static func when(_ date: FuzzyDate) -> String {
    switch date {
    case .day(let day): "el \(self.date(day))"
    case .month(let year, let month): "en \(months[month - 1]) de \(year)"
    case .season(.winter, let year): "en el invierno de \(year)"
    case .season(.spring, let year): "en la primavera de \(year)"
    case .season(.summer, let year): "en el verano de \(year)"
    case .season(.fall, let year): "en el otoño de \(year)"
    case .year(let year): "en \(year)"
    }
  }

  /// "5000 dólares canadienses", "10 000.50 euros", "5000 JPY".
  static func money(_ money: Money) -> String {
    let (units, fraction) = money.parts
    let cents = fraction.contains { $0 != "0" } ? "." + fraction : ""
    let amount = (units.count > 4 ? grouped(units, by: space) : units) + cents
    guard let (one, several) = currencies[money.currency] else { return amount + space + money.currency }
    return amount + space + (amount == "1" ? one : several)
  }

  static func name(of language: Language) -> String {
    switch language {
    case .english: "inglés"
    case .french: "francés"
    case .spanish: "español"
    }
  }

  /// "y", or "e" before the sound of an i; hi before a vowel has another sound.
  static func and(before word: String) -> String {
    let start = word.lowercased().drop { !$0.isLetter && !$0.isNumber }
    let isDiphthong = ["hia", "hie", "hio", "hiu", "ia", "ie", "io", "iu"].contains { start.hasPrefix($0) }
    return !isDiphthong && ["i", "í", "hi", "hí"].contains { start.hasPrefix($0) } ? "e" : "y"
  }

  static func listed(_ names: [String]) -> String {
    Announcement.listed(names, and: and(before: names.last ?? ""))
  }

  private static func zone(_ word: String) -> String {
    word.first.map { "+-".contains($0) } == true ? "UTC" + word : zones[word] ?? word
  }
}
