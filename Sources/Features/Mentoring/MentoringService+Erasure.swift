import Audit
public import Postgres
public import Vocabulary

/// How a mentor's identity is taken out; the sessions stay.
extension MentoringService {
  /// The ids of the mentors whose identity is still there.
  /// - Parameter key: Only this one.
  /// - Throws: `MentoringError` when there is no such mentor.
  public func mentorsToErase(_ key: String? = nil, of event: EventID, in unit: UnitOfWork) throws -> [MentorID] {
    guard let key else { return try MentorErasureStore().all(of: event, in: unit) }
    let mentor = try locked(key, of: event, in: unit)
    return try MentorErasureStore().all(of: event, in: unit).filter { $0 == mentor.id }
  }

  /// Takes out who the mentors are, and what the log can show of them; of notes and feedback nothing.
  public func erase(_ mentors: [MentorID], of event: EventID, in unit: UnitOfWork) throws {
    let ids = mentors.map { String($0.rawValue) }
    try audit.erasePersonalValues(under: StoredMentor.auditNoun, ids, of: event, in: unit)
    try MentorErasureStore().erase(mentors, of: event, in: unit)
    for number in ids { try audit.did("erased", StoredMentor.auditNoun, number, of: event, in: unit) }
  }
}
