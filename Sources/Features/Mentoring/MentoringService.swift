public import Audit
import Lookup
public import Postgres
public import Vocabulary

/// Mentors, their time, and their sessions with teams.
public struct MentoringService: Sendable {
  let audit: AuditLog
  let store = MentorStore()
  let lookups = MentoringLookupStore()
  let availability = AvailabilityStore()
  let bookings = BookingStore()
  let sessions = SessionStore()
  let requests = RequestStore()
  let notes = NoteStore()
  let plans = PlanStore()
  let erased = ErasedPeopleStore()

  public init(audit: AuditLog) { self.audit = audit }

  /// Adds a mentor who is not there yet; the zone is the event's unless said otherwise.
  /// - Parameter takingErased: Whether somebody who asked to be erased may come back.
  /// - Throws: `ErasedPersonError` for somebody who may not.
  public func add(
    _ key: Slug, of event: EventID, in unit: UnitOfWork, takingErased: Bool = false,
    _ describe: (inout Mentor) throws -> Void
  ) throws {
    if try store.find(key.text, of: event, in: unit) != nil {
      guard try isErased(key, of: event, in: unit) else { throw MentoringError.alreadyThere(key) }
      try freeErasedKey(key, takingErased: takingErased, of: event, in: unit)
    }
    var mentor = Mentor(key: key, name: "", timeZone: try ZoneStore.zone(of: event, in: unit))
    try describe(&mentor)
    try check(mentor, in: unit)
    if !takingErased { try erased.refuse(identities(of: mentor), of: .mentor, event, in: unit) }
    let id = try refusingTakenEmail(of: mentor) { try store.insert(mentor, of: event, in: unit) }
    try audit.created(StoredMentor(id: id, mentor: mentor), of: event, in: unit)
  }

  /// Changes some of what is known of a mentor, or adds one whom nobody knows.
  /// - Parameter takingErased: Whether somebody who asked to be erased may come back.
  /// - Throws: `ErasedPersonError` for somebody who may not.
  public func set(
    _ key: Slug, of event: EventID, in unit: UnitOfWork, takingErased: Bool = false,
    _ describe: (inout Mentor) throws -> Void
  ) throws -> Outcome {
    guard let old = try store.find(key.text, of: event, in: unit), try !isErased(key, of: event, in: unit) else {
      try add(key, of: event, in: unit, takingErased: takingErased, describe)
      return .created
    }
    var new = old
    try describe(&new.mentor)
    guard old != new else { return .unchanged }
    try check(new.mentor, in: unit)
    if !takingErased {
      try erased.refuse(
        identities(of: new.mentor), unless: identities(of: old.mentor), of: .mentor, event, in: unit)
    }
    try refusingTakenEmail(of: new.mentor) { try store.update(new.mentor, of: event, in: unit) }
    try audit.updated(from: old, to: new, of: event, in: unit)
    return .updated
  }

  /// The mentors by name.
  public func all(of event: EventID, in snapshot: Snapshot) throws -> [MentorDetails] {
    try store.all(of: event, in: snapshot)
  }

  /// One mentor with their hours.
  public func mentor(_ key: String, of event: EventID, in snapshot: Snapshot) throws -> MentorDetails {
    guard let mentor = try store.all(of: event, only: key, in: snapshot).first else {
      throw try unknownMentor(key, of: event, in: snapshot)
    }
    return mentor
  }

  func locked(_ key: String, of event: EventID, in unit: UnitOfWork) throws -> StoredMentor {
    guard let mentor = try store.find(key, of: event, in: unit) else {
      throw try unknownMentor(key, of: event, in: unit)
    }
    return mentor
  }

  func team(_ key: String, of event: EventID, in snapshot: Snapshot) throws -> TeamID {
    guard let team = try lookups.team(key, of: event, in: snapshot) else {
      throw try unknownTeam(key, of: event, in: snapshot)
    }
    return team
  }

  func unknownMentor(_ key: String, of event: EventID, in snapshot: Snapshot) throws -> MentoringError {
    .unknownMentor(key, nearest: nearest(to: key, among: try store.keys(of: event, in: snapshot)))
  }

  func unknownTeam(_ key: String, of event: EventID, in snapshot: Snapshot) throws -> MentoringError {
    .unknownTeam(key, nearest: nearest(to: key, among: try lookups.teamKeys(of: event, in: snapshot)))
  }

  /// The zone that was asked for, or the event's.
  func zone(_ asked: String?, of event: EventID, in snapshot: Snapshot) throws -> String {
    guard let asked else { return try ZoneStore.zone(of: event, in: snapshot) }
    try ZoneStore.require(asked, in: snapshot)
    return asked
  }

  /// The one instant at which the clocks of a zone show this.
  func instant(_ time: LocalTime, in zone: String, _ snapshot: Snapshot) throws -> Timestamp {
    try single(try ZoneStore.instants(of: time, in: zone, snapshot), showing: time, in: zone)
  }

  func single(_ instants: [Timestamp], showing time: LocalTime, in zone: String) throws -> Timestamp {
    guard let first = instants.first else { throw MentoringError.timeSkipped(time, zone: zone) }
    guard instants.count == 1 else { throw MentoringError.timeTwice(time, zone: zone) }
    return first
  }

  private func isErased(_ key: Slug, of event: EventID, in unit: UnitOfWork) throws -> Bool {
    try MentorErasureStore().isErased(key.text, of: event, in: unit)
  }

  private func identities(of mentor: Mentor) -> [PersonIdentity] {
    PersonIdentity.of(key: mentor.key.text, mentor.email)
  }

  private func check(_ mentor: Mentor, in unit: UnitOfWork) throws {
    guard mentor.name.contains(where: { !$0.isWhitespace }) else { throw MentoringError.blankName(mentor.key) }
    if let word = mentor.expertise.first(where: { $0.contains(",") }) { throw MentoringError.commaInExpertise(word) }
    guard Mentor.slotMinutes.contains(mentor.slotMinutes) else { throw MentoringError.slotMinutes(mentor.slotMinutes) }
    try ZoneStore.require(mentor.timeZone, in: unit)
  }

  private func refusingTakenEmail<Result>(of mentor: Mentor, _ write: () throws -> Result) throws -> Result {
    do {
      return try write()
    } catch let error as PostgresError where error.constraint == "mentor_email_once" {
      throw MentoringError.takenEmail(mentor.key)
    }
  }
}
