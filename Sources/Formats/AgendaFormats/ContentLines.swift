import Vocabulary

/// Lines of iCalendar: escaped, folded at 75 octets, ended by CR LF (RFC 5545, 3.1 and 3.3.11).
struct ContentLines {
  private(set) var text = ""

  /// Adds a line whose value needs no escaping.
  mutating func add(_ name: String, _ value: String) {
    var width = 0
    for scalar in "\(name):\(value)".unicodeScalars where !scalar.properties.isControl {
      let size = UTF8.width(scalar)
      if width + size > 75 {
        text += "\r\n "
        width = 1
      }
      text.unicodeScalars.append(scalar)
      width += size
    }
    text += "\r\n"
  }

  /// Adds a line whose value is a text.
  mutating func add(text value: String, as name: String) { add(name, Self.escaped(value)) }

  private static func escaped(_ value: String) -> String {
    var text = ""
    for character in value {
      switch character {
      case "\\", ";", ",": text += "\\\(character)"
      case _ where character.isNewline: text += "\\n"
      default: text.append(character)
      }
    }
    return text
  }
}

extension Unicode.Scalar.Properties {
  fileprivate var isControl: Bool { generalCategory == .control }
}
