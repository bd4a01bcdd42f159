/// Reads the parts of a written time one after the other.
struct TimeScanner {
  private let text: [UInt8]
  private var position = 0

  init(_ text: String) {
    // Some programs write a narrow space that does not break before AM and PM.
    self.text = text.lowercased().unicodeScalars.map { $0.isASCII ? UInt8($0.value) : $0.isSpace ? 0x20 : 0xFF }
  }

  /// Whether nothing but spaces is left.
  var isAtEnd: Bool { text[position...].allSatisfy { $0 == 0x20 } }

  typealias Number = (value: Int, digits: Int)

  /// Three numbers with the same mark between them: / - or a point.
  mutating func dateParts() -> (Number, Number, Number)? {
    guard let one = number(), let mark = next, "/-.".utf8.contains(mark) else { return nil }
    position += 1
    guard let two = number(), skip(mark), let three = number() else { return nil }
    return (one, two, three)
  }

  /// Hours and minutes, and seconds where they are given, as "13:04:40"; fractions of a second are dropped.
  mutating func timeOfDay() -> String? {
    if !skip("t") {
      _ = skip(",")
      guard skip(" ") else { return nil }
      skipSpaces()
    }
    guard var hour = number()?.value, skip(":"), let minute = number(), minute.digits == 2 else { return nil }
    var second: Number = (0, 2)
    if skip(":") {
      guard let given = number() else { return nil }
      second = given
      if skip(".") && number(atMost: 9) == nil { return nil }
    }
    guard second.digits == 2, minute.value < 60, second.value < 60 else { return nil }
    if let half = halfOfDay() {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + half
    }
    guard hour < 24 else { return nil }
    return [hour, minute.value, second.value].map(Self.twoDigits).joined(separator: ":")
  }

  /// The offset from UTC as "-04:00", empty when the text ends without one; nil for anything else.
  mutating func offset() -> String? {
    skipSpaces()
    if next == nil { return "" }
    let isNamed = skip("utc") || skip("gmt") || skip("z")
    if isNamed && next == nil { return "+00:00" }
    guard let sign = next, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
    position += 1
    guard var hours = number() else { return nil }
    var minutes = 0
    if hours.digits > 2 {
      minutes = hours.value % 100
      hours = (hours.value / 100, 2)
    } else if skip(":") {
      guard let given = number(), given.digits == 2 else { return nil }
      minutes = given.value
    }
    guard next == nil, hours.value <= 14, minutes < 60 else { return nil }
    return (sign == UInt8(ascii: "+") ? "+" : "-") + Self.twoDigits(hours.value) + ":" + Self.twoDigits(minutes)
  }

  private mutating func halfOfDay() -> Int? {
    let start = position
    skipSpaces()
    for (words, hours) in [(["am", "a.m.", "a. m."], 0), (["pm", "p.m.", "p. m."], 12)] {
      for word in words where skip(word) { return hours }
    }
    position = start
    return nil
  }

  private var next: UInt8? { position < text.count ? text[position] : nil }

  private mutating func number(atMost most: Int = 4) -> Number? {
    let start = position
    var value = 0
    while let byte = next, (0x30...0x39).contains(byte), position - start < most {
      value = value * 10 + Int(byte - 0x30)
      position += 1
    }
    return position == start ? nil : (value, position - start)
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  private mutating func skip(_ word: String) -> Bool {
    guard text[position...].starts(with: word.utf8) else { return false }
    position += word.utf8.count
    return true
  }

  private mutating func skipSpaces() {
    while skip(" ") {}
  }

  private static func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}

extension Unicode.Scalar {
  fileprivate var isSpace: Bool { properties.isWhitespace }
}
