import Postgres
import Vocabulary

/// What bookings are checked against, and how refusals are put into words.
extension MentoringService {
  /// What a booking names, and from when until when it is.
  func resolve(
    _ booking: Booking, of event: EventID, in unit: UnitOfWork
  ) throws -> (ResolvedBooking, TimeSlot) {
    if let zone = booking.zone { _ = try self.zone(zone, of: event, in: unit) }
    if let minutes = booking.minutes, !Mentor.slotMinutes.contains(minutes) { throw BookingError.badMinutes(minutes) }
    guard let resolved = try bookings.resolved(booking, of: event, in: unit) else { throw MentoringError.noEvent }
    _ = try single(resolved.starts, showing: booking.start, in: resolved.zone)
    guard let slot = resolved.slot else { throw MentoringError.timeSkipped(booking.start, zone: resolved.zone) }
    return (resolved, slot)
  }

  func ids(
    of booking: Booking, _ resolved: ResolvedBooking, _ event: EventID, in unit: UnitOfWork
  ) throws -> MentorSession.IDs {
    guard let mentor = resolved.mentor else { throw try unknownMentor(booking.mentor, of: event, in: unit) }
    guard let team = resolved.team else { throw try unknownTeam(booking.team, of: event, in: unit) }
    if let room = booking.room, resolved.room == nil {
      let known = try lookups.roomKeys(of: event, in: unit)
      throw MentoringError.unknownRoom(room, nearest: nearest(to: room, among: known))
    }
    return MentorSession.IDs(mentor: mentor, team: team, room: resolved.room)
  }

  /// The rule in words, which tell nothing of the session that is in the way.
  func refusal(
    _ conflict: BookingConflict, _ booking: Booking, _ resolved: ResolvedBooking, _ slot: TimeSlot
  ) -> BookingError {
    let time = slot.localStart.clock
    return switch conflict {
    case .mentorIsTaken: .taken(time: time, mentor: resolved.mentorName)
    case .mentorUnavailable: .mentorUnavailable(time: time, name: resolved.mentorName, mentor: booking.mentor)
    case .teamIsBusy: .teamIsBusy(time: time, team: booking.team)
    case .dailyLimitReached:
      .dailyLimitReached(day: resolved.day ?? slot.localStart.day, team: booking.team, limit: resolved.limit)
    case .teamNotActive: .teamNotActive(booking.team)
    case .roomIsTaken: .roomIsTaken(time: time, room: booking.room ?? "")
    }
  }

  /// Puts the schema's own refusal into the same words.
  func refusing<Result>(
    _ booking: Booking, _ resolved: ResolvedBooking, _ slot: TimeSlot, _ write: () throws -> Result
  ) throws -> Result {
    do {
      return try write()
    } catch let error as PostgresError {
      guard let conflict = error.constraint.flatMap(BookingConflict.init) else { throw error }
      throw refusal(conflict, booking, resolved, slot)
    }
  }

  /// The session of this number.
  func session(_ number: Int, zone: String, of event: EventID, in snapshot: Snapshot) throws -> MentorSession {
    let id = MentorSessionID(Int64(number))
    guard let session = try sessions.all(of: event, only: id, zone: zone, in: snapshot).first else {
      throw BookingError.unknownSession(number)
    }
    return session
  }
}
