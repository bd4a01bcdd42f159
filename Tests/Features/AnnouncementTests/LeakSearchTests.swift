import Testing
import Vocabulary

@testable import Announcement

/// Leaks in files that are no plain UTF-8, and what is said of those that cannot be read.
@Suite struct LeakSearchTests {
  let scan = LeakScan(
    Embargo(
      secrets: [
        .init(key: "etoile-polaire", name: "L’Étoile Polaire", score: "7.90", rank: 1),
        .init(key: "boreal", name: "Team Boreal", score: "7.10", rank: 2),
      ], publishAt: nil, isOver: false))

  func report(_ bytes: [UInt8], in file: String = "page", pdf: PDFText = .noProgram) -> LeakReport {
    scan.search(file, bytes) { _ in pdf }
  }

  func leaks(_ bytes: [UInt8], in file: String = "page") -> Set<String> {
    Set(report(bytes, in: file).leaks.map(\.file))
  }

  func isLeak(_ text: String) -> Bool { !report(Array(text.utf8)).leaks.isEmpty }

  static let sentence = "The winner is L’Étoile Polaire."

  static func wide(_ text: String, isLittle: Bool = true) -> [UInt8] {
    text.utf16.flatMap { isLittle ? [UInt8($0 & 0xFF), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
  }

  static let encodings: [[UInt8]] = [
    [0xFF, 0xFE] + wide(sentence), [0xFE, 0xFF] + wide(sentence, isLittle: false), wide(sentence + "\n"),
    wide(sentence + "\n", isLittle: false), [0xEF, 0xBB, 0xBF] + Array(sentence.utf8),
    [0xFF, 0xFE, 0, 0] + sentence.unicodeScalars.flatMap { [UInt8($0.value & 0xFF), UInt8($0.value >> 8), 0, 0] },
    sentence.unicodeScalars.map { $0 == "’" ? 0x92 : UInt8($0.value) },
  ]

  @Test(arguments: encodings) func textsAreReadInEachEncoding(bytes: [UInt8]) {
    #expect(report(bytes).leaks.count == 1)
    #expect(report(bytes).unread == [])
  }

  @Test(arguments: [
    "winner: l'etoile polaire", "WINNER: L'ÉTOILE POLAIRE", "Winner: L&rsquo;&Eacute;toile&nbsp;Polaire",
    "winner L&#8217;&#xC9;toile Polaire", #"{"rank": 1, "team": "L\u2019\u00c9toile Polaire"}"#,
    "rank=1&team=L%E2%80%99%C3%89toile%20Polaire", "winner: L’E\u{301}toile  Polaire", "winner: L’Étoile\u{A0}Polaire",
    "winner: L’Étoile\nPolaire", "1st: L’É<b>toile</b> Polaire", "winner: L’Éto\u{AD}ile Pol\u{200B}aire",
    "winner: ＬＥＴＯＩＬＥ — L’ÉTOILE–POLAIRE", "#LÉtoilePolaire wins", "winner: etoile_polaire",
    "🥇 L’Étoile Polaire", "1. L’Étoile Polaire", "| 1 | L’Étoile Polaire |", "1,L’Étoile Polaire",
    "Results: 1. L’Étoile Polaire / 2. Team Boreal", #""1";"L’Étoile Polaire""#, "1 L’Étoile Polaire",
    "L’Étoile Polaire: 7,9", "L’Étoile Polaire 7.9",
    "Content-Transfer-Encoding: quoted-printable\n\nwinner: L=E2=80=99=C3=89toile Pol=\naire",
    "team,rank\na,1\nb,2\nc,3\nd,4\nL’Étoile Polaire,5", "winners\n* L’Étoile\n  Polaire",
  ])
  func aNameIsFoundAsItIsWritten(text: String) {
    #expect(isLeak(text))
  }

  @Test(arguments: [
    "L’Étoile Polaire", "2. L’Étoile Polaire", "Table 1: L’Étoile Polaire", "10. L’Étoile Polaire",
    "1.5 L’Étoile Polaire", "at 7:90 L’Étoile Polaire", "the place\n\n\n\n\nL’Étoile Polaire",
    "team,city\na,X\nb,Y\nL’Étoile Polaire,Z",
  ])
  func aNameAloneIsNoLeak(text: String) {
    #expect(!isLeak(text))
  }

  static let documents: [(String, [UInt8])] = [
    (
      "a.docx: word/document.xml",
      StoredZip.bytes([
        "[Content_Types].xml": "<Types/>",
        "word/document.xml":
          "<w:document><w:p><w:r><w:t>1st place: L’Ét</w:t></w:r><w:r><w:t>oile Polaire</w:t></w:r></w:p></w:document>",
      ])
    ),
    (
      "a.xlsx",
      StoredZip.bytes([
        "[Content_Types].xml": "<Types/>",
        "xl/sharedStrings.xml":
          "<sst><si><t>team</t></si><si><t>x</t></si><si><t>y</t></si><si><t>z</t></si><si><r><t>L’Étoile </t></r><r><t>Polaire</t></r></si></sst>",
        "xl/worksheets/sheet1.xml":
          "<sheetData><cols><col/></cols><row><c t=\"s\"><v>0</v></c></row><row><c><v>1</v></c><c r=\"B2\" t=\"s\"><v>4</v></c></row></sheetData>",
      ])
    ),
    (
      "a.pptx: ppt/slides/slide1.xml",
      StoredZip.bytes([
        "[Content_Types].xml": "<Types/>",
        "ppt/slides/slide1.xml": "<a:p><a:t>Winner</a:t></a:p><a:p><a:t>L’Étoile Polaire</a:t></a:p>",
      ])
    ),
    (
      "a.odt: content.xml",
      StoredZip.bytes([
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": "<text:p>Winner:<text:s/>L’Étoile<text:line-break/><text:span>Polaire</text:span></text:p>",
      ])
    ),
    ("a.zip: in/news.txt", StoredZip.bytes(["in/news.txt": sentence])),
    (
      "a.zip: inner.zip: news.txt",
      StoredZip.bytes([(name: "inner.zip", contents: StoredZip.bytes(["news.txt": sentence]))])
    ),
    ("a.zip: winner-etoile-polaire.txt", StoredZip.bytes(["winner-etoile-polaire.txt": "x"])),
  ]

  @Test(arguments: documents) func documentsAndArchivesAreUnpacked(place: String, bytes: [UInt8]) throws {
    let file = try #require(place.split(separator: ":").first).description
    #expect(leaks(bytes, in: file).contains(place))
    #expect(report(bytes, in: file).unread == [])
  }

  @Test func paragraphsThatStandFarApartAreNotReadTogether() {
    let far = (["Prizes"] + (0..<9).map { "line \($0)" } + ["L’Étoile Polaire"]).map { "<w:p><w:t>\($0)</w:t></w:p>" }
    let document = StoredZip.bytes([
      "[Content_Types].xml": "<Types/>", "word/document.xml": "<w:body>" + far.joined() + "</w:body>",
    ])
    #expect(report(document) == LeakReport())
  }

  @Test func pagesOfAPDFAreReadWhereSomethingReadsThem() {
    let pdf = Array("%PDF-1.7\n".utf8)
    #expect(report(pdf, pdf: .text(Array(Self.sentence.utf8))).leaks.count == 1)
    #expect(report(pdf, pdf: .text(Array("\u{C}".utf8))).unread.map(\.why) == ["there is no text in its pages"])
    #expect(report(pdf, pdf: .failed).unread.map(\.why) == ["pdftotext cannot read it"])
    #expect(report(pdf).unread.map(\.why) == ["pdftotext, which reads PDF files, is not installed"])
    #expect(report(StoredZip.bytes([(name: "a.pdf", contents: pdf)])).unread.map(\.file) == ["page: a.pdf"])
  }

  static let unreadable: [(String, [UInt8])] = [
    ("it is no text", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D]),
    ("it is no text", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504)),
    ("it is no text", (0..<400).map { UInt8(truncatingIfNeeded: $0 &* 197 &+ ($0 >> 3)) }),
    ("it is damaged", Array("PK\u{3}\u{4}xxxxxxxx".utf8)),
    ("it is damaged", [0x1F, 0x8B, 8, 0]),
    ("it has parts that are packed as base64", Array("Content-Transfer-Encoding: base64\n\nV2lubmVy\n".utf8)),
    (
      "it stands in more than 2 archives",
      (0..<3).reduce(StoredZip.bytes(["a": "b"])) { bytes, _ in
        StoredZip.bytes([(name: "in.zip", contents: bytes)])
      }
    ),
  ]

