public import Announcement
public import Audit
public import CanonicalJSON
public import Events
import ImportStaging
public import Participants
public import Postgres
public import Teams
public import Vocabulary

/// Takes people's identities out of every room that holds them; that they took part, and the log's hashes, stay.
public struct PersonErasure: Sendable {
  /// What goes.
  public struct Plan: Equatable, Sendable {
    public let people: [PersonToErase]
    public let origins: Int
    public let invitations: Int
    public let values: Int
    /// Kept editions of announced facts in which a name is found.
    public let editions: Int
    /// Mentors and judges.
    public var volunteers = 0
  }

  private let announcement: AnnouncementService
  private let audit: AuditLog
  private let events: EventsService
  private let imports = ImportsService()
  private let participants: ParticipantsService
  private let teams: TeamsService
  private let volunteers: VolunteerErasure

  public init(
    announcement: AnnouncementService, audit: AuditLog, events: EventsService, participants: ParticipantsService,
    teams: TeamsService, volunteers: VolunteerErasure
  ) {
    self.announcement = announcement
    self.audit = audit
    self.events = events
    self.participants = participants
    self.teams = teams
    self.volunteers = volunteers
  }

  /// What would go with the person of this key; those who were removed with it too.
  public func plan(_ key: String, of event: EventID, in unit: UnitOfWork) throws -> Plan {
    try plan(participants.peopleToErase(key, of: event, in: unit), event, unit)
  }

  /// What would go with everybody.
  public func planForEverybody(of event: EventID, in unit: UnitOfWork) throws -> Plan {
    var plan = try plan(participants.everybodyToErase(of: event, in: unit), event, unit)
    plan.volunteers = try volunteers.count(of: event, in: unit)
    return plan
  }

  /// Takes out what was planned, in the same unit or a later one.
  public func erase(_ plan: Plan, of event: EventID, in unit: UnitOfWork) throws {
    let (numbers, keys) = (plan.people.map(\.number), plan.people.map(\.key))
    try participants.rememberAsErased(plan.people, of: event, in: unit)
    try announcement.redact(numbers, of: event, in: unit)
    try audit.erasePersonalValues(of: numbers, keys: keys, event, in: unit)
    try imports.forget(numbers, of: event, in: unit)
    try teams.forgetInvitations(of: numbers, event, in: unit)
    try participants.erase(plan.people, of: event, in: unit)
  }

  /// Takes out everybody, mentors and judges too, and lets the event state how many participants they were.
  /// - Returns: What went.
  public func eraseEverybody(of event: EventID, in unit: UnitOfWork) throws -> Plan {
    let plan = try planForEverybody(of: event, in: unit)
    try events.stateTotals(of: event, in: unit)
    try erase(plan, of: event, in: unit)
    try volunteers.eraseEverybody(of: event, in: unit)
    return plan
  }

  /// Everything that is held about one person, as one document.
  public func everything(about key: String, _ event: StoredEvent, in snapshot: Snapshot) throws -> JSON {
    let number = try participants.number(of: key, event.id, in: snapshot)
    return .object(
      [
        JSON.Member("event", .string(event.event.slug.text)),
        JSON.Member("participant", try participants.record(of: number, event.id, in: snapshot)),
      ] + (try teams.record(of: number, event.id, in: snapshot)) + [
        JSON.Member("certificates", try announcement.certificateRecord(of: number, event.id, in: snapshot)),
        JSON.Member("import_origins", try imports.record(of: number, event.id, in: snapshot)),
        JSON.Member("log", try audit.record(of: number, key: key, event.id, in: snapshot)),
      ])
  }

  private func plan(_ people: [PersonToErase], _ event: EventID, _ unit: UnitOfWork) throws -> Plan {
    let (numbers, keys) = (people.map(\.number), people.map(\.key))
    return Plan(
      people: people, origins: try imports.origins(of: numbers, event, in: unit),
      invitations: try teams.invitations(of: numbers, event, in: unit),
      values: try audit.personalValues(of: numbers, keys: keys, event, in: unit),
      editions: try announcement.editionsNaming(numbers, of: event, in: unit))
  }
}
