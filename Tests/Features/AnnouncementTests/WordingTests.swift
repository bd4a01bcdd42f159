import Testing
import Vocabulary

@testable import Announcement

@Suite struct EnglishWordingTests {
  let wording = EnglishWording()

  @Test(arguments: [
    (1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"), (21, "21st"),
    (22, "22nd"),
    (101, "101st"), (111, "111th"), (113, "113th"),
  ])
  func ordinals(_ rank: Int, _ text: String) {
    #expect(wording.rankHeading(rank, isShared: false, team: "T") == "\(text) place – T.")
  }

  @Test(
    arguments: [
      (500_000, "CAD", "a cash prize of $5,000"), (500_050, "CAD", "a cash prize of $5,000.50"),
      (100_000_000, "USD", "a cash prize of US$1,000,000"), (99_900, "EUR", "a cash prize of €999"),
      (5000, "JPY", "a cash prize of 5,000\u{A0}JPY"), (100, "GBP", "a cash prize of £1"),
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
    ("2021-06-04T14:00", "EDT", "June 4, 2021, 2:00\u{A0}p.m.\u{A0}EDT"),
    ("2021-06-04T10:30", "EDT", "June 4, 2021, 10:30\u{A0}a.m.\u{A0}EDT"),
    ("2021-06-04T12:00", "PDT", "June 4, 2021, noon\u{A0}PDT"),
    ("2021-06-04T00:00", "PDT", "June 4, 2021, midnight\u{A0}PDT"),
    ("2021-06-04T00:30", "+03", "June 4, 2021, 12:30\u{A0}a.m.\u{A0}UTC+03"),
    ("2021-06-04T12:30", "EDT", "June 4, 2021, 12:30\u{A0}p.m.\u{A0}EDT"),
  ])
  func moments(_ time: String, _ zone: String, _ text: String) throws {
    #expect(wording.moment(try Sample.hour(time, zone)) == text)
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
  func ordinalsAreFeminineAndHaveANoBreakSpaceBeforeTheColon(_ rank: Int, _ text: String) {
    #expect(wording.rankHeading(rank, isShared: false, team: "T") == "\(text) place\u{A0}: T.")
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
    ("2021-05-07", "2021-05-17", "Du 7 au 17\u{A0}mai 2021"),
    ("2021-05-01", "2021-06-02", "Du 1er\u{A0}mai au 2\u{A0}juin 2021"),
    ("2021-12-30", "2022-01-01", "Du 30\u{A0}décembre 2021 au 1er\u{A0}janvier 2022"),
    ("2021-05-01", "2021-05-01", "Le 1er\u{A0}mai 2021"),
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
    #expect(facts.words == [text, "11 jours en ligne", "en anglais et en français"].joined(separator: " · "))
  }

  @Test(arguments: [
    ("afin d’aider", " afin d’aider."), ("pour aider", " pour aider."), ("autour de la mer", " autour de la mer."),
    ("venues aider", ", venues aider."),
  ])
  func `no comma stands before a purpose`(_ purpose: String, _ end: String) throws {
    var lead = try lead("2021-05-07", "2021-05-17")
    lead.purpose = purpose
    #expect(wording.lead(lead).hasSuffix("nationalités" + end))
  }

  @Test func theWeekdayIsWrittenSmallAndTheNameInGuillemets() throws {
    let sentence = wording.lead(try lead("2021-05-07", "2021-05-17"))
    #expect(
      sentence.hasPrefix(
        "Les équipes lauréates de l’événement «\u{A0}E\u{A0}» ont été dévoilées vendredi. Du 7 au 17\u{A0}mai 2021, "))
  }

  @Test(arguments: [
    ("2021-06-04T14:00", "EDT", "4\u{A0}juin 2021 à 14\u{A0}h (HAE)"),
    ("2021-12-01T09:05", "EST", "1er\u{A0}décembre 2021 à 9\u{A0}h\u{A0}05 (HNE)"),
    ("2021-06-04T00:00", "+03", "4\u{A0}juin 2021 à 0\u{A0}h (UTC+03)"),
  ])
  func moments(_ time: String, _ zone: String, _ text: String) throws {
    #expect(wording.moment(try Sample.hour(time, zone)) == text)
  }

  @Test(arguments: [
    ("fall 2021", "à l’automne 2021"), ("winter 2022", "à l’hiver 2022"), ("spring 2022", "au printemps 2022"),
    ("summer 2022", "à l’été 2022"), ("2021-10", "en octobre 2021"), ("2021-10-01", "le 1er\u{A0}octobre 2021"),
    ("2022", "en 2022"),
  ])
  func invitations(_ when: String, _ text: String) {
    #expect(
      wording.invitation(to: "X", when: FuzzyDate(when))
        == "une invitation à l’événement «\u{A0}X\u{A0}», " + text)
  }
}

