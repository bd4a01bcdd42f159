extension [Parameter] {
  /// Lays the values out as libpq wants them: one block of bytes and pointers into it, valid within the body.
  func withWireForm<Result>(
    _ body: (
      Int32, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?
    ) throws(PostgresError) -> Result
  ) throws(PostgresError) -> Result {
    guard !isEmpty else { return try body(0, nil, nil, nil) }
    var block: [CChar] = []
    var offsets: [Int?] = []
    for parameter in self {
      guard let bytes = parameter.bytes else {
        offsets.append(nil)
        continue
      }
      // libpq reads a text up to its first NUL: a longer one would be cut without a word.
      if parameter.form == .text, bytes.contains(0) { throw PostgresError(.nulCharacter) }
      offsets.append(block.count)
      for byte in bytes { block.append(CChar(bitPattern: byte)) }
      block.append(0)
    }
    let lengths = map { Int32($0.bytes?.count ?? 0) }
    let forms = map(\.form.rawValue)
    return try block.withUnsafeBufferPointer { (block) throws(PostgresError) in
      let values = offsets.map { offset in offset.flatMap { block.baseAddress?.advanced(by: $0) } }
      return try body(Int32(count), values, lengths, forms)
    }
  }
}
