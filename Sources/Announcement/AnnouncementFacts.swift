public import Competition

/// The one set of facts from which every text of an announcement is rendered.
public struct AnnouncementFacts: Equatable, Sendable {
  public struct Event: Equatable, Sendable {
    public var key: String
    public var name: LocalizedText
    public var purpose: LocalizedText
    public var notice: LocalizedText
    public var mode: String
    public var startsOn: CalendarDate
    public var endsOn: CalendarDate
    public var announcedOn: CalendarDate?
    public var timeZone: String
    public var languages: [Language]
    public var participants: Int
    public var nationalities: Int
  }

  /// One placed team; teams that share a place stand behind each other.
  public struct Place: Equatable, Sendable {
    public var place: Int
    public var isShared: Bool
    public var team: String
    public var name: String
    public var city: LocalizedText
    public var about: LocalizedText
    public var summary: LocalizedText
    public var prizes: [Prize]
  }

  public struct Prize: Equatable, Sendable {
    public var key: String
    public var kind: String
    public var amount: Money?
    public var isUndisclosed: Bool
    public var label: LocalizedText
  }

  public struct Organisation: Equatable, Sendable {
    public var key: String
    public var role: String
    public var name: LocalizedText
    public var acronym: LocalizedText
  }

  public var event: Event
  public var places: [Place]
  public var organisations: [Organisation]
}
