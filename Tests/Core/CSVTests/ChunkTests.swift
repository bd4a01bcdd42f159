import CSV
import Testing

@Suite struct ChunkTests {
  static let files: [[UInt8]] = [
    Array("sep=;\r\nname;\"te\"\"am\r\n2\";é\r\n\r\nZoë;\"\";👩🏽‍💻\r\n;;x\"y\r\n".utf8),
    Array("\u{FEFF}a,b\r\"1\r\n\n\r2\",3\r\r4,5".utf8),
    [0xFF, 0xFE] + utf16("a\tb\r\n\"é\n👩\"\t2\r\n"),
    [0xFE, 0xFF] + utf16("a\tb\r\n\"é\n👩\"\t2\r\n", bigEndian: true),
    Array("prénom,équipe\rZoé,Été\r".unicodeScalars.map { UInt8($0.value) }),
    Array("a,b\n1,\"x\"é\n".utf8),
    Array("a,b\n1,\"x\n".utf8),
    Array("a,é\n1,".utf8) + [0xE2, 0x82],
    Array("a,é\n1,2\n".utf8) + [0xFF, 0x0A],
    Array("a,b\n1,2\n3,\0".utf8),
    [0xFF, 0xFE] + utf16("a\tb\r\n") + [0x00, 0xD8, 0x41],
  ]

  @Test(arguments: files)
  func chunkingNeverChangesWhatIsRead(file: [UInt8]) throws {
    let whole = try Reading(file)
    for size in [1, 2, 3, 7] { #expect(try Reading(file, chunk: size) == whole) }
  }

  /// The first 64 KiB are always gathered before reading, so only what comes after them arrives in chunks.
  @Test(arguments: files)
  func aFileBeyondItsHeadMayBeCutAnywhere(file: [UInt8]) throws {
    let encoding = try Reading(file).encoding ?? .utf8
    let isWide = encoding == .utf16LittleEndian || encoding == .utf16BigEndian
    let padding = String(repeating: "0123456789;\n", count: 6_000)
    let head = isWide ? utf16(padding, bigEndian: encoding == .utf16BigEndian) : Array(padding.utf8)
    let dialect = Dialect(delimiter: .semicolon, encoding: encoding)
    let whole = try Reading(head + file, dialect: dialect)
    #expect(whole.records.count >= 6_000)
    for cut in file.indices {
      var pieces = [head, Array(file[..<cut]), Array(file[cut...]), []]
      pieces.removeAll { $0.isEmpty }
      let source = { pieces.isEmpty ? [] : pieces.removeFirst() }
      #expect(try Reading(dialect: dialect, pull: source) == whole)
    }
  }
}
