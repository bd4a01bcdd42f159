public import Audit
import CanonicalJSON
public import Vocabulary

/// One edition: its names, its days, and how far it has come.
public struct Event: Equatable, Sendable {
  public typealias Mode = EventMode

  /// Of how many minutes a grace period can be: a week at most.
  public static let gracePeriods = 0...10_080

  public let slug: Slug
  public var name: LocalizedText
  public var theme = LocalizedText()
  /// What the event is for, as it ends a sentence: "to turn data against human trafficking in Canada".
  public var purpose = LocalizedText()
  /// A line at the foot of what is published in that language, such as who translated it.
  public var notice = LocalizedText()
  public var mode = Mode.online
  /// An IANA name such as America/Toronto.
  public var timeZone: String
  public var startsOn: CalendarDate
  public var endsOn: CalendarDate
  public var announcedOn: CalendarDate?
  /// The first and the last day on which people can register.
  public var registrationFrom: CalendarDate?
  public var registrationTo: CalendarDate?
  /// Until when submissions are taken, by the clocks of the event's zone.
  public var deadline: LocalTime?
  /// For how many minutes after the deadline submissions are taken all the same.
  public var graceMinutes = 0
  public var judgingFrom: CalendarDate?
  public var judgingTo: CalendarDate?
  /// The languages in which the event publishes, in that order.
  public var languages: [Language]
  /// The most members that a team may have.
  public var teamSize = 6
  /// The fewest members that a team may have when the event starts running.
  public var teamMinimum = 1
  /// The most mentor sessions that a team may have on one day.
  public var mentorSessionsPerDay = 2
  /// Totals that were published, which stand beside the counted ones.
  public var statedParticipants: Int?
  public var statedNationalities: Int?

  public init(
    slug: Slug, name: LocalizedText, timeZone: String, startsOn: CalendarDate, endsOn: CalendarDate,
    languages: [Language]
  ) {
    self.slug = slug
    self.name = name
    self.timeZone = timeZone
    self.startsOn = startsOn
    self.endsOn = endsOn
    self.languages = languages
  }
}

extension Event: Audited {
  public static let auditNoun = "event"
  public var auditKey: String { slug.text }
  public var auditFields: [AuditField] {
    [
      AuditField("name", name.json), AuditField("theme", theme.json), AuditField("purpose", purpose.json),
      AuditField("notice", notice.json), AuditField("mode", mode.rawValue), AuditField("time zone", timeZone),
      AuditField("starts on", startsOn.description), AuditField("ends on", endsOn.description),
      AuditField("announced on", announcedOn?.description),
      AuditField("registration from", registrationFrom?.description),
      AuditField("registration to", registrationTo?.description), AuditField("deadline", deadline?.description),
      AuditField("grace minutes", graceMinutes),
      AuditField("judging from", judgingFrom?.description), AuditField("judging to", judgingTo?.description),
      AuditField("languages", .array(languages.map { .string($0.code) })),
      AuditField("team size", teamSize), AuditField("team minimum", teamMinimum),
      AuditField("mentor sessions per day", mentorSessionsPerDay),
      AuditField("stated participants", statedParticipants),
      AuditField("stated nationalities", statedNationalities),
    ]
  }
}

/// An event as it stands in the database.
public struct StoredEvent: Equatable, Sendable {
  public let id: EventID
  public let event: Event
  public let phase: Phase
  /// The instant of the deadline.
  public let submissionsDueAt: Timestamp?
}

/// What the tables hold of an event, beside what was stated of it.
public struct EventCounts: Equatable, Sendable {
  public let participants: Int
  public let nationalities: Int
  public let teams: Int
  public let submissions: Int
}

extension Event {
  /// Another edition with the same settings; its own days but the first and the last are left open, and so are the
  /// totals that were stated.
  public func cloned(as slug: Slug, from startsOn: CalendarDate, to endsOn: CalendarDate) -> Event {
    var event = Event(
      slug: slug, name: name, timeZone: timeZone, startsOn: startsOn, endsOn: endsOn, languages: languages)
    event.theme = theme
    event.purpose = purpose
    event.notice = notice
    event.mode = mode
    event.graceMinutes = graceMinutes
    event.teamSize = teamSize
    event.teamMinimum = teamMinimum
    event.mentorSessionsPerDay = mentorSessionsPerDay
    return event
  }
}
