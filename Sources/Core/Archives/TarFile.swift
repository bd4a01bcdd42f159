/// A tar file (POSIX ustar): blocks of 512 bytes, a header before each member.
enum TarFile {
  private static let block = 512

  static func members(of bytes: [UInt8], upTo limit: inout Int) throws(Archive.Refusal) -> [Archive.Member] {
    var members: [Archive.Member] = []
    var place = 0
    while place + block <= bytes.count, bytes[place] != 0 {
      guard let size = size(bytes, at: place), size <= bytes.count - place - block else { throw .damaged }
      guard size <= limit else { throw .tooLong }
      let start = place + block
      // Ordinary files; the others are folders, links and what tells more of the next member.
      if bytes[place + 156] == 0x30 || bytes[place + 156] == 0 {
        limit -= size
        members.append(
          Archive.Member(name: name(bytes, at: place), contents: .success(Array(bytes[start..<start + size]))))
      }
      place = start + (size + block - 1) / block * block
    }
    return members
  }

  private static func name(_ bytes: [UInt8], at place: Int) -> String {
    func text(_ offset: Int, _ count: Int) -> String {
      String(decoding: bytes[(place + offset)..<(place + offset + count)].prefix { $0 != 0 }, as: UTF8.self)
    }
    let folder = text(345, 155)
    return folder.isEmpty ? text(0, 100) : folder + "/" + text(0, 100)
  }

  private static func size(_ bytes: [UInt8], at place: Int) -> Int? {
    let digits = bytes[(place + 124)..<(place + 136)].drop { $0 == 0x20 }.prefix { (0x30...0x37).contains($0) }
    return digits.isEmpty ? nil : digits.reduce(0) { $0 << 3 | Int($1 - 0x30) }
  }
}
