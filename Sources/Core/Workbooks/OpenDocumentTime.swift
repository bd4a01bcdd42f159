import Vocabulary

/// Days and hours as open documents hold them, such as "2026-05-08T14:30:00".
enum OpenDocumentTime {
  /// The day and the hour as cells of other workbooks have them, to the second; another text stays as it is.
  static func text(_ written: String) -> String {
    guard let match = written.wholeMatch(of: /(\d{4}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d)(?:[.,](\d+))?/),
      let day = CalendarDate(String(match.1)), let hours = Int(match.2), let minutes = Int(match.3),
      let whole = Int(match.4)
    else { return written.replacing("T", with: " ") }
    // Binary fractions of days end in "29:59.999999999".
    let seconds = hours * 3600 + minutes * 60 + whole + (match.5.map { $0.first ?? "0" >= "5" } == true ? 1 : 0)
    guard let date = CalendarDate(daysSince1970: day.daysSince1970 + seconds / 86_400) else { return written }
    return seconds % 86_400 == 0 ? "\(date)" : "\(date) \(CellNumber.clock(seconds % 86_400))"
  }

  /// An instant in UTC where a cell shows one as this program writes it; otherwise its value. The seconds that are shown may
  /// be cut off where those of the value are rounded.
  static func shown(_ value: String, as shown: String) -> String {
    guard shown.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil,
      value.wholeMatch(of: /\d{4}-\d\d-\d\d( \d\d:\d\d(:\d\d)?)?/) != nil
    else { return value }
    return CellNumber.instant(value)
  }
}
