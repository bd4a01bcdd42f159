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
      WITH hour AS (
        SELECT e.edition, e.origin, e.number, e.kept_at, CASE
          WHEN e.origin = 'announced' THEN s.publish_at
          WHEN e.needs_approval THEN GREATEST(a.second_at, s.publish_at)
          ELSE GREATEST(e.kept_at, s.publish_at) END AS public_at
        FROM effective_edition AS f
        JOIN announcement_edition AS e USING (event_id, edition)
        CROSS JOIN LATERAL (
          SELECT publish_at FROM result_step AS s
          WHERE s.event_id = e.event_id AND s.number = e.number AND s.kind = 'announced' AND s.taken_at <= e.kept_at
          ORDER BY s.step_id DESC LIMIT 1) AS s
        CROSS JOIN LATERAL (
          SELECT max(approved_at) AS second_at FROM announcement_approval AS a
          WHERE a.event_id = e.event_id AND a.edition = e.edition) AS a
        WHERE f.event_id = \(event)
      )
      SELECT e.edition, e.number, e.origin, encode(e.sha256, 'hex') AS sha256, e.kept_at, e.needs_approval,
        COALESCE((
          SELECT string_agg(p.name, E'\\n' ORDER BY a.approved_at, p.name)
          FROM announcement_approval AS a JOIN principal AS p USING (event_id, principal_id)
          WHERE a.event_id = e.event_id AND a.edition = e.edition), '') AS approved_by,
        EXISTS (SELECT FROM announced_facts AS f JOIN result_to_announce AS r USING (event_id, number)
          WHERE f.event_id = e.event_id AND f.edition = e.edition) AS is_in_force,
        e.edition = max(e.edition) OVER () AS is_newest, h.public_at,
        to_char(h.public_at AT TIME ZONE v.time_zone, 'YYYY-MM-DD"T"HH24:MI') AS public_local
      FROM announcement_edition AS e
      JOIN event AS v USING (event_id)
      LEFT JOIN hour AS h ON h.edition = e.edition
        -- What was replaced or retracted before its hour never was public.
        AND NOT EXISTS (SELECT FROM hour AS n WHERE n.edition > h.edition AND n.origin <> 'corrected' AND n.kept_at < h.public_at)
        AND NOT EXISTS (
          SELECT FROM result_step AS s
          WHERE s.event_id = e.event_id AND s.number = e.number AND s.kind = 'retracted' AND s.taken_at < h.public_at)
      WHERE e.event_id = \(event) ORDER BY e.edition
      """
    ).map { row in
      let (approvers, origin): (String, String) = try (row["approved_by"], row["origin"])
      return try AnnouncementEdition(
        edition: row["edition"], result: row["number"], origin: .init(rawValue: origin) ?? .corrected,
        sha256: row["sha256"], keptAt: row["kept_at"], publicFrom: publicFrom(row),
        needsApproval: row["needs_approval"],
        approvedBy: approvers.split(separator: "\n").map(String.init), isInForce: row["is_in_force"],
        isNewest: row["is_newest"])
    }
  }

  private func publicFrom(_ row: Row) throws -> String? {
    let (instant, local): (Timestamp?, String?) = try (row["public_at"], row["public_local"])
    return instant.flatMap { instant in
      local.flatMap { LocalTime($0) }?.withOffset(at: instant) ?? instant.description
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
  func everything(of event: EventID, in snapshot: Snapshot) throws -> [(edition: Int, facts: AnnouncementFacts)] {
    try snapshot.rows("SELECT edition, facts FROM announcement_edition WHERE event_id = \(event) ORDER BY edition").map
    {
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
