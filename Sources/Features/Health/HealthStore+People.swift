import Postgres

extension HealthStore {
  func peopleWithoutEmail() throws -> [String] {
    try names(
      """
      SELECT key FROM participant
      WHERE event_id = \(event) AND email IS NULL AND erased_at IS NULL AND withdrawn_at IS NULL
      ORDER BY key
      """)
  }

  /// Members of teams on the podium who did not agree to be named.
  func winnersWithoutConsent() throws -> [String] {
    try names(
      """
      SELECT p.key
      FROM result_rank AS r
      JOIN team_member AS m USING (event_id, team_id)
      JOIN participant AS p USING (event_id, participant_id)
      WHERE r.event_id = \(event) AND r.number = (SELECT number FROM result_to_announce WHERE event_id = \(event))
        AND (r.rank <= 3 OR r.rank IN (SELECT rank FROM prize WHERE event_id = \(event)))
        AND NOT p.may_be_named AND p.erased_at IS NULL
      ORDER BY r.rank, p.key
      """)
  }

  /// Keys of people who share a name, but for case and accents, and their country or affiliation.
  func lookAlikes() throws -> [String] {
    try names(
      """
      WITH person AS (
        SELECT key, country, affiliation_folded AS affiliation, replace(name_folded, ' ', '') AS name FROM participant
        WHERE event_id = \(event) AND erased_at IS NULL AND withdrawn_at IS NULL
      )
      SELECT string_agg(key, ', ' ORDER BY key) FROM (
        SELECT name, country AS shared, key FROM person WHERE country IS NOT NULL
        UNION SELECT name, affiliation, key FROM person WHERE affiliation <> '') AS p
      WHERE name <> ''
      GROUP BY name, shared HAVING count(*) > 1
      ORDER BY 1
      """
    ).reduce(into: []) { groups, group in if groups.last != group { groups.append(group) } }
  }

  func hasPeopleToErase() throws -> Bool {
    try snapshot.value(
      "SELECT EXISTS (SELECT FROM event_with_people WHERE event_id = \(event))") ?? false
  }
}
