import Access
import CanonicalJSON
import Postgres
import Vocabulary

/// The SQL of the kept editions of announced facts.
struct EditionStore {
  /// The facts from which the result to announce is rendered; nil while it is not announced.
  func factsInForce(of event: EventID, in snapshot: Snapshot) throws -> AnnouncementFacts? {
    try snapshot.row(
      """
      SELECT f.facts FROM announced_facts AS f JOIN result_to_announce AS r USING (event_id, number)
      WHERE f.event_id = \(event)
      """
    ).map(facts)
  }

  /// The facts of one edition; nil where there is none.
  func facts(ofEdition edition: Int, _ event: EventID, in snapshot: Snapshot) throws -> AnnouncementFacts? {
    try snapshot.row(
      "SELECT facts FROM announcement_edition WHERE event_id = \(event) AND edition = \(edition)"
    ).map(facts)
  }

  private func facts(_ row: Row) throws -> AnnouncementFacts {
    let text: String = try row["facts"]
    return try AnnouncementFacts(reading: JSON(parsing: text))
  }

  func next(of event: EventID, in snapshot: Snapshot) throws -> Int {
    try snapshot.value(
      "SELECT COALESCE(max(edition), 0) + 1 FROM announcement_edition WHERE event_id = \(event)") ?? 1
  }

  func editions(of event: EventID, in snapshot: Snapshot) throws -> [AnnouncementEdition] {
    try snapshot.rows(
      """
      SELECT e.edition, e.number, e.origin, encode(e.sha256, 'hex') AS sha256, e.kept_at, e.needs_approval,
        COALESCE((
          SELECT string_agg(p.name, E'\\n' ORDER BY a.approved_at, p.name)
          FROM announcement_approval AS a JOIN principal AS p USING (event_id, principal_id)
          WHERE a.event_id = e.event_id AND a.edition = e.edition), '') AS approved_by,
        EXISTS (SELECT FROM announced_facts AS f JOIN result_to_announce AS r USING (event_id, number)
          WHERE f.event_id = e.event_id AND f.edition = e.edition) AS is_in_force,
        e.edition = max(e.edition) OVER () AS is_newest
      FROM announcement_edition AS e WHERE e.event_id = \(event) ORDER BY e.edition
      """
    ).map { row in
      let (approvers, origin): (String, String) = try (row["approved_by"], row["origin"])
      return try AnnouncementEdition(
        edition: row["edition"], result: row["number"], origin: .init(rawValue: origin) ?? .corrected,
        sha256: row["sha256"], keptAt: row["kept_at"], needsApproval: row["needs_approval"],
        approvedBy: approvers.split(separator: "\n").map(String.init), isInForce: row["is_in_force"],
        isNewest: row["is_newest"])
    }
  }

  /// Keeps facts as the next edition.
  /// - Returns: Whether organisers have to approve it.
  func keep(
    _ facts: AnnouncementFacts, as origin: AnnouncementEdition.Origin, of event: EventID, in unit: UnitOfWork
  ) throws -> Bool {
    let text = facts.unsignedJSON.canonical
    return try unit.inserted(
      """
      INSERT INTO announcement_edition (event_id, edition, number, origin, facts, sha256, principal_id)
      SELECT \(event), \(facts.edition), \(facts.resultVersion), \(origin.rawValue), \(text),
        sha256(convert_to(\(text), 'UTF8')), principal_id
      FROM principal WHERE event_id = \(event) AND name = \(unit.principal.name)
      RETURNING needs_approval
      """)
  }

  /// - Returns: Whether this organiser had not approved it before.
  func approve(_ edition: Int, by holder: TokenHolder, of event: EventID, in unit: UnitOfWork) throws -> Bool {
    try !unit.rows(
      """
      INSERT INTO announcement_approval (event_id, edition, principal_id, token_id)
      VALUES (\(event), \(edition), \(holder.number)::bigint, \(holder.token)::bigint)
      ON CONFLICT DO NOTHING
      RETURNING edition
      """
    ).isEmpty
  }

  /// Every edition with its facts, for a name that has to go.
  func everything(of event: EventID, in unit: UnitOfWork) throws -> [(edition: Int, facts: AnnouncementFacts)] {
    try unit.rows("SELECT edition, facts FROM announcement_edition WHERE event_id = \(event) ORDER BY edition").map {
      (try $0["edition"], try facts($0))
    }
  }

  /// Writes the facts of an edition without a name that was in them.
  func redact(_ edition: Int, to facts: AnnouncementFacts, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE announcement_edition SET facts = \(facts.unsignedJSON.canonical), redacted_at = clock_timestamp()
      WHERE event_id = \(event) AND edition = \(edition)
      """)
  }

  /// The names of several words by which people are known; one word alone may be an ordinary one.
  func names(of people: [Int64], _ event: EventID, in unit: UnitOfWork) throws -> [String] {
    try unit.rows(
      """
      SELECT DISTINCT n.name
      FROM participant AS p CROSS JOIN LATERAL (
        VALUES (p.display_name), (p.given_name || ' ' || p.family_name), (p.family_name || ' ' || p.given_name),
          (p.alias)) AS n (name)
      WHERE p.event_id = \(event) AND p.participant_id = ANY (\(people)::bigint[]) AND n.name ~ '\\S\\s+\\S'
      ORDER BY n.name
      """
    ).map { try $0["name"] }
  }
}
