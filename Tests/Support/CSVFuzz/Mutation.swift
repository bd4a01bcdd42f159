/// Small files with every mark that CSV gives a meaning to, and ways to damage them.
enum Mutation {
  static let seeds: [[UInt8]] =
    [
      "a,b\n1,\"x\"\"y\"\n", "a;b\r\n\"1\r\n2\";3\r\n\r\n4;5", "sep=;\r\nname;team\r\nZoé;\"\"\r\n",
      "\u{FEFF}a\tb\n1\t2\n", "'=1+1,@x\n-,+\n", "a,\"b\n", "prénom,équipe\rZoé,Été\r", "\"\"\n , \n\t\n",
      "a,b,...\n1,2,3,4\n",
    ].map { Array($0.utf8) } + [utf16("a\tb\n\"é\"\t👩\n", isBig: false), utf16("a,b\r\n1,2\r\n", isBig: true)]

  private static let marks: [UInt8] = [
    0x00, 0x09, 0x0A, 0x0D, 0x20, 0x22, 0x22, 0x27, 0x2C, 0x3B, 0x3D, 0x61, 0x80, 0xA9, 0xC3, 0xD8, 0xE2, 0xEF, 0xF0,
    0xFE,
    0xFF,
  ]

  static func file(_ random: inout SplitMix) -> [UInt8] {
    var bytes = seeds[Int(random.next() % UInt64(seeds.count))]
    for _ in 0...Int(random.next() % 4) {
      let place = Int(random.next() % UInt64(bytes.count + 1))
      let mark = marks[Int(random.next() % UInt64(marks.count))]
      switch random.next() % 6 {
      case 0, 1: bytes.insert(mark, at: place)
      case 2 where place < bytes.count: bytes[place] = mark
      case 3 where place < bytes.count: bytes.remove(at: place)
      case 4: bytes.removeSubrange(place...)
      default: bytes += bytes.prefix(min(place, 24))
      }
    }
    return bytes
  }

  private static func utf16(_ text: String, isBig: Bool) -> [UInt8] {
    ("\u{FEFF}" + text).utf16.flatMap { unit in
      let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return isBig ? bytes.reversed() : bytes
    }
  }
}
