import CSV
import Testing

@Suite struct EncodingTests {
  static let text = "prénom,équipe\nZoë,L’été\nJosé,10 €\n"

  /// The bytes of `text` in the encodings that have one byte per character.
  static let windows = [UInt8](text.unicodeScalars.map { $0 == "’" ? 0x92 : $0 == "€" ? 0x80 : UInt8($0.value) })
  static let mac = [UInt8](
    text.unicodeScalars.map { scalar in
      ["é": 0x8E, "ë": 0x91, "’": 0xD5, "€": 0xDB][scalar] ?? UInt8(truncatingIfNeeded: scalar.value)
    })

  @Test(arguments: [
    (Array(text.utf8), TextEncoding.utf8),
    ([0xEF, 0xBB, 0xBF] + Array(text.utf8), .utf8),
    ([0xFF, 0xFE] + utf16(text), .utf16LittleEndian),
    ([0xFE, 0xFF] + utf16(text, bigEndian: true), .utf16BigEndian),
    (utf16(text), .utf16LittleEndian),
    (utf16(text, bigEndian: true), .utf16BigEndian),
    (windows, .windows1252),
    (mac, .macRoman),
  ])
  func theEncodingIsDetected(bytes: [UInt8], encoding: TextEncoding) throws {
    let reading = try Reading(bytes)
    #expect(reading.encoding == encoding)
    #expect(exact(reading.cells) == exact([["prénom", "équipe"], ["Zoë", "L’été"], ["José", "10 €"]]))
    #expect(try Reading(bytes, dialect: Dialect(encoding: encoding)) == reading)
  }

  @Test func anEncodingCanBeShown() {
    #expect(
      TextEncoding.allCases.map(\.description) == ["UTF-8", "UTF-16 LE", "UTF-16 BE", "Windows-1252", "Mac Roman"])
  }

  @Test(arguments: [
    ("caf\u{E9}", TextEncoding.windows1252), ("\u{C9}lodie", .windows1252), ("Fran\u{E7}ois", .windows1252),
    ("M\u{FC}ller", .windows1252), ("Mu\u{F1}oz", .windows1252), ("ESPA\u{D1}A", .windows1252),
    ("Stra\u{DF}e", .windows1252), ("don\u{92}t", .windows1252), ("the team\u{92}s idea", .windows1252),
    ("\u{93}hello\u{94}", .windows1252), ("10 \u{80}", .windows1252), ("a \u{96} b", .windows1252),
    ("\u{AB} mot \u{BB}", .windows1252), ("\u{E0} Paris", .windows1252),
    ("caf\u{8E}", .macRoman), ("Fran\u{8D}ois", .macRoman), ("M\u{9F}ller", .macRoman),
    ("Mart\u{92}nez", .macRoman), ("Espa\u{96}a", .macRoman), ("10 \u{DB}", .macRoman), ("don\u{D5}t", .macRoman),
    ("M\u{8A}dchen", .macRoman), ("pi\u{8F}ce", .macRoman),
  ])
  func aSingleWordCanTellTheEncoding(word: String, encoding: TextEncoding) throws {
    let bytes = [UInt8](("name\n" + word).unicodeScalars.map { UInt8($0.value) })
    #expect(try Reading(bytes).encoding == encoding)
  }

  @Test(
    arguments: [
      ([0x44, 0x92, 0x61, 0x7A], 6),  // D’az or Díaz
      ([0x4A, 0x9A, 0x72, 0x67], 6),  // Jšrg or Jörg
      ([0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2], 5),  // Привет in Windows-1251
      ([0x93, 0xFA, 0x96, 0x7B], 5),  // 日本 in Shift JIS
      ([0xD0, 0xD5, 0xC3, 0xFB], 5),  // 姓名 in GBK
      ([0xC3, 0xA9, 0x2C, 0xE9], 8),  // UTF-8 with a stray byte
      ([0x61, 0xE9, 0x2C, 0x61, 0xE9, 0x2C, 0x61, 0xE9, 0x2C, 0x61, 0xE9, 0x2C, 0x61, 0xE9, 0x2C, 0xC3, 0xA9], 6),
      ([0x80, 0x81, 0xFE, 0xFF], 5),
    ] as [([UInt8], Int)])
  func whatCannotBeToldIsRefused(bytes: [UInt8], offset: Int) throws {
    #expect(try Reading(Array("name\n".utf8) + bytes).error == .notUTF8(offset: offset, line: 2))
  }

  @Test(
    arguments: [
      [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x9F, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0x80, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80], [0xE2, 0x82, 0x41], [0xE2, 0x82], [0xF0, 0x9F, 0x98],
    ] as [[UInt8]])
  func illFormedUTF8IsRefusedWhereItBegins(bytes: [UInt8]) throws {
    let reading = try Reading(Array("é,b\r\n1,".utf8) + bytes, dialect: Dialect(encoding: .utf8))
    #expect(reading.error == .notUTF8(offset: 8, line: 2))
    #expect(reading.cells == [["é", "b"]])
  }

  @Test func everyScalarOfUnicodeIsAccepted() throws {
    for value in [0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFD, 0xFFFF, 0x10000, 0x10FFFF] as [UInt32] {
      let text = Unicode.Scalar(value).map { "x\(String($0))x" } ?? ""
      #expect(exact(try Reading(text).cells) == exact([[text]]))
      #expect(exact(try Reading([0xFF, 0xFE] + utf16(text)).cells) == exact([[text]]))
    }
  }

  @Test func aByteThatIsNotUTF8FarIntoTheFileIsNeverGuessed() throws {
    let line = Array("0123456789,b\n".utf8)
    let bytes = (0..<10_000).flatMap { _ in line } + Array("Zo".utf8) + [0xE9] + Array(",c\n".utf8)
    for chunk in [4_096, 1 << 20] {
      let reading = try Reading(bytes, chunk: chunk)
      #expect(reading.error == .notUTF8(offset: 130_002, line: 10_001))
      #expect(reading.records.count == 10_000)
    }
  }

  @Test func aZeroByteIsRefusedWithItsPlace() throws {
    let reading = try Reading("a,\"b\nc\"\n1,2\n3,x\0y\n")
    #expect(reading.error == .zeroByte(offset: 15, row: 3, line: 4))
    #expect(reading.records.count == 2)
    #expect(try Reading([0xFF, 0xFE] + utf16("a\n\0")).error == .zeroByte(offset: 6, row: 2, line: 2))
    let western = Dialect(encoding: .windows1252)
    #expect(try Reading("a\n\0", dialect: western).error == .zeroByte(offset: 2, row: 2, line: 2))
  }

  @Test func aByteThatStandsForNothingIsRefused() throws {
    let error = try Reading([0x61, 0x0A, 0x81], dialect: Dialect(encoding: .windows1252)).error
    #expect(error == .undecodable(.windows1252, offset: 2, row: 2, line: 2))
    let half = try Reading([0xFF, 0xFE] + utf16("a\nb") + [0x00, 0xDC]).error
    #expect(half == .undecodable(.utf16LittleEndian, offset: 8, row: 2, line: 2))
    let odd = try Reading([0xFE, 0xFF] + utf16("a\nb", bigEndian: true) + [0x00]).error
    #expect(odd == .undecodable(.utf16BigEndian, offset: 8, row: 2, line: 2))
  }

  @Test func aWorkbookIsRefused() throws {
    #expect(try Reading([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00]).error == .workbook)
    #expect(try Reading([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0x00]).error == .workbook)
    #expect(try Reading("PK,b").cells == [["PK", "b"]])
  }
}
