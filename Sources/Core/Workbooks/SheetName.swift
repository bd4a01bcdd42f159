/// Names of sheets that every spreadsheet program takes.
enum SheetName {
  /// Excel's limit, in UTF-16 units.
  static let longest = 31

  /// The names in the same order: without the characters []:*?/\, short enough, and no two alike but for their case.
  static func legal(_ names: [String]) -> [String] {
    var used: Set<String> = []
    return names.map { name in
      let plain = self.plain(name)
      var legal = cut(plain, to: longest)
      var number = 2
      while !used.insert(legal.lowercased()).inserted {
        let tail = " (\(number))"
        legal = cut(plain, to: longest - tail.utf16.count) + tail
        number += 1
      }
      return legal
    }
  }

  private static func plain(_ name: String) -> String {
    var plain = String(name.map { "[]:*?/\\".contains($0) || $0.isNewline ? "-" : $0 })
    plain.unicodeScalars.removeAll { $0.value < 0x20 }
    while plain.first == "'" { plain.removeFirst() }
    while plain.last == "'" { plain.removeLast() }
    // Excel keeps this name for itself.
    if plain.lowercased() == "history" { return plain + "-" }
    return plain.allSatisfy(\.isWhitespace) ? "Sheet" : plain
  }

  private static func cut(_ name: String, to length: Int) -> String {
    var name = name
    while name.utf16.count > length { name.removeLast() }
    while name.last == "'" { name.removeLast() }
    return name
  }
}
