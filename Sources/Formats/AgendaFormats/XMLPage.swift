/// Elements of an XML document, one a line.
struct XMLPage {
  private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private var depth = 0

  mutating func open(_ name: String, _ attributes: [(String, String)] = []) {
    text += "\(indent)<\(name)\(Self.written(attributes))>\n"
    depth += 1
  }

  mutating func close(_ name: String) {
    depth -= 1
    text += "\(indent)</\(name)>\n"
  }

  mutating func add(_ name: String, _ value: String, _ attributes: [(String, String)] = []) {
    text += "\(indent)<\(name)\(Self.written(attributes))>\(Self.escaped(value))</\(name)>\n"
  }

  private var indent: String { String(repeating: "  ", count: depth) }

  private static func written(_ attributes: [(String, String)]) -> String {
    attributes.map { " \($0)=\"\(escaped($1))\"" }.joined()
  }

  /// Characters that XML 1.0 cannot hold are left out.
  private static func escaped(_ value: String) -> String {
    var text = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "\t", "\n": text.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || (0xFFFE...0xFFFF).contains(scalar.value): continue
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
