import Postgres

extension HealthStore {
  /// A text that stands in one language and not in another in which the event publishes, or that is marked † because its
  /// official form is not known yet.
  struct OpenText {
    let language: String
    let what: String
    /// What sets it, up to the language.
    let option: String
    /// Whether nothing can be announced without it.
    let isPublished: Bool
    let isMissing: Bool
  }

  func openTexts() throws -> [OpenText] {
    try snapshot.rows(
      """
      SELECT l.code, t.what, t.option, t.is_published, NOT t.texts ? l.code AS is_missing
      FROM event AS e
      CROSS JOIN LATERAL unnest(e.languages) WITH ORDINALITY AS l (code, position)
      CROSS JOIN LATERAL (
        SELECT 1 AS part, 'the event''s name' AS what, 'event set --name' AS option, e.name AS texts, true AS is_published
        UNION ALL SELECT 2, 'the event''s theme', 'event set --theme', e.theme, false
        UNION ALL SELECT 3, 'the event''s purpose', 'event set --purpose', e.purpose, true
        UNION ALL SELECT 4, format('the name of organisation "%s"', o.key), format('organisation set %s --name', o.key), o.name, true
          FROM organisation AS o WHERE o.event_id = e.event_id
        UNION ALL SELECT 5, format('the city of team "%s"', t.key), format('team set %s --city', t.key), t.city, true
          FROM team AS t WHERE t.event_id = e.event_id AND t.status = 'active'
        UNION ALL SELECT 6, format('the sentence on team "%s"', t.key), format('team set %s --about', t.key), t.about, true
          FROM team AS t WHERE t.event_id = e.event_id AND t.status = 'active'
        UNION ALL SELECT 7, format('the project title of team "%s"', t.key), format('submission set %s --title', t.key),
            s.title, false
          FROM submission AS s JOIN team AS t USING (event_id, team_id)
          WHERE s.event_id = e.event_id AND t.status = 'active'
        UNION ALL SELECT 8, format('the project summary of team "%s"', t.key), format('submission set %s --summary', t.key),
            s.summary, true
          FROM submission AS s JOIN team AS t USING (event_id, team_id)
          WHERE s.event_id = e.event_id AND t.status = 'active'
        UNION ALL SELECT 9, format('the text of prize "%s"', p.key), format('prize set %s --label', p.key), p.label, true
          FROM prize AS p WHERE p.event_id = e.event_id
        UNION ALL SELECT 10, format('the %s of session "%s"', a.field, s.key), format('agenda set %s --%s', s.key, a.field),
            a.texts, true
          FROM agenda_session AS s CROSS JOIN LATERAL (VALUES ('title', s.title), ('objective', s.objective)) AS a (field, texts)
          WHERE s.event_id = e.event_id AND NOT s.is_cancelled
        UNION ALL SELECT 11, format('the %s of speaker %s of session "%s"', replace(a.field, 'role-2', 'second role'),
            p.position, s.key), format('agenda speaker set %s %s --%s', s.key, p.position, a.field), a.texts, true
          FROM agenda_session AS s JOIN agenda_speaker AS p USING (event_id, session_id)
          CROSS JOIN LATERAL (VALUES ('role', p.role), ('role-2', p.second_role)) AS a (field, texts)
          WHERE s.event_id = e.event_id AND NOT s.is_cancelled) AS t
      WHERE e.event_id = \(event) AND t.texts <> '{}' AND COALESCE(t.texts ->> l.code LIKE '%†%', true)
      ORDER BY t.part, t.what, l.position
      """
    ).map { row in
      try OpenText(
        language: row["code"], what: row["what"], option: row["option"], isPublished: row["is_published"],
        isMissing: row["is_missing"])
    }
  }
}
