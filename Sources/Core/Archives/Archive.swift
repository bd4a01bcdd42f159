/// A file that holds others: a zip file, such as a document of an office program, a tar file, or one packed by gzip.
public struct Archive {
  /// A file in an archive, or why it cannot be read.
  public struct Member {
    public let name: String
    public let contents: Result<[UInt8], Refusal>
  }

  /// Why something in an archive cannot be read.
  public enum Refusal: Error, Equatable {
    case damaged
    case encrypted
    /// It is packed by a method that is not known.
    case unknownMethod
    /// All that was unpacked is longer than the limit.
    case tooLong
  }

  public enum Kind: Equatable {
    case zip, gzip, tar
  }

  /// What the first bytes say; nil for anything else.
  public static func kind(of bytes: [UInt8]) -> Kind? {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) { return .zip }
    if bytes.starts(with: [0x1F, 0x8B]) { return .gzip }
    if bytes.count >= 512, bytes[257..<262].elementsEqual("ustar".utf8) { return .tar }
    return nil
  }

  /// The members in their order, folders left out. A member that differs from its checksum is unpacked all the same, for
  /// those who look for words in it.
  /// - Parameter limit: How many bytes all of them may have together; it is lowered by what was unpacked.
  /// - Throws: `Refusal` when the archive as a whole cannot be read.
  public static func members(of bytes: [UInt8], _ kind: Kind, upTo limit: inout Int) throws(Refusal) -> [Member] {
    switch kind {
    case .zip: try ZipFile.members(of: bytes, upTo: &limit)
    case .gzip: [Member(name: "", contents: .success(try GzipFile.contents(of: bytes, upTo: &limit)))]
    case .tar: try TarFile.members(of: bytes, upTo: &limit)
    }
  }

  /// The members of a zip file that are wanted, by their names, each held against its checksum; the others are not
  /// unpacked.
  /// - Parameter limit: How many bytes all of them may have together; it is lowered by what was unpacked.
  public static func zipMembers(
    of bytes: [UInt8], upTo limit: inout Int, where isWanted: (String) -> Bool
  ) throws(Refusal) -> [Member] {
    try ZipFile.members(of: bytes, upTo: &limit, isChecked: true, where: isWanted)
  }
}

extension Archive.Refusal {
  init(_ fault: Inflation.Fault) { self = fault == .tooLong ? .tooLong : .damaged }
}

/// Numbers within bytes, the least significant byte first.
extension [UInt8] {
  func number(at place: Int, bytes count: Int) -> Int? {
    guard place >= 0, place + count <= self.count else { return nil }
    return (0..<count).reduce(0) { $0 | Int(self[place + $1]) << (8 * $1) }
  }
}
