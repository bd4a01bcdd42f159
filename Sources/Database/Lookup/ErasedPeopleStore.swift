public import Postgres
public import Vocabulary

/// The SQL about people who asked to be erased, of whom only keyed hashes are kept.
public struct ErasedPeopleStore: Sendable {
  public init() {}

  /// Keeps the hashes of what identifies people, before the values go.
  public func keep(
    _ identities: some Collection<PersonIdentity>, of kind: PersonKind, _ event: EventID, in unit: UnitOfWork
  ) throws {
    guard !identities.isEmpty else { return }
    try unit.execute(
      """
      SELECT keep_erased_people(
        \(event), \(kind.rawValue), \(identities.map(\.field))::text[], \(identities.map(\.value))::text[])
      """)
  }

  /// Refuses somebody who asked to be erased, unless they are here again.
  /// - Parameter present: What identifies the same person in the event now.
  /// - Throws: `ErasedPersonError` with the first identity that is an erased person's.
  public func refuse(
    _ identities: [PersonIdentity], unless present: [PersonIdentity] = [], of kind: PersonKind, _ event: EventID,
    in snapshot: Snapshot
  ) throws {
    let added = identities.filter { !present.contains($0) }
    guard !added.isEmpty, let found = try first(of: added, kind, event, in: snapshot) else { return }
    guard try first(of: present, kind, event, in: snapshot) == nil else { return }
    throw ErasedPersonError(kind: kind, identity: found)
  }

  private func first(
    of identities: [PersonIdentity], _ kind: PersonKind, _ event: EventID, in snapshot: Snapshot
  ) throws -> PersonIdentity? {
    let position: Int? = try snapshot.value(
      """
      SELECT i.position::integer
      FROM announcement AS a
      CROSS JOIN unnest(\(identities.map(\.field))::text[], \(identities.map(\.value))::text[])
        WITH ORDINALITY AS i (field, value, position)
      JOIN erased_person AS e ON e.event_id = a.event_id
        AND e.sha256 = erased_person_hash(a.certificate_secret, \(kind.rawValue), i.field, i.value)
      WHERE a.event_id = \(event)
      ORDER BY i.position LIMIT 1
      """)
    return position.map { identities[$0 - 1] }
  }
}
