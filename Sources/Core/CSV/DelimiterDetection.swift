/// What the first lines of a text say about its delimiter.
enum DelimiterDetection {
  /// How much text is looked at: the least that a whole head of 64 KiB decodes to, so that chunking never matters.
  static let reach = 32_000

  // On a tie the mark that is rarer inside ordinary text wins.
  private static let candidates: [Delimiter] = [.tab, .semicolon, .comma]

  /// The delimiter named by Excel's `sep=;` line and where the next line begins, when the text starts with one.
  static func excelDeclaration(in text: [UInt8]) -> (delimiter: Delimiter, end: Int)? {
    guard text.count >= 5, isDeclaration(text), let delimiter = Delimiter(byte: text[4]) else { return nil }
    guard text.count > 5 else { return (delimiter, 5) }
    switch text[5] {
    case Byte.lineFeed: return (delimiter, 6)
    case Byte.carriageReturn: return (delimiter, text.count > 6 && text[6] == Byte.lineFeed ? 7 : 6)
    default: return nil
    }
  }

  /// Whether a text begins with `sep=`.
  static func isDeclaration(_ text: some Sequence<UInt8>) -> Bool {
    ["sep=", "Sep=", "SEP="].contains { text.starts(with: $0.utf8) }
  }

  /// The candidate that occurs most often outside quotes in the first line that is not blank, or else the comma.
  static func delimiter(ofHeaderIn text: [UInt8]) -> Delimiter {
    var counts = [0, 0, 0]
    var isQuoted = false
    var startsCell = true
    var isBlank = true
    for byte in text.prefix(reach) {
      if byte == Byte.quote {
        // A closing quote counts as a cell start, so that a doubled quote opens the quotes again.
        if isQuoted || startsCell { isQuoted.toggle() }
        isBlank = false
      } else if !isQuoted {
        if byte == Byte.lineFeed || byte == Byte.carriageReturn {
          if !isBlank { break }
          counts = [0, 0, 0]
          startsCell = true
          continue
        }
        let candidate = candidates.firstIndex { $0.byte == byte }
        if let candidate { counts[candidate] += 1 }
        startsCell = candidate != nil
        isBlank = isBlank && (byte == Byte.space || byte == Byte.tab)
      }
    }
    let most = counts.max() ?? 0
    guard !isBlank, most > 0, let winner = counts.firstIndex(of: most) else { return .comma }
    return candidates[winner]
  }
}
