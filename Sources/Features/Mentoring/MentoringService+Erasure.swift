import Audit
import Lookup
public import Postgres
public import Vocabulary

/// How a mentor's identity is taken out; the sessions stay.
extension MentoringService {
  /// The ids of the mentors whose identity is still there, and of removed ones in the log.
  /// - Parameter key: Only those who have or had this one.
  /// - Throws: `MentoringError` when there is and was no such mentor.
  public func mentorsToErase(_ key: String? = nil, of event: EventID, in unit: UnitOfWork) throws -> [MentorID] {
    try ImportLock.take(for: event, in: unit)
    let removed = try audit.removed(StoredMentor.auditNoun, called: key, of: event, in: unit)
      .compactMap { Int64($0) }.map { MentorID($0) }
    guard let key else { return try MentorErasureStore().all(of: event, in: unit) + removed }
    guard let mentor = try store.find(key, of: event, in: unit) else {
      guard removed.isEmpty else { return removed }
      throw try unknownMentor(key, of: event, in: unit)
    }
    return try MentorErasureStore().all(of: event, in: unit).filter { $0 == mentor.id } + removed
  }

  /// Takes out who the mentors are, and what the log can show of them; of notes and feedback nothing.
  public func erase(_ mentors: [MentorID], of event: EventID, in unit: UnitOfWork) throws {
    let ids = mentors.map { String($0.rawValue) }
    let logged = try audit.identities(under: StoredMentor.auditNoun, ids, of: event, in: unit)
    let known = try MentorErasureStore().identities(of: mentors, event, in: unit)
    try erased.keep(
      Set(known + logged.compactMap { PersonIdentity(logged: $0.field, $0.value) }), of: .mentor, event, in: unit)
    try audit.erasePersonalValues(under: StoredMentor.auditNoun, ids, of: event, in: unit)
    try MentorErasureStore().erase(mentors, of: event, in: unit)
    for number in ids { try audit.did("erased", StoredMentor.auditNoun, number, of: event, in: unit) }
  }

  /// Makes the key of somebody who was erased free for who comes back with it.
  /// - Throws: `ErasedPersonError` when they may not.
  func freeErasedKey(_ key: Slug, takingErased: Bool, of event: EventID, in unit: UnitOfWork) throws {
    guard takingErased else { throw ErasedPersonError(kind: .mentor, identity: .key(key.text)) }
    guard let mentor = try MentorErasureStore().freeKey(key.text, of: event, in: unit) else { return }
    try audit.did("renamed", StoredMentor.auditNoun, String(mentor.rawValue), of: event, in: unit)
  }
}
