public import Vocabulary

/// An agenda as it was published, with all that a calendar needs to show it anywhere.
public struct PublishedAgenda: Equatable, Sendable {
  /// The event's slug.
  public let event: String
  public let name: LocalizedText
  public let startsOn: CalendarDate
  public let endsOn: CalendarDate
  public let timeZone: String
  /// Which version this is, counted from 1.
  public let version: Int
  public let publishedAt: Timestamp
  /// By their start, those that were cancelled among them.
  public let sessions: [PublishedSession]
  /// The zones of the sessions.
  public let zones: [ZoneHistory]

  public init(
    event: String, name: LocalizedText, startsOn: CalendarDate, endsOn: CalendarDate, timeZone: String, version: Int,
    publishedAt: Timestamp, sessions: [PublishedSession], zones: [ZoneHistory]
  ) {
    self.event = event
    self.name = name
    self.startsOn = startsOn
    self.endsOn = endsOn
    self.timeZone = timeZone
    self.version = version
    self.publishedAt = publishedAt
    self.sessions = sessions.sorted { ($0.start, $0.end, $0.key) < ($1.start, $1.end, $1.key) }
    self.zones = zones
  }

  /// Only what this audience may see. Those who take part see the public sessions too, and of a session that was public
  /// once only what it is now.
  public func shown(to audience: PublishedSession.Audience) -> PublishedAgenda {
    let own = Set(sessions.filter { $0.audience == .participants && !$0.isCancelled }.map(\.key))
    let shown = sessions.filter { session in
      audience == .public
        ? session.audience == .public : session.audience == .participants || !own.contains(session.key)
    }
    var keys: Set<String> = []
    // Of two faces of one session the one that lives is shown.
    let once = shown.sorted { !$0.isCancelled && $1.isCancelled }.filter { keys.insert($0.key).inserted }
    return PublishedAgenda(
      event: event, name: name, startsOn: startsOn, endsOn: endsOn, timeZone: timeZone, version: version,
      publishedAt: publishedAt, sessions: once, zones: zones)
  }

  /// The sessions that take place.
  var live: [PublishedSession] { sessions.filter { !$0.isCancelled } }

  /// The event's name; proper names stand in another language where they have none in this one.
  func name(in language: Language) -> String { name[language] ?? name.anyText }
}