@Suite struct SpanishWordingTests {
  let wording = SpanishWording()

  @Test(arguments: [
    (1, "1.er"), (2, "2.º"), (3, "3.er"), (4, "4.º"), (11, "11.º"), (13, "13.er"), (21, "21.er"), (111, "111.º"),
  ])
  func ordinalsHaveAPointBeforeTheRaisedLetters(_ rank: Int, _ text: String) {
    #expect(wording.rankHeading(rank, isShared: false, team: "T") == "\(text) lugar: T.")
  }

  @Test(
    arguments: [
      (500_000, "CAD", "un premio en dinero de 5000\u{A0}dólares canadienses"),
      (1_250_050, "CAD", "un premio en dinero de 12\u{A0}500.50\u{A0}dólares canadienses"),
      (100, "USD", "un premio en dinero de 1\u{A0}dólar estadounidense"),
      (150, "USD", "un premio en dinero de 1.50\u{A0}dólares estadounidenses"),
      (99_900, "EUR", "un premio en dinero de 999\u{A0}euros"), (5000, "JPY", "un premio en dinero de 5000\u{A0}JPY"),
    ] as [(Int64, String, String)])
  func money(_ minorUnits: Int64, _ currency: String, _ text: String) throws {
    #expect(wording.moneyPrize(try Money(minorUnits: minorUnits, currency: currency), label: nil) == text)
  }

  @Test(arguments: [
    ("2021-05-07", "2021-05-17", "Del 7 al 17\u{A0}de mayo de 2021"),
    ("2021-05-01", "2021-06-02", "Del 1\u{A0}de mayo al 2\u{A0}de junio de 2021"),
    ("2021-12-30", "2022-01-01", "Del 30\u{A0}de diciembre de 2021 al 1\u{A0}de enero de 2022"),
    ("2021-05-01", "2021-05-01", "El 1\u{A0}de mayo de 2021"),
  ])
  func periods(_ first: String, _ last: String, _ text: String) throws {
    #expect(wording.lead(try lead(first, last)).contains(" \(text), la competencia en línea reunió a 75 personas"))
  }

  @Test(arguments: [
    (0, 0, "0 personas."), (1, 1, "1 persona de 1 nacionalidad."), (1250, 16, "1250 personas de 16 nacionalidades."),
    (12_500, 2, "12\u{A0}500 personas de 2 nacionalidades."),
  ])
  func numbers(_ people: Int, _ nationalities: Int, _ text: String) throws {
    #expect(wording.lead(try lead("2021-05-07", "2021-05-17", people, nationalities)).hasSuffix("reunió a " + text))
  }

  @Test(arguments: [
    ("Aurora", "y"), ("Isobar", "e"), ("hielo", "y"), ("Historia", "e"), ("Íntegra", "e"),
    ("«Iris»", "e"), ("IBM", "e"), ("7", "y"),
  ])
  func yBecomesEBeforeTheSoundOfAnI(_ name: String, _ word: String) {
    #expect(SpanishTables.and(before: name) == word)
  }

  @Test(arguments: [
    ("2021-06-04T14:00", "EDT", "4\u{A0}de junio de 2021 a las 14:00 (hora de verano oriental)"),
    ("2021-12-04T01:30", "EST", "4\u{A0}de diciembre de 2021 a la 1:30 (hora estándar oriental)"),
    ("2021-06-04T09:05", "-03", "4\u{A0}de junio de 2021 a las 9:05 (UTC-03)"),
  ])
  func moments(_ time: String, _ zone: String, _ text: String) throws {
    #expect(wording.moment(try Sample.hour(time, zone)) == text)
  }

  @Test func anUndisclosedAmountIsSaidToBeSo() {
    #expect(wording.moneyPrize(nil, label: nil) == "un premio en dinero (monto no divulgado)")
  }
}

private func lead(
  _ first: String, _ last: String, _ people: Int = 75, _ nationalities: Int = 16
) throws -> AnnouncementLead {
  AnnouncementLead(
    event: "E", purpose: nil, mode: .online, days: try Sample.day(first)...Sample.day(last),
    announcedOn: try Sample.day("2021-06-04"), participants: people, nationalities: nationalities)
}

@Suite struct EditionTests {
  @Test(arguments: [
    ("DataJam", "DataJam 2021"), ("DataJam 2021", "DataJam 2021"), ("2021 DataJam", "2021 DataJam"),
    ("DataJam 20210", "DataJam 20210 2021"), ("DataJam’21", "DataJam’21 2021"),
  ])
  func theYearIsSaidOnce(_ name: String, _ edition: String) {
    #expect(Announcement.edition(name, 2021) == edition)
    for language in Language.allCases {
      let title = Wordings.wording(of: language).title(event: name, year: 2021, winners: ["A"])
      #expect(title.hasPrefix(edition + (language == .french ? "\u{A0}:" : ":")))
    }
  }
}
