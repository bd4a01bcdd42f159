/// Texts in one row of bytes, each known by its number; number 0 is the empty text.
struct CellTexts: Sendable {
  private var bytes: [UInt8] = []
  /// Where each text ends.
  private var ends: [Int] = [0]

  var count: Int { ends.count }

  /// Appends a text, and returns its number.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    guard !text.isEmpty else { return 0 }
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    return ends.count - 1
  }

  /// Appends a text, also an empty one, as the next in number.
  mutating func appendNext(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
  }

  mutating func append(_ text: String) -> Int {
    var text = text
    return text.withUTF8 { append($0) }
  }

  /// Appends all texts but the empty one behind those that are there.
  mutating func append(_ others: CellTexts) {
    let start = bytes.count
    bytes += others.bytes
    ends += others.ends.dropFirst().lazy.map { $0 + start }
  }

  func isEmpty(_ number: Int) -> Bool { number == 0 || ends[number] == ends[number - 1] }

  func range(_ number: Int) -> Range<Int> { number == 0 ? 0..<0 : ends[number - 1]..<ends[number] }

  @inline(__always)
  func withText<Value, Failure: Error>(
    _ number: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let range = range(number)
    return try bytes.withUnsafeBufferPointer { bytes throws(Failure) in
      try body(UnsafeBufferPointer(rebasing: bytes[range]))
    }
  }
}
