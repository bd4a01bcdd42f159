import Audit
import CanonicalJSON
import Foundation
import Testing
import Vocabulary

@testable import Announcement

@Suite struct FormTests {
  private func files(
    _ form: AnnouncementForm, _ facts: AnnouncementFacts, _ publication: Publication?, _ language: Language = .english
  ) throws -> [AnnouncementFile] {
    try AnnouncementService(audit: AuditLog()).render(
      facts, in: language, as: form, publication: publication, by: try AnnouncementTemplates())
  }

  // Before the hour.

  @Test func untilTheHourEveryFileSaysSoInItsNameAndItsText() throws {
    let publication = Publication(isApproved: true, hour: try Sample.hour("2021-06-04T14:00"), isPublic: false)
    let words = [
      Language.english: "EMBARGOED UNTIL June 4, 2021, 2:00\u{A0}p.m.\u{A0}EDT",
      .french: "SOUS EMBARGO JUSQU’AU 4\u{A0}juin 2021 à 14\u{A0}h (HAE)",
      .spanish: "EMBARGADO HASTA EL 4\u{A0}de junio de 2021 a las 14:00 (hora de verano oriental)",
    ]
    for (language, words) in words {
      for form in AnnouncementForm.allCases where form != .awards {
        for file in try files(form, try Sample.richFacts(), publication, language) {
          #expect(file.name.hasPrefix("EMBARGOED-UNTIL-2021-06-04T14.00-EDT."), "\(file.name)")
          #expect(file.text.contains(words), "\(file.name)")
        }
      }
    }
  }

  @Test func withoutAnHourNobodySaysWhenItEnds() throws {
    for publication in [nil, Publication(isApproved: true, hour: nil, isPublic: false)] {
      let file = try #require(try files(.text, try Sample.facts(), publication).first)
      #expect(file.name == "EMBARGOED.announcement.en.txt")
      #expect(file.text.hasPrefix("EMBARGOED: not to be published yet\n"))
    }
  }

  @Test func fromTheHourOnNothingSaysSo() throws {
    for form in AnnouncementForm.allCases {
      for file in try files(form, try Sample.richFacts(), Sample.published) {
        #expect(!file.name.contains("EMBARGO") && !file.text.contains("EMBARGO"))
      }
    }
  }

