/// Damaged workbooks: wrong XML in a sound zip file, wrong structures of the zip file, wrong packed bytes.
struct WorkbookDamage {
  private var random: SplitMix

  init(seed: UInt64) { random = SplitMix(state: seed) }

  mutating func file() -> [UInt8] {
    switch below(8) {
    case 0...3: damagedXML()
    case 4, 5: damagedBytes()
    default: damagedStructure()
    }
  }

  /// One or more parts with wrong XML.
  private mutating func damagedXML() -> [UInt8] {
    var parts = WorkbookSeeds.all[below(WorkbookSeeds.all.count)]
    for _ in 0...below(3) {
      // The last parts hold the cells, and are the longest.
      let place = max(below(parts.count), below(parts.count))
      parts[place].text = damaged(parts[place].text)
    }
    if below(16) == 0 { parts.remove(at: below(parts.count)) }
    return WorkbookSeeds.zip(parts, isPacked: below(4) == 0)
  }

  private mutating func damaged(_ text: String) -> String {
    var bytes = Array(text.utf8)
    for _ in 0...below(3) {
      let place = below(bytes.count + 1)
      switch below(8) {
      case 0: bytes.insert(contentsOf: pick(Self.marks), at: place)
      case 1...4: replaceNumber(in: &bytes, from: place)
      case 5: bytes.removeSubrange(place..<min(bytes.count, place + below(60)))
      case 6: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + below(200))], at: below(bytes.count + 1))
      default: if place < bytes.count { bytes[place] = UInt8(below(256)) }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Puts an extreme number in the place of the next one.
  private mutating func replaceNumber(in bytes: inout [UInt8], from place: Int) {
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    guard let start = bytes[place...].firstIndex(where: isDigit) else { return }
    let end = bytes[start...].firstIndex { !isDigit($0) } ?? bytes.count
    bytes.replaceSubrange(start..<end, with: pick(Self.numbers))
  }

  /// Wrong bytes anywhere, most of them in packed blocks.
  private mutating func damagedBytes() -> [UInt8] {
    var bytes = packed()
    for _ in 0...below(4) {
      guard !bytes.isEmpty else { break }
      let place = below(bytes.count)
      switch below(8) {
      case 0: bytes.insert(UInt8(below(256)), at: place)
      case 1: bytes.remove(at: place)
      case 2: bytes.removeLast(below(bytes.count / 4 + 1))
      case 3, 4: bytes[place] ^= 1 << UInt8(below(8))
      default: bytes[place] = UInt8(below(256))
      }
    }
    return bytes
  }

  /// A wrong number in a field of the directory or of a header.
  private mutating func damagedStructure() -> [UInt8] {
    var bytes = below(2) == 0 ? packed() : WorkbookSeeds.zip(WorkbookSeeds.all[below(2)], isPacked: false)
    let marks =
      bytes.indices.dropLast(22).filter { bytes[$0] == 0x50 && bytes[$0 + 1] == 0x4B && bytes[$0 + 2] < 8 }
      + [max(0, bytes.count - 22)]
    for _ in 0...below(3) {
      let place = marks[below(marks.count)] + 2 + 2 * below(22)
      let number = below(3) == 0 ? UInt32(below(bytes.count)) : pick(Self.fields)
      for offset in 0..<(below(2) == 0 ? 2 : 4) where place + offset < bytes.count {
        bytes[place + offset] = UInt8(truncatingIfNeeded: number >> (8 * UInt32(offset)))
      }
    }
    if below(8) == 0 { bytes += bytes.suffix(below(200)) }
    return bytes
  }

  private mutating func packed() -> [UInt8] { pick(Self.packedFiles) }

  private static let packedFiles =
    WorkbookSeeds.zlibPacked + WorkbookSeeds.all.map { WorkbookSeeds.zip($0, isPacked: true) }

  private mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

  private mutating func below(_ count: Int) -> Int { Int(random.next() % UInt64(max(1, count))) }

  private static let fields: [UInt32] = [0, 1, 8, 22, 0x7FFF, 0xFFFF, 0x10000, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF]

  private static let numbers = [
    "0", "-1", "1", "2", "1023", "16384", "16385", "1048576", "1048577", "9999999", "2958465", "2958466",
    "4294967296", "9223372036854775807", "9223372036854775808", "1e308", "1e-320", "-0", "NaN", "inf", "0x1p3",
    "0.1", "60", "59.999999999",
    "123456789012345678901234567890",
  ].map { Array($0.utf8) }

  private static let marks = [
    "<c>", "</c>", "<v>", "</v>", "<row>", "</row>", "<c r=\"XFD1\">", "<c r=\"ZZZ9\">", " r=\"B2\"", " s=\"99\"",
    " t=\"s\"", " t=\"d\"", "<row r=\"1048576\">", "<t>", "</t>", "<si>", "<is>", "<rPh>", "</sheetData>",
    "<sheet name=\"S\"/>",
    "<t:table>", "</t:table>", "<t:table-row>", "</t:table-row>", "<t:table-cell>", "<t:covered-table-cell/>",
    "<x:p>", "</x:p>", "<x:s x:c=\"9\"/>", "<o:annotation>", "</o:annotation>", " t:number-columns-repeated=\"1024\"",
    "_xD83D_", "_x0000_", "&#0;", "&#13;", "&lt;", "&a;", "<!DOCTYPE a [<!ENTITY a \"aaaa\">]>", "<!-- -->",
    "<![CDATA[", "]]>", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>", "\"", "'", "<", ">", "/>", "&", "\0", "\n",
    "\u{FEFF}",
    "encryption-data", "1.5", "é", "👩🏽‍💻",
  ].map { Array($0.utf8) }
}

/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers from the same seed on every machine.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
