import Archives

/// The texts that stand in a file, in the files in it, and what of them cannot be read.
struct LeakTexts {
  struct Item {
    /// With the member's name behind it, where it stands in an archive.
    let file: String
    let text: String
    /// Whether it is a document's markup, in which no line is a line of the text.
    let isMarkup: Bool
  }

  private(set) var items: [Item] = []
  /// What reads as a text within bytes that are none.
  private(set) var rests: [Item] = []
  /// The names of files within the file.
  private(set) var members: [String] = []
  private(set) var unread: [UnreadFile] = []

  /// How many bytes a file may unpack to.
  static let limit = 64 << 20
  /// How many archives may stand in each other.
  private static let deepest = 2

  private var left = limit

  init(of file: String, _ bytes: [UInt8], pages: (_ bytes: [UInt8]) throws -> PDFText) rethrows {
    try read(file, bytes, depth: 0, isDocument: false, pages)
  }

  private mutating func read(
    _ file: String, _ bytes: [UInt8], depth: Int, isDocument: Bool, _ pages: ([UInt8]) throws -> PDFText
  ) rethrows {
    if let kind = Archive.kind(of: bytes) { return try unpack(file, bytes, kind, depth: depth, pages) }
    if bytes.prefix(1024).firstRange(of: Array("%PDF-".utf8)) != nil { return try read(file, bytes, pages) }
    guard let text = TextBytes.text(of: bytes) else {
      unread.append(UnreadFile(file: file, why: "it is no text"))
      rests += TextBytes.lines(within: bytes).map { Item(file: file, text: $0, isMarkup: false) }
      return
    }
    items.append(Item(file: file, text: text, isMarkup: isDocument && file.hasSuffix("xml")))
    if text.prefix(1 << 20).lowercased().contains("content-transfer-encoding: base64") {
      unread.append(UnreadFile(file: file, why: "it has parts that are packed as base64"))
    }
  }

  private mutating func read(_ file: String, _ bytes: [UInt8], _ pages: ([UInt8]) throws -> PDFText) rethrows {
    switch try pages(bytes) {
    case .text(let text):
      let words = String(decoding: text, as: UTF8.self)
      guard words.contains(where: \.isLetter) else {
        unread.append(UnreadFile(file: file, why: "there is no text in its pages"))
        return
      }
      items.append(Item(file: file, text: words, isMarkup: false))
    case .noProgram: unread.append(UnreadFile(file: file, why: "pdftotext, which reads PDF files, is not installed"))
    case .failed: unread.append(UnreadFile(file: file, why: "pdftotext cannot read it"))
    }
  }

  private mutating func unpack(
    _ file: String, _ bytes: [UInt8], _ kind: Archive.Kind, depth: Int, _ pages: ([UInt8]) throws -> PDFText
  ) rethrows {
    guard depth <= Self.deepest else {
      unread.append(UnreadFile(file: file, why: "it stands in more than \(Self.deepest) archives"))
      return
    }
    let found: [Archive.Member]
    do {
      found = try Archive.members(of: bytes, kind, upTo: &left)
    } catch {
      unread.append(UnreadFile(file: file, why: error.words))
      return
    }
    let isDocument = found.contains { $0.name == "[Content_Types].xml" || $0.name == "mimetype" }
    if let table = Workbook.text(of: found) { items.append(Item(file: file, text: table, isMarkup: false)) }
    for member in found {
      let name = member.name.isEmpty ? file : file + ": " + member.name
      if !member.name.isEmpty { members.append(name) }
      switch member.contents {
      case .success(let contents): try read(name, contents, depth: depth + 1, isDocument: isDocument, pages)
      case .failure(let refusal): unread.append(UnreadFile(file: name, why: refusal.words))
      }
    }
  }
}

extension Archive.Refusal {
  fileprivate var words: String {
    switch self {
    case .damaged: "it is damaged"
    case .encrypted: "it is encrypted"
    case .unknownMethod: "it is packed by a method that is not known"
    case .tooLong: "it unpacks to more than \(LeakTexts.limit >> 20) MB"
    }
  }
}
