public import Audit
public import Competition
public import Postgres

/// The people who take part in an event.
public struct ParticipantsService: Sendable {
  /// How many there are, as far as the rows tell.
  public struct Count: Equatable, Sendable {
    public let people: Int
    public let nationalities: Int
  }

  let audit: AuditLog
  private let store = ParticipantStore()

  public init(audit: AuditLog) { self.audit = audit }

  /// Adds or changes a participant.
  public func set(_ participant: Participant, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    guard participant.displayName.contains(where: { !$0.isWhitespace }) else {
      throw ParticipantError.blankName(participant.key)
    }
    do {
      guard let old = try store.find(participant.key, of: event, in: unit) else {
        try store.insert(participant, of: event, in: unit)
        try audit.created(participant, of: event, in: unit)
        return .created
      }
      guard old != participant else { return .unchanged }
      try store.update(participant, of: event, in: unit)
      try audit.updated(from: old, to: participant, of: event, in: unit)
      return .updated
    } catch let error as PostgresError where error.constraint == "participant_email_once" {
      throw ParticipantError.emailTaken(participant.email?.text ?? "")
    }
  }

  /// Every participant by name.
  public func all(of event: EventID, in snapshot: Snapshot) throws -> [Participant] {
    try store.all(of: event, in: snapshot)
  }

  public func count(of event: EventID, in snapshot: Snapshot) throws -> Count {
    try store.count(of: event, in: snapshot)
  }
}
