public import Vocabulary

/// How far a result is on its way to the public.
public struct Publication: Equatable, Sendable {
  /// Whether two organisers approved the result.
  public var isApproved: Bool
  /// From when it is public; nil while nobody said.
  public var hour: PublicHour?
  /// Whether that hour has come, by the database's clock.
  public var isPublic: Bool

  public init(isApproved: Bool, hour: PublicHour?, isPublic: Bool) {
    self.isApproved = isApproved
    self.hour = hour
    self.isPublic = isPublic
  }
}

/// An hour by the clocks of an event's zone, with what is needed to say it in words.
public struct PublicHour: Equatable, Sendable {
  public var local: LocalTime
  /// What those clocks are called then, such as "EDT"; "UTC+3" where they have no name.
  public var zoneWord: String
  public var instant: Timestamp

  public init(_ local: LocalTime, zoneWord: String, at instant: Timestamp) {
    self.local = local
    self.zoneWord = zoneWord
    self.instant = instant
  }
}
