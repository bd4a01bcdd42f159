import Audit
import CanonicalJSON
import Foundation
import Testing
import Vocabulary

@testable import Announcement

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Names that try to be more than names.
@Suite struct HostileNames {
  static let names = [
    "<script>alert(1)</script>", "*bold* _it_ [x](http://e.org) `c` # h", "{{title}} {{{lead}}} {{>x}}", "O’Neil & Søn",
    "O'Neil \"quoted\"", "مرحبا \u{202E}abc", "\u{2067}שלום\u{2069}\u{2069}", "👩‍👩‍👧‍👦", "line\nbreak\u{1B}[31m",
    "- item", "1. one", "a|b", "<!-- x -->", "&amp;", "]]>", "--><svg onload=x>", "\u{FFFE}\u{0}",
    String(repeating: "long name ", count: 20),
  ]

  private func files(_ name: String, _ form: AnnouncementForm) throws -> [AnnouncementFile] {
    var facts = try Sample.richFacts()
    facts.rankedTeams[0].team.name = name
    facts.otherAwards[0].team.name = name
    return try AnnouncementService(audit: AuditLog()).render(
      facts, in: .english, as: form, publication: Sample.published, by: try AnnouncementTemplates())
  }

  private func text(_ name: String, _ form: AnnouncementForm) throws -> String {
    try files(name, form).map(\.text).joined()
  }

  @Test(arguments: names, [AnnouncementForm.html, .deck, .card, .atom])
  func aNameIsOnlyANameInMarkup(_ name: String, _ form: AnnouncementForm) throws {
    let (hostile, plain) = (try text(name, form), try text("plain", form))
    #expect(hostile.split(separator: "<").count == plain.split(separator: "<").count)
    #expect(hostile.split(separator: ">").count == plain.split(separator: ">").count)
    let quotes = { (text: String) in text.count { $0 == "\"" } }
    #expect(quotes(hostile) == quotes(plain))
    #expect(!hostile.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E || $0.value == 0xFFFE })
  }

  @Test(arguments: names, [AnnouncementForm.card, .atom])
  func whatIsXMLIsReadByAParser(_ name: String, _ form: AnnouncementForm) throws {
    for file in try files(name, form) {
      let parser = XMLParser(data: Data(file.text.utf8))
      #expect(parser.parse(), "\(String(describing: parser.parserError))")
    }
  }

  @Test(arguments: names, [AnnouncementForm.json, .jsonld, .awards])
  func whatIsJSONIsReadByAParser(_ name: String, _ form: AnnouncementForm) throws {
    for file in try files(name, form) { #expect(try JSON(parsing: file.text).pretty + "\n" == file.text) }
  }

  @Test(arguments: names) func aNameBreaksNoLineOfPlainText(_ name: String) throws {
    for form in [AnnouncementForm.text, .markdown] {
      let (hostile, plain) = (try text(name, form), try text("plain", form))
      #expect(hostile.split(separator: "\n").count == plain.split(separator: "\n").count)
      #expect(!hostile.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
    }
  }

  @Test func aRightToLeftNameIsIsolatedAndClosed() {
    #expect(isolated("שלום") == "\u{2068}שלום\u{2069}")
    #expect(isolated("Aurora") == "Aurora")
    #expect(isolated("\u{202E}a\u{2069}b\u{200F}") == "ab")
  }

  @Test(arguments: [
    ("\u{2068}a\u{2069}", "\u{2068}a\u{2069}"), ("\u{2068}a", "a"), ("a\u{2069}", "a"),
    ("\u{2069}a\u{2068}", "a"), ("\u{2068}\u{2068}a\u{2069}", "\u{2068}a\u{2069}"), ("\u{2067}a\u{2069}", "a"),
  ])
  func isolatesThatAreNotClosedGo(_ text: String, _ plain: String) {
    #expect(PlainTextRules().escapeText(text) == plain)
  }

  @Test(arguments: [
    ("*a*", "\\*a\\*"), ("<b>", "\\<b\\>"), ("[x](y)", "\\[x\\](y)"), ("- a", "\\- a"), ("1. a", "1\\. a"),
    ("1.er lugar", "1.er lugar"), ("1.", "1\\."), ("2021 a", "2021 a"), ("a\nb", "a b"), ("a_b", "a\\_b"),
    ("Aqua!", "Aqua!"), ("![x](y)", "!\\[x\\](y)"), ("`", "\\`"), ("\\", "\\\\"), ("&lt;", "\\&lt;"),
    ("$5,000", "$5,000"), ("+1", "\\+1"), ("x\u{202E}y", "xy"),
  ])
  func markdownIsEscapedByItsOwnRules(_ text: String, _ escaped: String) {
    #expect(MarkdownRules().escapeText(text) == escaped)
  }

  @Test(arguments: [
    ("https://e.org/a b", "https://e.org/a%20b"), ("https://e.org/>x", "https://e.org/%3Ex"),
    ("https://e.org/(x)", "https://e.org/%28x%29"), ("https://e.org/é?a=1&b=%20", "https://e.org/%C3%A9?a=1&b=%20"),
  ])
  func anAddressEndsWhereItEnds(_ text: String, _ address: String) {
    #expect(webAddress(text) == address)
  }

  @Test(arguments: names) func lettersAndCertificatesHoldTheNameAsAName(_ name: String) throws {
    let source = try Sample.source(try Sample.richFacts(), .english)
    func letter(_ name: String) throws -> String {
      let recipient = LetterRecipient(team: "x", name: name, addresses: "", spoken: [])
      return try LetterWriter(source).letter(to: recipient, feedback: LetterFeedback(comments: [name])).text
    }
    func page(_ name: String) throws -> String {
      let holder = CertificateHolder(
        team: TeamID(1), teamKey: "x", teamName: name, participant: nil, participantKey: nil, person: name, spoken: [])
      return try CertificateWriter(source).certificate(
        for: holder, nil, code: CertificateCode(of: "x", by: [1])
      ).text
    }
    #expect(try letter(name).split(separator: "\n").count == letter("plain").split(separator: "\n").count)
    #expect(try page(name).split(separator: "<").count == page("plain").split(separator: "<").count)
  }
}
