import Archives

/// The rows of a spreadsheet workbook (ECMA-376, SpreadsheetML): its words stand apart from its rows.
enum Workbook {
  /// The rows of all sheets, a line each, with tabs between the cells; nil for another archive.
  static func text(of members: [Archive.Member]) -> String? {
    func part(_ member: Archive.Member) -> String? {
      (try? member.contents.get()).map { String(decoding: $0, as: UTF8.self) }
    }
    let sheets = members.filter { $0.name.hasPrefix("xl/worksheets/") && $0.name.hasSuffix(".xml") }.compactMap(part)
    guard !sheets.isEmpty else { return nil }
    let shared = members.first { $0.name == "xl/sharedStrings.xml" }.flatMap(part).map { elements("si", in: $0[...]) }
    let words = (shared ?? []).map { Self.words(in: $0.contents) }
    return sheets.flatMap { elements("row", in: $0[...]) }.map { row in
      elements("c", in: row.contents).map { cell in
        let value = elements("v", in: cell.contents).first?.contents
        let index = cell.tag.contains("t=\"s\"") ? value.flatMap { Int($0) } : nil
        if let index { return words.indices.contains(index) ? words[index] : "" }
        return value.map(String.init) ?? Self.words(in: cell.contents)
      }.joined(separator: "\t")
    }.joined(separator: "\n")
  }

  private static func words(in markup: Substring) -> String {
    LeakMarkup.withoutTags(String(markup), lineEnd: " ").split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// The elements of a name, none of which stands in another, with their opening tags.
  private static func elements(_ name: String, in markup: Substring) -> [(tag: Substring, contents: Substring)] {
    var found: [(Substring, Substring)] = []
    var rest = markup
    while let start = rest.firstRange(of: "<\(name)") {
      rest = rest[start.upperBound...]
      guard let mark = rest.first, let tagEnd = rest.firstIndex(of: ">") else { break }
      // "<col" is no "<c".
      guard mark == ">" || mark == "/" || mark.isWhitespace else { continue }
      let tag = rest[..<tagEnd]
      rest = rest[tagEnd...].dropFirst()
      guard !tag.hasSuffix("/") else { continue }
      guard let end = rest.firstRange(of: "</\(name)>") else { break }
      found.append((tag, rest[..<end.lowerBound]))
      rest = rest[end.upperBound...]
    }
    return found
  }
}
