import Vocabulary

/// A line of iCalendar: a name, parameters and a value (RFC 5545, 3.1).
struct CalendarLine: Equatable {
  let name: String
  /// By their names in capitals, without quotes.
  let parameters: [String: String]
  /// As it stands in the file, escaped.
  let value: String

  /// A value that is a text.
  var text: String {
    var text = ""
    var isEscaped = false
    for character in value {
      if isEscaped {
        text.append(character == "n" || character == "N" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        text.append(character)
      }
    }
    return text.trimmed
  }

  /// The texts of a list, such as CATEGORIES.
  var texts: [String] {
    var (texts, current, isEscaped) = ([String](), "", false)
    for character in value {
      if character == ",", !isEscaped {
        texts.append(current)
        current = ""
      } else {
        current.append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return (texts + [current]).map { CalendarLine(name: name, parameters: [:], value: $0).text }
  }

  init(name: String, parameters: [String: String], value: String) {
    self.name = name
    self.parameters = parameters
    self.value = value
  }

  /// Nil for what has no name and no colon.
  init?(_ line: String) {
    let bytes = Array(line.utf8)
    var parts: [Range<Int>] = []
    var (start, isQuoted, colon) = (0, false, -1)
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard !isQuoted, byte == UInt8(ascii: ";") || byte == UInt8(ascii: ":") else { continue }
      parts.append(start..<index)
      start = index + 1
      if byte == UInt8(ascii: ":") {
        colon = index
        break
      }
    }
    guard colon > 0, let first = parts.first, !first.isEmpty, bytes[first].allSatisfy(Self.isOfName) else { return nil }
    func word(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    var parameters: [String: String] = [:]
    for part in parts.dropFirst() {
      let pair = word(part).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard pair.count == 2 else { continue }
      parameters[pair[0].uppercased()] = pair[1].filter { $0 != "\"" }
    }
    self.init(name: word(first).uppercased(), parameters: parameters, value: word(colon + 1..<bytes.count))
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
      || (0x61...0x7A).contains(byte)
  }
}

/// The lines of a calendar, unfolded.
enum CalendarLines {
  /// Hands out each line with its number in the file, counted from 1.
  /// - Complexity: linear in the bytes.
  static func read(
    _ bytes: [UInt8], _ take: (CalendarLine, Int) throws(ScheduleError) -> Void
  ) throws(ScheduleError) {
    // A fold may lie within a letter, so lines are unfolded as bytes.
    var (current, number, first): ([UInt8], Int, Int) = ([], 0, 1)
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    while !rest.isEmpty {
      let end = rest.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? rest.endIndex
      let line = rest[..<end]
      rest = rest[end...]
      if rest.starts(with: [0x0D, 0x0A]) { rest = rest.dropFirst(2) } else { rest = rest.dropFirst() }
      number += 1
      if line.first == 0x20 || line.first == 0x09 {
        current += line.dropFirst()
      } else {
        if let read = CalendarLine(String(decoding: current, as: UTF8.self)) { try take(read, first) }
        (current, first) = (Array(line), number)
      }
    }
    if let read = CalendarLine(String(decoding: current, as: UTF8.self)) { try take(read, first) }
  }
}
