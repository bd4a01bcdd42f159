/// Writes a zip file (APPNOTE.TXT 6.3, PKWARE) from its start to its end, holding one piece at a time.
///
/// The lengths of a member follow it, so nothing is written twice. Every member has the first time that a zip file knows,
/// so equal contents are equal bytes.
public struct ZipWriter {
  private struct Member {
    let name: [UInt8]
    let header: Int
    var checksum = Checksum()
    var packed = 0
    var length = 0
  }

  private static let pieceBytes = 65_536
  /// Lengths follow the contents, and names are UTF-8.
  private static let flags = 0x0808
  /// 1 January 1980.
  private static let firstDay = 0x0021

  private let push: ([UInt8]) throws -> Void
  private var members: [Member] = []
  private var deflation = Deflation()
  private var pending: [UInt8] = []
  private var written = 0
  private var isOpen = false

  /// - Parameter push: It is given the bytes in their order.
  public init(push: @escaping ([UInt8]) throws -> Void) { self.push = push }

  /// Begins a member, after the one before.
  public mutating func begin(_ name: String) throws {
    try endMember()
    let member = Member(name: Array(name.utf8), header: written)
    try put(
      [0x50, 0x4B, 3, 4] + number(20, 2) + Self.fields(of: nil, name: member.name.count) + number(0, 2) + member.name)
    members.append(member)
    deflation = Deflation()
    isOpen = true
  }

  /// Writes more of the member that was begun last.
  public mutating func write(_ bytes: [UInt8]) throws {
    pending += bytes
    if pending.count >= Self.pieceBytes { try pack() }
  }

  /// Writes the directory; nothing comes after it.
  /// - Throws: `Archive.Refusal.tooLong` beyond 4 GB; and what `push` throws.
  public mutating func end() throws {
    try endMember()
    let start = written
    for member in members {
      try put(
        [0x50, 0x4B, 1, 2] + number(20, 2) + number(20, 2) + Self.fields(of: member, name: member.name.count)
          + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4) + number(member.header, 4)
          + member.name)
    }
    let count = number(members.count, 2)
    try put(
      [0x50, 0x4B, 5, 6] + number(0, 4) + count + count + number(written - start, 4) + number(start, 4) + number(0, 2))
  }

  private mutating func endMember() throws {
    guard isOpen else { return }
    if !pending.isEmpty { try pack() }
    let last = deflation.end()
    members[members.count - 1].packed += last.count
    try put(last)
    try put([0x50, 0x4B, 7, 8] + Self.lengths(of: members[members.count - 1]))
    isOpen = false
  }

  private mutating func pack() throws {
    let packed = deflation.append(pending)
    members[members.count - 1].checksum.append(pending)
    members[members.count - 1].length += pending.count
    members[members.count - 1].packed += packed.count
    guard members[members.count - 1].length <= UInt32.max else { throw Archive.Refusal.tooLong }
    pending.removeAll(keepingCapacity: true)
    try put(packed)
  }

  private mutating func put(_ bytes: [UInt8]) throws {
    guard !bytes.isEmpty else { return }
    guard written + bytes.count <= UInt32.max else { throw Archive.Refusal.tooLong }
    try push(bytes)
    written += bytes.count
  }

  /// What a header and the directory have in common, up to the length of the name.
  private static func fields(of member: Member?, name: Int) -> [UInt8] {
    number(flags, 2) + number(8, 2) + number(0, 2) + number(firstDay, 2)
      + (member.map(lengths) ?? number(0, 4) + number(0, 4) + number(0, 4)) + number(name, 2)
  }

  private static func lengths(of member: Member) -> [UInt8] {
    number(Int(member.checksum.value), 4) + number(member.packed, 4) + number(member.length, 4)
  }
}

/// A number with the least significant byte first.
private func number(_ value: Int, _ count: Int) -> [UInt8] {
  (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
}
