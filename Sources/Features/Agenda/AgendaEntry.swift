public import AgendaFormats
public import Vocabulary

/// A session of the draft with what surrounds it.
public struct AgendaEntry: Equatable, Sendable {
  public let session: AgendaSession
  public let start: Moment
  public let end: Moment
  /// What the clocks of its zone are called then.
  public let zoneWord: String
  public let room: Room?
  public let speakers: [Speaker]

  /// As it would be published.
  public var published: PublishedSession {
    var shown = PublishedSession(
      key: session.key.text, number: PublishedSession.number(of: session.key.text), start: start, end: end,
      timeZone: session.timeZone)
    shown.kind = session.kind
    shown.title = session.title
    shown.objective = session.objective
    shown.languages = session.languages.map(\.code)
    shown.audience = session.audience
    shown.zoneWord = zoneWord
    shown.room = room.map { PublishedRoom(key: $0.key.text, name: $0.name, capacity: $0.capacity, url: $0.url) }
    shown.url = session.url
    shown.registerURL = session.registerURL
    shown.capacity = session.capacity
    shown.speakers = speakers.map(\.published)
    shown.isCancelled = session.isCancelled
    return shown
  }

  /// A name for lists that organisers read.
  public func title(preferring languages: [Language]) -> String {
    (session.title.isEmpty ? session.objective : session.title).text(preferring: languages)
  }
}

/// When a session takes place by the clocks of some zone.
public struct SessionHours: Equatable, Sendable {
  public let start: Moment
  public let end: Moment
  public let zoneWord: String
}

/// What an agenda needs to know of its event.
public struct AgendaEvent: Equatable, Sendable {
  public let slug: String
  public let name: LocalizedText
  public let timeZone: String
  public let startsOn: CalendarDate
  public let endsOn: CalendarDate
  public let languages: [Language]
}
