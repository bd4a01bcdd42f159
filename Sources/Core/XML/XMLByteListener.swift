/// What is told while an XML document is read, without a text being made of it.
///
/// Everything that is passed lasts only as long as the call.
public protocol XMLByteListener: AnyObject {
  func begin(_ element: XMLName, _ attributes: XMLAttributes)
  func end(_ element: XMLName)
  /// Texts may come in several pieces.
  func text(_ text: UnsafeBufferPointer<UInt8>)
}

/// The name of an element or an attribute, without the prefix of a namespace.
public struct XMLName {
  private let bytes: UnsafeBufferPointer<UInt8>

  @inlinable
  public static func ~= (text: StaticString, name: XMLName) -> Bool { name.equals(text) }

  /// Takes what libexpat passes, which ends with a zero.
  init(_ name: UnsafePointer<CChar>) {
    var (start, count) = (0, 0)
    while name[count] != 0 {
      if name[count] == CChar(bitPattern: UInt8(ascii: ":")) { start = count + 1 }
      count += 1
    }
    bytes = UnsafeRawBufferPointer(start: name + start, count: count - start).assumingMemoryBound(to: UInt8.self)
  }

  public func equals(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { text in
      guard text.count == bytes.count else { return false }
      for place in text.indices where text[place] != bytes[place] { return false }
      return true
    }
  }

  /// The name as a text.
  var string: String { String(decoding: bytes, as: UTF8.self) }
}

/// The attributes of an element.
public struct XMLAttributes {
  private let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  init(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?) { self.pairs = pairs }

  /// The value of an attribute; nil where the element has none of this name.
  public subscript(name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    var found: UnsafeBufferPointer<UInt8>?
    forEach { other, value in
      guard other.equals(name) else { return }
      var count = 0
      while value[count] != 0 { count += 1 }
      found = UnsafeRawBufferPointer(start: value, count: count).assumingMemoryBound(to: UInt8.self)
    }
    return found
  }

  /// All of them as texts.
  var strings: [String: String] {
    var strings: [String: String] = [:]
    forEach { strings[$0.string] = String(cString: $1) }
    return strings
  }

  private func forEach(_ body: (XMLName, UnsafePointer<CChar>) -> Void) {
    guard var next = pairs else { return }
    while let name = next[0], let value = next[1] {
      body(XMLName(name), value)
      next += 2
    }
  }
}
