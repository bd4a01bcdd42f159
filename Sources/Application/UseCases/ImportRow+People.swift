import Vocabulary

/// Cells that say something of a person.
extension ImportRow {
  /// A person's name from one column, or from the given name and the family name.
  /// - Throws: `ImportProblem` when all of these cells are blank.
  func personName() throws(ImportProblem) -> String {
    if let name = text("name") { return name }
    let parts = [text("given_name"), text("family_name")].compactMap { $0 }
    guard parts.isEmpty else { return parts.joined(separator: " ") }
    let column = ["name", "given_name", "family_name"].first { columns.index(of: $0) != nil }
    return try required(column ?? "name")
  }

  /// An e-mail address; nil when the cell is blank.
  func email(_ column: String) throws(ImportProblem) -> EmailAddress? {
    guard let text = text(column) else { return nil }
    guard let email = EmailAddress(text) else {
      throw problem(column, text, "\(quoted(text)) is no e-mail address.")
    }
    return email
  }

  /// ISO 639 codes with commas between them, each once; nil when the cell is blank.
  func languages(_ column: String) throws(ImportProblem) -> [String]? {
    guard let words = words(column) else { return nil }
    var codes: [String] = []
    for word in words {
      let code = word.lowercased()
      guard (2...3).contains(code.utf8.count), code.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else {
        throw problem(
          column, word, "\(quoted(word)) is no language code of ISO 639: write two or three letters, such as en.")
      }
      if !codes.contains(code) { codes.append(code) }
    }
    return codes
  }

  /// The words between a cell's commas; nil when the cell is blank.
  func words(_ column: String) -> [String]? {
    text(column)?.split(separator: ",").compactMap { word in
      let text = word.trimmed
      return text.isEmpty ? nil : text
    }
  }
}
