import Foundation
import Vocabulary

/// Numbers as workbooks hold them.
enum CellNumber {
  /// The shortest text of a number; what binary fractions add behind the fifteenth digit is dropped.
  static func text(_ written: String) -> String {
    guard let value = Double(written), value.isFinite else { return written }
    if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
    guard written.count > 15 || written.contains(where: { $0 == "E" || $0 == "e" }) else { return written }
    let rounded = Double(String(format: "%.15g", value)) ?? value
    let text = "\(rounded)"
    return text.contains("e") ? written : text
  }

  /// Whether `text` leaves a number as it is: digits without needless zeros, fifteen at the most.
  static func isPlain(_ written: UnsafeBufferPointer<UInt8>) -> Bool {
    guard written.count <= 15 else { return false }
    let digits = written.first == UInt8(ascii: "-") ? written.dropFirst() : written[...]
    let point = digits.firstIndex(of: UInt8(ascii: "."))
    let whole = digits[..<(point ?? digits.endIndex)]
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    guard !whole.isEmpty, whole.allSatisfy(isDigit), whole.count == 1 || whole.first != UInt8(ascii: "0") else {
      return false
    }
    guard let point else { return whole.startIndex == 0 || whole.first != UInt8(ascii: "0") }
    let fraction = digits[(point + 1)...]
    return fraction.allSatisfy(isDigit) && fraction.contains { $0 != UInt8(ascii: "0") }
  }

  /// The day and the hour of a serial number: days since 30 December 1899, or since 1 January 1904.
  static func date(_ written: String, since1904: Bool) -> String? {
    guard var serial = Double(written), serial >= 0, serial < 2_958_466 else { return nil }
    if since1904 { serial += 1462 }
    // Excel counts a 29 February 1900, which never was.
    if !since1904, serial < 60, serial >= 1 { serial += 1 }
    var day = serial.rounded(.down)
    var seconds = Int(((serial - day) * 86_400).rounded())
    if seconds == 86_400 { (day, seconds) = (day + 1, 0) }
    let clock = self.clock(seconds)
    if day == 0 { return clock }
    // 1 January 1970 is the day 25,569.
    guard let date = CalendarDate(daysSince1970: Int(day) - 25_569) else { return nil }
    return seconds == 0 ? date.description : "\(date) \(clock)"
  }

  static func clock(_ seconds: Int) -> String {
    let hours = "\(two(seconds / 3600)):\(two(seconds / 60 % 60))"
    return seconds % 60 == 0 ? hours : "\(hours):\(two(seconds % 60))"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Whether a number format shows a day or an hour (ECMA-376, 18.8.30).
  static func isDate(format code: String) -> Bool {
    var isQuoted = false
    var depth = 0
    var previous: Character = " "
    for character in code.lowercased() {
      defer { previous = character }
      if previous == "\\" || previous == "_" || previous == "*" { continue }
      if character == "\"" { isQuoted.toggle() }
      if isQuoted { continue }
      if character == "[" { depth += 1 }
      if character == "]" { depth = max(0, depth - 1) }
      if depth == 0, "ymdhs".contains(character) { return true }
      if character == ";" { return false }
    }
    return false
  }

  /// Whether one of the formats that need no code shows a day or an hour.
  static func isDate(builtIn id: Int) -> Bool {
    (14...22).contains(id) || (27...36).contains(id) || (45...47).contains(id) || (50...58).contains(id)
  }
}

extension CellNumber {
  /// What a cell with a number shows in a format of our own.
  static func shown(_ written: String, _ format: CellFormat, since1904: Bool) -> String? {
    guard let date = date(written, since1904: since1904) else { return nil }
    // Midnight is a day without an hour; an instant always has its hour.
    return format == .universal ? instant(date) : date
  }

  /// "2026-05-08T14:30:00Z" of "2026-05-08 14:30".
  static func instant(_ date: String) -> String {
    let parts = date.split(separator: " ")
    let clock = parts.count == 2 ? String(parts[1]) : "00:00"
    return "\(parts[0])T\(clock.count == 5 ? clock + ":00" : clock)Z"
  }

  /// Whether a number format shows an instant in UTC, as this program writes it; others write T as "T" or \T.
  static func isUniversal(format code: String) -> Bool {
    code.filter { $0 != "\\" && $0 != "\"" } == "yyyy-mm-ddThh:mm:ssZ"
  }
}
