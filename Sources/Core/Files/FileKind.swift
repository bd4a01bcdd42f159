/// What a file is that is no table of text and no workbook, told by its content and never by its name.
public enum FileKind: Equatable, Sendable, CaseIterable {
  case webPage, webArchive, calendar, contacts, schedule, xmlSpreadsheet, xml, json, pdf, image
  case wordDocument, presentation, textDocument, numbers, otherZip
  case oldWorkbook, oldDocument, oldPresentation, lockedWorkbook
  case compressed, richText, database

  /// Nil for what may be a table or a workbook.
  /// - Parameter bytes: The file, or its beginning of at least a few kB.
  public init?(_ bytes: [UInt8]) {
    guard let kind = Self.told(bytes) else { return nil }
    self = kind
  }

  private static func told(_ bytes: [UInt8]) -> FileKind? {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return ZipKind.told(bytes) }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return ContainerKind.told(bytes) }
    if let kind = signatures.first(where: { bytes.starts(with: $0.0) })?.1 { return kind }
    if bytes.count > 12, Array(bytes[4..<8]) == Array("ftyp".utf8) { return .image }
    if bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: Array("WEBP".utf8)) { return .image }
    return TextKind.told(bytes)
  }

  private static let signatures: [([UInt8], FileKind)] = [
    (Array("%PDF-".utf8), .pdf), ([0x89, 0x50, 0x4E, 0x47], .image), ([0xFF, 0xD8, 0xFF], .image),
    (Array("GIF8".utf8), .image), ([0x49, 0x49, 0x2A, 0x00], .image), ([0x4D, 0x4D, 0x00, 0x2A], .image),
    ([0x1F, 0x8B], .compressed), (Array("7z".utf8) + [0xBC, 0xAF], .compressed), (Array("Rar!".utf8), .compressed),
    ([0xFD] + Array("7zXZ".utf8), .compressed), ([0x28, 0xB5, 0x2F, 0xFD], .compressed),
    (Array("{\\rtf".utf8), .richText), (Array("SQLite format 3".utf8), .database),
  ]

  /// What it is, behind "This is".
  public var words: String {
    switch self {
    case .webPage: "a web page (HTML)"
    case .webArchive: "a web page with its pictures (MHTML)"
    case .calendar: "a calendar (iCalendar)"
    case .contacts: "an address book (vCard)"
    case .schedule: "a conference schedule in XML"
    case .xmlSpreadsheet: "a spreadsheet in the XML of Excel 2003"
    case .xml: "an XML document"
    case .json: "a JSON document"
    case .pdf: "a PDF document"
    case .image: "an image"
    case .wordDocument: "a Word document (.docx)"
    case .presentation: "a presentation"
    case .textDocument: "a text document (.odt)"
    case .numbers: "a spreadsheet of Apple Numbers"
    case .otherZip: "a zip archive and no workbook"
    case .oldWorkbook: "a workbook of the old Excel format (.xls)"
    case .oldDocument: "a document of the old Word format (.doc)"
    case .oldPresentation: "a presentation of the old PowerPoint format (.ppt)"
    case .lockedWorkbook: "a workbook with a password"
    case .compressed: "a compressed archive"
    case .richText: "a formatted text (RTF)"
    case .database: "a database (SQLite)"
    }
  }

  /// What to do to have a table of it.
  public var advice: String {
    switch self {
    case .webPage, .webArchive, .xmlSpreadsheet, .oldWorkbook, .numbers:
      "Open it in your spreadsheet program and save it as .xlsx or CSV."
    case .lockedWorkbook: "Open it in your spreadsheet program and save it without a password as .xlsx or CSV."
    case .xml, .json, .contacts, .database: "Export it again as CSV or .xlsx from the program that wrote it."
    case .calendar, .schedule: "Sessions are imported from it; for anything else, export a table as CSV or .xlsx."
    case .wordDocument, .textDocument, .oldDocument, .richText, .presentation, .oldPresentation, .pdf:
      "Copy its table into a spreadsheet and save that as .xlsx or CSV."
    case .image: "Type its table into a spreadsheet and save that as .xlsx or CSV."
    case .otherZip, .compressed: "Unpack it and name the table that is in it."
    }
  }
}
