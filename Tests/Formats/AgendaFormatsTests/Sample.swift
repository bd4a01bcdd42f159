import AgendaFormats
import Vocabulary

/// An agenda of one talk in the open, one for participants and one that was called off.
enum Sample {
  static func moment(_ text: String) -> Moment {
    guard let moment = Moment(text) else { preconditionFailure("\(text) is no moment") }
    return moment
  }

  static func clock(_ text: String) -> LocalTime {
    guard let time = LocalTime(text) else { preconditionFailure("\(text) is no time") }
    return time
  }

  static func session(_ key: String, number: Int, from start: String, to end: String) -> PublishedSession {
    var session = PublishedSession(
      key: key, number: number, start: moment(start), end: moment(end), timeZone: "America/Toronto")
    session.zoneWord = "EDT"
    session.audience = .public
    session.changedAt = Timestamp(microseconds: 1_620_000_000_000_000)
    return session
  }

  static var opening: PublishedSession {
    var session = session("opening", number: 1, from: "2021-05-08T10:30:00-04:00", to: "2021-05-08T11:15:00-04:00")
    session.title = LocalizedText([
      .english: "Opening; with, commas\\ and a very long title about données ouvertes – 漢字 👩🏽‍💻 that has to be folded",
      .french: "Ouverture <officielle> & *fête*",
    ])
    session.objective = LocalizedText([.english: "Line one\nLine two", .french: "Pourquoi"])
    session.languages = ["en", "fr"]
    session.room = PublishedRoom(
      key: "salle-a", name: LocalizedText([.french: "Salle A"]), capacity: 40, url: "https://example.org/join")
    session.registerURL = "https://example.org/register?a=1&b=2"
    session.speakers = [
      PublishedSpeaker(
        name: "Laura Rodriguez",
        affiliations: [
          .init(role: text("Student", "Étudiante"), organisation: LocalizedText([.english: "Andes"])),
          .init(
            role: text("Co-founder", "Cofondatrice"), organisation: LocalizedText([.english: "Aleph"]), isSecond: true),
        ]),
      PublishedSpeaker(
        name: nil,
        affiliations: [.init(role: text("Survivor", "Personne survivante"), organisation: LocalizedText())]),
    ]
    return session
  }

  private static func text(_ english: String, _ french: String) -> LocalizedText {
    LocalizedText([.english: english, .french: french])
  }

  static var closed: PublishedSession {
    var session = session("closed", number: 2, from: "2021-05-08T11:15:00-04:00", to: "2021-05-08T12:00:00-04:00")
    session.audience = .participants
    session.title = LocalizedText([.english: "Secret briefing"])
    return session
  }

  static var cancelled: PublishedSession {
    var session = session("off", number: 3, from: "2021-05-09T14:30:00-04:00", to: "2021-05-09T16:00:00-04:00")
    session.kind = .panel
    session.isCancelled = true
    session.sequence = 2
    return session
  }

  static func agenda(_ sessions: [PublishedSession] = [opening, closed, cancelled]) -> PublishedAgenda {
    PublishedAgenda(
      event: "jam", name: LocalizedText([.english: "Jam", .french: "Le jam"]), startsOn: opening.start.local.day,
      endsOn: cancelled.end.local.day, timeZone: "America/Toronto", version: 4,
      publishedAt: Timestamp(microseconds: 1_620_100_000_000_000), sessions: sessions,
      zones: [
        ZoneHistory(
          zone: "America/Toronto",
          observances: [
            .init(onset: clock("2021-01-01T00:00"), before: -300, after: -300, word: "EST"),
            .init(onset: clock("2021-03-14T02:00"), before: -300, after: -240, word: "EDT"),
            .init(onset: clock("2021-11-07T02:00"), before: -240, after: -300, word: "EST"),
          ])
      ])
  }
}
