import Audit
public import CanonicalJSON
public import Postgres
public import Vocabulary

/// What is known about one person, and how it is taken out (GDPR, articles 15 and 17).
extension ParticipantsService {
  /// The participant of this key, locked until the unit ends.
  /// - Throws: `ErasureError` when nobody has it, or when there is nothing left to erase.
  public func personToErase(_ key: String, of event: EventID, in unit: UnitOfWork) throws -> PersonToErase {
    let store = ErasureStore()
    try store.hold(event, in: unit)
    guard let person = try store.person(key, of: event, in: unit) else {
      throw ErasureError.unknownPerson(key, nearest: nearest(to: key, among: try store.keys(of: event, in: unit)))
    }
    guard !person.isErased else { throw ErasureError.erasedAlready(key) }
    return person
  }

  /// Everybody who was not erased yet, locked until the unit ends.
  public func everybodyToErase(of event: EventID, in unit: UnitOfWork) throws -> [PersonToErase] {
    let store = ErasureStore()
    try store.hold(event, in: unit)
    return try store.everybody(of: event, in: unit)
  }

  /// Takes out who the people are; that they took part stays.
  public func erase(_ people: [PersonToErase], of event: EventID, in unit: UnitOfWork) throws {
    try ErasureStore().erase(people.map(\.number), of: event, in: unit)
    guard people.count > 1 else {
      if let person = people.first {
        try audit.did("erased", Participant.auditNoun, String(person.number), of: event, in: unit)
      }
      return
    }
    try audit.did("erased", Participant.auditNoun, "\(people.count) records", of: event, in: unit)
  }

  /// The number of the participant of this key.
  public func number(of key: String, _ event: EventID, in snapshot: Snapshot) throws -> Int64 {
    let store = ErasureStore()
    guard let number = try store.number(of: key, event, in: snapshot) else {
      throw ErasureError.unknownPerson(key, nearest: nearest(to: key, among: try store.keys(of: event, in: snapshot)))
    }
    return number
  }

  /// Everything that the table of participants holds about one person.
  public func record(of number: Int64, _ event: EventID, in snapshot: Snapshot) throws -> JSON {
    try ErasureStore().record(of: number, event, in: snapshot).map { try JSON(parsing: $0) } ?? .null
  }
}
