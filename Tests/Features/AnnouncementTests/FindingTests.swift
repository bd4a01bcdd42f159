import Audit
import Testing
import Vocabulary

@testable import Announcement

/// What is missing or doubtful, with the command that mends it.
@Suite struct FindingTests {
  let service = AnnouncementService(audit: AuditLog())

  private func missing(_ language: Language, _ facts: AnnouncementFacts) -> [Finding] {
    facts.findings(in: language).filter { $0.level == .problem }
  }

  @Test func nothingIsMissingInTheSamples() throws {
    for facts in [try Sample.facts(), try Sample.richFacts()] {
      for language in Language.allCases { #expect(facts.findings(in: language) == []) }
    }
  }

  @Test func aMissingTextBlocksItsLanguageOnly() throws {
    var facts = try Sample.facts()
    facts.rankedTeams[0].team.summary = facts.rankedTeams[0].team.summary.replacing(.french, with: "")
    facts.event.purpose = facts.event.purpose.replacing(.french, with: "")
    #expect(missing(.english, facts) == [] && missing(.spanish, facts) == [])
    let missing = missing(.french, facts)
    #expect(
      missing.map(\.message) == [
        "the event's purpose is missing", "the project summary of \"Buyer Resist\" is missing",
      ])
    #expect(
      missing.map(\.nextStep?.description) == [
        "event set --purpose-fr TEXT", "submission set buyer-resist --summary-fr TEXT",
      ])
    for form in AnnouncementForm.allCases {
      #expect(throws: AnnouncementError.blocked(.french, missing: missing)) {
        try service.render(facts, in: .french, as: form, publication: nil, by: try AnnouncementTemplates())
      }
    }
    #expect(
      AnnouncementError.blocked(.french, missing: missing).explanation.message
        == "The announcement in \"fr\" is blocked: the event's purpose is missing; "
        + "the project summary of \"Buyer Resist\" is missing.")
  }

  @Test func eachKindOfTextThatIsMissingIsNamedWithItsCommand() throws {
    var facts = try Sample.richFacts()
    func english(_ text: String) -> LocalizedText { LocalizedText([.english: text]) }
    facts.event.name = english("Event")
    facts.rankedTeams[0].team.city = english("Vancouver")
    facts.rankedTeams[1].team.about = english("About")
    facts.otherAwards[0].prize.label = LocalizedText()
    facts.otherAwards[0].basis = .track(key: "health", name: english("Health"))
    facts.organisations[0].name = english("Org")
    facts.corrections[0].text = english("Wrong")
    #expect(
      missing(.french, facts).map(\.nextStep?.description) == [
        "event set --name-fr TEXT", "team set buyer-resist --city-fr TEXT",
        "team set scotiabank-ama --about-fr TEXT", "prize set goods --label-fr TEXT",
        "track set health --name-fr TEXT", "organisation set gov --name-fr TEXT",
        "announcement correct --number 1 --text-fr TEXT",
      ])
    // A label that is missing everywhere is missing everywhere; all else stands in English.
    #expect(missing(.english, facts).map(\.nextStep?.description) == ["prize set goods --label-en TEXT"])
  }

  @Test func whatConcernsEveryLanguageBlocksEveryLanguage() throws {
    var facts = try Sample.facts()
    facts.rankedTeams[0].prizes[0].isUndisclosed = false
    facts.event.announcedOn = nil
    facts.event.participants = 0
    for language in Language.allCases {
      #expect(
        missing(language, facts).map(\.message) == [
          "the day of the announcement is not known",
          "nobody takes part, neither registered nor stated (event set --stated-participants)",
          "the amount of prize \"money\" is neither known (--amount N --currency CODE) nor marked undisclosed",
        ])
    }
    facts.rankedTeams[1].team.isInactive = true
    #expect(
      facts.findingsInEvery[2]
        == Finding(
          .problem, "the team \"Team Scotiabank AMA\" is no longer in the contest, so the ranks are different",
          "result compute"))
    facts.rankedTeams = []
    #expect(facts.findingsInEvery.last?.message == "no team has a rank")
  }

  @Test func aMoneyPrizeAndAnInvitationSomewhereNeedNoLabel() throws {
    var facts = try Sample.richFacts()
    facts.rankedTeams[0].prizes[1].target = nil
    #expect(missing(.english, facts).map(\.nextStep?.description) == ["prize set invitation --label-en TEXT"])
  }

  @Test(arguments: [
    ("Amina Diallo built it.", "FAIL"), ("built by AMINA  DIALLO", "FAIL"), ("Amina built it.", nil),
    ("Aminas Diallos", nil), ("by Mina", "warn"), ("the mineral", nil),
  ])
  func aTextThatNamesSomebodyWithoutConsentIsFound(_ text: String, _ level: String?) throws {
    var facts = try Sample.facts()
    facts.rankedTeams[0].team.summary = facts.rankedTeams[0].team.summary.replacing(.english, with: text)
    facts.withheld = [
      AnnouncementFacts.WithheldName(participant: "p-7", team: "buyer-resist", names: ["Mina", "Amina Diallo"])
    ]
    let findings = facts.findings(in: .english)
    #expect(findings.map(\.level.rawValue) == (level.map { [$0] } ?? []))
    #expect(!findings.contains { $0.message.contains("Amina") || $0.message.contains("Mina") })
    #expect(facts.findings(in: .french) == [])
  }

  @Test(arguments: [
    ("https://example.org", true), ("https://example.org/a?b=c#d", true), ("https://localhost", false),
    ("https://exa mple.org", false), ("https://.org", false), ("https://example.org/<b>", false),
  ])
  func anAddressThatLeadsNowhereIsDoubtful(_ address: String, _ isGood: Bool) throws {
    var facts = try Sample.facts()
    facts.rankedTeams[0].team.projectAddress = address
    #expect(
      facts.findingsInEvery.map(\.nextStep?.description) == (isGood ? [] : ["submission set buyer-resist --url URL"]))
    #expect(facts.findingsInEvery.allSatisfy { $0.level == .warning })
  }

  @Test func whatIsVeryLongIsDoubtfulAndWhatStandsElsewhereOnlyToo() throws {
    var facts = try Sample.facts()
    facts.event.addresses = LocalizedText([.english: "https://example.org"])
    facts.rankedTeams[0].team.summary = facts.rankedTeams[0].team.summary.replacing(
      .french, with: String(repeating: "a", count: 601))
    facts.rankedTeams[0].team.name = String(repeating: "x", count: 200)
    #expect(
      facts.findings(in: .french).map(\.nextStep?.description) == [
        "announcement set --url-fr URL", "submission set buyer-resist --summary-fr TEXT",
        "event set --name-fr TEXT",
      ])
    #expect(facts.findings(in: .french).allSatisfy { $0.level == .warning })
  }

  @Test func whatIsStillAheadIsSaidUntilTheResultIsPublic() throws {
    var facts = try Sample.facts()
    facts.rankedTeams[0].prizes[0].isAwarded = false
    let open = Publication(isApproved: false, hour: nil, isPublic: false)
    #expect(facts.stepsAhead(open).map(\.nextStep?.description) == ["prize award", "result approve"])
    #expect(facts.stepsAhead(Sample.published) == [])
    #expect(facts.stepsAhead(nil) == [])
  }

  @Test func `straight marks in own texts are named, and names are left alone`() throws {
    var facts = try Sample.facts()
    facts.event.purpose = facts.event.purpose.replacing(.french, with: "autour de l'eau et du \"large\"")
    facts.rankedTeams[0].team.name = "Rock'n'Data"
    #expect(try Sample.facts().straightMarks(in: .french) == [])
    #expect(facts.straightMarks(in: .english) == [])
    #expect(
      facts.straightMarks(in: .french) == [
        Finding(
          .warning, in: .french,
          "the event's purpose has a straight apostrophe, where ’ is usual and straight quotation marks, where « » are usual",
          "event set --purpose-fr TEXT")
      ])
  }
}