  @Test func noFileNameTellsAWinner() throws {
    for form in AnnouncementForm.allCases {
      for file in try files(form, try Sample.richFacts(), nil) {
        for word in ["resist", "scotiabank", "cdl", "health"] { #expect(!file.name.lowercased().contains(word)) }
      }
    }
  }

  @Test func theAwardsNameNobodyBeforeTheHour() throws {
    let file = try #require(try files(.awards, try Sample.richFacts(), nil).first)
    for team in ["buyer-resist", "scotiabank-ama", "cdl-team", "Buyer Resist"] { #expect(!file.text.contains(team)) }
    let awards = try JSON(parsing: file.text).elements ?? []
    // As many as there are anyway: nothing of them tells of a tie either.
    #expect(awards.map { $0["team_ids"] } == awards.map { _ in JSON.null })
    #expect(awards.compactMap { $0["citation"]?.text }.allSatisfy { !$0.contains("tied") })
  }

  // Social posts.

  @Test(arguments: Language.allCases) func postsFitIntoTheirNetworks(_ language: Language) throws {
    for length in [1, 50, 200] {
      for name in [String(repeating: "é", count: length), String(repeating: "漢", count: length), "👩‍👩‍👧‍👦"] {
        var facts = try Sample.richFacts()
        facts.rankedTeams[0].team.name = name
        let text = try Sample.source(facts, language).text
        let posts = SocialPost.all(of: text)
        #expect(posts.map(\.network) == ["280", "300", "500", "3000"])
        for (network, post) in zip(SocialPost.Network.allCases, posts) {
          let address = try #require(text.address)
          #expect(post.text.hasSuffix("\n" + address))
          let words = String(post.text.dropLast(address.count + 1))
          #expect(network.length(words, address: address) <= network.limit)
        }
        #expect(posts.last?.isWhole == true)
      }
    }
  }

  @Test func networksCountAsTheySayTheyDo() {
    #expect(SocialPost.Network.short.length("abc é", address: nil) == 5)
    #expect(SocialPost.Network.short.length("漢字", address: nil) == 4)
    #expect(SocialPost.Network.short.length("a", address: String(repeating: "x", count: 90)) == 25)
    #expect(SocialPost.Network.middle.length("👩‍👩‍👧‍👦", address: "https://e.org") == 15)
    #expect(SocialPost.Network.long.length("a", address: String(repeating: "x", count: 90)) == 25)
  }

  @Test func aLongNameIsCutWithThreePointsAndTheAddressStays() throws {
    var facts = try Sample.richFacts()
    facts.rankedTeams[0].team.name = String(repeating: "x", count: 400)
    let post = try #require(SocialPost.all(of: try Sample.source(facts, .english).text).first)
    #expect(!post.isWhole)
    #expect(post.text.hasSuffix("xxx…\nhttps://example.org/en"))
  }

  // The deck.

  @Test func theDeckRevealsFromTheLastPlaceToTheFirst() throws {
    let source = try Sample.source(try Sample.richFacts(), .english)
    let deck = RevealDeck(source)
    #expect(
      deck.pages.map(\.title) == [
        "Health track", "Honourable mention", "People’s choice", "3rd place", "1st place (tied)",
      ])
    #expect(deck.pages.last?.teams.map(\.team) == ["Buyer Resist (Vancouver)", "Team Scotiabank AMA (Toronto)"])
  }

  @Test func theDeckNeedsNoNetworkAndItsTitleTellsNoWinner() throws {
    let page = try #require(try files(.deck, try Sample.facts(), Sample.published).first?.text)
    #expect(page.contains("<title>DataJam Against Exploitation 2021</title>"))
    for foreign in ["src=", "@import", "url(", "<link", "fetch("] { #expect(!page.contains(foreign)) }
    #expect(page.contains("role=\"status\""))
    #expect(page.contains("prefers-reduced-motion"))
  }

  // Pages for everybody.

  @Test(arguments: [AnnouncementForm.html, .deck], Language.allCases)
  func pagesHaveALanguageOneHeadingAndSteps(_ form: AnnouncementForm, _ language: Language) throws {
    let page = try #require(try files(form, try Sample.richFacts(), nil, language).first?.text)
    #expect(page.contains("<html lang=\"\(language.tag)\">"))
    #expect(page.split(separator: "<h1").count == 2)
    #expect(!page.contains("<h3"))
    #expect(page.contains("<main>"))
    #expect(page.contains("name=\"viewport\""))
  }

  // Data for other programs.

  @Test func anAwardStandsOnTeamsAndProjectsAndNeverOnTheEvent() throws {
    let document = try JSON(parsing: try #require(try files(.jsonld, try Sample.richFacts(), nil).first?.text))
    let graph = try #require(document["@graph"]?.elements)
    let types = graph.map { ($0["@type"]?.text ?? "", $0["award"] != nil) }
    #expect(types.filter(\.1).map(\.0).allSatisfy { ["Organization", "CreativeWork"].contains($0) })
    #expect(types.filter { !$0.1 }.map(\.0) == ["Hackathon", "NewsArticle"])
    #expect(
      graph.first { $0["name"]?.text == "CDL Team" }?["award"]?.elements?.compactMap(\.text) == [
        "3rd place, DataJam Against Exploitation 2021", "Health track, DataJam Against Exploitation 2021",
      ])
  }

  @Test func awardsHaveTheIdsOfTheContestAPI() throws {
    var facts = try Sample.richFacts()
    facts.rankedTeams[1].team.key = String(repeating: "k", count: 60)
    let file = try #require(try files(.awards, facts, Sample.published).first)
    #expect(file.name == "awards.en.json")
    let awards = try JSON(parsing: file.text).elements ?? []
    let ids = awards.compactMap { $0["id"]?.text }
    #expect(
      ids == [
        "winner", "rank-1", "rank-3", "group-winner-health", "honorable-mention", "prize-goods", "prize-first",
        "prize-invitation",
      ])
    let teams = awards.flatMap { $0["team_ids"]?.elements?.compactMap(\.text) ?? [] }
    #expect((ids + teams).allSatisfy { (1...36).contains($0.utf8.count) })
    #expect(awards.first?["team_ids"]?.elements?.count == 2)
  }

  @Test func theFeedHasTheSameIdsWheneverItIsWritten() throws {
    func ids(_ facts: AnnouncementFacts) throws -> [String] {
      let text = try #require(try files(.atom, facts, Sample.published).first?.text)
      return text.matches(of: /<id>(.*?)<\/id>/).map { String($0.1) }
    }
    var facts = try Sample.richFacts()
    let before = try ids(facts)
    facts.rankedTeams[0].team.name = "Other"
    #expect(try ids(facts) == before)
    #expect(Set(before).count == 3)
    #expect(
      before.allSatisfy {
        $0.wholeMatch(of: /urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil
      })
  }

  @Test func `a day without a known hour gives the feed no hour`() throws {
    func published(at hour: PublicHour) throws -> String? {
      let publication = Publication(isApproved: true, hour: hour, isPublic: true)
      let text = try #require(try files(.atom, try Sample.facts(), publication).first?.text)
      return text.firstMatch(of: /<published>(.*?)<\/published>/).map { String($0.1) }
    }
    #expect(try published(at: Sample.hour("2021-06-04T14:00")) == "2021-06-04T18:00:00Z")
    let midnight = try Sample.hour("2021-06-04T00:00", at: 1_622_779_200)
    #expect(try published(at: midnight) == "2021-06-04T00:00:00Z")
  }

  @Test func theCardHoldsNoLineWiderThanItself() throws {
    var facts = try Sample.richFacts()
    facts.event.name = facts.event.name.replacing(.english, with: String(repeating: "Event ", count: 40))
    facts.rankedTeams[0].team.name = String(repeating: "漢", count: 200)
    let card = ShareCard(try Sample.source(facts, .english, nil).text)
    #expect(card.lines.count == 7)
    #expect(card.lines.allSatisfy { $0.y <= 610 && $0.words.count <= 60 })
  }

  // Certificates and letters.

  @Test func aCodeIsTheSameForTheSameAndAnotherForAnyOther() {
    let secret = Array(repeating: UInt8(7), count: 32)
    let code = CertificateCode(of: "1/2/3/1", by: secret)
    #expect(code == CertificateCode(of: "1/2/3/1", by: secret))
    #expect(code.text.wholeMatch(of: /([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}/) != nil)
    #expect(
      Set([code, CertificateCode(of: "1/2/3/2", by: secret), CertificateCode(of: "1/2/3/1", by: [8])]).count == 3)
    #expect(CertificateCode(reading: code.text.lowercased().replacing("-", with: " ")) == code)
    #expect(CertificateCode(reading: "oooo-1111-ilil-0000")?.text == "0000-1111-1111-0000")
    for wrong in ["", "AAAA", code.text + "A", "UUUU-UUUU-UUUU-UUUU"] {
      #expect(CertificateCode(reading: wrong) == nil)
    }
  }

  @Test func codesOfManySubjectsDiffer() {
    let secret = Array(repeating: UInt8(7), count: 32)
    #expect(Set((0..<5000).map { CertificateCode(of: String($0), by: secret) }).count == 5000)
  }

  @Test(
    arguments: [
      ([["fr"], ["en"]], "fr"), ([["de", "es"], ["en"]], "en"), ([[], ["fr"], ["fr", "en"], ["en"]], "fr"),
      ([], "en"), ([["de"]], "en"), ([[], []], "en"),
    ] as [([[String]], String)])
  func aTeamIsWrittenToInItsLanguage(_ spoken: [[String]], _ code: String) {
    let recipient = LetterRecipient(team: "x", name: "X", addresses: "", spoken: spoken)
    #expect(recipient.language(among: [.english, .french])?.code == code)
  }
}
