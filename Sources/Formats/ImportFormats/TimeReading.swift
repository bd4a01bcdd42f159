import Vocabulary

/// How the times of a file are read: in which order their dates are written, and in which zone.
struct TimeReading {
  /// Nil when nobody has said it: only dates that begin with their year are then read.
  let order: DateOrder?
  /// Nil when nobody has said it: only times with an offset are then read.
  let zone: String?

  /// A sentence that tells it.
  var remark: String {
    let order =
      switch order {
      case .dayFirst: "day first"
      case .monthFirst: "month first"
      case .yearFirst, nil: "year first"
      }
    return "Times are read \(order), \(zone.map { "in \($0)" } ?? "each with the offset that it has")."
  }

  /// The instant as "2021-10-16 13:04:40 America/Toronto", with an offset in place of the zone where the text has one.
  func instant(_ text: String) throws(Refusal) -> String {
    var scanner = TimeScanner(text)
    guard let date = try date(&scanner, of: text), let time = scanner.timeOfDay(), let offset = scanner.offset() else {
      throw Refusal("\(quoted(text)) is no time that can be read here: write it like \(example).")
    }
    guard let zone = offset.isEmpty ? zone : offset else {
      throw Refusal("\(quoted(text)) does not say its zone: add --tz ZONE, such as --tz America/Toronto.")
    }
    return "\(date) \(time) \(zone)"
  }

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
        "\(quoted(text)) may be day first or month first: say which with --date-order dmy or --date-order mdy.")
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
