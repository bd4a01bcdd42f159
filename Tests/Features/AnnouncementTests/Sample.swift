import Vocabulary

@testable import Announcement

/// Facts like those of the edition of 2021, and like those of an event with everything that can be announced.
enum Sample {
  static func texts(_ english: String, _ french: String, _ spanish: String) -> LocalizedText {
    LocalizedText([.english: english, .french: french, .spanish: spanish])
  }

  static func facts() throws -> AnnouncementFacts {
    let event = AnnouncementFacts.Event(
      key: "datajam-2021",
      name: texts(
        "DataJam Against Exploitation", "DataJam contre l’exploitation", "DataJam contra la Explotación"),
      purpose: texts(
        "to find technological solutions", "autour de solutions technologiques", "para encontrar soluciones técnicas"),
      notice: LocalizedText([.french: "Texte français\u{A0}: traduction."]), mode: .online,
      startsOn: try day("2021-05-07"), endsOn: try day("2021-05-17"), announcedOn: try day("2021-06-04"),
      timeZone: "America/Toronto", languages: [.english, .french], participants: 75, nationalities: 16)
    var money = AnnouncedPrize(key: "money", kind: .money)
    money.isUndisclosed = true
    var seat = AnnouncedPrize(key: "seat", kind: .seat)
    seat.label = texts(
      "a place in the IBM incubator", "une place à l’incubateur d’IBM", "un lugar en la incubadora de IBM")
    return AnnouncementFacts(
      resultVersion: 1, event: event,
      rankedTeams: [
        rank(1, winner(), prizes: [money, seat]), rank(2, second()), rank(3, third()),
      ], organisations: organisations())
  }

  private static func organisations() -> [AnnouncementFacts.Organisation] {
    [
      AnnouncementFacts.Organisation(
        key: "gov", role: .funder,
        name: texts("Government of Canada", "Gouvernement du Canada", "Gobierno de Canadá"), acronym: LocalizedText()),
      AnnouncementFacts.Organisation(
        key: "unodc", role: .partner,
        name: texts(
          "United Nations Office on Drugs and Crime", "Office des Nations Unies contre la drogue et le crime",
          "Oficina de las Naciones Unidas contra la Droga y el Delito"),
        acronym: texts("UNODC", "ONUDC", "UNODC"), address: "https://www.unodc.org"),
      AnnouncementFacts.Organisation(
        key: "ibm", role: .partner, name: texts("IBM", "IBM", "IBM"), acronym: texts("IBM", "IBM", "IBM")),
    ]
  }

  /// A tie on the first place, a shared prize, a prize of a track, a mention, the public's choice, a correction.
  static func richFacts() throws -> AnnouncementFacts {
    var facts = try facts()
    facts.event.mode = .hybrid
    facts.event.participants = 1250
    facts.event.addresses = texts("https://example.org/en", "https://example.org/fr", "https://example.org/es")
    facts.event.contact = "info@example.org"
    var share = AnnouncedPrize(key: "first", kind: .money)
    share.amount = try Money(minorUnits: 1_250_050, currency: "CAD")
    share.shares = 2
    var invitation = AnnouncedPrize(key: "invitation", kind: .invitation)
    invitation.target = "Pasos Libres"
    invitation.targetWhen = .season(.fall, year: 2021)
    facts.rankedTeams[0].prizes = [share, invitation]
    facts.rankedTeams[1].prizes = [share]
    facts.rankedTeams[1].rank = 1
    for index in 0...1 { facts.rankedTeams[index].isShared = true }
    facts.rankedTeams[0].team.projectAddress = "https://example.org/resist?a=1&b=2"
    var goods = AnnouncedPrize(key: "goods", kind: .goods)
    goods.label = texts("a trophy", "un trophée", "un trofeo")
    let health = AnnouncementFacts.OtherAward.Basis.track(key: "health", name: texts("Health", "Santé", "Salud"))
    facts.otherAwards = [
      AnnouncementFacts.OtherAward(basis: health, team: third(), prize: goods),
      AnnouncementFacts.OtherAward(basis: .specialAward, team: winner(), prize: goods),
      AnnouncementFacts.OtherAward(basis: .choice, team: second(), prize: goods),
    ]
    facts.relatedEditions = relatedEditions()
    facts.corrections = [
      AnnouncementFacts.Correction(
        number: 1, notedOn: try day("2021-06-05"),
        text: texts(
          "CDL Team is from Montreal.", "L’équipe CDL Team vient de Montréal.", "CDL Team es de Montreal."))
    ]
    return facts
  }

  /// A follow-up that is not in the database, a sister, and the edition before.
  private static func relatedEditions() -> [RelatedEdition] {
    var next = RelatedEdition(.followUp, title: "DataJam Pasos Libres")
    next.when = .season(.fall, year: 2021)
    var sister = RelatedEdition(.sister, key: "health-2021")
    (sister.name, sister.year) = (texts("Health Jam", "Jam Santé", "Jam de Salud"), 2021)
    var before = RelatedEdition(.follows, key: "datajam-2020")
    (before.name, before.year) = (texts("DataJam", "DataJam", "DataJam"), 2020)
    return [next, sister, before]
  }

  static func winner() -> AnnouncedTeam {
    var team = AnnouncedTeam(key: "buyer-resist", name: "Buyer Resist")
    team.city = texts("Vancouver", "Vancouver", "Vancouver")
    team.summary = texts(
      "A web app that compares ads.", "Une application Web qui compare des annonces.",
      "Una aplicación web que compara anuncios.")
    return team
  }

  static func second() -> AnnouncedTeam {
    var team = AnnouncedTeam(key: "scotiabank-ama", name: "Team Scotiabank AMA")
    team.city = texts("Toronto", "Toronto", "Toronto")
    team.about = texts("A team of five.", "Une équipe de cinq personnes.", "Un equipo de cinco personas.")
    team.members = 5
    return team
  }

  static func third() -> AnnouncedTeam {
    var team = AnnouncedTeam(key: "cdl-team", name: "CDL Team")
    team.city = texts("Montreal", "Montréal", "Montreal")
    return team
  }

  static func rank(
    _ number: Int, _ team: AnnouncedTeam, prizes: [AnnouncedPrize] = []
  ) -> AnnouncementFacts.RankedTeam {
    AnnouncementFacts.RankedTeam(rank: number, isShared: false, team: team, prizes: prizes)
  }

  static func day(_ text: String) throws -> CalendarDate {
    guard let day = CalendarDate(text) else { throw Unreadable(text: text) }
    return day
  }

  static func hour(_ text: String, _ zone: String = "EDT", at instant: Int64 = 1_622_829_600) throws -> PublicHour {
    guard let time = LocalTime(text) else { throw Unreadable(text: text) }
    return PublicHour(time, zoneWord: zone, at: Timestamp(microseconds: instant * 1_000_000))
  }

  static let feedback = LetterFeedback(
    scores: [
      LetterFeedback.Score(
        criterion: texts("Impact", "Retombées", "Impacto"), mean: Points(thousandths: 7500),
        maximum: Points(thousandths: 10_000))
    ], comments: ["Good data."])

  static let published = Publication(isApproved: true, hour: nil, isPublic: true)

  static func source(
    _ facts: AnnouncementFacts, _ language: Language, _ publication: Publication? = published
  ) throws -> AnnouncementSource {
    AnnouncementSource(
      facts: facts, language: language, wording: Wordings.wording(of: language), publication: publication,
      templates: try AnnouncementTemplates())
  }

  struct Unreadable: Error {
    let text: String
  }
}
