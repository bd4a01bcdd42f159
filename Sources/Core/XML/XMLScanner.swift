import CExpat

/// What is told while an XML document is read.
public protocol XMLListener: AnyObject {
  func begin(_ element: String, _ attributes: [String: String])
  func end(_ element: String)
  func text(_ text: String)
}

/// Why a document is not read as XML.
public enum XMLError: Error, Equatable {
  /// The text on this line, counted from 1, is no XML; or the last line of a document that ends in its middle.
  case damaged(line: Int)
  /// It declares a type, whose entities could grow without an end.
  case declaresType
  /// More elements lie within each other than any known form has.
  case tooDeep(limit: Int)
}

/// Reads an XML document from its start to its end, in memory that does not depend on its size (libexpat).
///
/// A document with a type declaration is refused: no form that is read has one, and its entities could grow without an
/// end.
public enum XMLScanner {
  /// How many elements may lie within each other.
  public static let deepest = 100

  /// Elements are told by their names without the prefix of a namespace.
  /// - Complexity: linear in the bytes.
  public static func read(_ bytes: [UInt8], telling listener: any XMLListener) throws(XMLError) {
    try read(bytes, telling: TextListener(listener))
  }

  /// Tells the same as bytes, which is faster for documents of millions of elements.
  /// - Complexity: linear in the bytes.
  public static func read(_ bytes: [UInt8], telling listener: any XMLByteListener) throws(XMLError) {
    guard let parser = XML_ParserCreate(nil) else { throw .damaged(line: 1) }
    defer { XML_ParserFree(parser) }
    let context = Context(listener, parser)
    XML_SetUserData(parser, Unmanaged.passUnretained(context).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let context = Context.of(data), let name else { return }
        context.begin(XMLName(name), XMLAttributes(attributes))
      },
      { data, name in
        guard let context = Context.of(data), let name else { return }
        context.end(XMLName(name))
      })
    XML_SetCharacterDataHandler(parser) { data, text, count in
      guard let context = Context.of(data), let text else { return }
      let bytes = UnsafeRawBufferPointer(start: text, count: Int(count))
      context.listener.text(bytes.assumingMemoryBound(to: UInt8.self))
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in Context.of(data)?.refuse(.declaresType) }
    let isRead = withExtendedLifetime(context) {
      bytes.withUnsafeBytes { all in
        // The length is a 32-bit number.
        stride(from: 0, through: max(0, all.count - 1), by: piece).allSatisfy { start in
          let end = min(all.count, start + piece)
          let part = all[start..<end]
          let text = part.baseAddressOfSlice?.assumingMemoryBound(to: CChar.self)
          return XML_Parse(parser, text, Int32(part.count), end == all.count ? 1 : 0) == XML_STATUS_OK
        }
      }
    }
    guard !isRead else { return }
    throw context.refusal ?? .damaged(line: Int(XML_GetCurrentLineNumber(parser)))
  }

  private static let piece = 1 << 20

  /// What the callbacks of C are given.
  private final class Context {
    let listener: any XMLByteListener
    private(set) var refusal: XMLError?
    private let parser: XML_Parser
    private var depth = 0

    init(_ listener: any XMLByteListener, _ parser: XML_Parser) {
      self.listener = listener
      self.parser = parser
    }

    static func of(_ data: UnsafeMutableRawPointer?) -> Context? {
      data.map { Unmanaged<Context>.fromOpaque($0).takeUnretainedValue() }
    }

    func begin(_ element: XMLName, _ attributes: XMLAttributes) {
      depth += 1
      guard depth <= deepest else { return refuse(.tooDeep(limit: deepest)) }
      listener.begin(element, attributes)
    }

    func end(_ element: XMLName) {
      depth -= 1
      if refusal == nil { listener.end(element) }
    }

    func refuse(_ error: XMLError) {
      refusal = error
      XML_StopParser(parser, XML_Bool(0))
    }
  }

  /// Makes texts of what is told.
  private final class TextListener: XMLByteListener {
    private let listener: any XMLListener

    init(_ listener: any XMLListener) { self.listener = listener }

    func begin(_ element: XMLName, _ attributes: XMLAttributes) {
      listener.begin(element.string, attributes.strings)
    }

    func end(_ element: XMLName) { listener.end(element.string) }
    func text(_ text: UnsafeBufferPointer<UInt8>) { listener.text(String(decoding: text, as: UTF8.self)) }
  }
}

extension Slice<UnsafeRawBufferPointer> {
  fileprivate var baseAddressOfSlice: UnsafeRawPointer? { base.baseAddress.map { $0 + startIndex } }
}
