/// Tells files that are text by how they begin.
enum TextKind {
  static func told(_ bytes: [UInt8]) -> FileKind? {
    let start = beginning(of: bytes)
    if start.hasPrefix("begin:vcalendar") { return .calendar }
    if start.hasPrefix("begin:vcard") { return .contacts }
    if start.hasPrefix("mime-version:") { return .webArchive }
    if start.hasPrefix("{") || start.hasPrefix("[") { return isJSON(start) ? .json : nil }
    return start.hasPrefix("<") ? markup(start) : nil
  }

  /// The first letters, small and without a mark of the encoding; of UTF-16 those of ASCII.
  private static func beginning(of bytes: [UInt8]) -> String {
    var start = bytes.prefix(4096)
    if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) {
      start = start.dropFirst(2).filter { $0 != 0 }[...]
    }
    if start.starts(with: [0xEF, 0xBB, 0xBF]) { start = start.dropFirst(3) }
    return String(decoding: start.drop { " \t\r\n".utf8.contains($0) }, as: UTF8.self).lowercased()
  }

  /// Whether behind the bracket comes what JSON has there; a header's cell may begin with one.
  private static func isJSON(_ start: String) -> Bool {
    let next = start.dropFirst().first { !$0.isWhitespace }
    return start.hasPrefix("{") ? next == "\"" || next == "}" : next == "{" || next == "["
  }

  private static func markup(_ start: String) -> FileKind? {
    if start.contains("urn:schemas-microsoft-com:office:spreadsheet"), start.hasPrefix("<?xml") {
      return .xmlSpreadsheet
    }
    let isDocument = start.hasPrefix("<?xml") || start.hasPrefix("<!")
    if pages.contains(where: start.hasPrefix) || isDocument && start.contains("<html") { return .webPage }
    if start.hasPrefix("<!doctype html") { return .webPage }
    if isDocument || start.contains("</") || start.contains("/>") {
      if start.contains("<svg") { return .image }
      return start.contains("<schedule") ? .schedule : .xml
    }
    return nil
  }

  private static let pages = ["html", "head", "body", "table", "meta", "style", "script", "div"].flatMap {
    ["<\($0)>", "<\($0) ", "<\($0)\n", "<\($0)\r"]
  }
}

/// Tells zip files that are no workbooks by the names of what is in them.
enum ZipKind {
  static func told(_ bytes: [UInt8]) -> FileKind? {
    let start = bytes.prefix(200)
    if start.holds("opendocument.text") { return .textDocument }
    if start.holds("opendocument.presentation") { return .presentation }
    // The list of names stands at the end; a file that was cut has none and may be a workbook.
    let end = bytes.suffix(1 << 20)
    guard end.suffix(66_000).holds([0x50, 0x4B, 0x05, 0x06]) else { return nil }
    if end.holds("xl/workbook.") || end.holds("content.xml") { return nil }
    if end.holds("word/document.xml") { return .wordDocument }
    if end.holds("ppt/presentation.xml") { return .presentation }
    return end.holds("Index/Document.iwa") ? .numbers : .otherZip
  }
}

/// Tells files of the container that Office wrote before 2007 by the names of what is in them.
enum ContainerKind {
  static func told(_ bytes: [UInt8]) -> FileKind? {
    func has(_ name: String) -> Bool { bytes[...].holds(name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) }
    if has("EncryptedPackage") { return .lockedWorkbook }
    if has("WordDocument") { return .oldDocument }
    if has("PowerPoint Document") { return .oldPresentation }
    return has("Workbook") || has("Book") ? .oldWorkbook : nil
  }
}

extension ArraySlice<UInt8> {
  fileprivate func holds(_ text: String) -> Bool { holds(Array(text.utf8)) }

  fileprivate func holds(_ part: [UInt8]) -> Bool {
    withUnsafeBytes { all in
      guard all.count >= part.count, let first = part.first else { return false }
      return (0...all.count - part.count).contains { place in
        all[place] == first && part.indices.allSatisfy { all[place + $0] == part[$0] }
      }
    }
  }
}
