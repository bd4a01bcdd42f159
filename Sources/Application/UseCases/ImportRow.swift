import CSV
import Vocabulary

/// One row of a file, read by the names of its columns.
struct ImportRow {
  let record: Record
  let columns: FoundColumns
  /// The records that cells of some columns may name.
  var known: [String: KnownWords<String>] = [:]

  /// The cell's text without spaces around it; nil when the column is missing or the cell blank.
  func text(_ column: String) -> String? {
    guard let index = columns.index(of: column), index < record.cells.count else { return nil }
    let text = record.cells[index].trimmed
    return text.isEmpty ? nil : text
  }

  /// - Throws: `ImportProblem` when the cell is blank.
  func required(_ column: String) throws(ImportProblem) -> String {
    guard let text = text(column) else { throw problem(column, nil, "The cell is empty, but it is needed.") }
    return text
  }

  /// The key of the record that a cell names by its key or its name; nil when it is blank. A word that nothing is known by
  /// stays as it is, so that the service says what is near.
  /// - Throws: `ImportProblem` when several records have this name.
  func reference(_ column: String) throws(ImportProblem) -> String? {
    guard let word = text(column) else { return nil }
    switch known[column]?.find(word) {
    case .one(let key): return key
    case .several(let keys):
      throw problem(
        column, word, "\(quoted(word)) may mean \(keys.joined(separator: " or ")): write one of these keys.")
    case nil, .some(.none): return word
    }
  }

  /// - Throws: `ImportProblem` when the cell is blank, or several records have this name.
  func requiredReference(_ column: String) throws(ImportProblem) -> String {
    guard let key = try reference(column) else { return try required(column) }
    return key
  }

  func slug(_ column: String) throws(ImportProblem) -> Slug {
    let text = try required(column)
    do {
      return try Slug(text)
    } catch {
      throw problem(column, text, Message(error.explanation.message))
    }
  }

  /// The texts of the columns NAME_en, NAME_fr and NAME_es.
  func localised(_ column: String) -> LocalizedText {
    var texts: [Language: String] = [:]
    for language in Language.allCases { texts[language] = text("\(column)_\(language.code)") }
    return LocalizedText(texts)
  }

  func points(_ column: String) throws(ImportProblem) -> Points? {
    guard let text = text(column) else { return nil }
    guard let points = Points(text) else { throw notPoints(column, text) }
    return points
  }

  func notPoints(_ column: String, _ text: String) -> ImportProblem {
    problem(column, text, "\(quoted(text)) is no number of points, such as 6 or 6.5, with at most three decimals.")
  }

  func requiredPoints(_ column: String) throws(ImportProblem) -> Points {
    _ = try required(column)
    guard let points = try points(column) else { throw problem(column, nil, "The cell is empty, but it is needed.") }
    return points
  }

  /// A whole number from 1.
  func count(_ column: String) throws(ImportProblem) -> Int? {
    guard let text = text(column) else { return nil }
    guard let count = Int(text), (1...1_000_000).contains(count) else {
      throw problem(column, text, "\(quoted(text)) is no whole number from 1 to 1000000.")
    }
    return count
  }

  /// One of a fixed set of words.
  func word<Word: RawRepresentable<String> & CaseIterable>(
    _ column: String, as type: Word.Type = Word.self
  ) throws(ImportProblem) -> Word {
    let text = try required(column)
    guard let word = Word(rawValue: text.lowercased()) else {
      let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw problem(column, text, "\(quoted(text)) is not known here: write one of \(known).")
    }
    return word
  }

  /// The key in the column key, or one that is made of the name.
  func slug(orMadeBy keys: MadeKeys, in language: Language) throws -> Slug {
    if text("key") != nil { return try slug("key") }
    let name = localised("name")
    guard !name.isEmpty else { throw problem("name_\(language.code)", nil, "The cell is empty, but it is needed.") }
    return try Slug(madeKey(keys, ofName: name.text(preferring: [language])))
  }

  /// The key of a row that has none of its own.
  func madeKey(_ keys: MadeKeys, ofName name: String, _ email: EmailAddress? = nil) throws(ImportProblem) -> String {
    do {
      if let key = try keys.key(ofName: name, email) { return key }
    } catch {
      throw problem(
        nil, name,
        "\(quoted(error.name)) may mean \(error.keys.joined(separator: " or ")): add a column with one of these keys.")
    }
    throw problem(nil, name, "\(quoted(name)) has no letter or digit to make a key of: add a column with keys.")
  }

  /// A problem with one cell of this row, or with the whole row.
  func problem(_ column: String?, _ value: String?, _ message: Message) -> ImportProblem {
    let index = column.flatMap(columns.index(of:))
    return ImportProblem(
      row: record.row, line: record.line, cell: index.map(record.nameOfCell(at:)),
      column: column.map(columns.title(of:)), value: value, code: "cell", message: message)
  }
}

extension ImportRow {
  /// Whether the file has such a column.
  func has(_ column: String) -> Bool { columns.index(of: column) != nil }

  /// "yes" or "no", also in French and Spanish.
  func yesOrNo(_ column: String) throws(ImportProblem) -> Bool {
    let text = try required(column)
    switch text.lowercased() {
    case "yes", "y", "true", "1", "oui", "sí", "si": return true
    case "no", "n", "false", "0", "non": return false
    default: throw problem(column, text, "\(quoted(text)) is neither yes nor no.")
    }
  }
}
