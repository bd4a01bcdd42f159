import Postgres
import Vocabulary

/// What bookings are checked against, and how refusals are put into words.
extension MentoringService {
  /// What a booking names, and from when until when it is.
  func settle(
    _ booking: Booking, of event: EventID, in unit: UnitOfWork
  ) throws -> (BookingStore.Call, TimeSlot) {
    if let zone = booking.zone { _ = try self.zone(zone, of: event, in: unit) }
    if let minutes = booking.minutes, !Mentor.slotMinutes.contains(minutes) { throw BookingError.badMinutes(minutes) }
    guard let call = try bookings.call(booking, of: event, in: unit) else { throw MentoringError.noEvent }
    _ = try single(call.starts, showing: booking.start, in: call.zone)
    guard let stretch = call.stretch else { throw MentoringError.timeSkipped(booking.start, zone: call.zone) }
    return (call, stretch)
  }

  func numbers(
    of booking: Booking, _ call: BookingStore.Call, _ event: EventID, in unit: UnitOfWork
  ) throws -> MentorSession.Numbers {
    guard let mentor = call.mentor else { throw try unknownMentor(booking.mentor, of: event, in: unit) }
    guard let team = call.team else { throw try unknownTeam(booking.team, of: event, in: unit) }
    if let room = booking.room, call.room == nil {
      let known = try places.roomKeys(of: event, in: unit)
      throw MentoringError.unknownRoom(room, nearest: nearest(to: room, among: known))
    }
    return MentorSession.Numbers(mentor: mentor, team: team, room: call.room)
  }

  /// The rule in words, which tell nothing of the session that is in the way.
  func refusal(
    _ obstacle: Obstacle, _ booking: Booking, _ call: BookingStore.Call, _ stretch: TimeSlot
  ) -> BookingError {
    let time = stretch.localStart.clock
    return switch obstacle {
    case .mentorIsTaken: .taken(time: time, mentor: call.mentorName)
    case .mentorIsAway: .mentorIsAway(time: time, name: call.mentorName, mentor: booking.mentor)
    case .teamIsBusy: .teamIsBusy(time: time, team: booking.team)
    case .teamHasItsShare:
      .teamHasItsShare(day: call.day ?? stretch.localStart.day, team: booking.team, limit: call.limit)
    case .teamIsOut: .teamIsOut(booking.team)
    case .roomIsTaken: .roomIsTaken(time: time, room: booking.room ?? "")
    }
  }

  /// Puts the schema's own refusal into the same words.
  func refusing<Result>(
    _ booking: Booking, _ call: BookingStore.Call, _ stretch: TimeSlot, _ write: () throws -> Result
  ) throws -> Result {
    do {
      return try write()
    } catch let error as PostgresError {
      guard let obstacle = error.constraint.flatMap(Obstacle.init) else { throw error }
      throw refusal(obstacle, booking, call, stretch)
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
