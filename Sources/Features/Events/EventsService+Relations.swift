import Audit
import CanonicalJSON
public import Postgres
public import Vocabulary

extension EventsService {
  /// States or changes how an event stands to another edition.
  /// - Parameter other: The key of an event, or the name of an edition that is not in this database.
  public func relate(
    _ stored: StoredEvent, _ kind: Relation.Kind, to other: String, when: FuzzyDate?, in unit: UnitOfWork
  ) throws -> Outcome {
    _ = try store.locked(stored.id, in: unit)
    let relation = Relation(kind: kind, other: try edition(other, for: stored, in: unit), when: when)
    if case .event(let slug) = relation.other,
      let there = try relationStore.kind(statedBy: slug, of: stored.id, in: unit)
    {
      throw RelationError.statedThere(event: stored.event.slug.text, other: slug.text, there)
    }
    let old = try relationStore.stated(by: stored.id, of: relation.other, in: unit)
    guard old != relation else { return .unchanged }
    if old != nil { try relationStore.delete(relation.other, of: stored.id, in: unit) }
    try relationStore.insert(relation, of: stored.id, in: unit)
    try audit.did(
      "related", Event.auditNoun, stored.event.slug.text, from: old?.auditFields ?? [], relation.auditFields,
      of: stored.id, in: unit)
    return old == nil ? .created : .updated
  }

  /// Takes back what an event states of another edition.
  /// - Returns: Whether it had stated anything.
  public func unrelate(_ stored: StoredEvent, from other: String, in unit: UnitOfWork) throws -> Bool {
    _ = try store.locked(stored.id, in: unit)
    let edition = try edition(other, for: stored, in: unit)
    guard let old = try relationStore.stated(by: stored.id, of: edition, in: unit) else { return false }
    try relationStore.delete(edition, of: stored.id, in: unit)
    let cleared = old.auditFields.map { AuditField($0.name, .null) }
    try audit.did(
      "unrelated", Event.auditNoun, stored.event.slug.text, from: old.auditFields, cleared, of: stored.id, in: unit)
    return true
  }

  /// The editions to which an event is related, those that name it included.
  public func relations(of event: EventID, in snapshot: Snapshot) throws -> [Relation] {
    try relationStore.all(of: event, in: snapshot)
  }

  /// A word that could be a key has to be one: a mistyped key is no edition's name.
  private func edition(
    _ text: String, for stored: StoredEvent, in snapshot: Snapshot
  ) throws -> Relation.Edition {
    guard let slug = try? Slug(text) else {
      guard text.contains(where: { !$0.isWhitespace }), text.unicodeScalars.count <= 200 else {
        throw RelationError.unusableName(text)
      }
      return .named(text)
    }
    guard slug != stored.event.slug else { throw RelationError.toItself(text) }
    let known = try store.all(in: snapshot).map(\.event.slug)
    guard known.contains(slug) else {
      throw RelationError.unknownEdition(text, nearest: nearest(to: text, among: known.map(\.text)))
    }
    return .event(slug)
  }
}
