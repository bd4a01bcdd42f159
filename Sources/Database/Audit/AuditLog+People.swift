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

  /// What the log calls those of one kind who were removed and of whom it still holds values: a number or a code.
  /// - Parameter key: Only those who had this key, where keys of the kind are personal.
  public func removed(
    _ noun: String, called key: String? = nil, of event: EventID, in snapshot: Snapshot
  ) throws -> [String] {
    try AuditPeopleStore().removed(noun, called: key, of: event, in: snapshot)
  }

  /// Each name that participants have or had, as far as the log holds it.
  public func names(of numbers: [Int64], _ event: EventID, in snapshot: Snapshot) throws -> [String] {
    try AuditPeopleStore().names(of: numbers, event, in: snapshot)
  }

  /// The keys, addresses and names that participants have or had, as far as the log holds them, each with their number.
  public func identities(
    of numbers: [Int64], keys: [String], _ event: EventID, in snapshot: Snapshot
  ) throws -> [(person: String, field: String, value: String)] {
    try AuditPeopleStore().identities(of: numbers, keys, event, in: snapshot)
  }

  /// The keys and addresses of things of one kind, such as the mentors with these numbers.
  public func identities(
    under noun: String, _ keys: [String], of event: EventID, in snapshot: Snapshot
  ) throws -> [(field: String, value: String)] {
    try AuditPeopleStore().identities(under: noun, keys, event, in: snapshot)
  }

  /// Every value of a person that the log can show, with when it was written and by whom.
  public func record(of number: Int64, key: String, _ event: EventID, in snapshot: Snapshot) throws -> JSON {
    try JSON(parsing: AuditPeopleStore().record(of: number, key, event, in: snapshot))
  }
}
