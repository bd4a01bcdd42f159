import Vocabulary

/// Reads a cell that holds one or several addresses.
enum LinkList {
  /// The addresses, one a line; a text that is not made of addresses alone is kept as it stands.
  static func lines(of text: String) -> String {
    let marks = ",;"
    let links = text.split { $0.isWhitespace }.map { word in
      let trimmed = word.drop { marks.contains($0) }
      return String(trimmed.reversed().drop { marks.contains($0) }.reversed())
    }.filter { !$0.isEmpty }
    return links.allSatisfy { $0.contains("://") } ? links.joined(separator: "\n") : text
  }

  /// One address, as it stands.
  static func link(_ text: String) throws(Refusal) -> String {
    _ = try normalised(text)
    if text.contains(where: \.isWhitespace) {
      throw Refusal("\(quoted(text)) is no link", advice: "it has a space in it")
    }
    return text
  }

  /// The form in which two addresses of a project are the same: https, no query, fragment or slash at the end.
  static func normalised(_ text: String) throws(Refusal) -> String {
    let lower = text.lowercased()
    guard let scheme = ["https://", "http://"].first(where: lower.hasPrefix) else {
      throw Refusal("\(quoted(text)) is no link", advice: "it has to begin with http:// or https://")
    }
    var rest = text.dropFirst(scheme.count).prefix { $0 != "?" && $0 != "#" }
    while rest.last == "/" { rest.removeLast() }
    let host = rest.prefix { $0 != "/" }
    guard !host.isEmpty else { throw Refusal("\(quoted(text)) is no link", advice: "nothing follows \(scheme)") }
    return "https://" + host.lowercased() + rest.dropFirst(host.count)
  }
}
