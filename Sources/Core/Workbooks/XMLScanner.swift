import CExpat

/// What is told while an XML document is read.
protocol XMLListener: AnyObject {
  func begin(_ element: String, _ attributes: [String: String])
  func end(_ element: String)
  func text(_ text: String)
}

/// Reads an XML document from its start to its end, in memory that does not depend on its size (libexpat).
///
/// A document with a type declaration is refused: no workbook has one, and its entities could grow without an end.
enum XMLScanner {
  /// Elements are told by their names without the prefix of a namespace.
  /// - Throws: `WorkbookError.damaged` where it is no XML.
  static func read(_ bytes: [UInt8], telling listener: any XMLListener) throws(WorkbookError) {
    guard let parser = XML_ParserCreate(nil) else { throw .damaged }
    defer { XML_ParserFree(parser) }
    let context = Context(listener, parser)
    XML_SetUserData(parser, Unmanaged.passUnretained(context).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let context = Context.of(data), let name else { return }
        context.listener.begin(XMLScanner.localName(name), XMLScanner.pairs(attributes))
      },
      { data, name in
        guard let context = Context.of(data), let name else { return }
        context.listener.end(XMLScanner.localName(name))
      })
    XML_SetCharacterDataHandler(parser) { data, text, count in
      guard let context = Context.of(data), let text else { return }
      let bytes = UnsafeRawBufferPointer(start: text, count: Int(count))
      context.listener.text(String(decoding: bytes, as: UTF8.self))
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      guard let context = Context.of(data) else { return }
      XML_StopParser(context.parser, XML_Bool(0))
    }
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
    guard isRead else { throw .damaged }
  }

  private static let piece = 1 << 20

  /// What the callbacks of C are given.
  private final class Context {
    let listener: any XMLListener
    let parser: XML_Parser

    init(_ listener: any XMLListener, _ parser: XML_Parser) {
      self.listener = listener
      self.parser = parser
    }

    static func of(_ data: UnsafeMutableRawPointer?) -> Context? {
      data.map { Unmanaged<Context>.fromOpaque($0).takeUnretainedValue() }
    }
  }

  private static func localName(_ name: UnsafePointer<CChar>) -> String {
    let name = String(cString: name)
    guard let colon = name.lastIndex(of: ":") else { return name }
    return String(name[name.index(after: colon)...])
  }

  private static func pairs(
    _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) -> [String: String] {
    guard var next = attributes else { return [:] }
    var pairs: [String: String] = [:]
    while let name = next[0], let value = next[1] {
      pairs[localName(name)] = String(cString: value)
      next += 2
    }
    return pairs
  }
}

extension Slice<UnsafeRawBufferPointer> {
  fileprivate var baseAddressOfSlice: UnsafeRawPointer? { base.baseAddress.map { $0 + startIndex } }
}
