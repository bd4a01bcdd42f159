import Postgres
import Vocabulary

extension HealthStore {
  /// The active teams by how many members they have and whether one of them is the captain.
  func teams(membersFrom fewest: Int, to most: Int) throws -> [String] {
    try names(
      """
      SELECT t.key FROM team AS t LEFT JOIN team_member AS m USING (event_id, team_id)
      WHERE t.event_id = \(event) AND t.status = 'active'
      GROUP BY t.key HAVING count(m.participant_id) BETWEEN \(fewest) AND \(most)
      ORDER BY t.key
      """)
  }

  func teamsWithoutCaptain() throws -> [String] {
    try names(
      """
      SELECT t.key FROM team AS t JOIN team_member AS m USING (event_id, team_id)
      WHERE t.event_id = \(event) AND t.status = 'active'
      GROUP BY t.key HAVING NOT bool_or(m.is_captain)
      ORDER BY t.key
      """)
  }

  /// How far a team has come that has nothing to be judged.
  enum Overdue: String {
    case nothing
    /// A draft that was not submitted.
    case draft
    /// What it submitted was late and was not accepted.
    case late
  }

  /// The active teams without a version that is judged; who withdrew a submission is left alone.
  func teamsOverdue(with state: Overdue) throws -> [String] {
    try names(
      """
      SELECT t.key
      FROM team AS t LEFT JOIN submission AS s USING (event_id, team_id)
      CROSS JOIN LATERAL (SELECT EXISTS (
        SELECT FROM submission_version AS v
        WHERE v.event_id = s.event_id AND v.submission_id = s.submission_id) AS has_version) AS h
      WHERE t.event_id = \(event) AND t.status = 'active' AND s.withdrawn_at IS NULL
        AND NOT EXISTS (SELECT FROM judged_submission AS j WHERE j.event_id = t.event_id AND j.team_id = t.team_id)
        AND \(state.rawValue) = CASE
          WHEN s.submission_id IS NULL THEN 'nothing' WHEN h.has_version THEN 'late' ELSE 'draft' END
      ORDER BY t.key
      """)
  }

  func organisationsWithoutRole() throws -> [String] {
    try names(
      """
      SELECT o.key FROM organisation AS o
      WHERE o.event_id = \(event) AND NOT EXISTS (
        SELECT FROM organisation_role AS r
        WHERE r.event_id = o.event_id AND r.organisation_id = o.organisation_id)
      ORDER BY o.key
      """)
  }

  /// The key of each organisation by every name that it has: its key, names, acronyms and other names.
  func organisationsByName() throws -> [FoldedName: String] {
    let rows = try snapshot.rows(
      """
      SELECT key, folded FROM organisation_spelling WHERE event_id = \(event) ORDER BY key
      """)
    return try rows.reduce(into: [:]) { owners, row in
      let name = FoldedName(try row["folded"])
      if owners[name] == nil { owners[name] = try row["key"] }
    }
  }

  /// Every affiliation as it is written, of people and of teams.
  func affiliations() throws -> [String] {
    try names(
      """
      SELECT affiliation FROM participant WHERE event_id = \(event) AND affiliation IS NOT NULL
      UNION SELECT affiliation FROM team WHERE event_id = \(event) AND affiliation IS NOT NULL
      ORDER BY affiliation
      """)
  }
}
