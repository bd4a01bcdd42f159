/// Bytes that are a text in one of the encodings in which texts are written.
enum TextBytes {
  /// The text; nil where the bytes are something else, such as a picture.
  static func text(of bytes: [UInt8]) -> String? {
    guard !signatures.contains(where: { bytes.starts(with: $0) }) else { return nil }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return utf8(Array(bytes.dropFirst(3))) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return utf32(bytes.dropFirst(4), isLittle: true) }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return utf32(bytes.dropFirst(4), isLittle: false) }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), isLittle: true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), isLittle: false) }
    guard bytes.contains(0) else { return utf8(bytes) ?? windows1252(bytes) }
    return isWide(bytes, zerosAt: 1)
      ? utf16(bytes[...], isLittle: true) : isWide(bytes, zerosAt: 0) ? utf16(bytes[...], isLittle: false) : nil
  }

  /// How pictures, sounds, fonts, documents of old programs and other archives begin; some have hardly a byte that no text
  /// has.
  private static let signatures: [[UInt8]] =
    [
      [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [0xD0, 0xCF, 0x11, 0xE0], [0xFD, 0x37, 0x7A],
      [0x28, 0xB5, 0x2F, 0xFD],
    ]
    + ["GIF8", "RIFF", "OggS", "ID3", "wOFF", "wOF2", "BZh", "Rar!", "7z\u{BC}"].map {
      $0.unicodeScalars.map { UInt8($0.value) }
    }

  /// What reads as a text within bytes that are none, a line each: documents of old programs hold their words so, with a
  /// zero byte behind each letter or without.
  static func lines(within bytes: [UInt8]) -> [String] {
    [1, 2].map { width in
      var (lines, line): ([UInt8], [UInt8]) = ([], [])
      var place = 0
      while place < bytes.count {
        let isLetter = (0x20...0x7E).contains(bytes[place])
        if isLetter, width == 1 || (place + 1 < bytes.count && bytes[place + 1] == 0) {
          line.append(bytes[place])
          place += width
        } else {
          if line.count >= shortestLine { lines += line + [0x0A] }
          line = []
          place += 1
        }
      }
      return String(decoding: lines + (line.count >= shortestLine ? line : []), as: UTF8.self)
    }
  }

  /// What is shorter is chance.
  private static let shortestLine = 4

  private static func utf8(_ bytes: [UInt8]) -> String? {
    guard isPrintable(bytes) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, isLittle: Bool) -> String? {
    guard bytes.count.isMultiple(of: 2) else { return nil }
    return String(validating: units(bytes, isLittle: isLittle), as: UTF16.self)
  }

  private static func utf32(_ bytes: ArraySlice<UInt8>, isLittle: Bool) -> String? {
    guard bytes.count.isMultiple(of: 4) else { return nil }
    let scalars = stride(from: bytes.startIndex, to: bytes.endIndex, by: 4).map { place in
      let four = isLittle ? Array(bytes[place..<place + 4].reversed()) : Array(bytes[place..<place + 4])
      return four.reduce(0) { $0 << 8 | UInt32($1) }
    }
    return String(validating: scalars, as: UTF32.self)
  }

  private static func units(_ bytes: ArraySlice<UInt8>, isLittle: Bool) -> [UInt16] {
    stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { place in
      let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
  }

  /// Whether many of the high bytes are zero, as those of Latin letters are, and few of the low ones.
  private static func isWide(_ bytes: [UInt8], zerosAt place: Int) -> Bool {
    guard bytes.count.isMultiple(of: 2) else { return false }
    let high = stride(from: place, to: bytes.count, by: 2).count { bytes[$0] == 0 }
    let low = stride(from: 1 - place, to: bytes.count, by: 2).count { bytes[$0] == 0 }
    return high * 8 > bytes.count && low * 40 < bytes.count
  }

  /// Old texts of Western Europe; the marks that Windows put where other encodings have none.
  private static func windows1252(_ bytes: [UInt8]) -> String? {
    guard isPrintable(bytes) else { return nil }
    let marks: [UInt8: Unicode.Scalar] = [
      0x80: "€", 0x85: "…", 0x8C: "Œ", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x96: "–", 0x97: "—", 0x9C: "œ",
      0xA0: " ",
    ]
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(marks[byte] ?? Unicode.Scalar(byte)) }
    return String(text)
  }

  /// Whether there are hardly any bytes that steer something: one in a hundred.
  private static func isPrintable(_ bytes: [UInt8]) -> Bool {
    let steering = bytes.count { $0 < 0x20 && !(0x09...0x0D).contains($0) && $0 != 0x1B }
    return steering * 100 <= bytes.count
  }
}
