import Vocabulary

/// How the times of a file are read: in which order their dates are written, and in which zone.
struct TimeReading {
  /// Nil when nobody has said it: only dates that begin with their year are then read.
  let order: DateOrder?
  /// Nil when nobody has said it: only times with an offset are then read.
  let zone: String?
  /// The zone of the event, for advice.
  var eventZone = "America/Toronto"
  /// Whether a date of the file alone says the order.
  var isOrderProved = false
  /// Whether a day without an hour is taken, as its first instant; a time that decides something needs its hour.
  var takesDays = false

  init(order: DateOrder?, zone: String?, takesDays: Bool = false) {
    self.order = order
    self.zone = zone
    self.takesDays = takesDays
  }

  init(_ settings: ReadingSettings, takesDays: Bool) {
    self.init(order: settings.dateOrder ?? settings.provedDateOrder, zone: settings.timeZone, takesDays: takesDays)
    eventZone = settings.eventTimeZone
    isOrderProved = settings.dateOrder == nil && settings.provedDateOrder != nil
  }

  /// A sentence that tells it.
  var remark: String {
    let order =
      switch order {
      case .dayFirst: "day first"
      case .monthFirst: "month first"
      case .yearFirst, nil: "year first"
      }
    let proof = isOrderProved ? " (a date of the file proves it)" : ""
    return "Times are read \(order)\(proof), \(zone.map { "in \($0)" } ?? "each with the offset that it has")."
  }

  /// The instant as "2021-10-16 13:04:40 America/Toronto", with an offset in place of the zone where the text has one.
  func instant(_ text: String) throws(Refusal) -> String {
    guard let (date, time, offset) = try parts(of: text) else {
      throw Refusal("\(quoted(text)) is no time that can be read here", advice: "write it like \(example)")
    }
    guard let zone = offset.isEmpty ? zone : offset else {
      throw Refusal(
        "\(quoted(text)) does not say its zone", advice: "add --tz ZONE, such as --tz \(eventZone)",
        shared: "The time does not say its zone")
    }
    return "\(date) \(time) \(zone)"
  }

  private func parts(of text: String) throws(Refusal) -> (CalendarDate, time: String, offset: String)? {
    var scanner = TimeScanner(text)
    if let date = try date(&scanner, of: text) {
      if takesDays && scanner.isAtEnd { return (date, Self.startOfDay, "") }
      guard let time = scanner.timeOfDay(), let offset = scanner.offset() else { return nil }
      return (date, time, offset)
    }
    return written(text)
  }

  /// A date whose month is a word: "Sep 26, 2026 7:05 PM".
  private func written(_ text: String) -> (CalendarDate, time: String, offset: String)? {
    guard text.contains(where: \.isLetter) else { return nil }
    guard let colon = text.firstIndex(of: ":") else {
      guard takesDays, let written = WrittenDay(text) else { return nil }
      return (written.day, Self.startOfDay, "")
    }
    let digits = text[..<colon].reversed().prefix { $0.isASCII && $0.isNumber }.count
    let start = text.index(colon, offsetBy: -digits)
    var scanner = TimeScanner(" " + text[start...])
    guard let written = WrittenDay(String(text[..<start])), let time = scanner.timeOfDay(),
      let offset = scanner.offset()
    else { return nil }
    return (written.day, time, offset)
  }

  private static let startOfDay = "00:00:00"

  private func date(_ scanner: inout TimeScanner, of text: String) throws(Refusal) -> CalendarDate? {
    guard let parts = scanner.dateParts() else { return nil }
    let (one, two, three) = parts
    if one.digits == 4 { return CalendarDate(year: one.value, month: two.value, day: three.value) }
    guard three.digits == 4 else { return nil }
    switch order {
    case .dayFirst: return CalendarDate(year: three.value, month: two.value, day: one.value)
    case .monthFirst: return CalendarDate(year: three.value, month: one.value, day: two.value)
    case .yearFirst: return nil
    case nil:
      throw Refusal(
        "\(quoted(text)) may be day first or month first",
        advice: "say which with --date-order dmy or --date-order mdy",
        shared: "The date may be day first or month first")
    }
  }

  private var example: String {
    switch order {
    case .dayFirst: "16/10/2021 13:04:40"
    case .monthFirst: "10/16/2021 13:04:40"
    case .yearFirst, nil: "2021-10-16 13:04:40"
    }
  }
}

/// What people call a zone of time, compared with what its clocks are called on the day.
public enum ZoneWord {
  /// Whether a word names the same clocks: "EDT" and "HAE" do, and "ET" stands for both halves of the year.
  /// - Parameter actual: What the zone's clocks are called then.
  public static func fits(_ word: String, _ actual: String) -> Bool {
    let letters = word.uppercased().filter { !$0.isWhitespace && $0 != "." }
    let english = french[letters] ?? letters
    if english == actual.uppercased() { return true }
    // "ET" of "EDT": the middle letter alone says whether the clocks were put forward.
    return actual.count == 3 && english.count == 2 && english == "\(actual.prefix(1))\(actual.suffix(1))".uppercased()
  }

  private static let french = [
    "HNT": "NST", "HAT": "NDT", "HNA": "AST", "HAA": "ADT", "HNE": "EST", "HAE": "EDT", "HNC": "CST", "HAC": "CDT",
    "HNR": "MST", "HAR": "MDT", "HNP": "PST", "HAP": "PDT", "HE": "ET", "HP": "PT", "HA": "AT", "HC": "CT",
    "HR": "MT",
  ]
}
