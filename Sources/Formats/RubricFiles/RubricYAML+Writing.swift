import Vocabulary

extension RubricYAML {
  /// The rubric as a file that is read again as the same.
  public static func text(of sheet: RubricSheet) -> String {
    let head = sheet.key.map { "rubric: \(key($0))\n" } ?? ""
    return head + "criteria:\n" + sheet.criteria.map(text).joined()
  }

  private static func text(of criterion: RubricSheet.Criterion) -> String {
    var lines = ["- key: \(key(criterion.key))", "  title: \(flow(criterion.title))"]
    if !criterion.description.isEmpty { lines.append("  description: \(flow(criterion.description))") }
    lines.append("  weight: \(criterion.weight)")
    let (minimum, maximum) = (criterion.scale.lowerBound, criterion.scale.upperBound)
    lines.append("  scale: {minimum: \(minimum), maximum: \(maximum), step: \(criterion.step)}")
    if !criterion.isRequired { lines.append("  required: false") }
    if !criterion.levels.isEmpty { lines.append("  levels:") }
    lines += criterion.levels.map { "    \($0.points): \(flow($0.text))" }
    return lines.map { "  \($0)\n" }.joined()
  }

  /// A key as it is, but for the word that would stand for nothing.
  private static func key(_ slug: Slug) -> String { slug.text == "null" ? "\"null\"" : slug.text }

  private static func flow(_ text: LocalizedText) -> String {
    "{" + text.languages.map { "\($0.code): \(inQuotes(text[$0] ?? ""))" }.joined(separator: ", ") + "}"
  }

  /// The text in double quotes, in which YAML takes any character by its number.
  private static func inQuotes(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "\"") { quoted, scalar in
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(scalar)
      case "\n": quoted += "\\n"
      case _ where scalar.isPlain: quoted.unicodeScalars.append(scalar)
      default: quoted += "\\U" + scalar.hexadecimal
      }
    } + "\""
  }
}

extension Unicode.Scalar {
  /// Whether YAML takes it as it is within quotes, and on the same line (YAML 1.1, 5.1 and 5.4).
  fileprivate var isPlain: Bool {
    switch value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...: true
    default: false
    }
  }

  /// Its number in eight digits.
  fileprivate var hexadecimal: String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
