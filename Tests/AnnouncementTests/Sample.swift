import Competition

@testable import Announcement

/// Facts like those of the edition of 2021.
enum Sample {
  static func facts() throws -> AnnouncementFacts {
    func both(_ english: String, _ french: String) -> LocalizedText {
      LocalizedText([.english: english, .french: french])
    }
    let event = AnnouncementFacts.Event(
      key: "datajam-2021", name: both("DataJam Against Exploitation", "DataJam contre l’exploitation"),
      purpose: both("to find technological solutions", "autour de solutions technologiques"),
      notice: LocalizedText([.french: "Texte français : traduction."]), mode: "online",
      startsOn: try day("2021-05-07"), endsOn: try day("2021-05-17"), announcedOn: try day("2021-06-04"),
      timeZone: "America/Toronto", languages: [.english, .french], participants: 75, nationalities: 16)
    let prizes = [
      AnnouncementFacts.Prize(key: "money", kind: "money", amount: nil, isUndisclosed: true, label: LocalizedText()),
      AnnouncementFacts.Prize(
        key: "seat", kind: "seat", amount: nil, isUndisclosed: false,
        label: both("a place in the IBM incubator", "une place à l’incubateur d’IBM")),
    ]
    func place(
      _ number: Int, _ key: String, _ name: String, _ city: LocalizedText, about: LocalizedText = LocalizedText(),
      summary: LocalizedText = LocalizedText(), prizes: [AnnouncementFacts.Prize] = []
    ) -> AnnouncementFacts.Place {
      AnnouncementFacts.Place(
        place: number, isShared: false, team: key, name: name, city: city, about: about, summary: summary,
        prizes: prizes)
    }
    return AnnouncementFacts(
      event: event,
      places: [
        place(
          1, "buyer-resist", "Buyer Resist", both("Vancouver", "Vancouver"),
          summary: both("A web app that compares ads.", "Une application Web qui compare des annonces."), prizes: prizes
        ),
        place(
          2, "scotiabank-ama", "Team Scotiabank AMA", both("Toronto", "Toronto"),
          about: both("A team of five.", "Une équipe de cinq personnes.")),
        place(3, "cdl-team", "CDL Team", both("Montreal", "Montréal")),
      ],
      organisations: [
        AnnouncementFacts.Organisation(
          key: "gov", role: "funder", name: both("Government of Canada", "Gouvernement du Canada"),
          acronym: LocalizedText()),
        AnnouncementFacts.Organisation(
          key: "icpc", role: "partner",
          name: both(
            "International Centre for the Prevention of Crime",
            "Centre international pour la prévention de la criminalité"), acronym: both("ICPC", "CIPC")),
        AnnouncementFacts.Organisation(
          key: "ibm", role: "partner", name: both("IBM", "IBM"), acronym: both("IBM", "IBM")),
      ])
  }

  static func day(_ text: String) throws -> CalendarDate {
    guard let day = CalendarDate(text) else { throw UnreadableDay(text: text) }
    return day
  }

  struct UnreadableDay: Error {
    let text: String
  }
}
