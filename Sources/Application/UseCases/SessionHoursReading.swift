import ImportFormats
import Vocabulary

/// From when to when a row says that a session lasts.
enum SessionHoursReading {
  static func hours(
    of row: ImportRow, on day: CalendarDate
  ) throws -> (start: LocalTime, end: LocalTime, zoneWord: String?) {
    if let end = row.text("end").flatMap({ LocalTime($0) }), let text = row.text("start") {
      // An end on a later day stands there with its day.
      guard let start = LocalTime("\(day)T\(text)") else {
        throw row.problem("start", text, "\(quoted(text)) is no time such as 14:30, as an end with its day needs it.")
      }
      return (start, end, nil)
    }
    if let long = row.text("hours").flatMap({ LongHours($0, on: day) }) { return (long.start, long.end, nil) }
    let range = try range(of: row)
    guard let start = LocalTime(day, minutes: range.start), let end = LocalTime(day, minutes: range.end) else {
      throw row.problem("date", row.text("date"), "The day lies beyond the calendar.")
    }
    return (start, end, range.zoneWord)
  }

  private static func range(of row: ImportRow) throws -> ClockRange {
    let hours = row.text("hours")
    do {
      if let hours { return try ClockRange(hours) }
      return try ClockRange(from: row.required("start"), to: row.required("end"))
    } catch let error as ClockError {
      let column = hours == nil ? "start" : "hours"
      throw row.problem(column, row.text(column), error.explanation.sentences)
    }
  }
}
