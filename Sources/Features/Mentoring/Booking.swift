public import Vocabulary

/// A session that somebody asks for.
public struct Booking: Sendable {
  public var mentor: String
  public var team: String
  /// What the clocks of the zone show at its start.
  public var start: LocalTime
  /// The zone of `start`; the event's where nil.
  public var zone: String?
  /// The mentor's slot length where nil.
  public var minutes: Int?
  public var room: String?
  /// Whether to wait when the mentor has another session then.
  public var mayWait = false
  /// The instant of the start, where it is known.
  var instant: Timestamp?

  public init(mentor: String, team: String, start: LocalTime) {
    self.mentor = mentor
    self.team = team
    self.start = start
  }
}

/// What is to change of a session; what is nil stays.
public struct Rebooking: Sendable {
  public var mentor: String?
  public var start: LocalTime?
  public var zone: String?
  public var minutes: Int?
  /// "" takes the room away.
  public var room: String?

  public init() {}
}

/// What a change of a session led to.
public struct BookingResult: Equatable, Sendable {
  public let session: MentorSession
  /// The sessions that moved up from the waiting list.
  public let movedUp: [MentorSession]
}

/// A rule that a booking would break, by the name of its constraint in the schema.
enum BookingConflict: String {
  case teamNotActive = "team_is_active"
  case mentorUnavailable = "mentor_is_available"
  case teamIsBusy = "team_free"
  case dailyLimitReached = "team_within_daily_limit"
  case roomIsTaken = "room_free"
  case mentorIsTaken = "mentor_free"
}

/// What a booking names, as it is kept; nil for what nobody knows.
struct ResolvedBooking {
  let mentor: MentorID?
  let mentorName: String
  let team: TeamID?
  let room: RoomID?
  let zone: String
  /// The first and the last of the instants at which the clocks show the start: the same, but where they are put back.
  let starts: [Timestamp]
  /// From the first of them; nil when the clocks skip the start.
  let slot: TimeSlot?
  /// The day of the event's zone.
  let day: CalendarDate?
  /// How many sessions a team may have on it.
  let limit: Int
}
