import Vocabulary

/// Days and hours as open documents hold them (ISO 8601).
enum OpenDocumentTime {
  /// The day and the hour of "2026-05-08T14:30:00" as cells of other workbooks have them, to the second; another text stays as
  /// it is.
  static func text(_ written: String) -> String {
    guard let place = written.utf8.firstIndex(of: UInt8(ascii: "T")), let day = CalendarDate(String(written[..<place])),
      let clock = seconds(written[written.utf8.index(after: place)...], marks: [":", ":"]), clock < 86_401,
      let date = CalendarDate(daysSince1970: day.daysSince1970 + clock / 86_400)
    else { return written.replacing("T", with: " ") }
    return clock % 86_400 == 0 ? "\(date)" : "\(date) \(CellNumber.clock(clock % 86_400))"
  }

  /// An instant in UTC where a cell shows one as this program writes it; otherwise its value. The seconds that are shown may
  /// be cut off where those of the value are rounded.
  static func shown(_ value: String, as shown: String) -> String {
    guard isInstant(shown.utf8), CalendarDate(String(value.prefix(10))) != nil else { return value }
    return CellNumber.instant(value)
  }

  /// "09:30" of "PT09H30M00S".
  static func clock(_ duration: String) -> String? {
    guard duration.hasPrefix("PT"), duration.hasSuffix("S") else { return nil }
    return seconds(duration.dropFirst(2).dropLast(), marks: ["H", "M"]).map(CellNumber.clock)
  }

  /// Hours, minutes and seconds between two marks; binary fractions of days end in "29:59.999999999" and are rounded.
  private static func seconds(_ text: Substring, marks: [Character]) -> Int? {
    var rest = text
    var numbers: [Int] = []
    for mark in marks + ["."] {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard let number = Int(digits), number < 10_000 else { return nil }
      numbers.append(number)
      rest = rest.dropFirst(digits.count)
      guard mark != "." else { break }
      guard rest.popFirst() == mark else { return nil }
    }
    if let point = rest.popFirst() {
      guard point == "." || point == ",", !rest.isEmpty, rest.allSatisfy({ $0.isASCII && $0.isNumber }) else {
        return nil
      }
    }
    return numbers[0] * 3600 + numbers[1] * 60 + numbers[2] + (rest.first.map { $0 >= "5" } == true ? 1 : 0)
  }

  /// Whether a text has the form of 2026-05-08T14:30:00Z.
  private static func isInstant(_ text: String.UTF8View) -> Bool {
    text.count == 20
      && zip(text, "0000-00-00T00:00:00Z".utf8).allSatisfy { byte, form in
        form == UInt8(ascii: "0") ? (0x30...0x39).contains(byte) : byte == form
      }
  }
}
