/// What gzip packed (RFC 1952): one member behind the other.
enum GzipFile {
  static func contents(of bytes: [UInt8], upTo limit: inout Int) throws(Archive.Refusal) -> [UInt8] {
    var contents: [UInt8] = []
    var place = 0
    repeat {
      guard let start = packed(bytes, at: place) else { throw .damaged }
      do {
        let member = try Inflation.unpack(bytes[start...], upTo: limit)
        contents += member.bytes
        limit -= member.bytes.count
        // Behind the packed bytes stand a checksum and the length.
        place = start + member.used + 8
      } catch {
        throw Archive.Refusal(error)
      }
    } while bytes.dropFirst(place).starts(with: [0x1F, 0x8B])
    return contents
  }

  /// Where the packed bytes of a member begin.
  private static func packed(_ bytes: [UInt8], at start: Int) -> Int? {
    guard start + 10 <= bytes.count, bytes[start + 2] == 8 else { return nil }
    let flags = bytes[start + 3]
    var place = start + 10
    if flags & 0x04 != 0 {
      guard let length = bytes.number(at: place, bytes: 2) else { return nil }
      place += 2 + length
    }
    // The file's name and a comment, each up to a zero byte.
    for flag: UInt8 in [0x08, 0x10] where flags & flag != 0 {
      guard place < bytes.count, let end = bytes[place...].firstIndex(of: 0) else { return nil }
      place = end + 1
    }
    if flags & 0x02 != 0 { place += 2 }
    return place <= bytes.count ? place : nil
  }
}
