import Vocabulary

/// What a cell of a workbook holds: a number, a time or a text. A reader finds the very text that was written.
enum TypedCell: Equatable {
  case text(String)
  case number(String)
  /// A serial number of days and the format that shows it.
  case time(String, CellFormat)

  /// - Parameter kind: What the column holds; a cell that holds something else stays a text.
  init(_ text: String, as kind: WorkbookWriter.Kind) {
    switch kind {
    case .text: self = .text(text)
    case .number: self = Self.isPlainNumber(text) ? .number(text) : .text(text)
    case .time: self = Self.time(text) ?? .text(text)
    }
  }

  /// Up to 15 digits, because a workbook keeps no more.
  private static func isPlainNumber(_ text: String) -> Bool {
    let digits = text.utf8.filter { (0x30...0x39).contains($0) }.count
    return (1...15).contains(digits) && text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E }
      && text.utf8.last != 0x2E && text.utf8.first != 0x2E && Double(text) != nil && CellNumber.text(text) == text
  }

  private static func time(_ text: String) -> TypedCell? {
    let isUTC = text.hasSuffix("Z")
    let parts = text.split(separator: isUTC ? "T" : " ", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let end = parts.last.map({ isUTC ? $0.dropLast() : $0 }) else { return nil }
    let (day, seconds): (CalendarDate?, Int)
    let hasDay = parts.count == 2 || !text.contains(":")
    if hasDay {
      guard let date = CalendarDate(String(parts[0])), date.daysSince1970 + dayZero >= firstDay else { return nil }
      day = date
    } else {
      day = nil
    }
    if hasDay && parts.count == 1 {
      seconds = 0
    } else {
      guard let clock = self.seconds(String(end)) else { return nil }
      seconds = clock
    }
    let serial = Double(day.map { $0.daysSince1970 + dayZero } ?? 0) + Double(seconds) / 86_400
    let format = CellFormat(hasDay: hasDay, hasClock: parts.count == 2 || !hasDay, hasSeconds: seconds % 60 != 0, isUTC)
    let written = "\(serial)"
    return CellNumber.shown(written, format, since1904: false) == text ? .time(written, format) : nil
  }

  /// Before March 1900 programs disagree on the number of a day.
  private static let firstDay = 61
  /// The number of 1 January 1970.
  private static let dayZero = 25_569

  private static func seconds(_ clock: String) -> Int? {
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard (2...3).contains(parts.count), let hours = parts[0], let minutes = parts[1], (0..<24).contains(hours),
      (0..<60).contains(minutes)
    else { return nil }
    guard parts.count == 3 else { return hours * 3600 + minutes * 60 }
    guard let seconds = parts[2], (0..<60).contains(seconds) else { return nil }
    return hours * 3600 + minutes * 60 + seconds
  }
}

/// How a cell shows its number; the raw value is its place among the formats of a written workbook.
enum CellFormat: Int, CaseIterable {
  case general, header, text, day, minute, second, dayMinute, daySecond, universal

  init(hasDay: Bool, hasClock: Bool, hasSeconds: Bool, _ isUTC: Bool) {
    self =
      isUTC
      ? .universal
      : !hasDay ? (hasSeconds ? .second : .minute) : !hasClock ? .day : hasSeconds ? .daySecond : .dayMinute
  }

  /// A code that no program knows by a number of its own; nil for texts and plain numbers.
  var code: String? {
    switch self {
    case .general, .header, .text: nil
    case .day: "yyyy-mm-dd"
    case .minute: "hh:mm"
    case .second: "hh:mm:ss"
    case .dayMinute: "yyyy-mm-dd hh:mm"
    case .daySecond: "yyyy-mm-dd hh:mm:ss"
    case .universal: "yyyy-mm-dd\"T\"hh:mm:ss\"Z\""
    }
  }
}
