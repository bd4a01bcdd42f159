public import Lookup
import Postgres
public import Vocabulary

/// The SQL by which an event, its relations and its organisers are handed out row by row.
public enum EventExportStore {
  public static let event = ExportedTable(
    [
      .text("slug", "e.slug"), .texts("name", "e.name"), .texts("theme", "e.theme"), .texts("purpose", "e.purpose"),
      .texts("notice", "e.notice"), .text("languages", "array_to_string(e.languages, ' ')"), .text("mode", "e.mode"),
      .text("tz", "e.time_zone"), .text("phase", "e.phase"), .day("registration_from", "e.registration_from"),
      .day("registration_to", "e.registration_to"), .day("starts_on", "e.starts_on"), .day("ends_on", "e.ends_on"),
      .instant("submissions_due_at", "e.submissions_due_at"), .number("grace_minutes", "e.grace_minutes"),
      .day("judging_from", "e.judging_from"), .day("judging_to", "e.judging_to"),
      .day("announced_on", "e.announced_on"), .day("keep_people_until", "e.keep_people_until"),
      .number("team_minimum", "e.team_minimum"), .number("team_size", "e.team_size"),
      .number("mentor_sessions_per_day", "e.mentor_sessions_per_day"),
      .number("stated_participants", "e.stated_participants"),
      .number("stated_nationalities", "e.stated_nationalities"),
    ],
    from: "event AS e WHERE e.event_id = @event",
    imported: ImportedRows(
      lastly: [
        """
        UPDATE event AS e SET team_minimum = r.team_minimum::integer, team_size = r.team_size::integer,
          mentor_sessions_per_day = r.mentor_sessions_per_day::integer
        FROM @rows WHERE e.event_id = @event
        """
      ]
        + Phase.allCases.filter { $0 > .draft && $0 <= latestImported }.map { phase in
          """
          UPDATE event AS e SET phase = '\(phase.rawValue)' FROM @rows
          WHERE e.event_id = @event AND phase_number(r.phase) >= phase_number('\(phase.rawValue)')
          """
        }))

  /// An event is announced by its result, which no import brings.
  public static let latestImported = Phase.review

  /// Adds the event of the only row of an export. Limits that would keep rows out are set when all are in.
  static func insertImported(in unit: UnitOfWork) throws -> EventID {
    try unit.inserted(
      SQL(
        script: """
          INSERT INTO event (
            slug, name, theme, purpose, notice, languages, mode, time_zone, registration_from, registration_to, starts_on,
            ends_on, submissions_due_at, grace_minutes, judging_from, judging_to, announced_on, keep_people_until,
            team_minimum, team_size, mentor_sessions_per_day, stated_participants, stated_nationalities)
          SELECT r.slug, \(ImportedRows.texts("name")), \(ImportedRows.texts("theme")),
            \(ImportedRows.texts("purpose")), \(ImportedRows.texts("notice")), string_to_array(r.languages, ' '), r.mode, r.tz,
            r.registration_from::date, r.registration_to::date, r.starts_on::date, r.ends_on::date,
            r.submissions_due_at::timestamptz, COALESCE(r.grace_minutes::integer, 0), r.judging_from::date,
            r.judging_to::date, r.announced_on::date, r.keep_people_until::date, 1, 2147483647, 2147483647,
            r.stated_participants::integer, r.stated_nationalities::integer
          FROM exported_row AS r
          RETURNING event_id
          """))
  }

  public static let relations = ExportedTable(
    [
      .text("kind", "r.kind"), .text("event", "COALESCE(o.slug, r.other_name)"), .number("year", "r.held_year"),
      .text("season", "r.held_season"), .number("month", "r.held_month"), .number("day", "r.held_day"),
    ],
    from: """
      event_relation AS r LEFT JOIN event AS o ON o.event_id = r.other_event_id
      WHERE r.event_id = @event ORDER BY r.relation_id
      """,
    imported: ImportedRows(
      """
      INSERT INTO event_relation (
        event_id, kind, other_event_id, other_name, held_precision, held_year, held_season, held_month, held_day)
      SELECT @event, r.kind, o.event_id, CASE WHEN o.event_id IS NULL THEN r.event END,
        CASE WHEN r.day IS NOT NULL THEN 'day' WHEN r.month IS NOT NULL THEN 'month'
          WHEN r.season IS NOT NULL THEN 'season' WHEN r.year IS NOT NULL THEN 'year' END,
        r.year::integer, r.season, r.month::integer, r.day::integer
      FROM @rows LEFT JOIN event AS o ON o.slug = r.event AND o.event_id <> @event ORDER BY r.row
      """))

  /// Who may act, without their tokens.
  public static let principals = ExportedTable(
    [.text("name", "p.name"), .text("role", "p.role"), .instant("removed_at", "p.removed_at")],
    from: "principal AS p WHERE p.event_id = @event AND p.role = 'organiser' ORDER BY p.principal_id",
    imported: ImportedRows(
      """
      INSERT INTO principal (event_id, name, role, removed_at)
      SELECT @event, r.name, 'organiser', r.removed_at::timestamptz
      FROM @rows WHERE NOT EXISTS (SELECT FROM principal AS p WHERE p.event_id = @event AND p.name = r.name) ORDER BY r.row
      """))
}
