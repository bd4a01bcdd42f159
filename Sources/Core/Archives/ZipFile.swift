/// A zip file (APPNOTE.TXT 6.3, PKWARE), by its central directory.
enum ZipFile {
  /// What the directory says of a member.
  private struct Entry {
    let name: String
    let isEncrypted: Bool
    let method: Int
    let packedSize: Int
    let size: Int
    let checksum: UInt32
    let header: Int
  }

  static func members(
    of bytes: [UInt8], upTo limit: inout Int, isChecked: Bool = false, where isWanted: (String) -> Bool = { _ in true }
  ) throws(Archive.Refusal) -> [Archive.Member] {
    var members: [Archive.Member] = []
    for entry in try directory(of: bytes) where !entry.name.hasSuffix("/") && isWanted(entry.name) {
      do {
        members.append(
          Archive.Member(name: entry.name, contents: .success(try contents(entry, bytes, upTo: &limit, isChecked))))
      } catch {
        // What overlaps would otherwise be unpacked again and again up to the limit.
        if error == .tooLong { limit = 0 }
        members.append(Archive.Member(name: entry.name, contents: .failure(error)))
      }
    }
    return members
  }

  private static func directory(of bytes: [UInt8]) throws(Archive.Refusal) -> [Entry] {
    guard let end = end(of: bytes), let count = bytes.number(at: end + 10, bytes: 2),
      var place = bytes.number(at: end + 16, bytes: 4)
    else { throw .damaged }
    var entries: [Entry] = []
    // A number that does not fit stands in a place of its own (zip64); the directory then has to be walked to its end.
    if place == 0xFFFF_FFFF { place = try directoryOf64(bytes, before: end) }
    while bytes.number(at: place, bytes: 4) == 0x0201_4B50 {
      guard let entry = entry(bytes, at: place), let length = length(bytes, at: place) else { throw .damaged }
      entries.append(entry)
      place += length
    }
    guard entries.count >= count || count == 0xFFFF else { throw .damaged }
    return entries
  }

  /// Where the end of the directory stands, before a comment of up to 65,535 bytes.
  private static func end(of bytes: [UInt8]) -> Int? {
    let last = bytes.count - 22
    guard last >= 0 else { return nil }
    return stride(from: last, through: max(0, last - 0xFFFF), by: -1).first { place in
      bytes[place] == 0x50 && bytes.number(at: place, bytes: 4) == 0x0605_4B50
    }
  }

  private static func directoryOf64(_ bytes: [UInt8], before end: Int) throws(Archive.Refusal) -> Int {
    guard bytes.number(at: end - 20, bytes: 4) == 0x0706_4B50, let record = place(bytes, at: end - 12),
      bytes.number(at: record, bytes: 4) == 0x0606_4B50, let directory = place(bytes, at: record + 48)
    else { throw .damaged }
    return directory
  }

  /// A place that is given in eight bytes and lies within the file.
  private static func place(_ bytes: [UInt8], at place: Int) -> Int? {
    guard bytes.number(at: place + 4, bytes: 4) == 0, let number = bytes.number(at: place, bytes: 4) else { return nil }
    return number < bytes.count ? number : nil
  }

  private static func entry(_ bytes: [UInt8], at place: Int) -> Entry? {
    guard let flags = bytes.number(at: place + 8, bytes: 2), let method = bytes.number(at: place + 10, bytes: 2),
      let packedSize = bytes.number(at: place + 20, bytes: 4), let size = bytes.number(at: place + 24, bytes: 4),
      let checksum = bytes.number(at: place + 16, bytes: 4), let nameLength = bytes.number(at: place + 28, bytes: 2),
      let header = bytes.number(at: place + 42, bytes: 4),
      place + 46 + nameLength <= bytes.count
    else { return nil }
    return Entry(
      name: String(decoding: bytes[(place + 46)..<(place + 46 + nameLength)], as: UTF8.self),
      isEncrypted: flags & 1 != 0, method: method, packedSize: packedSize, size: size,
      checksum: UInt32(truncatingIfNeeded: checksum), header: header)
  }

  private static func length(_ bytes: [UInt8], at place: Int) -> Int? {
    let parts = [28, 30, 32].compactMap { bytes.number(at: place + $0, bytes: 2) }
    return parts.count == 3 ? 46 + parts.reduce(0, +) : nil
  }

  private static func contents(
    _ entry: Entry, _ bytes: [UInt8], upTo limit: inout Int, _ isChecked: Bool
  ) throws(Archive.Refusal) -> [UInt8] {
    guard !entry.isEncrypted else { throw .encrypted }
    guard bytes.number(at: entry.header, bytes: 4) == 0x0403_4B50,
      let nameLength = bytes.number(at: entry.header + 26, bytes: 2),
      let extraLength = bytes.number(at: entry.header + 28, bytes: 2)
    else { throw .damaged }
    let start = entry.header + 30 + nameLength + extraLength
    guard start <= bytes.count else { throw .damaged }
    let contents: [UInt8]
    switch entry.method {
    case 0:
      guard start + entry.packedSize <= bytes.count else { throw .damaged }
      guard entry.packedSize <= limit else { throw .tooLong }
      contents = Array(bytes[start..<(start + entry.packedSize)])
    case 8:
      do {
        contents = try Inflation.unpack(bytes[start...], upTo: limit, expecting: entry.size).bytes
      } catch {
        throw Archive.Refusal(error)
      }
    default: throw .unknownMethod
    }
    if isChecked {
      var checksum = Checksum()
      checksum.append(contents)
      guard checksum.value == entry.checksum else { throw .damaged }
    }
    limit -= contents.count
    return contents
  }
}
