import Vocabulary

/// A team by all the words that stand for it.
struct LeakNames: Sendable {
  let name: String
  /// Words with a space before, between and behind them.
  let words: [[UInt8]]
  /// The score as it is printed, and as others write the number.
  let scores: [[UInt8]]
  let rank: Int?

  init(_ secret: Embargo.Secret) {
    name = secret.name
    rank = secret.rank
    let spelled = [secret.name, secret.key].map { LeakLine($0).words }
    // "#TeamAurora" leaves the spaces out.
    let joined = spelled.map { [0x20] + $0.filter { $0 != 0x20 } + [0x20] }
    words = Set((spelled + joined).filter { $0.count > 2 }).sorted { $0.count > $1.count }
    scores = (secret.score.map(Self.spellings) ?? []).map { Array($0.utf8) }
  }

  /// "7.90" is "7.9" in a spreadsheet and has a comma in French.
  private static func spellings(of score: String) -> [String] {
    var shorter = score
    while shorter.hasSuffix("0"), shorter.dropLast().last?.isNumber == true { shorter.removeLast() }
    return Set([score, shorter].flatMap { [$0, $0.replacing(".", with: ",")] }).sorted()
  }
}

/// One line of a text, reduced to what matters when spellings are compared.
struct LeakLine {
  /// Letters without case and accents, with all marks between them.
  private var plain: String
  /// The words alone, with a space before, between and behind them.
  private(set) var words: [UInt8]

  init(_ text: some StringProtocol) {
    plain = String(text).withFoldedLetters
    words = [0x20]
    for scalar in plain.unicodeScalars {
      if Self.isPartOfWord(scalar) {
        words += Array(String(scalar).utf8)
      } else if words.last != 0x20 {
        words.append(0x20)
      }
    }
    if words.last != 0x20 { words.append(0x20) }
  }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    guard !scalar.isASCII else { return Character(scalar).isLetter || Character(scalar).isNumber }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil || LeakWords.medals.contains(scalar)
  }

  func joined(_ next: LeakLine) -> LeakLine {
    var both = self
    both.plain += "\n" + next.plain
    both.words += next.words.dropFirst()
    return both
  }

  func names(_ name: LeakNames) -> Bool { name.words.contains { words.place(of: $0) != nil } }

  /// The line without the team's own name, which may hold such a word: "Prize Fighters".
  func without(_ name: LeakNames) -> LeakLine {
    var rest = self
    for word in name.words {
      while let place = rest.words.place(of: word) {
        rest.words.replaceSubrange(place..<place + word.count, with: [0x20])
      }
    }
    return rest
  }

  /// Whether it has a word for a place, a prize or winning.
  var tells: Bool { LeakWords.all.contains { words.place(of: $0) != nil } }

  /// Whether a number stands in it by itself.
  func shows(_ number: [UInt8]) -> Bool {
    let bytes = Array(plain.utf8)
    guard let place = bytes.place(of: number) else { return false }
    func isPart(_ index: Int) -> Bool {
      guard bytes.indices.contains(index) else { return false }
      return bytes[index] >= 0x80 || Character(Unicode.Scalar(bytes[index])).isLetter || isDigit(bytes[index])
    }
    var next: Int? = place
    while let found = next {
      if !isPart(found - 1), !isPart(found + number.count) { return true }
      next = bytes.place(of: number, from: found + 1)
    }
    return false
  }

  /// Whether the team stands behind its rank, as in "1. Aurora", "| 1 | Aurora |" or "1,Aurora".
  func numbers(_ name: LeakNames) -> Bool {
    guard let rank = name.rank else { return false }
    var cells = plain.split { "|/;,\t()[]•*#\"".contains($0) }.map { $0.drop { !$0.isLetter && !$0.isNumber } }
    cells.removeAll(where: \.isEmpty)
    func begins(_ text: Substring?) -> Bool {
      text.map { cell in name.words.contains { LeakLine(cell).words.starts(with: $0) } } ?? false
    }
    return cells.indices.contains { index in
      let digits = cells[index].prefix { $0.isASCII && $0.isNumber }
      let rest = cells[index][digits.endIndex...].drop { !$0.isLetter && !$0.isNumber }
      guard Int(digits) == rank, cells[index][digits.endIndex...].first?.isLetter != true else { return false }
      return rest.isEmpty ? begins(index + 1 < cells.count ? cells[index + 1] : nil) : begins(rest)
    }
  }

  /// How many cells a line of a table has.
  var cells: Int { plain.count { ",;\t".contains($0) } + 1 }

  /// Whether it heads a table with a column for places or scores.
  var isTableHeading: Bool { cells > 1 && tells }
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

extension [UInt8] {
  /// Where the bytes stand.
  func place(of wanted: [UInt8], from start: Int = 0) -> Int? {
    guard let first = wanted.first, count >= wanted.count else { return nil }
    let last = count - wanted.count
    var index = start
    while index <= last {
      if self[index] == first, self[index..<index + wanted.count].elementsEqual(wanted) { return index }
      index += 1
    }
    return nil
  }
}
