public import Audit
import CanonicalJSON
public import Vocabulary

/// A participant with all that is known of their taking part.
public struct Registration: Equatable, Sendable {
  /// What the log calls the participant: a key that an organiser chose may be a name.
  public let id: ParticipantID
  public var participant: Participant
  /// The key of the team.
  public var team: String?
  public var isCaptain = false
  public var registeredAt: Timestamp?
  public var checkedInAt: Timestamp?
  public var withdrawnAt: Timestamp?

  init(id: ParticipantID, participant: Participant) {
    self.id = id
    self.participant = participant
  }
}

extension Registration: Audited {
  public static let auditNoun = Participant.auditNoun
  public var auditKey: String { String(id.rawValue) }
  public var auditFields: [AuditField] {
    let person = participant
    let languages = person.languages.isEmpty ? nil : person.languages.joined(separator: " ")
    return [
      AuditField("key", person.key.text, isPersonal: true),
      AuditField("given name", person.givenName, isPersonal: true),
      AuditField("family name", person.familyName, isPersonal: true),
      AuditField("display name", person.displayName, isPersonal: true),
      AuditField("e-mail", person.email?.text, isPersonal: true),
      AuditField("country", person.country?.text, isPersonal: true), AuditField("city", person.city, isPersonal: true),
      AuditField("affiliation", person.affiliation, isPersonal: true),
      AuditField("languages", languages, isPersonal: true), AuditField("alias", person.alias, isPersonal: true),
      AuditField("registration source", person.registrationSource, isPersonal: true),
      AuditField("may be named", .bool(person.mayBeNamed)),
    ]
  }
}

extension Participant {
  /// What the log calls participants.
  public static let auditNoun = "participant"
}
