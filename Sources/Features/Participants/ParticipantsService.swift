public import Audit
import Lookup
public import Postgres
public import Vocabulary

/// The people who take part in an event.
public struct ParticipantsService: Sendable {
  /// How many there are, as far as the rows tell.
  public struct Count: Equatable, Sendable {
    public let people: Int
    public let nationalities: Int
  }

  let audit: AuditLog
  let store = ParticipantStore()
  let attendance = AttendanceStore()
  let erased = ErasedPeopleStore()

  public init(audit: AuditLog) { self.audit = audit }

  /// Adds or changes a participant.
  /// - Throws: `ErasedPersonError` for somebody who asked to be erased.
  public func set(_ participant: Participant, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    guard let found = try store.find(participant.key.text, of: event, in: unit) else {
      try erased.refuse(
        PersonIdentity.of(key: participant.key.text, participant.email), of: .participant, event, in: unit)
      let id = try store.newNumber(of: event, in: unit).id
      try insert(participant, as: id, of: event, in: unit)
      return .created
    }
    return try update(try whole(found), to: participant, of: event, in: unit)
  }

  /// Adds a participant who is not there yet.
  /// - Parameters:
  ///   - key: Nil makes one of the participant's number, which tells nobody's name.
  ///   - takingErased: Whether somebody who asked to be erased may come back.
  /// - Returns: The participant as kept.
  /// - Throws: `ErasedPersonError` for somebody who may not.
  public func add(
    _ key: Slug?, of event: EventID, in unit: UnitOfWork, takingErased: Bool = false,
    _ describe: (inout Participant) throws -> Void
  ) throws -> Participant {
    if let key, let found = try store.find(key.text, of: event, in: unit) {
      guard found.isErased else { throw ParticipantError.alreadyThere(key) }
      guard takingErased else { throw ErasedPersonError(kind: .participant, identity: .key(key.text)) }
      try freeKey(key.text, of: event, in: unit)
    }
    let new = try store.newNumber(of: event, in: unit)
    var participant = Participant(key: key ?? new.key, displayName: "")
    try describe(&participant)
    if !takingErased {
      try erased.refuse(identities(of: participant, called: key), of: .participant, event, in: unit)
    }
    try insert(participant, as: new.id, of: event, in: unit)
    return participant
  }

  /// Changes some of what is known of a participant; two who do so at once both have their way.
  /// - Parameter takingErased: Whether the address may be that of somebody who asked to be erased.
  public func edit(
    _ key: String, of event: EventID, in unit: UnitOfWork, takingErased: Bool = false,
    _ change: (inout Participant) throws -> Void
  ) throws -> Outcome {
    let old = try locked(key, of: event, in: unit)
    var participant = old.participant
    try change(&participant)
    return try update(old, to: participant, takingErased: takingErased, of: event, in: unit)
  }

  /// The participants by name.
  public func all(
    of event: EventID, _ filter: ParticipantFilter = ParticipantFilter(), in snapshot: Snapshot
  ) throws -> [Registration] {
    if let team = filter.team {
      let known = try store.teamKeys(of: event, in: snapshot)
      guard known.contains(team) else {
        throw ParticipantError.unknownTeam(team, nearest: nearest(to: team, among: known))
      }
    }
    return try store.all(of: event, in: snapshot).filter(filter.takes)
  }

  /// All that is known of one participant.
  public func registration(_ key: String, of event: EventID, in snapshot: Snapshot) throws -> Registration {
    if let registration = try store.all(of: event, only: key, in: snapshot).first { return registration }
    if try store.hasErased(key, of: event, in: snapshot) { throw ParticipantError.erased(key) }
    throw try unknown(key, of: event, in: snapshot)
  }

  /// The participant of this key, locked until the unit ends.
  func locked(_ key: String, of event: EventID, in unit: UnitOfWork) throws -> Registration {
    guard let found = try store.find(key, of: event, in: unit) else {
      throw try unknown(key, of: event, in: unit)
    }
    return try whole(found)
  }

  private func unknown(_ key: String, of event: EventID, in snapshot: Snapshot) throws -> ParticipantError {
    .unknown(key, nearest: nearest(to: key, among: try store.keys(of: event, in: snapshot)))
  }

  private func whole(_ found: ParticipantStore.Found) throws -> Registration {
    guard !found.isErased else { throw ParticipantError.erased(found.registration.participant.key.text) }
    return found.registration
  }

  private func identities(of participant: Participant, called key: Slug?) -> [PersonIdentity] {
    [key.map { .key($0.text) }, participant.email.map { .address($0) }, .name(participant.displayName)]
      .compactMap(\.self)
  }

  private func insert(
    _ participant: Participant, as id: ParticipantID, of event: EventID, in unit: UnitOfWork
  ) throws {
    try requireName(of: participant)
    try refusingTakenEmail(of: participant) { try store.insert(participant, as: id, of: event, in: unit) }
    try audit.created(Registration(id: id, participant: participant), of: event, in: unit)
  }

  private func update(
    _ old: Registration, to participant: Participant, takingErased: Bool = false, of event: EventID,
    in unit: UnitOfWork
  ) throws -> Outcome {
    try requireName(of: participant)
    guard old.participant != participant else { return .unchanged }
    if !takingErased {
      let key = participant.key.text
      try erased.refuse(
        PersonIdentity.of(key: key, participant.email), unless: PersonIdentity.of(key: key, old.participant.email),
        of: .participant, event, in: unit)
    }
    try refusingTakenEmail(of: participant) { try store.update(participant, old.id, of: event, in: unit) }
    var new = old
    new.participant = participant
    try audit.updated(from: old, to: new, of: event, in: unit)
    return .updated
  }

  private func requireName(of participant: Participant) throws {
    guard participant.displayName.contains(where: { !$0.isWhitespace }) else {
      throw ParticipantError.blankName(participant.key)
    }
  }

  private func refusingTakenEmail(of participant: Participant, _ write: () throws -> Void) throws {
    do {
      try write()
    } catch let error as PostgresError where error.constraint == "participant_email_once" {
      throw ParticipantError.emailTaken(participant.email?.text ?? "")
    }
  }
}
