public import Vocabulary

/// A day as people write it, perhaps with the day of the week: "Saturday, May 8, 2021", "le samedi 8 mai 2021".
public struct WrittenDay: Equatable, Sendable {
  public let day: CalendarDate
  /// The day of the week as it was written, Monday 1 to Sunday 7.
  public let weekday: Int?

  /// Nil when it is no day, or one that can be read in two ways, such as 08/05/2021.
  /// - Parameters:
  ///   - order: In which order the numbers of days are written, where that is known.
  ///   - days: Where the day is looked for when its year is left out, or all but the day of the week.
  public init?(_ text: String, order: DateOrder? = nil, among days: ClosedRange<CalendarDate>? = nil) {
    var (numbers, month, weekday): ([(value: Int, digits: Int)], Int?, Int?) = ([], nil, nil)
    for word in FoldedName(text).text.split(separator: " ").map(String.init) where !Self.fillers.contains(word) {
      if let number = Self.number(word) {
        numbers.append(number)
      } else if let found = Self.months[word], month == nil {
        month = found
      } else if let found = Self.weekdays[word], weekday == nil {
        weekday = found
      } else {
        return nil
      }
    }
    let day = Self.day(numbers, month, order) ?? days.flatMap { Self.day(numbers, month, weekday, among: $0) }
    guard let day else { return nil }
    self.day = day
    self.weekday = weekday
  }

  /// Whether the day was another day of the week.
  public var contradictsItself: Bool { weekday.map { $0 != day.weekday } ?? false }

  /// The day when the day of the week is believed: the nearest one.
  public var byWeekday: CalendarDate {
    guard let weekday else { return day }
    let ahead = (weekday - day.weekday + 10) % 7 - 3
    return CalendarDate(daysSince1970: day.daysSince1970 + ahead) ?? day
  }

  /// The English name of a day of the week.
  public static func name(ofWeekday number: Int) -> String {
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][(number + 6) % 7]
  }

  /// Whether a word is a day of the week, also in a shortened form.
  static func isWeekday(_ word: String) -> Bool { weekdays[FoldedName(word).text] != nil }

  private static func day(
    _ numbers: [(value: Int, digits: Int)], _ month: Int?, _ order: DateOrder?
  ) -> CalendarDate? {
    if let month {
      guard numbers.count == 2, let year = numbers.first(where: { $0.digits == 4 })?.value,
        let day = numbers.first(where: { $0.digits <= 2 })?.value
      else { return nil }
      return CalendarDate(year: year, month: month, day: day)
    }
    if numbers.map(\.digits) == [4, 2, 2] {
      return CalendarDate(year: numbers[0].value, month: numbers[1].value, day: numbers[2].value)
    }
    guard numbers.count == 3, numbers[2].digits == 4, numbers[0].digits <= 2, numbers[1].digits <= 2 else { return nil }
    let (one, two, year) = (numbers[0].value, numbers[1].value, numbers[2].value)
    let dayFirst = order == .monthFirst ? nil : CalendarDate(year: year, month: two, day: one)
    let monthFirst = order == .dayFirst ? nil : CalendarDate(year: year, month: one, day: two)
    // A part above 12 is no month, so that only one reading is left.
    return dayFirst == nil || monthFirst == nil || dayFirst == monthFirst ? dayFirst ?? monthFirst : nil
  }

  /// A day without its year, or a day of the week alone: the only such day among those given.
  private static func day(
    _ numbers: [(value: Int, digits: Int)], _ month: Int?, _ weekday: Int?, among days: ClosedRange<CalendarDate>
  ) -> CalendarDate? {
    let all = (days.lowerBound.daysSince1970...days.upperBound.daysSince1970).lazy.compactMap(
      CalendarDate.init(daysSince1970:))
    let found: [CalendarDate]
    switch (numbers.count, month, weekday) {
    case (1, let month?, _) where numbers[0].digits <= 2:
      found = all.filter { $0.month == month && $0.day == numbers[0].value }
    case (1, nil, let weekday?) where numbers[0].digits <= 2:
      found = all.filter { $0.weekday == weekday && $0.day == numbers[0].value }
    case (0, nil, let weekday?): found = all.filter { $0.weekday == weekday }
    default: return nil
    }
    return found.count == 1 ? found[0] : nil
  }

  /// "8", "08", "8th", "1er", "2021".
  private static func number(_ word: String) -> (Int, Int)? {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    guard (1...4).contains(digits.count), let value = Int(digits),
      ["", "st", "nd", "rd", "th", "er", "o"].contains(word.dropFirst(digits.count))
    else { return nil }
    return (value, digits.count)
  }

  private static let fillers: Set = ["le", "the", "de", "del", "el", "of", "on"]

  private static let months = numbered([
    ["january", "jan", "janvier", "janv", "enero"], ["february", "feb", "fevrier", "fevr", "febrero"],
    ["march", "mar", "mars", "marzo"], ["april", "apr", "avril", "abril"], ["may", "mai", "mayo"],
    ["june", "jun", "juin", "junio"], ["july", "jul", "juillet", "juil", "julio"],
    ["august", "aug", "aout", "agosto"], ["september", "sept", "sep", "septembre", "septiembre"],
    ["october", "oct", "octobre", "octubre"], ["november", "nov", "novembre", "noviembre"],
    ["december", "dec", "decembre", "diciembre"],
  ])

  private static let weekdays = numbered([
    ["monday", "mon", "lundi", "lunes"], ["tuesday", "tue", "tues", "mardi", "martes"],
    ["wednesday", "wed", "mercredi", "miercoles"], ["thursday", "thu", "thur", "thurs", "jeudi", "jueves"],
    ["friday", "fri", "vendredi", "viernes"], ["saturday", "sat", "samedi", "sabado"],
    ["sunday", "sun", "dimanche", "domingo"],
  ])

  /// The place of each word's list, counted from 1.
  private static func numbered(_ lists: [[String]]) -> [String: Int] {
    Dictionary(
      lists.enumerated().flatMap { place, words in words.map { ($0, place + 1) } },
      uniquingKeysWith: { first, _ in first })
  }
}

/// What is believed where a day and its day of the week disagree.
public enum WeekdayMismatch: String, CaseIterable, Sendable {
  case date, weekday
}
