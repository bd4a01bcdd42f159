public import Vocabulary

/// A session of an agenda as it was published.
public struct PublishedSession: Equatable, Sendable {
  public enum Audience: String, CaseIterable, Sendable {
    /// Anybody may come.
    case `public`
    /// Only those who take part.
    case participants
  }

  public enum Kind: String, CaseIterable, Sendable {
    case talk, panel, workshop, ceremony, social, other
  }

  /// Stays the same as long as the session lives, whatever else of it changes.
  public let key: String
  /// A whole number that no other session of the event has, for forms that need one.
  public var number: Int
  public var kind = Kind.talk
  public var title = LocalizedText()
  public var objective = LocalizedText()
  /// ISO 639 codes of the languages that are spoken.
  public var languages: [String] = []
  public var audience = Audience.participants
  public var start: Moment
  public var end: Moment
  /// The IANA zone in which it was planned.
  public var timeZone: String
  /// What that zone's clocks are called then, such as "EDT".
  public var zoneWord = ""
  public var room: PublishedRoom?
  /// Where one joins.
  public var url: String?
  public var registerURL: String?
  public var capacity: Int?
  public var speakers: [PublishedSpeaker] = []
  /// Called off, taken out or no longer open to this audience; calendars that hold it have to hear of it.
  public var isCancelled = false
  /// How often it changed since it was first published (RFC 5545, SEQUENCE).
  public var sequence = 0
  /// When it last changed.
  public var changedAt = Timestamp(microseconds: 0)

  public init(key: String, number: Int, start: Moment, end: Moment, timeZone: String) {
    self.key = key
    self.number = number
    self.start = start
    self.end = end
    self.timeZone = timeZone
  }

  /// Whether both take place at some moment; one that ends when the other starts does not.
  public func overlaps(_ other: PublishedSession) -> Bool { start < other.end && other.start < end }
}

/// Where a session takes place.
public struct PublishedRoom: Equatable, Sendable {
  public let key: String
  public let name: LocalizedText
  public let capacity: Int?
  /// Where one joins, when the room is a virtual one.
  public let url: String?

  public init(key: String, name: LocalizedText, capacity: Int? = nil, url: String? = nil) {
    self.key = key
    self.name = name
    self.capacity = capacity
    self.url = url
  }

  /// A room's name is a proper name: where it has none in a language, its name in another one is used.
  func name(in language: Language) -> String { name[language] ?? name.anyText }
}

/// Somebody who speaks, as far as that may be told.
public struct PublishedSpeaker: Equatable, Sendable {
  /// What somebody is, and where; either may be missing.
  public struct Affiliation: Equatable, Sendable {
    public let role: LocalizedText
    /// A proper name: where it has none in a language, its name in another one is used.
    public let organisation: LocalizedText
    /// Whether it is the speaker's second one.
    public let isSecond: Bool

    public init(role: LocalizedText, organisation: LocalizedText, isSecond: Bool = false) {
      self.role = role
      self.organisation = organisation
      self.isSecond = isSecond
    }

    func text(in language: Language) -> String {
      [role[language] ?? "", organisation[language] ?? organisation.anyText].filter { !$0.isEmpty }
        .joined(separator: ", ")
    }
  }

  /// Nil for somebody who is not named.
  public let name: String?
  public let affiliations: [Affiliation]

  public init(name: String?, affiliations: [Affiliation]) {
    self.name = name
    self.affiliations = affiliations
  }

  /// "Ann Champoux, Director General, ICPC"; only the role of somebody who is not named.
  public func text(in language: Language) -> String {
    [name ?? "", affiliation(in: language)].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// What and where, the second affiliation behind the first.
  public func affiliation(in language: Language) -> String {
    affiliations.map { $0.text(in: language) }.filter { !$0.isEmpty }.joined(separator: "; ")
  }
}
