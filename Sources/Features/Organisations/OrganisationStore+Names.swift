import Postgres
import Vocabulary

/// All SQL about the other names of organisations.
extension OrganisationStore {
  /// The other names of an organisation, as they were written.
  func aliases(of key: Slug, _ event: EventID, in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows(
      """
      SELECT a.name FROM organisation_alias AS a JOIN organisation AS o USING (event_id, organisation_id)
      WHERE a.event_id = \(event) AND o.key = \(key)
      ORDER BY a.folded
      """
    ).map { try $0["name"] }
  }

  /// The other names of all organisations.
  func aliases(of event: EventID, in snapshot: Snapshot) throws -> [(organisation: Slug, name: String)] {
    try snapshot.rows(
      """
      SELECT o.key, a.name FROM organisation_alias AS a JOIN organisation AS o USING (event_id, organisation_id)
      WHERE a.event_id = \(event)
      ORDER BY o.key, a.folded
      """
    ).map { (try $0["key"], try $0["name"]) }
  }

  /// The organisation that has one of these as another name.
  func owner(ofAnyOf names: [FoldedName], _ event: EventID, in snapshot: Snapshot) throws -> Slug? {
    try snapshot.value(
      """
      SELECT o.key FROM organisation_alias AS a JOIN organisation AS o USING (event_id, organisation_id)
      WHERE a.event_id = \(event) AND a.folded = ANY(\(names.map(\.text))::text[])
      ORDER BY array_position(\(names.map(\.text))::text[], a.folded)
      LIMIT 1
      """)
  }

  /// A name that is another one's already stays there.
  func addAlias(_ name: String, to key: Slug, _ event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO organisation_alias (event_id, folded, organisation_id, name)
      SELECT event_id, \(FoldedName(name).text), organisation_id, \(name) FROM organisation
      WHERE event_id = \(event) AND key = \(key)
      ON CONFLICT (event_id, folded) DO NOTHING
      """)
  }

  func removeAlias(_ name: FoldedName, of key: Slug, _ event: EventID, in unit: UnitOfWork) throws -> Bool {
    try unit.execute(
      """
      DELETE FROM organisation_alias AS a USING organisation AS o
      WHERE a.event_id = \(event) AND a.folded = \(name.text) AND o.event_id = a.event_id
        AND o.organisation_id = a.organisation_id AND o.key = \(key)
      """) > 0
  }

  /// Gives one organisation the roles that it lacks, and the other names, of another.
  func moveRolesAndAliases(from: Slug, into: Slug, _ event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO organisation_role (event_id, organisation_id, role, print_order)
      SELECT r.event_id, i.organisation_id, r.role, r.print_order
      FROM organisation_role AS r
      JOIN organisation AS f USING (event_id, organisation_id)
      JOIN organisation AS i ON i.event_id = f.event_id AND i.key = \(into)
      WHERE f.event_id = \(event) AND f.key = \(from)
      ON CONFLICT (event_id, organisation_id, role) DO NOTHING
      """)
    try unit.execute(
      """
      UPDATE organisation_alias AS a SET organisation_id = i.organisation_id
      FROM organisation AS f JOIN organisation AS i ON i.event_id = f.event_id AND i.key = \(into)
      WHERE a.event_id = \(event) AND f.event_id = a.event_id AND f.key = \(from)
        AND a.organisation_id = f.organisation_id
      """)
  }
}
