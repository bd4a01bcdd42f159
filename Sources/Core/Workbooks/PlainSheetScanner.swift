/// Goes through the rows of a plain sheet byte by byte.
struct PlainSheetScanner {
  private(set) var builder: SheetBuilder
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0

  private typealias Bytes = UnsafeBufferPointer<UInt8>
  private typealias Value = (text: Bytes, hasReference: Bool)

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ builder: SheetBuilder) {
    self.bytes = bytes
    self.builder = builder
  }

  /// Reads all rows; false where one of them is not plain.
  mutating func readRows() -> Bool {
    while true {
      skipSpace()
      if place == bytes.count { return true }
      guard skip("<row") else { return false }
      var (number, isHidden) = (Int?.none, false)
      guard
        let isEmpty = readAttributes({ name, value in
          switch name.count {
          case 1 where name[0] == UInt8(ascii: "r"):
            number = SheetBuilder.number(value)
            return number != nil
          case 6 where name.elementsEqual("hidden".utf8):
            isHidden = value.elementsEqual("1".utf8) || value.elementsEqual("true".utf8)
            return true
          default: return true
          }
        })
      else { return false }
      builder.beginRow(number, isHidden: isHidden)
      if !isEmpty { guard readCells() else { return false } }
      builder.endRow()
    }
  }

  /// Reads the cells up to the end of their row.
  private mutating func readCells() -> Bool {
    while true {
      skipSpace()
      if skip("</row>") { return true }
      guard skip("<c") else { return false }
      var (address, type, style): (Bytes?, SheetBuilder.CellType, Int) = (nil, .number, 0)
      guard
        let isEmpty = readAttributes({ name, value in
          guard name.count == 1 else { return true }
          switch name[0] {
          case UInt8(ascii: "r"): address = value
          case UInt8(ascii: "t"): type = SheetBuilder.CellType(value)
          case UInt8(ascii: "s"):
            guard let number = SheetBuilder.number(value) else { return false }
            style = number
          default: break
          }
          return true
        })
      else { return false }
      builder.beginCell(address)
      if !isEmpty { guard readValue(type, style) else { return false } }
    }
  }

  /// Reads what a cell holds, up to its end: one value, and a formula that does not count.
  private mutating func readValue(_ type: SheetBuilder.CellType, _ style: Int) -> Bool {
    var isTaken = false
    while true {
      skipSpace()
      if skip("</c>") { return true }
      if skip("<v") {
        guard !isTaken, let value = readText(until: "</v>"), take(value, type, style) else { return false }
        isTaken = true
      } else if skip("<is><t") {
        guard !isTaken, let value = readText(until: "</t>"), take(value, type, style), skip("</is>") else {
          return false
        }
        isTaken = true
      } else if skip("<f") {
        guard readText(until: "</f>") != nil else { return false }
      } else {
        return false
      }
    }
  }

  private mutating func take(_ value: Value, _ type: SheetBuilder.CellType, _ style: Int) -> Bool {
    guard value.hasReference else {
      builder.take(value.text, type, style: style)
      return true
    }
    guard let text = Self.restored(value.text) else { return false }
    text.withUnsafeBufferPointer { builder.take($0, type, style: style) }
    return true
  }

  /// Reads an element with nothing but a text, from behind its name; nil where it is not plain.
  private mutating func readText(until end: StaticString) -> Value? {
    guard let isEmpty = readAttributes({ _, _ in true }) else { return nil }
    guard !isEmpty else { return (Bytes(rebasing: bytes[place..<place]), false) }
    let start = place
    var (bits, hasReference, isOdd): (UInt8, Bool, Bool) = (0, false, false)
    while place < bytes.count, bytes[place] != UInt8(ascii: "<") {
      let byte = bytes[place]
      bits |= byte
      if byte == UInt8(ascii: "&") { hasReference = true }
      // A return is changed by XML, and other controls are refused.
      if byte < 0x20, byte != 0x0A, byte != 0x09 { isOdd = true }
      place &+= 1
    }
    let text = Bytes(rebasing: bytes[start..<place])
    guard !isOdd, skip(end), bits < 0x80 || Self.isValid(text) else { return nil }
    return (text, hasReference)
  }

  /// Whether a text is UTF-8 that XML takes: not the last two characters of the first plane.
  private static func isValid(_ text: Bytes) -> Bool {
    guard let string = String(validating: text, as: UTF8.self) else { return false }
    return !text.contains(0xEF) || !string.unicodeScalars.contains { $0 == "\u{FFFE}" || $0 == "\u{FFFF}" }
  }

  /// A text with the five references replaced that every document knows; nil where there is another.
  private static func restored(_ text: Bytes) -> [UInt8]? {
    var restored: [UInt8] = []
    var place = 0
    while place < text.count {
      guard text[place] == UInt8(ascii: "&") else {
        restored.append(text[place])
        place += 1
        continue
      }
      let rest = text[place...]
      guard let (name, meaning) = references.first(where: { rest.starts(with: $0.name) }) else { return nil }
      restored.append(meaning)
      place += name.count
    }
    return restored
  }

  private static let references: [(name: [UInt8], meaning: UInt8)] = [
    (Array("&amp;".utf8), UInt8(ascii: "&")), (Array("&lt;".utf8), UInt8(ascii: "<")),
    (Array("&gt;".utf8), UInt8(ascii: ">")), (Array("&quot;".utf8), UInt8(ascii: "\"")),
    (Array("&apos;".utf8), UInt8(ascii: "'")),
  ]

  /// Reads the attributes of an element from behind its name.
  /// - Parameter take: Is given each name and value; false for what is not plain.
  /// - Returns: Whether the element is empty, as in "<c/>"; nil where it is not plain.
  @inline(__always)
  private mutating func readAttributes(_ take: (Bytes, Bytes) -> Bool) -> Bool? {
    while place < bytes.count {
      let start = place
      skipSpace()
      guard place < bytes.count else { return nil }
      if bytes[place] == UInt8(ascii: ">") {
        place &+= 1
        return false
      }
      if bytes[place] == UInt8(ascii: "/") { return skip("/>") ? true : nil }
      guard place > start, let (name, value) = readAttribute(), take(name, value) else { return nil }
    }
    return nil
  }

  @inline(__always)
  private mutating func readAttribute() -> (name: Bytes, value: Bytes)? {
    let start = place
    while place < bytes.count, Self.isOfName(bytes[place]) { place &+= 1 }
    let name = start..<place
    guard !name.isEmpty, place &+ 1 < bytes.count, bytes[place] == UInt8(ascii: "=") else { return nil }
    let quote = bytes[place &+ 1]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    place &+= 2
    let begin = place
    while place < bytes.count, bytes[place] != quote {
      let byte = bytes[place]
      guard byte != UInt8(ascii: "<"), byte != UInt8(ascii: "&"), (0x20..<0x80).contains(byte) else { return nil }
      place &+= 1
    }
    guard place < bytes.count else { return nil }
    let value = Bytes(rebasing: bytes[begin..<place])
    place &+= 1
    return (Bytes(rebasing: bytes[name]), value)
  }

  /// Letters, digits and the marks that names of attributes have in practice.
  @inline(__always)
  private static func isOfName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x3A).contains(byte) || byte == 0x5F
  }

  @inline(__always)
  private mutating func skipSpace() {
    while place < bytes.count,
      bytes[place] == 0x20 || bytes[place] == 0x0A || bytes[place] == 0x0D || bytes[place] == 0x09
    {
      place &+= 1
    }
  }

  /// Passes over a word; false where something else follows.
  @inline(__always)
  private mutating func skip(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard count <= bytes.count &- place else { return false }
    let start = word.utf8Start
    for offset in 0..<count where bytes[place &+ offset] != start[offset] { return false }
    place &+= count
    return true
  }
}
