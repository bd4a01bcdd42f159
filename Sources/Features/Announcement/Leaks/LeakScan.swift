public import Postgres
public import Vocabulary

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
    let isText = String(validating: bytes, as: UTF8.self) != nil
    if isMarked, isText, find(Array(Self.mark.utf8), in: bytes[...]) == nil {
      return [Leak(file: file, line: nil, what: "the name says \(Self.mark), but the text does not")]
    }
    let name = Array(file.lowercased().utf8)
    let inName = secrets.filter { entry in tells(name[...], entry.words, entry.score) }
      .map { Leak(file: file, line: nil, what: "the file's name tells of \(quoted($0.secret.name))") }
    return isMarked ? inName : inName + leaksInText(of: file, bytes)
  }

  private func leaksInText(of file: String, _ bytes: [UInt8]) -> [Leak] {
    let text = Array(Self.unescaped(String(decoding: bytes, as: UTF8.self).lowercased()).utf8)
    guard secrets.contains(where: { entry in entry.words.contains { find($0, in: text[...]) != nil } }) else {
      return []
    }
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
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

  /// What a page writes for marks that mean something to it.
  private static func unescaped(_ text: String) -> String {
    guard text.contains("&") else { return text }
    let marks = [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&apos;", "'"), ("&nbsp;", "\u{A0}"),
      ("&amp;", "&"),
    ]
    return marks.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  /// Where a word stands by itself.
  private func find(_ word: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
    guard let first = word.first, text.count >= word.count else { return nil }
    var index = text.startIndex
    let last = text.endIndex - word.count
    while index <= last {
      if text[index] == first, text[index..<index + word.count].elementsEqual(word),
        !endsInLetter(text[..<index]), !beginsWithLetter(text[(index + word.count)...])
      {
        return index
      }
      index += 1
    }
    return nil
  }

  private func beginsWithLetter(_ text: ArraySlice<UInt8>) -> Bool {
    isLetter(String(decoding: text.prefix(4), as: UTF8.self).unicodeScalars.first)
  }

  private func endsInLetter(_ text: ArraySlice<UInt8>) -> Bool {
    isLetter(String(decoding: text.suffix(4), as: UTF8.self).unicodeScalars.last)
  }

  private func isLetter(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { $0.properties.isAlphabetic || $0.properties.numericType != nil } ?? false
  }
}

extension AnnouncementService {
  /// What nobody outside may read now.
  public func embargo(on event: EventID, in snapshot: Snapshot) throws -> Embargo {
    try EmbargoStore().embargo(on: event, in: snapshot)
  }
}
