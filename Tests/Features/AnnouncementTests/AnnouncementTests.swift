import Audit
import CanonicalJSON
import Foundation
import Testing
import Vocabulary

@testable import Announcement

@Suite struct AnnouncementTests {
  let service = AnnouncementService(audit: AuditLog())

  private func render(_ facts: AnnouncementFacts, in language: Language, as form: AnnouncementForm) throws -> String {
    try service.render(
      facts, in: language, as: form, publication: Sample.published, by: try AnnouncementTemplates()
    ).map(\.text).joined(separator: "----\n")
  }

  /// Every form in every language, whole, against committed files. DATAJAM_REWRITE_GOLDEN=1 writes them anew.
  @Test(arguments: Language.allCases, AnnouncementForm.allCases)
  func theWholeTextIsAsCommitted(_ language: Language, _ form: AnnouncementForm) throws {
    let files = try service.render(
      try Sample.richFacts(), in: language, as: form, publication: Sample.published, by: try AnnouncementTemplates())
    for file in files { try expectGolden(file.name, file.text) }
  }

  @Test(arguments: Language.allCases) func theLettersAndTheCertificatesAreAsCommitted(_ language: Language) throws {
    let source = try Sample.source(try Sample.richFacts(), language)
    let writer = LetterWriter(source)
    func recipient(_ key: String, _ name: String) -> LetterRecipient {
      LetterRecipient(team: key, name: name, addresses: "a@example.org, b@example.org", spoken: [])
    }
    for letter in [
      try writer.letter(to: recipient("buyer-resist", "Buyer Resist"), feedback: nil),
      try writer.letter(to: recipient("zebra", "Zebra"), feedback: Sample.feedback),
    ] { try expectGolden(letter.name, letter.text) }
    let certificates = CertificateWriter(source)
    let code = CertificateCode(of: "subject", by: [1, 2, 3])
    for person in [nil, "Chloé Chen"] {
      let holder = CertificateHolder(
        team: TeamID(1), teamKey: "buyer-resist", teamName: "Buyer Resist", participant: nil,
        participantKey: person.map { _ in "p-1" }, person: person, spoken: [])
      for rank in [nil, source.facts.rankedTeams[0]] {
        let page = try certificates.certificate(for: holder, rank, code: code)
        try expectGolden((rank == nil ? "part." : "place.") + page.name, page.text)
      }
    }
  }

  private func expectGolden(_ name: String, _ text: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/" + name)
    if ProcessInfo.processInfo.environment["DATAJAM_REWRITE_GOLDEN"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }

  @Test func theHashIsThatOfTheFactsWithoutIt() throws {
    let facts = try Sample.richFacts()
    let document = try JSON(parsing: try render(facts, in: .english, as: .json))
    let unsigned = JSON.object((document.members ?? []).filter { $0.key != "facts_sha256" })
    #expect(document["facts_sha256"]?.text == facts.sha256)
    #expect(AnnouncementFacts.hash(of: unsigned) == facts.sha256)
  }

  @Test func `every form carries the hash of the same facts, or its first digits where people read it`() throws {
    let facts = try Sample.richFacts()
    // Posts have no room for it, and the awards of the Contest API no field.
    for form in AnnouncementForm.allCases where form != .social && form != .awards {
      for language in Language.allCases {
        let text = try render(facts, in: language, as: form)
        #expect(text.contains(facts.sha256.prefix(12)), "\(form) \(language)")
        #expect(text.contains(facts.sha256) != [.text, .atom].contains(form), "\(form) \(language)")
      }
    }
  }

  @Test func anyChangeOfAFactChangesTheHash() throws {
    let facts = try Sample.richFacts()
    let changes: [(inout AnnouncementFacts) -> Void] = [
      { $0.resultVersion = 2 }, { $0.rankedTeams[1].rank = 3 }, { $0.rankedTeams[0].isShared = false },
      { $0.event.name = $0.event.name.replacing(.french, with: "Autre nom") }, { $0.event.participants = 76 },
      { $0.event.contact = nil }, { $0.event.addresses = LocalizedText() }, { $0.otherAwards.removeLast() },
      { $0.otherAwards[0].basis = .choice }, { $0.corrections = [] }, { $0.organisations.swapAt(1, 2) },
      { $0.rankedTeams[0].prizes[0].shares = 3 }, { $0.rankedTeams[0].prizes[1].targetWhen = .year(2022) },
      { $0.rankedTeams[0].prizes[0].giver = "IBM" }, { $0.rankedTeams[0].team.affiliation = "Mila" },
      { $0.rankedTeams[0].team.members = 6 }, { $0.rankedTeams[0].team.projectAddress = nil },
    ]
    let hashes = changes.map { change in
      var other = facts
      change(&other)
      return other.sha256
    }
    #expect(Set(hashes + [facts.sha256]).count == changes.count + 1)
  }

  @Test func aSharedFirstPlaceIsSaidInEveryLanguage() throws {
    let facts = try Sample.richFacts()
    let english = try render(facts, in: .english, as: .text)
    #expect(english.contains("Buyer Resist (Vancouver) and Team Scotiabank AMA (Toronto) share first place"))
    #expect(english.contains("1st place (tied) – Team Scotiabank AMA (Toronto)."))
    let french = try render(facts, in: .french, as: .text)
    #expect(french.contains("Buyer Resist (Vancouver) et Team Scotiabank AMA (Toronto) se partagent la 1re place"))
    #expect(french.contains("1re place (ex aequo)\u{A0}: Team Scotiabank AMA (Toronto)."))
    let spanish = try render(facts, in: .spanish, as: .text)
    #expect(spanish.contains("Buyer Resist (Vancouver) y Team Scotiabank AMA (Toronto) comparten el 1.er lugar"))
    #expect(spanish.contains("1.er lugar (empate): Team Scotiabank AMA (Toronto)."))
  }

  @Test(arguments: 0...2) func anyNumberOfMissingWinnersIsAnnounced(_ missing: Int) throws {
    var facts = try Sample.facts()
    facts.rankedTeams.removeLast(missing)
    for language in Language.allCases {
      for form in AnnouncementForm.allCases {
        #expect(try !render(facts, in: language, as: form).contains("CDL Team") || missing == 0)
      }
    }
    let awards = try JSON(parsing: try render(facts, in: .english, as: .awards)).elements ?? []
    #expect(
      awards.compactMap { $0["id"]?.text }
        == ["winner", "rank-1", "rank-2", "rank-3"].prefix(4 - missing) + ["prize-money", "prize-seat"])
  }

  @Test func aCorrectionStandsInEveryTextForReaders() throws {
    let facts = try Sample.richFacts()
    for form in [AnnouncementForm.markdown, .html, .text, .json, .deck, .atom, .jsonld] {
      #expect(try render(facts, in: .english, as: form).contains("CDL Team is from Montreal."), "\(form)")
    }
  }
}
