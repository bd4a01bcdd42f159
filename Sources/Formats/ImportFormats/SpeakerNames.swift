import Vocabulary

/// The people whom one cell names, each perhaps with an organisation: "Ana Lee (UdeM); Bo Chen".
public struct SpeakerNames: Sendable {
  public private(set) var all: [(name: String, organisation: String?)] = []

  /// Names are parted by semicolons, lines, slashes and "and"; by commas only where each part has two words, because
  /// "Chen, Jr., Wei" is one person.
  public init(_ text: String) {
    var parts: [String] = [text]
    for separator in [";", "\n", " / ", " & ", " and ", " et ", " y "] {
      parts = parts.flatMap { $0.components(by: separator) }
    }
    parts = parts.flatMap { part in
      let pieces = part.components(by: ",")
      let arePeople = pieces.allSatisfy { $0.split(separator: " ").count >= 2 && !$0.contains(where: "()".contains) }
      return arePeople ? pieces : [part]
    }
    for part in parts {
      let trimmed = part.trimmed
      guard !trimmed.isEmpty else { continue }
      if trimmed.hasSuffix(")"), let open = trimmed.lastIndex(of: "("), open > trimmed.startIndex {
        let inside = trimmed[trimmed.index(after: open)...].dropLast().trimmed
        all.append((trimmed[..<open].trimmed, inside.isEmpty ? nil : inside))
      } else {
        all.append((trimmed, nil))
      }
    }
  }
}

extension String {
  /// The parts between the separators; "and" within brackets is part of an organisation's name.
  fileprivate func components(by separator: String) -> [String] {
    var parts: [String] = []
    var (part, depth) = (Substring(), 0)
    var rest = self[...]
    while let character = rest.first {
      if depth == 0, rest.hasPrefix(separator) {
        parts.append(String(part))
        part = ""
        rest = rest.dropFirst(separator.count)
        continue
      }
      depth += character == "(" ? 1 : character == ")" ? -1 : 0
      depth = max(0, depth)
      part.append(character)
      rest.removeFirst()
    }
    return parts + [String(part)]
  }
}
