public import CanonicalJSON
public import Postgres
public import Vocabulary

/// Personal values stand beside the log, which holds only their salted hashes: they can go, and the chain stays whole.
extension AuditLog {
  /// How many values of people the log can still show.
  /// - Parameters:
  ///   - numbers: The participants' numbers.
  ///   - keys: Their keys, by which older entries name them.
  public func personalValues(
    of numbers: [Int64], keys: [String], _ event: EventID, in snapshot: Snapshot
  ) throws -> Int {
    try AuditPeopleStore().values(of: numbers, keys, event, in: snapshot)
  }

  /// Takes out every value of people.
  public func erasePersonalValues(
    of numbers: [Int64], keys: [String], _ event: EventID, in unit: UnitOfWork
  ) throws {
    try AuditPeopleStore().erase(numbers, keys, of: event, in: unit)
  }

  /// How many values the log can show of things of one kind, such as the mentors with these numbers.
  public func personalValues(
    under noun: String, _ keys: [String], of event: EventID, in snapshot: Snapshot
  ) throws -> Int {
    try AuditPeopleStore().values(under: noun, keys, of: event, in: snapshot)
  }

  /// Takes these values out; the log goes on proving that nothing else was changed.
  public func erasePersonalValues(
    under noun: String, _ keys: [String], of event: EventID, in unit: UnitOfWork
  ) throws {
    try AuditPeopleStore().erase(under: noun, keys, of: event, in: unit)
  }

  /// Takes out the values of people who were removed, whom no table knows any more.
  public func erasePersonalValuesOfRemoved(_ event: EventID, in unit: UnitOfWork) throws {
    let store = AuditPeopleStore()
    let participants = try store.removedKeys("participant", of: event, in: unit)
    try store.erase(participants.compactMap { Int64($0) }, [], of: event, in: unit)
    let judges = try store.removedKeys("judge", of: event, in: unit)
    for noun in ["judge", "conflict"] { try store.erase(under: noun, judges, of: event, in: unit) }
    try store.erase(under: "mentor", store.removedKeys("mentor", of: event, in: unit), of: event, in: unit)
  }

  /// Every value of a person that the log can show, with when it was written and by whom.
  public func record(of number: Int64, key: String, _ event: EventID, in snapshot: Snapshot) throws -> JSON {
    try JSON(parsing: AuditPeopleStore().record(of: number, key, event, in: snapshot))
  }
}
