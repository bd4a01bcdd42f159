import CSV
import ImportFormats
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

  /// ISO 639 codes of the languages that a cell names by code or by name, each once; nil when it names none. A word that
  /// is no language is left out with a remark.
  func languages(_ column: String, _ remarks: ImportRemarks) -> [String]? {
    guard let text = text(column) else { return nil }
    let (codes, unknown) = LanguageList.read(text)
    for word in unknown { remarks.add("\(quoted(word)) is no language, so it was left out", row: record.row) }
    return codes.isEmpty ? nil : codes
  }

  /// The words between a cell's commas; nil when the cell is blank.
  func words(_ column: String) -> [String]? {
    text(column)?.split(separator: ",").compactMap { word in
      let text = word.trimmed
      return text.isEmpty ? nil : text
    }
  }
}
