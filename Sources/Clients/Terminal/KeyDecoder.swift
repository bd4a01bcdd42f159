/// Turns the bytes that a terminal sends into keys, however they are cut into pieces (ECMA-48, xterm control sequences).
///
/// A sequence that is not known is swallowed whole, so that no stray letter of it lands in an answer.
public struct KeyDecoder: Sendable {
  private var pending: [UInt8] = []
  /// How many of these were looked through already for the end of a paste.
  private var searched = 0

  public init() {}

  /// Whether bytes wait for the rest of their sequence; when none comes soon, they are keys of their own.
  public var isWaiting: Bool { !pending.isEmpty }

  /// The keys that are complete with these bytes.
  public mutating func decode(_ bytes: some Sequence<UInt8>) -> [Key] {
    pending += bytes
    return take(isFinal: false)
  }

  /// The keys in what waits, now that nothing follows: an escape alone is the Escape key.
  public mutating func flush() -> [Key] { take(isFinal: true) }

  private mutating func take(isFinal: Bool) -> [Key] {
    var keys: [Key] = []
    var rest = pending[...]
    while let first = rest.first {
      let isPaste = rest.starts(with: Self.pasteBegins)
      guard let (key, length) = isPaste ? paste(rest, isFinal) : Self.key(at: rest, first, isFinal) else { break }
      if let key { keys.append(key) }
      rest = rest.dropFirst(length)
      searched = 0
    }
    pending.removeFirst(pending.count - rest.count)
    return keys
  }

  /// The first key and how many bytes it takes; no key where the bytes mean none, nil where more are needed.
  private static func key(at bytes: ArraySlice<UInt8>, _ first: UInt8, _ isFinal: Bool) -> (Key?, Int)? {
    return switch first {
    case 0x1B: escape(bytes, isFinal)
    case 0x0D, 0x0A: (.enter, 1)
    case 0x09: (.tab, 1)
    case 0x08, 0x7F: (.backspace, 1)
    case 0x01...0x1A: (.control(Character(UnicodeScalar(first + 0x60))), 1)
    case 0x00..<0x20: (nil, 1)
    default: character(bytes, first, isFinal)
    }
  }

  private static let pasteBegins = Array("\u{1B}[200~".utf8)
  private static let pasteEnds = Array("\u{1B}[201~".utf8)

  /// A paste whose end does not come ends with what is there.
  private mutating func paste(_ bytes: ArraySlice<UInt8>, _ isFinal: Bool) -> (Key?, Int)? {
    let body = bytes.dropFirst(Self.pasteBegins.count)
    let new = bytes.dropFirst(max(Self.pasteBegins.count, searched))
    guard let end = new.indices.first(where: { new[$0...].starts(with: Self.pasteEnds) }) else {
      // The end may have begun in the last bytes.
      searched = bytes.count - Self.pasteEnds.count + 1
      return isFinal ? (.pasted(Self.text(body)), bytes.count) : nil
    }
    return (.pasted(Self.text(body[..<end])), end + Self.pasteEnds.count - bytes.startIndex)
  }

  /// Terminals send a line break of pasted text as a carriage return.
  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.map { $0 == 0x0D ? 0x0A : $0 }, as: UTF8.self)
  }

  private static func character(_ bytes: ArraySlice<UInt8>, _ first: UInt8, _ isFinal: Bool) -> (Key?, Int)? {
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard bytes.count >= length else { return isFinal ? (nil, bytes.count) : nil }
    guard let text = String(validating: bytes.prefix(length), as: UTF8.self), let character = text.first else {
      return (nil, 1)
    }
    return (.character(character), length)
  }

  private static func escape(_ bytes: ArraySlice<UInt8>, _ isFinal: Bool) -> (Key?, Int)? {
    guard let second = bytes.dropFirst().first else { return isFinal ? (.escape, 1) : nil }
    guard second == UInt8(ascii: "[") || second == UInt8(ascii: "O") else { return (.escape, 1) }
    // Parameters and intermediate bytes, until the byte that ends the sequence.
    let body = bytes.dropFirst(2)
    guard let end = body.firstIndex(where: { 0x40...0x7E ~= $0 }) else {
      // An Escape and a bracket that was typed cannot be told from a sequence that was cut off, and hardly happen.
      return isFinal ? (nil, bytes.count) : nil
    }
    let parameters = String(decoding: body[..<end], as: UTF8.self)
    return (sequence(parameters, Character(UnicodeScalar(body[end]))), end - bytes.startIndex + 1)
  }

  private static func sequence(_ parameters: String, _ final: Character) -> Key? {
    switch final {
    case "A": .up
    case "B": .down
    case "C": .right
    case "D": .left
    case "H": .home
    case "F": .end
    case "Z": .backTab
    case "M" where parameters.isEmpty: .enter
    case "~": numbered[parameters]
    default: nil
    }
  }

  private static let numbered: [String: Key] = [
    "1": .home, "3": .delete, "4": .end, "5": .pageUp, "6": .pageDown, "7": .home, "8": .end,
  ]
}
