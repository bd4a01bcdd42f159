import Testing
import Vocabulary

@testable import Announcement

@Suite struct TemplateTests {
  private func refusal(_ text: String, in file: String = "announcement.md.mustache") -> Explanation? {
    do {
      _ = try AnnouncementTemplates(replacing: [file: text])
      return nil
    } catch {
      return error.explanation
    }
  }

  @Test func everyTemplateThatShipsMayBeGivenBack() throws {
    let files = Dictionary(AnnouncementTemplates.files.map { ($0.name, $0.text) }) { $1 }
    #expect(files.count == AnnouncementTemplates.Name.allCases.count)
    _ = try AnnouncementTemplates(replacing: files)
  }

  @Test func anOwnTemplateTakesThePlaceOfItsFormOnly() throws {
    let templates = try AnnouncementTemplates(replacing: ["announcement.md.mustache": "# {{title}}\n"])
    let source = AnnouncementSource(
      facts: try Sample.facts(), language: .english, wording: EnglishWording(), publication: Sample.published,
      templates: templates)
    #expect(
      try source.files(as: .markdown).map(\.text) == [
        "# DataJam Against Exploitation 2021: first place goes to Buyer Resist (Vancouver)\n"
      ])
    #expect(
      try source.files(as: .text).map(\.text)
        == Sample.source(Sample.facts(), .english).files(as: .text).map(\.text))
  }

  @Test func anOwnTemplateCannotTurnEscapingOff() throws {
    let templates = try AnnouncementTemplates(replacing: ["announcement.html.mustache": "<p>{{title}}</p>"])
    var facts = try Sample.facts()
    facts.rankedTeams[0].team.name = "<b>"
    let source = AnnouncementSource(
      facts: facts, language: .english, wording: EnglishWording(), publication: Sample.published, templates: templates)
    #expect(try source.files(as: .html).first?.text.contains("&lt;b&gt;") == true)
  }

  @Test(arguments: [
    ("# {{title}\n", "line 1, column 5: this tag is not finished: it ends with }}."),
    ("a\n# {{title", "line 2, column 5: this tag is not finished: it ends with }}."),
    ("{{title}} {{ title x}}", "line 1, column 14: this tag is not finished: it ends with }}."),
    (
      "# {{title}}\n\n{{#entries}}\n{{heading}}\n{{/heading}}\n",
      "line 5, column 4: this section is closed by another name than it was opened."
    ), ("{{#entries}}\n{{heading}}\n", "line 3, column 1: a section is opened and never closed."),
  ])
  func aFaultIsNamedWithItsPlace(_ text: String, _ fault: String) throws {
    let refusal = try #require(self.refusal(text))
    #expect(refusal.message == "\"announcement.md.mustache\", \(fault)")
    #expect(refusal.kind == .badData)
  }

  @Test func aNameThatSaysNothingIsNamedWithItsPlaceAndANearOne() {
    #expect(
      refusal("# {{title}}\n\n*{{datelin}}*\n")
        == Explanation(
          .badData, code: "unknown-tag",
          "\"announcement.md.mustache\", line 3, column 4: nothing is called \"datelin\".",
          hint: "Did you mean \"dateline\"?", location: "announcement.md.mustache, line 3, column 4"))
    #expect(refusal("{{#secret_scores}}x{{/secret_scores}}")?.code == "unknown-tag")
    #expect(refusal("{{! a remark }}{{title}}") == nil)
  }

  @Test func aFileThatIsNoTemplateIsNamed() {
    #expect(
      refusal("x", in: "announcment.md.mustache")
        == Explanation(
          .badData, code: "unknown-template", "\"announcment.md.mustache\" is no template of an announcement.",
          hint: "Did you mean \"announcement.md.mustache\"?"))
  }
}
