import Audit
public import CanonicalJSON
import Lookup
public import Postgres
public import Vocabulary

/// What is known about one person, and how it is taken out (GDPR, articles 15 and 17).
extension ParticipantsService {
  /// The participant of this key, locked until the unit ends, and those who were removed with it and are in the log.
  /// - Throws: `ErasureError` when nobody has or had it, or when there is nothing left to erase.
  public func peopleToErase(_ key: String, of event: EventID, in unit: UnitOfWork) throws -> [PersonToErase] {
    let store = ErasureStore()
    try store.hold(event, in: unit)
    let person = try store.person(key, of: event, in: unit)
    let removed = try removedPeople(called: key, of: event, in: unit)
    let people = (person.map { $0.isErased ? [] : [$0] } ?? []) + removed
    if !people.isEmpty { return people }
    if person != nil { throw ErasureError.erasedAlready(key) }
    throw ErasureError.unknownPerson(key, nearest: nearest(to: key, among: try store.keys(of: event, in: unit)))
  }

  /// Everybody who was not erased yet, locked until the unit ends; those who were removed and are in the log too.
  public func everybodyToErase(of event: EventID, in unit: UnitOfWork) throws -> [PersonToErase] {
    let store = ErasureStore()
    try store.hold(event, in: unit)
    return try store.everybody(of: event, in: unit) + removedPeople(of: event, in: unit)
  }

  private func removedPeople(
    called key: String? = nil, of event: EventID, in snapshot: Snapshot
  ) throws -> [PersonToErase] {
    try audit.removed(Participant.auditNoun, called: key, of: event, in: snapshot).compactMap { Int64($0) }.map {
      PersonToErase(number: $0, key: key ?? "", isErased: false)
    }
  }

  /// Keeps keyed hashes of what identifies people or did, before the values go, so that no file brings them back unnoticed.
  public func rememberAsErased(_ people: [PersonToErase], of event: EventID, in unit: UnitOfWork) throws {
    let numbers = people.map(\.number)
    var known: [String: Set<PersonIdentity>] = [:]
    for (person, identity) in try ErasureStore().identities(of: numbers, event, in: unit) {
      known[String(person), default: []].insert(identity)
    }
    for (person, field, value) in try audit.identities(of: numbers, keys: people.map(\.key), event, in: unit) {
      if let identity = PersonIdentity(logged: field, value) { known[person, default: []].insert(identity) }
    }
    let kept = known.flatMap { person, identities in
      // A key that the program made of the number stands in no file, and two people may have one name.
      let isOnlyNamed = identities.allSatisfy { $0.isName || $0 == .key("p-\(person)") }
      return identities.filter { isOnlyNamed || !$0.isName }
    }
    try erased.keep(Set(kept), of: .participant, event, in: unit)
  }

  /// Makes the key of somebody who was erased free for who comes back with it.
  func freeKey(_ key: String, of event: EventID, in unit: UnitOfWork) throws {
    guard let number = try ErasureStore().freeKey(key, of: event, in: unit) else { return }
    try audit.did("renamed", Participant.auditNoun, String(number), of: event, in: unit)
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

  /// The number of the participant who has this key, or had it until they were removed.
  public func number(of key: String, _ event: EventID, in snapshot: Snapshot) throws -> Int64 {
    let store = ErasureStore()
    let number = try store.number(of: key, event, in: snapshot)
    guard let number = try number ?? removedPeople(called: key, of: event, in: snapshot).first?.number else {
      throw ErasureError.unknownPerson(key, nearest: nearest(to: key, among: try store.keys(of: event, in: snapshot)))
    }
    return number
  }

  /// Everything that the table of participants holds about one person.
  public func record(of number: Int64, _ event: EventID, in snapshot: Snapshot) throws -> JSON {
    try ErasureStore().record(of: number, event, in: snapshot).map { try JSON(parsing: $0) } ?? .null
  }
}
