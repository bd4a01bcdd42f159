import Competition
import Testing

@testable import Announcement

@Suite struct EnglishWordingTests {
  let wording = EnglishWording()

  @Test(arguments: [
    (1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"), (21, "21st"),
    (22, "22nd"),
    (101, "101st"), (111, "111th"), (113, "113th"),
  ])
  func ordinals(_ place: Int, _ text: String) {
    #expect(wording.placeHeading(place: place, isShared: false, team: "T") == "\(text) place – T.")
  }

  @Test(
    arguments: [
      (500_000, "CAD", "a cash prize of $5,000"), (500_050, "CAD", "a cash prize of $5,000.50"),
      (100_000_000, "USD", "a cash prize of US$1,000,000"), (99_900, "EUR", "a cash prize of €999"),
      (5000, "JPY", "a cash prize of 5,000 JPY"),
    ] as [(Int64, String, String)])
  func money(_ minorUnits: Int64, _ currency: String, _ text: String) throws {
    #expect(wording.moneyPrize(try Money(minorUnits: minorUnits, currency: currency), label: nil) == text)
  }

  @Test func anUndisclosedAmountIsSaidToBeSo() {
    #expect(wording.moneyPrize(nil, label: nil) == "a cash prize (amount undisclosed)")
    #expect(wording.moneyPrize(nil, label: "a monetary prize") == "a monetary prize (amount undisclosed)")
  }

  @Test(arguments: [
    ("2021-05-07", "2021-05-17", "From May 7 to 17, 2021"), ("2021-05-07", "2021-06-02", "From May 7 to June 2, 2021"),
    ("2021-12-30", "2022-01-02", "From December 30, 2021 to January 2, 2022"),
    ("2021-05-07", "2021-05-07", "On May 7, 2021"),
  ])
  func periods(_ first: String, _ last: String, _ text: String) throws {
    #expect(wording.lead(try lead(first, last)).contains(" \(text), the online competition"))
  }

  @Test(arguments: [
    (0, 0, "0 people,"), (1, 1, "1 person of 1 nationality"), (2, 0, "2 people,"),
    (1250, 16, "1,250 people of 16 nationalities"),
  ])
  func numbers(_ people: Int, _ nationalities: Int, _ text: String) throws {
    let sentence = wording.lead(try lead("2021-05-07", "2021-05-17", people, nationalities))
    #expect(sentence.contains("brought together " + text.replacing(",", with: nationalities == 0 ? "" : ",")))
  }
}

@Suite struct FrenchWordingTests {
  let wording = FrenchWording()

  @Test(arguments: [(1, "1re"), (2, "2e"), (3, "3e"), (11, "11e"), (21, "21e")])
  func ordinalsAreFeminineAndHaveANoBreakSpaceBeforeTheColon(_ place: Int, _ text: String) {
    #expect(wording.placeHeading(place: place, isShared: false, team: "T") == "\(text) place\u{A0}: T.")
  }

  @Test(
    arguments: [
      (500_000, "CAD", "un prix en argent de 5\u{A0}000\u{A0}$"),
      (500_050, "CAD", "un prix en argent de 5\u{A0}000,50\u{A0}$"),
      (500_000, "USD", "un prix en argent de 5\u{A0}000\u{A0}$\u{A0}US"),
      (99_900, "EUR", "un prix en argent de 999\u{A0}€"),
    ] as [(Int64, String, String)])
  func money(_ minorUnits: Int64, _ currency: String, _ text: String) throws {
    #expect(wording.moneyPrize(try Money(minorUnits: minorUnits, currency: currency), label: nil) == text)
  }

  @Test(arguments: [
    ("2021-05-07", "2021-05-17", "Du 7 au 17 mai 2021"), ("2021-05-01", "2021-06-02", "Du 1er mai au 2 juin 2021"),
    ("2021-12-30", "2022-01-01", "Du 30 décembre 2021 au 1er janvier 2022"),
    ("2021-05-01", "2021-05-01", "Le 1er mai 2021"),
  ])
  func periods(_ first: String, _ last: String, _ text: String) throws {
    #expect(wording.lead(try lead(first, last)).contains(" \(text), la compétition en ligne"))
  }

  @Test(arguments: [
    (0, "0 personne participante"), (1, "1 personne participante"), (2, "2 personnes participantes"),
    (1250, "1\u{A0}250 personnes participantes"),
  ])
  func zeroAndOneTakeTheSingular(_ people: Int, _ text: String) throws {
    let facts = wording.quickFacts(try lead("2021-05-07", "2021-05-17", people, 0), languages: [.english, .french])
    #expect(facts.facts == [text, "11 jours en ligne", "en anglais et en français"])
  }

  @Test func theWeekdayIsWrittenSmallAndTheNameInGuillemets() throws {
    let sentence = wording.lead(try lead("2021-05-07", "2021-05-17"))
    #expect(
      sentence.hasPrefix(
        "Les équipes lauréates de l’événement «\u{A0}E\u{A0}» ont été dévoilées le vendredi 4 juin 2021."))
  }

  @Test func noStraightApostropheAndNoPlainSpaceBeforeAColon() throws {
    let text = try AnnouncementService().render(try Sample.facts(), in: .french, as: .text)
    #expect(!text.contains("'"))
    #expect(!text.replacing("Texte français :", with: "").contains(" :"))
    #expect(!text.contains(" ;"))
  }
}

private func lead(
  _ first: String, _ last: String, _ people: Int = 75, _ nationalities: Int = 16
) throws -> AnnouncementLead {
  AnnouncementLead(
    event: "E", purpose: nil, mode: "online", days: try Sample.day(first)...Sample.day(last),
    announcedOn: try Sample.day("2021-06-04"), participants: people, nationalities: nationalities)
}
