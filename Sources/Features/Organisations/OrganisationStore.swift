import Postgres
import Vocabulary

/// All SQL about organisations and their roles.
struct OrganisationStore {
  func organisation(_ key: Slug, of event: EventID, in unit: UnitOfWork) throws -> Organisation? {
    try unit.row(
      """
      SELECT key, name, acronym, url, logo FROM organisation
      WHERE event_id = \(event) AND key = \(key)
      FOR UPDATE
      """
    ).map(organisation)
  }

  func insert(_ organisation: Organisation, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO organisation (event_id, key, name, acronym, names_folded, url, logo)
      VALUES (
        \(event), \(organisation.key), \(organisation.name), \(organisation.acronym),
        \(organisation.everyFoldedName)::text[], \(organisation.url), \(organisation.logo))
      """)
  }

  func update(_ organisation: Organisation, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE organisation SET
        name = \(organisation.name), acronym = \(organisation.acronym),
        names_folded = \(organisation.everyFoldedName)::text[], url = \(organisation.url), logo = \(organisation.logo)
      WHERE event_id = \(event) AND key = \(organisation.key)
      """)
  }

  /// Tells whether the standing is new or was moved.
  func set(_ standing: Organisation.Standing, for key: Slug, of event: EventID, in unit: UnitOfWork) throws -> Bool {
    try unit.execute(
      """
      INSERT INTO organisation_role AS held (event_id, organisation_id, role, print_order)
      SELECT event_id, organisation_id, \(standing.role), \(standing.printOrder) FROM organisation
      WHERE event_id = \(event) AND key = \(key)
      ON CONFLICT (event_id, organisation_id, role) DO UPDATE SET print_order = EXCLUDED.print_order
      WHERE held.print_order <> EXCLUDED.print_order
      """) > 0
  }

  func organisations(
    of event: EventID, in snapshot: Snapshot
  ) throws -> [(organisation: Organisation, standing: Organisation.Standing)] {
    try snapshot.rows(
      """
      SELECT o.key, o.name, o.acronym, o.url, o.logo, r.role, r.print_order
      FROM organisation_role AS r JOIN organisation AS o USING (event_id, organisation_id)
      WHERE r.event_id = \(event)
      ORDER BY array_position(ARRAY['funder', 'partner', 'co-organiser', 'sponsor', 'prize-giver', 'affiliation'], r.role),
        r.print_order, o.key
      """
    ).map { row in
      (
        try organisation(row),
        try Organisation.Standing(role: row["role"], printOrder: row["print_order"])
      )
    }
  }

  func standings(of key: Slug, _ event: EventID, in snapshot: Snapshot) throws -> [Organisation.Standing] {
    try snapshot.rows(
      """
      SELECT r.role, r.print_order FROM organisation_role AS r JOIN organisation AS o USING (event_id, organisation_id)
      WHERE r.event_id = \(event) AND o.key = \(key)
      ORDER BY r.role
      """
    ).map { try Organisation.Standing(role: $0["role"], printOrder: $0["print_order"]) }
  }

  func remove(_ role: Organisation.Role, of key: Slug, _ event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      DELETE FROM organisation_role AS r USING organisation AS o
      WHERE r.event_id = \(event) AND o.event_id = r.event_id AND o.organisation_id = r.organisation_id
        AND o.key = \(key) AND r.role = \(role)
      """)
  }

  /// Takes an organisation away with its roles and its other names.
  func delete(_ key: Slug, of event: EventID, in unit: UnitOfWork) throws {
    let id: Int64? = try unit.value(
      "SELECT organisation_id FROM organisation WHERE event_id = \(event) AND key = \(key)")
    try unit.execute("DELETE FROM organisation_role WHERE event_id = \(event) AND organisation_id = \(id)")
    try unit.execute("DELETE FROM organisation_alias WHERE event_id = \(event) AND organisation_id = \(id)")
    try unit.execute("DELETE FROM organisation WHERE event_id = \(event) AND organisation_id = \(id)")
  }

  /// Every key, for suggestions.
  func keys(of event: EventID, in snapshot: Snapshot) throws -> [Slug] {
    try snapshot.rows("SELECT key FROM organisation WHERE event_id = \(event) ORDER BY key").map { try $0["key"] }
  }

  /// The prizes that name an organisation as their giver, and the people who name one as their affiliation.
  func mentions(of event: EventID, in snapshot: Snapshot) throws -> [OrganisationMention] {
    try snapshot.rows(
      """
      SELECT 'prize' AS noun, key, giver AS name FROM prize WHERE event_id = \(event) AND giver IS NOT NULL
      UNION ALL
      SELECT 'participant', key, affiliation FROM participant WHERE event_id = \(event) AND affiliation IS NOT NULL
      UNION ALL
      SELECT 'judge', code, affiliation FROM judge WHERE event_id = \(event) AND affiliation IS NOT NULL
      ORDER BY noun DESC, key
      """
    ).map { try OrganisationMention(noun: $0["noun"], key: $0["key"], name: $0["name"]) }
  }

  private func organisation(_ row: Row) throws -> Organisation {
    try Organisation(
      key: row["key"], name: row["name"], acronym: row["acronym"], url: row["url"], logo: row["logo"])
  }
}

extension Organisation {
  /// Its key, names and acronyms, for comparing.
  fileprivate var everyFoldedName: [String] {
    let acronyms = acronym.languages.compactMap { acronym[$0].map { FoldedName($0) } }
    return (foldedNames + acronyms).map(\.text).filter { !$0.isEmpty }
  }
}
