import Competition
import Foundation
import Testing

@testable import Announcement

@Suite struct AnnouncementTests {
  let service = AnnouncementService()

  /// Every form in every language, whole, against committed files. DATAJAM_REWRITE_GOLDEN=1 writes them anew.
  @Test(arguments: [Language.english, .french], AnnouncementForm.allCases)
  func theWholeTextIsAsCommitted(_ language: Language, _ form: AnnouncementForm) throws {
    let text = try service.render(try Sample.facts(), in: language, as: form)
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/announcement.\(language.code).\(form.rawValue)")
    if ProcessInfo.processInfo.environment["DATAJAM_REWRITE_GOLDEN"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }

  @Test func everyTextCarriesTheHashOfTheSameFacts() throws {
    let facts = try Sample.facts()
    for language in [Language.english, .french] {
      for form in AnnouncementForm.allCases {
        #expect(try service.render(facts, in: language, as: form).contains(facts.sha256))
      }
    }
  }

  @Test func anyChangeOfAFactChangesTheHash() throws {
    let facts = try Sample.facts()
    var other = facts
    other.places[1].place = 3
    var renamed = facts
    renamed.event.name = renamed.event.name.replacing(.french, with: "Autre nom")
    #expect(Set([facts.sha256, other.sha256, renamed.sha256]).count == 3)
  }

  @Test func aMissingTextBlocksItsLanguageOnly() throws {
    var facts = try Sample.facts()
    facts.places[0].summary = facts.places[0].summary.replacing(.french, with: "")
    facts.event.purpose = facts.event.purpose.replacing(.french, with: "")
    #expect(service.missing(.english, in: facts).isEmpty)
    let missing = service.missing(.french, in: facts)
    #expect(
      missing.map(\.what) == [
        "the event's purpose is missing", "the project summary of \"Buyer Resist\" is missing",
      ])
    #expect(
      missing.map(\.command) == [
        "datajam event set --purpose-fr TEXT", "datajam submission set buyer-resist --summary-fr TEXT",
      ])
    #expect(throws: AnnouncementError.blocked(.french, missing: missing)) {
      try service.render(facts, in: .french, as: .markdown)
    }
    #expect(
      AnnouncementError.blocked(.french, missing: missing).explanation.message
        == "The announcement in \"fr\" is blocked: the event's purpose is missing; "
        + "the project summary of \"Buyer Resist\" is missing.")
  }

  @Test func eachKindOfTextThatIsMissingIsNamedWithItsCommand() throws {
    var facts = try Sample.facts()
    facts.event.name = LocalizedText([.english: "Event"])
    facts.places[0].city = LocalizedText([.english: "Vancouver"])
    facts.places[1].about = LocalizedText([.english: "About"])
    facts.places[0].prizes[1].label = LocalizedText()
    facts.organisations[0].name = LocalizedText([.english: "Org"])
    #expect(
      service.missing(.french, in: facts).map(\.command) == [
        "datajam event set --name-fr TEXT", "datajam team set buyer-resist --city-fr TEXT",
        "datajam prize set seat --label-fr TEXT", "datajam team set scotiabank-ama --about-fr TEXT",
        "datajam org set gov --name-fr TEXT",
      ])
  }

  @Test func anAmountThatNobodyKnowsBlocksEveryLanguage() throws {
    var facts = try Sample.facts()
    facts.places[0].prizes[0].isUndisclosed = false
    facts.event.announcedOn = nil
    for language in [Language.english, .french] {
      #expect(
        service.missing(language, in: facts).map(\.what) == [
          "the day of the announcement is not known",
          "the amount of prize \"money\" is neither known nor marked undisclosed",
        ])
    }
  }

  @Test func aLanguageWithoutTextsIsRefused() throws {
    #expect(throws: AnnouncementError.unwritten(.spanish)) {
      try service.render(try Sample.facts(), in: .spanish, as: .markdown)
    }
    #expect(
      AnnouncementError.unwritten(.spanish).explanation.message == "There are no announcement texts in \"es\" yet.")
  }

  @Test func aSharedFirstPlaceIsSaidInBothLanguages() throws {
    var facts = try Sample.facts()
    facts.places[1].place = 1
    for index in 0...1 { facts.places[index].isShared = true }
    let english = try service.render(facts, in: .english, as: .text)
    #expect(english.contains("Buyer Resist (Vancouver) and Team Scotiabank AMA (Toronto) share first place"))
    #expect(english.contains("1st place (tied) – Team Scotiabank AMA (Toronto)."))
    let french = try service.render(facts, in: .french, as: .text)
    #expect(french.contains("Buyer Resist (Vancouver) et Team Scotiabank AMA (Toronto) se partagent la 1re place"))
    #expect(french.contains("1re place (ex aequo)\u{A0}: Team Scotiabank AMA (Toronto)."))
  }
}

/// Names that try to be more than names.
@Suite struct HostileNames {
  static let names = [
    "<script>alert(1)</script>", "*bold* _it_ [x](http://e.org) `c` # h", "{{title}} {{{lead}}} {{>x}}", "O’Neil & Søn",
    "مرحبا \u{202E}abc", "👩‍👩‍👧‍👦", "line\nbreak\u{1B}[31m", "- item", "1. one", "a|b", "<!-- x -->", "&amp;",
  ]

  @Test(arguments: names)
  func aNameIsOnlyANameInHTML(_ name: String) throws {
    var facts = try Sample.facts()
    facts.places[0].name = name
    let html = try AnnouncementService().render(facts, in: .english, as: .html)
    let tags = html.split(separator: "<").count
    facts.places[0].name = "plain"
    #expect(try AnnouncementService().render(facts, in: .english, as: .html).split(separator: "<").count == tags)
  }

  @Test(arguments: [
    ("*a*", "\\*a\\*"), ("<b>", "\\<b\\>"), ("[x](y)", "\\[x\\](y)"), ("- a", "\\- a"), ("1. a", "1\\. a"),
    ("2021 a", "2021 a"), ("a\nb", "a b"), ("a_b", "a\\_b"), ("`", "\\`"), ("\\", "\\\\"), ("&lt;", "\\&lt;"),
    ("$5,000", "$5,000"), ("+1", "\\+1"), ("x\u{202E}y", "xy"),
  ])
  func markdownIsEscapedByItsOwnRules(_ text: String, _ escaped: String) {
    #expect(MarkdownRules().escapeText(text) == escaped)
  }

  @Test(arguments: names)
  func aNameBreaksNoLineOfPlainText(_ name: String) throws {
    var facts = try Sample.facts()
    facts.places[0].name = name
    let text = try AnnouncementService().render(facts, in: .english, as: .text)
    facts.places[0].name = "plain"
    let plain = try AnnouncementService().render(facts, in: .english, as: .text)
    #expect(text.split(separator: "\n").count == plain.split(separator: "\n").count)
    #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
  }
}
