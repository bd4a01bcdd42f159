/// What the first bytes of a file say about its encoding.
struct EncodingDetection {
  /// How many bytes are looked at.
  static let reach = 65_536

  let encoding: TextEncoding
  let byteOrderMark: Int

  /// Decides from at most `reach` bytes; `isWhole` says that they are the whole file.
  /// - Throws: `workbook`, or `notUTF8` when nothing tells the encoding.
  init(head: [UInt8], isWhole: Bool, forced: TextEncoding?) throws(CSVError) {
    guard !Self.isWorkbook(head) else { throw .workbook }
    let candidates = forced.map { [$0] } ?? TextEncoding.allCases
    let marked = candidates.first { !$0.byteOrderMark.isEmpty && head.starts(with: $0.byteOrderMark) }
    byteOrderMark = marked?.byteOrderMark.count ?? 0
    encoding = if let known = forced ?? marked { known } else { try Self.unmarked(head, isWhole: isWhole) }
  }

  /// Whether the bytes begin like a zip (.xlsx, .ods, .numbers) or like an old .xls file.
  private static func isWorkbook(_ head: [UInt8]) -> Bool {
    head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
  }

  private static func unmarked(_ head: [UInt8], isWhole: Bool) throws(CSVError) -> TextEncoding {
    if let wide = utf16(head) { return wide }
    var firstBroken: Int?
    var broken = 0
    var whole = 0
    var index = 0
    while index < head.count {
      switch UTF8Sequence(in: head, at: index) {
      case .whole(let length):
        if length > 1 { whole += 1 }
        index += length
      case .cut where !isWhole: index = head.count
      case .cut, .broken:
        firstBroken = firstBroken ?? index
        broken += 1
        index += 1
      }
    }
    guard let firstBroken else { return .utf8 }
    // Text that is UTF-8 in many places is damaged UTF-8; in a few it may be chance, as for ’é in Mac Roman.
    if whole * 4 < broken, let encoding = EightBitEvidence.encoding(of: head, isSuspect: whole > 0) { return encoding }
    throw .notUTF8(offset: firstBroken, line: line(of: firstBroken, in: head))
  }

  /// UTF-16 is obvious without a mark when three quarters of the units, and nothing else, hold a zero high byte.
  private static func utf16(_ head: [UInt8]) -> TextEncoding? {
    let units = head.count / 2
    guard units >= 4 else { return nil }
    var zeros = [0, 0]
    for index in head.indices where head[index] == 0 { zeros[index & 1] += 1 }
    switch (zeros[0], zeros[1]) {
    case (0, let odd) where odd * 4 >= units * 3: return .utf16LittleEndian
    case (let even, 0) where even * 4 >= units * 3: return .utf16BigEndian
    default: return nil
    }
  }

  /// The physical line that an offset is on, counted from 1.
  private static func line(of offset: Int, in bytes: [UInt8]) -> Int {
    var line = 1
    var previous: UInt8 = 0
    for byte in bytes.prefix(offset) {
      if byte == Byte.carriageReturn || (byte == Byte.lineFeed && previous != Byte.carriageReturn) { line += 1 }
      previous = byte
    }
    return line
  }
}