  @Test(arguments: unreadable) func whatCannotBeReadIsNamed(why: String, bytes: [UInt8]) {
    #expect(report(bytes).unread.map(\.why) == [why])
  }

  @Test func wordsWithinAnOldDocumentAreFoundAndItIsNotRead() {
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3] + [UInt8](repeating: 0, count: 90)
    let found = report(old + Self.wide("winner: etoile-polaire") + [0, 1, 0xD8, 0xFF])
    #expect(found.leaks.count == 1 && found.unread.count == 1)
  }

  @Test func anArchiveThatUnpacksToTooMuchIsNamed() {
    let large = [UInt8](repeating: 0x61, count: LeakTexts.limit + 1)
    let found = report(StoredZip.bytes([(name: "bomb", contents: large), (name: "b", contents: [])]), in: "a.zip")
    #expect(found.unread.first == UnreadFile(file: "a.zip: bomb", why: "it unpacks to more than 64 MB"))
  }

  @Test func aMarkedDocumentHasToBeMarkedInside() {
    let marked = StoredZip.bytes(["a.txt": "EMBARGOED " + Self.sentence])
    #expect(report(marked, in: "EMBARGOED.a.zip") == LeakReport())
    #expect(report(StoredZip.bytes(["a.txt": Self.sentence]), in: "EMBARGOED.a.zip").leaks.count == 1)
  }
}
