import Audit
import Lookup
public import Postgres
public import Vocabulary

/// Lists and agendas, and what is said of sessions afterwards.
extension MentoringService {
  /// The sessions by time.
  /// - Parameter zone: Whose clocks tell the times; the event's where nil.
  public func sessions(
    of event: EventID, _ filter: SessionFilter = SessionFilter(), zone: String? = nil, in snapshot: Snapshot
  ) throws -> (zone: String, sessions: [MentorSession]) {
    if let mentor = filter.mentor { _ = try self.mentor(mentor, of: event, in: snapshot) }
    if let team = filter.team { _ = try self.team(team, of: event, in: snapshot) }
    let zone = try self.zone(zone, of: event, in: snapshot)
    return (zone, try sessions.all(of: event, filter, zone: zone, in: snapshot))
  }

  /// Whether the team has such a session already, booked or waiting.
  public func isBooked(_ booking: Booking, of event: EventID, in snapshot: Snapshot) throws -> Bool {
    var filter = SessionFilter()
    (filter.mentor, filter.team) = (booking.mentor, booking.team)
    let zone = try self.zone(booking.zone, of: event, in: snapshot)
    let start = try instant(booking.start, in: zone, snapshot)
    return try sessions.all(of: event, filter, zone: zone, in: snapshot).contains {
      $0.state != .cancelled && $0.slot.start == start
    }
  }

  /// What a mentor has booked, in the mentor's own zone unless another is given.
  public func agenda(
    ofMentor key: String, zone: String? = nil, of event: EventID, in snapshot: Snapshot
  ) throws -> PersonalAgenda {
    let mentor = try self.mentor(key, of: event, in: snapshot).mentor
    let zone = try self.zone(zone ?? mentor.timeZone, of: event, in: snapshot)
    var filter = SessionFilter()
    filter.mentor = key
    return PersonalAgenda(zone: zone, entries: try entries(filter, zone: zone, of: event, in: snapshot))
  }

  /// What a team has booked, beside the programme.
  public func agenda(
    ofTeam key: String, zone: String? = nil, of event: EventID, in snapshot: Snapshot
  ) throws -> PersonalAgenda {
    _ = try team(key, of: event, in: snapshot)
    let zone = try self.zone(zone, of: event, in: snapshot)
    var filter = SessionFilter()
    filter.team = key
    let own = try entries(filter, zone: zone, of: event, in: snapshot)
    let programme = try lookups.programme(of: event, zone: zone, in: snapshot)
    let entries = (own + programme).sorted { ($0.slot.start, $0.slot.end) < ($1.slot.start, $1.slot.end) }
    return PersonalAgenda(zone: zone, entries: entries)
  }

  /// Notes whether the team came.
  public func note(attended: Bool, at number: Int, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    try judge(number, of: event, in: unit) { $0.attended = attended }
  }

  /// Keeps a short word on a session, a rating from 1 to 5, or both; what is nil stays.
  public func keep(
    feedback: String?, rating: Int?, on number: Int, of event: EventID, in unit: UnitOfWork
  ) throws -> Outcome {
    let text = feedback.flatMap { $0.contains { !$0.isWhitespace } ? $0 : nil }
    guard text != nil || rating != nil else { throw BookingError.blankFeedback }
    if let rating, !MentorSession.ratings.contains(rating) { throw BookingError.badRating(rating) }
    try TextTooLong.check(text ?? "", "feedback", most: 500)
    return try judge(number, of: event, in: unit) { session in
      session.feedback = text ?? session.feedback
      session.rating = rating ?? session.rating
    }
  }

  private func entries(
    _ filter: SessionFilter, zone: String, of event: EventID, in snapshot: Snapshot
  ) throws -> [AgendaEntry] {
    try sessions.all(of: event, filter, zone: zone, in: snapshot).filter { $0.state != .cancelled }.map {
      AgendaEntry(what: .mentorSession($0), slot: $0.slot, room: $0.room)
    }
  }

  private func judge(
    _ number: Int, of event: EventID, in unit: UnitOfWork, _ change: (inout MentorSession) -> Void
  ) throws -> Outcome {
    try sessions.lockRow(MentorSessionID(Int64(number)), of: event, in: unit)
    let zone = try ZoneStore.zone(of: event, in: unit)
    let old = try session(number, zone: zone, of: event, in: unit)
    guard old.state == .booked else { throw BookingError.notBooked(number, old.state) }
    var new = old
    change(&new)
    guard old != new else { return .unchanged }
    try sessions.judge(new, of: event, in: unit)
    try audit.updated(from: old, to: new, of: event, in: unit)
    return .updated
  }
}
