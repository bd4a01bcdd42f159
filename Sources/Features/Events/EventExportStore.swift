public import Lookup

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
    from: "event AS e WHERE e.event_id = @event")

  public static let relations = ExportedTable(
    [
      .text("kind", "r.kind"), .text("event", "COALESCE(o.slug, r.other_name)"), .number("year", "r.held_year"),
      .text("season", "r.held_season"), .number("month", "r.held_month"), .number("day", "r.held_day"),
    ],
    from: """
      event_relation AS r LEFT JOIN event AS o ON o.event_id = r.other_event_id
      WHERE r.event_id = @event ORDER BY r.relation_id
      """)

  /// Who may act, without their tokens.
  public static let principals = ExportedTable(
    [.text("name", "p.name"), .text("role", "p.role"), .instant("removed_at", "p.removed_at")],
    from: "principal AS p WHERE p.event_id = @event AND p.role = 'organiser' ORDER BY p.principal_id")
}
