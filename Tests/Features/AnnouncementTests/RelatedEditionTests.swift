import CanonicalJSON
import Testing
import Vocabulary

@testable import Announcement

/// Other editions of the series, as each language and the kept facts hold them.
@Suite struct RelatedEditionTests {
  private func lines(_ facts: AnnouncementFacts, _ language: Language) -> [String] {
    AnnouncementText.relatedEditions(facts, in: language, worded: Wordings.wording(of: language)).map {
      "\($0.label) \($0.words)".replacing("\u{A0}", with: " ")
    }
  }

  @Test(arguments: [
    (
      Language.english,
      [
        "Next edition: DataJam Pasos Libres, in the fall of 2021", "Related edition: Health Jam 2021",
        "Previous edition: DataJam 2020",
      ]
    ),
    (
      .french,
      [
        "Prochaine édition : DataJam Pasos Libres, à l’automne 2021", "Édition associée : Jam Santé 2021",
        "Édition précédente : DataJam 2020",
      ]
    ),
    (
      .spanish,
      [
        "Próxima edición: DataJam Pasos Libres, en el otoño de 2021", "Edición relacionada: Jam de Salud 2021",
        "Edición anterior: DataJam 2020",
      ]
    ),
  ])
  func `each relation has its line in each language`(language: Language, expected: [String]) throws {
    #expect(lines(try Sample.richFacts(), language) == expected)
    var facts = try Sample.richFacts()
    facts.relatedEditions.append(RelatedEdition(.followUp, title: "Other"))
    #expect(lines(facts, language).count == 3 && lines(facts, language)[0].hasSuffix(" · Other"))
  }

  @Test func `facts that were kept are read again, and those without editions keep their hash`() throws {
    for facts in [try Sample.facts(), try Sample.richFacts()] {
      let read = try AnnouncementFacts(reading: JSON(parsing: facts.unsignedJSON.canonical))
      #expect(read == facts && read.sha256 == facts.sha256)
    }
    #expect(try Sample.facts().unsignedJSON["related_editions"] == nil)
  }

  @Test func `a name that is missing blocks its language only`() throws {
    var facts = try Sample.richFacts()
    facts.relatedEditions[1].name = LocalizedText([.english: "Health Jam", .french: "Jam Santé"])
    #expect(facts.missingTexts(in: .french).isEmpty)
    let missing = facts.missingTexts(in: .spanish)
    #expect(missing.map(\.message) == ["the name of edition \"health-2021\" is missing"])
    #expect(missing.first?.nextStep?.description == "event set health-2021 --name-es TEXT")
  }
}
