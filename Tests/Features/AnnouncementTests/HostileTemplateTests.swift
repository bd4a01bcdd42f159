import Testing
import Vocabulary

@testable import Announcement

/// Layouts that leave the embargo out, or never come to an end.
@Suite struct HostileTemplateTests {
  typealias Name = AnnouncementTemplates.Name

  /// What each form writes by a layout of somebody's own, under embargo.
  private func text(_ name: Name, _ layout: String, named team: String? = nil) throws -> String {
    var facts = try Sample.richFacts()
    if let team { facts.rankedTeams[0].team.name = team }
    let language: Language = name == .frenchLetter ? .french : name == .spanishLetter ? .spanish : .english
    let source = AnnouncementSource(
      facts: facts, language: language, wording: Wordings.wording(of: language), publication: nil,
      templates: try AnnouncementTemplates(replacing: [name.rawValue: layout]))
    let forms: [Name: AnnouncementForm] = [
      .markdown: .markdown, .page: .html, .text: .text, .deck: .deck, .card: .card, .feed: .atom,
    ]
    if let form = forms[name] { return try source.files(as: form)[0].text }
    guard name == .certificate else {
      let recipient = LetterRecipient(team: "x", name: "X", addresses: "", spoken: [])
      return try LetterWriter(source).letter(to: recipient, feedback: nil).text
    }
    let holder = CertificateHolder(
      team: TeamID(1), teamKey: "x", teamName: "X", participant: nil, participantKey: nil, person: "Chloé", spoken: [])
    return try CertificateWriter(source).certificate(for: holder, nil, code: CertificateCode(of: "x", by: [1])).text
  }

  private func refusal(_ name: Name, _ layout: String, named team: String? = nil) -> TemplateError? {
    do {
      _ = try text(name, layout, named: team)
      return nil
    } catch {
      return error as? TemplateError
    }
  }

  private func embargo(_ name: Name) -> String { name == .feed ? "{{text.embargo}}" : "{{embargo}}" }

  private static let pages: [Name] = [.page, .deck, .card, .feed, .certificate]

  @Test(arguments: Name.allCases) func aLayoutThatDoesNotShowTheEmbargoIsRefused(name: Name) throws {
    #expect(refusal(name, "{{title}} {{event}}")?.explanation.code == "template-unmarked")
    #expect(refusal(name, "EMBARGOED {{title}}")?.explanation.code == "template-unmarked")
    #expect(try text(name, "{{title}} \(embargo(name))").contains("EMBARGOED"))
    let hint = "\(try #require(refusal(name, "x")?.explanation.hint))"
    #expect(hint.contains(embargo(name)))
  }

  @Test(arguments: pages) func whatIsNotShownDoesNotCount(name: Name) throws {
    for hidden in [
      "<!-- # -->", "<title>#</title>", "<TITLE>#</TITLE>", "<head><meta content='#'></head>", "<p class=\"#\">x</p>",
      "<style>#</style>", "<desc>#</desc>", "<script>#</script>",
    ] {
      let layout = hidden.replacing("#", with: embargo(name))
      #expect(refusal(name, layout)?.explanation.code == "template-unmarked", "\(hidden)")
    }
    #expect(refusal(name, "<header>\(embargo(name))</header>") == nil)
  }

  @Test func aNameThatHoldsTheMarkIsNoMark() {
    #expect(refusal(.markdown, "{{#entries}}{{heading}}{{/entries}}", named: "EMBARGOED")?.fault == .unmarked)
  }

  @Test(arguments: [("entries", 12), ("lines", 12), ("entries", 16)])
  func sectionsThatRepeatEachOtherAreRefusedWithTheirPlace(_ section: String, _ depth: Int) throws {
    let layout =
      (1...depth).map { _ in "{{#\(section)}}\n" }.joined() + "x"
      + (1...depth).map { _ in "{{/\(section)}}" }.joined()
    let refusal = try #require(self.refusal(.markdown, layout))
    #expect(
      refusal.explanation.message.hasPrefix(
        "\"announcement.md.mustache\", line \(depth), column 4: the sections repeat"),
      "\(refusal.explanation.message)")
  }

  @Test func sectionsWithinTheTeamsAreCountedToo() {
    let inner = (1...12).map { _ in "{{#prizes}}" }.joined() + "x" + (1...12).map { _ in "{{/prizes}}" }.joined()
    let refusal = refusal(.markdown, "{{#entries}}{{#prizes}}x{{/prizes}}\(inner){{/entries}}")
    #expect(refusal?.fault == .tooMuch || refusal?.fault == .unmarked)
  }

  @Test func aLargeTextInALoopIsCountedByItsSize() {
    let large = String(repeating: "x", count: 400_000)
    let refusal = refusal(.markdown, "{{#entries}}{{#entries}}\(large){{/entries}}{{/entries}}")
    #expect(refusal?.fault == .tooMuch)
    let dots = String(repeating: "{{.}}", count: 10_000)
    #expect(self.refusal(.markdown, "{{#entries}}{{#sentences}}\(dots){{/sentences}}{{/entries}}")?.fault == .tooMuch)
  }

  @Test func sectionsThatStandTooDeepAreRefused() {
    let layout =
      String(repeating: "{{#title}}", count: 500) + "x" + String(repeating: "{{/title}}", count: 500)
    #expect(
      refusal(.markdown, layout)?.explanation.message
        == "\"announcement.md.mustache\", line 1, column 164: more than 16 sections stand in each other.")
  }

  @Test func aLongLineOfTagsIsRead() throws {
    let line = "{{title}} é "
    #expect(refusal(.markdown, String(repeating: line, count: 2000) + "{{embargo}}") == nil)
    #expect(
      refusal(.markdown, String(repeating: line, count: 20_000))?.explanation.message
        == "\"announcement.md.mustache\" has 40000 braces, too many for a text of its length.")
  }
}
