/// A zip file whose members are not packed, such as a document of an office program that a test makes.
enum StoredZip {
  static func bytes(_ members: [(name: String, contents: [UInt8])]) -> [UInt8] {
    var (files, directory): ([UInt8], [UInt8]) = ([], [])
    for member in members {
      let name = Array(member.name.utf8)
      let common =
        number(20, 2) + number(0, 8) + number(0, 4) + number(member.contents.count, 4)
        + number(member.contents.count, 4) + number(name.count, 2) + number(0, 2)
      directory +=
        [0x50, 0x4B, 1, 2] + number(20, 2) + common + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4)
        + number(files.count, 4) + name
      files += [0x50, 0x4B, 3, 4] + common + name + member.contents
    }
    return files + directory + [0x50, 0x4B, 5, 6] + number(0, 4) + number(members.count, 2) + number(members.count, 2)
      + number(directory.count, 4) + number(files.count, 4) + number(0, 2)
  }

  static func bytes(_ members: KeyValuePairs<String, String>) -> [UInt8] {
    bytes(members.map { (name: $0.key, contents: Array($0.value.utf8)) })
  }

  private static func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
