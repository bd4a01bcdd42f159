import Files
import Testing

/// Files are told by what is in them.
@Suite struct FileKindTests {
  private static func zip(_ names: String...) -> [UInt8] {
    [0x50, 0x4B, 3, 4] + Array(names.joined(separator: "..").utf8) + [0x50, 0x4B, 5, 6]
      + [UInt8](repeating: 0, count: 18)
  }

  private static func container(_ name: String) -> [UInt8] {
    [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1] + [UInt8](repeating: 0xFF, count: 600)
      + name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } + [0, 0, 0]
  }

  static let texts: [(String, FileKind?)] = [
    ("<html><table><tr><th>judge</th></tr></table></html>", .webPage),
    ("\u{FEFF}\r\n  <!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">\n<HTML>", .webPage),
    ("<?xml version=\"1.0\"?><!DOCTYPE html><html xmlns=\"http://www.w3.org/1999/xhtml\"/>", .webPage),
    ("<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\">", .webPage),
    ("<!-- made by a form -->\n<html>", .webPage), ("<table border=1><tr><td>x</td></tr></table>", .webPage),
    ("MIME-Version: 1.0\nContent-Type: multipart/related", .webArchive),
    ("begin:vcalendar\nVERSION:2.0", .calendar), ("BEGIN:VCARD\nN:Ann", .contacts),
    ("<?xml version='1.0'?>\n<schedule><conference/></schedule>", .schedule),
    ("<schedule><day/></schedule>", .schedule),
    (
      "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>",
      .xmlSpreadsheet
    ),
    ("<?xml version=\"1.0\"?><rss/>", .xml), ("<svg xmlns=\"x\"><g/></svg>", .image), ("{\"a\": 1}", .json),
    ("[\n {\"a\": 1}]", .json), ("{}", .json), ("{\\rtf1\\ansi", .richText), ("%PDF-1.7\n", .pdf), ("GIF89a", .image),
    ("judge,team\nA,B\n", nil), ("", nil), (" \n\n", nil), ("[judge],[team]\nA,B\n", nil), ("{judge},{team}\n", nil),
    ("<judge>,<team>\nA,B\n", nil), ("< 5,team\n", nil), ("BEGIN,END\n", nil), ("BM,team\n1,2\n", nil),
    ("PK,team\n1,2\n", nil), ("RIFF,team\n1,2,3\n", nil), ("html,table\n", nil), ("7z,team\n", nil), ("MM,team\n", nil),
    ("key,html\na,<html>\n", nil), ("sep=;\n<b>;c\n", nil),
  ]

  @Test(arguments: texts)
  func `a text is told by its beginning`(text: String, kind: FileKind?) {
    #expect(FileKind(Array(text.utf8)) == kind)
    guard text.utf8.first != UInt8(ascii: "%"), !text.hasPrefix("GIF"), !text.hasPrefix("{\\rtf") else { return }
    let wide = ("\u{FEFF}" + text.filter { $0 != "\u{FEFF}" }).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(FileKind(wide) == kind, "the same in UTF-16")
  }

  static let others: [([UInt8], FileKind?)] = [
    (zip("[Content_Types].xml", "word/document.xml"), .wordDocument), (zip("ppt/presentation.xml"), .presentation),
    (zip("mimetypeapplication/vnd.oasis.opendocument.text", "content.xml"), .textDocument),
    (zip("mimetypeapplication/vnd.oasis.opendocument.presentation", "content.xml"), .presentation),
    (zip("mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "content.xml"), nil),
    (zip("Index/Document.iwa"), .numbers), (zip("photo.jpg", "a.csv"), .otherZip), (zip("xl/workbook.xml"), nil),
    (Array(zip("word/document.xml").dropLast(22)), nil),
    (container("Workbook"), .oldWorkbook), (container("Book"), .oldWorkbook),
    (container("EncryptedPackage"), .lockedWorkbook), (container("WordDocument"), .oldDocument),
    (container("PowerPoint Document"), .oldPresentation), (container("Other"), nil),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D], .image), ([0xFF, 0xD8, 0xFF, 0xE0], .image),
    ([0, 0, 0, 0x18] + Array("ftypheic".utf8) + [0], .image), (Array("RIFF1234WEBP".utf8), .image),
    ([0x1F, 0x8B, 8], .compressed), (Array("SQLite format 3\0".utf8), .database), ([0xFF], nil), ([0x50, 0x4B], nil),
  ]

  @Test(arguments: others)
  func `other files are told by their marks`(bytes: [UInt8], kind: FileKind?) { #expect(FileKind(bytes) == kind) }

  @Test(arguments: FileKind.allCases)
  func `each kind says what it is and what to do`(kind: FileKind) {
    #expect(kind.words.hasPrefix("a") && !kind.words.hasSuffix("."))
    #expect(kind.advice.hasSuffix("."))
  }
}
