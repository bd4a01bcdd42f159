import Vocabulary
import Yams

/// The small values of which a rubric is made.
extension RubricReader {
  /// The fields of a mapping that are filled in; one that is not known is an error.
  func fields(of node: Node, _ what: String, known: [String]) throws(RubricFileError) -> [String: Node] {
    guard let mapping = node.mapping else {
      throw document.fault(node, "This is not \(what): it has no fields such as \(quoted(known[0])).")
    }
    var fields: [String: Node] = [:]
    for (key, value) in mapping {
      guard let name = key.scalar?.string, known.contains(name) else {
        let name = key.scalar?.string ?? ""
        throw document.fault(
          key, "\(quoted(name)) is no field of \(what).",
          hint: nearest(to: name, among: known).map { "Did you mean \(quoted($0))?" }
            ?? "Its fields are: \(known.joined(separator: ", ")).")
      }
      if !value.isEmpty { fields[name] = value }
    }
    return fields
  }

  func required(_ name: String, of fields: [String: Node], _ node: Node) throws(RubricFileError) -> Node {
    guard let value = fields[name] else { throw document.fault(node, "\(quoted(name)) is missing.") }
    return value
  }

  func elements(_ node: Node, _ name: String) throws(RubricFileError) -> [Node] {
    guard let sequence = node.sequence else {
      throw document.fault(node, "\(quoted(name)) is a list: begin each of its entries with a dash.")
    }
    return Array(sequence)
  }

  func slug(_ node: Node) throws(RubricFileError) -> Slug {
    let text = try text(node)
    do {
      return try Slug(text)
    } catch {
      throw document.fault(node, error.explanation.message, hint: error.explanation.hint)
    }
  }

  func points(_ node: Node) throws(RubricFileError) -> Points {
    let text = try text(node)
    guard let points = Points(text) else {
      throw document.fault(
        node, "\(quoted(text)) is no number of points, such as 6 or 6.5, with at most three decimals.")
    }
    return points
  }

  func bool(_ node: Node) throws(RubricFileError) -> Bool {
    switch try text(node) {
    case "true": true
    case "false": false
    case let text: throw document.fault(node, "\(quoted(text)) is neither true nor false.")
    }
  }

  /// One text in each language.
  func localised(_ node: Node) throws(RubricFileError) -> LocalizedText {
    guard let mapping = node.mapping else {
      throw document.fault(
        node, "A text is given for each language.", hint: "Write it like {en: Impact, fr: Portée}.")
    }
    var texts: [Language: String] = [:]
    for (key, value) in mapping {
      let code = try text(key)
      guard let language = Language(rawValue: code) else {
        throw document.fault(
          key, "\(quoted(code)) is no language that this program writes.",
          hint: "Choose among \(Language.allCases.map(\.code).joined(separator: ", ")).")
      }
      let words = try text(value)
      guard words.contains(where: { !$0.isWhitespace }) else { throw document.fault(value, "The text is empty.") }
      texts[language] = words
    }
    guard !texts.isEmpty else { throw document.fault(node, "There is no text in any language.") }
    return LocalizedText(texts)
  }

  private func text(_ node: Node) throws(RubricFileError) -> String {
    guard let scalar = node.scalar else { throw document.fault(node, "One value was expected here.") }
    return scalar.string
  }
}

extension Node {
  /// Whether nothing was written behind the field's name.
  fileprivate var isEmpty: Bool {
    guard let scalar, scalar.style == .plain || scalar.style == .any else { return false }
    return ["", "~", "null"].contains(scalar.string)
  }
}
