public import Postgres
import Vocabulary

/// All SQL about relations between editions.
struct RelationStore {
  /// Those that an event states and then those that others state of it, each by date and name; what has no date stands
  /// last.
  func all(of event: EventID, in snapshot: Snapshot) throws -> [Relation] {
    try snapshot.rows(
      """
      SELECT r.kind, o.slug, r.other_name, r.held_precision, r.held_year, r.held_month, r.held_day, r.held_season,
        0 AS side, COALESCE(o.slug, r.other_name) AS name
      FROM event_relation AS r LEFT JOIN event AS o ON o.event_id = r.other_event_id
      WHERE r.event_id = \(event)
      UNION ALL
      SELECT CASE r.kind WHEN 'follow-up' THEN 'follows' ELSE r.kind END, e.slug, NULL, NULL, NULL, NULL, NULL, NULL, 1, e.slug
      FROM event_relation AS r JOIN event AS e USING (event_id)
      WHERE r.other_event_id = \(event)
      ORDER BY side, held_year, held_month, held_day, kind, name
      """
    ).map(relation)
  }

  func stated(by event: EventID, of other: Relation.Edition, in unit: UnitOfWork) throws -> Relation? {
    try all(of: event, in: unit).first { $0.other == other && $0.kind != .follows }
  }

  /// What the other edition states of an event.
  func kind(statedBy other: Slug, of event: EventID, in unit: UnitOfWork) throws -> Relation.Kind? {
    try unit.value(
      """
      SELECT r.kind FROM event_relation AS r JOIN event AS e USING (event_id)
      WHERE r.other_event_id = \(event) AND e.slug = \(other)
      """)
  }

  func insert(_ relation: Relation, of event: EventID, in unit: UnitOfWork) throws {
    let when = relation.when
    try unit.execute(
      """
      INSERT INTO event_relation (
        event_id, kind, other_event_id, other_name, held_precision, held_year, held_month, held_day, held_season)
      VALUES (
        \(event), \(relation.kind), (SELECT event_id FROM event WHERE slug = \(relation.other.slug)),
        \(relation.other.name), \(when?.precision), \(when?.year), \(when?.month), \(when?.dayOfMonth), \(when?.season))
      """)
  }

  func delete(_ other: Relation.Edition, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      DELETE FROM event_relation
      WHERE event_id = \(event)
        AND (other_name = \(other.name) OR other_event_id = (SELECT event_id FROM event WHERE slug = \(other.slug)))
      """)
  }

  private func relation(_ row: Row) throws -> Relation {
    let (slug, name): (Slug?, String?) = try (row["slug"], row["other_name"])
    let other = slug.map(Relation.Edition.event) ?? .named(name ?? "")
    return try Relation(kind: row["kind"], other: other, when: date(row))
  }

  private func date(_ row: Row) throws -> FuzzyDate? {
    guard let year = try row["held_year"] as Int? else { return nil }
    let (month, day): (Int?, Int?) = try (row["held_month"], row["held_day"])
    if let month, let day { return CalendarDate(year: year, month: month, day: day).map(FuzzyDate.day) }
    if let month { return .month(year: year, month: month) }
    return try (row["held_season"] as FuzzyDate.Season?).map { .season($0, year: year) } ?? .year(year)
  }
}

extension Relation.Edition {
  fileprivate var slug: Slug? { if case .event(let slug) = self { slug } else { nil } }
  fileprivate var name: String? { if case .named(let name) = self { name } else { nil } }
}

extension Relation.Kind: SQLEncodable, SQLDecodable {}
extension FuzzyDate.Season: SQLEncodable, SQLDecodable {}
