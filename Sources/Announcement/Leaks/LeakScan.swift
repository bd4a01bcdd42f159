import Competition

/// Looks through what was written for ranks, scores and winners that must not be read yet.
///
/// A team's name alone is no secret. It is one beside a word for a place, a prize or winning, or beside the team's own
/// score, within two lines. Files that carry the mark of the embargo in their name and in their text may hold both.
public struct LeakScan: Sendable {
  /// What marks a file that is kept until the hour.
  static let mark = "EMBARGOED"

  private let secrets: [(secret: Embargo.Secret, words: [[UInt8]], score: [UInt8]?)]

  /// How many lines around a name are read with it.
  private static let reach = 2

  public init(_ embargo: Embargo) {
    secrets = embargo.secrets.map { secret in
      let words = Set([secret.name, secret.key].map { Array($0.lowercased().utf8) }).filter { !$0.isEmpty }
      return (secret, words.sorted { $0.count > $1.count }, secret.score.map { Array($0.utf8) })
    }
  }

  /// The first leak of each kind in a file.
  /// - Parameters:
  ///   - file: Its name, with the folders below the one that is looked through.
  ///   - bytes: UTF-8, or anything else, of which only what reads as UTF-8 is seen.
  public func leaks(in file: String, _ bytes: [UInt8]) -> [Leak] {
    let isMarked = file.contains(Self.mark)
    if isMarked, find(Array(Self.mark.utf8), in: bytes[...]) == nil {
      return [Leak(file: file, line: nil, what: "the name says \(Self.mark), but the text does not")]
    }
    let name = Array(file.lowercased().utf8)
    let inName = secrets.filter { entry in tells(name[...], entry.words, entry.score) }
      .map { Leak(file: file, line: nil, what: "the file's name tells of \(quoted($0.secret.name))") }
    return isMarked ? inName : inName + leaksInText(of: file, bytes)
  }

  private func leaksInText(of file: String, _ bytes: [UInt8]) -> [Leak] {
    guard secrets.contains(where: { entry in entry.words.contains { find($0, in: bytes[...], isFolded: true) != nil } })
    else { return [] }
    let lines = String(decoding: bytes, as: UTF8.self).lowercased().utf8.split(
      separator: 0x0A, omittingEmptySubsequences: false
    ).map { Array($0) }
    return secrets.compactMap { entry in
      let line = lines.indices.first { index in
        guard entry.words.contains(where: { find($0, in: lines[index][...]) != nil }) else { return false }
        let around = lines[max(0, index - Self.reach)...min(lines.count - 1, index + Self.reach)]
        return tells(Array(around.joined(separator: [0x0A]))[...], entry.words, entry.score)
      }
      return line.map {
        Leak(file: file, line: $0 + 1, what: "a place, a prize or a score stands beside \(quoted(entry.secret.name))")
      }
    }
  }

  /// Whether lower-case text names the team, and beside it what only the result knows.
  private func tells(_ text: ArraySlice<UInt8>, _ words: [[UInt8]], _ score: [UInt8]?) -> Bool {
    guard let named = words.first(where: { find($0, in: text) != nil }) else { return false }
    var rest = Array(text)
    // The team's own name may hold such a word: "Prize Fighters".
    while let start = find(named, in: rest[...]) { rest.replaceSubrange(start..<start + named.count, with: [0x20]) }
    return (LeakWords.all + (score.map { [$0] } ?? [])).contains { find($0, in: rest[...]) != nil }
  }

  /// Where a word stands by itself.
  private func find(_ word: [UInt8], in text: ArraySlice<UInt8>, isFolded: Bool = false) -> Int? {
    guard let first = word.first, text.count >= word.count else { return nil }
    var index = text.startIndex
    let last = text.endIndex - word.count
    while index <= last {
      let byte = text[index]
      if byte == first || (isFolded && byte | 0x20 == first) {
        let isThere = zip(text[index..<index + word.count], word).allSatisfy { found, wanted in
          found == wanted || (isFolded && (0x41...0x5A).contains(found) && found | 0x20 == wanted)
        }
        if isThere, !isLetter(text, index - 1), !isLetter(text, index + word.count) { return index }
      }
      index += 1
    }
    return nil
  }

  /// Letters and digits of ASCII, and anything beyond it.
  private func isLetter(_ text: ArraySlice<UInt8>, _ index: Int) -> Bool {
    guard text.indices.contains(index) else { return false }
    switch text[index] {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: return true
    default: return false
    }
  }
}
