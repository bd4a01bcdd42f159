public import Lookup

/// The SQL by which submissions and what belongs to them are handed out row by row.
public enum SubmissionExportStore {
  /// The drafts in the order in which they came, as imports take them.
  public static let submissions = ExportedTable(
    [
      .text("team", "t.key"), .texts("title", "s.title"), .texts("summary", "s.summary"), .text("url", "s.url"),
      .text("video_url", "s.video_url"), .text("links", "s.links"), .text("built_with", "s.built_with"),
      .text("opted_for", "s.opted_for"), .instant("received_at", "s.received_at"),
      .text("received_as_written", "s.received_as_written"),
    ],
    from: """
      submission AS s JOIN team AS t USING (event_id, team_id) WHERE s.event_id = @event ORDER BY s.submission_id
      """,
    imported: ImportedRows(
      """
      INSERT INTO submission (
        event_id, team_id, title, summary, url, video_url, links, built_with, opted_for, received_at,
        received_as_written)
      SELECT @event, \(ImportedRows.number(of: .team)), \(ImportedRows.texts("title")), \(ImportedRows.texts("summary")),
        r.url, r.video_url, COALESCE(r.links, ''), r.built_with, COALESCE(r.opted_for, ''), r.received_at::timestamptz,
        r.received_as_written
      FROM @rows ORDER BY r.row
      """, naming: ["team": .team]))

  public static let states = ExportedTable(
    [
      .text("team", "t.key"), .flag("entered_by_organiser", "s.is_entered_by_organiser"),
      .instant("withdrawn_at", "s.withdrawn_at"),
    ],
    from: """
      submission AS s JOIN team AS t USING (event_id, team_id) WHERE s.event_id = @event ORDER BY s.submission_id
      """,
    imported: ImportedRows(
      naming: ["team": .team],
      lastly: [
        """
        UPDATE submission AS s SET
          is_entered_by_organiser = \(ImportedRows.flag("entered_by_organiser")), withdrawn_at = r.withdrawn_at::timestamptz
        FROM @rows WHERE s.event_id = @event AND s.team_id = \(ImportedRows.number(of: .team))
        """
      ]))

  public static let tracks = ExportedTable(
    [.text("team", "t.key"), .text("track", "k.key")],
    from: """
      submission_track AS e JOIN submission AS s USING (event_id, submission_id) JOIN team AS t USING (event_id, team_id)
      JOIN track AS k ON (k.event_id, k.track_id) = (e.event_id, e.track_id)
      WHERE e.event_id = @event ORDER BY s.submission_id, k.key
      """,
    imported: ImportedRows(
      """
      INSERT INTO submission_track (event_id, submission_id, track_id)
      SELECT @event, s.submission_id, \(ImportedRows.number(of: .track)) FROM @rows \(ofItsTeam)
      """, naming: ["team": .team, "track": .track]))

  public static let files = ExportedTable(
    [
      .text("team", "t.key"), .text("name", "f.name"), .text("url", "f.url"), .number("size", "f.size"),
      .text("sha256", "encode(f.sha256, 'hex')"),
    ],
    from: """
      submission_file AS f JOIN submission AS s USING (event_id, submission_id) JOIN team AS t USING (event_id, team_id)
      WHERE f.event_id = @event ORDER BY s.submission_id, f.name
      """,
    imported: ImportedRows(
      """
      INSERT INTO submission_file (event_id, submission_id, name, url, size, sha256)
      SELECT @event, s.submission_id, r.name, r.url, r.size::bigint, decode(r.sha256, 'hex') FROM @rows \(ofItsTeam)
      """, naming: ["team": .team]))

  /// What was submitted, each time.
  public static let versions = ExportedTable(
    [
      .text("team", "t.key"), .number("number", "v.number"), .instant("received_at", "v.received_at"),
      .text("by", "v.submitted_by_role"), .text("entered_by", "p.name"), .texts("title", "v.contents -> 'title'"),
      .texts("summary", "v.contents -> 'summary'"), .text("url", "v.contents ->> 'url'"),
      .text("video_url", "v.contents ->> 'video_url'"), .text("built_with", "v.contents ->> 'built_with'"),
      lines("links"), lines("opted_for"), lines("tracks"), .text("files", "v.contents -> 'files'"),
      .text("accepted_late_because", "a.reason"), .text("accepted_late_by", "q.name"),
      .instant("accepted_late_at", "a.accepted_at"),
    ],
    from: """
      submission_version AS v JOIN submission AS s USING (event_id, submission_id) JOIN team AS t USING (event_id, team_id)
      LEFT JOIN submission_late_acceptance AS a USING (event_id, submission_id, number)
      LEFT JOIN principal AS p ON (p.event_id, p.principal_id) = (v.event_id, v.principal_id)
      LEFT JOIN principal AS q ON (q.event_id, q.principal_id) = (a.event_id, a.principal_id)
      WHERE v.event_id = @event ORDER BY s.submission_id, v.number
      """,
    imported: ImportedRows(
      // The schema receives what a participant submits now, whatever time a statement gives.
      """
      INSERT INTO submission_version (
        event_id, submission_id, number, contents, submitted_by_role, principal_id, received_at)
      SELECT @event, s.submission_id, r.number::integer, jsonb_strip_nulls(jsonb_build_object(
          'title', \(ImportedRows.texts("title")), 'summary', \(ImportedRows.texts("summary")), 'url', r.url,
          'video_url', r.video_url, 'links', to_jsonb(string_to_array(r.links, E'\\n')), 'built_with', r.built_with,
          'opted_for', to_jsonb(string_to_array(r.opted_for, E'\\n')), 'tracks', to_jsonb(string_to_array(r.tracks, E'\\n')),
          'files', r.files::jsonb)),
        'organiser', \(ImportedRows.number(of: .principal, "entered_by")), r.received_at::timestamptz
      FROM @rows \(ofItsTeam) ORDER BY r.row
      """,
      """
      INSERT INTO submission_late_acceptance (event_id, submission_id, number, reason, principal_id, accepted_at)
      SELECT @event, s.submission_id, r.number::integer, r.accepted_late_because,
        COALESCE(\(ImportedRows.number(of: .principal, "accepted_late_by")), @organiser),
        COALESCE(r.accepted_late_at::timestamptz, clock_timestamp())
      FROM @rows \(ofItsTeam) WHERE r.accepted_late_because IS NOT NULL
      """, naming: ["team": .team, "accepted_late_by": .principal]))

  /// The submission of a row's team.
  private static let ofItsTeam =
    "JOIN submission AS s ON s.event_id = @event AND s.team_id = \(ImportedRows.number(of: .team))"

  /// What a version has many of, one in each line.
  private static func lines(_ name: String) -> ExportedTable.Selected {
    .text(
      name,
      """
      SELECT string_agg(o.text, E'\\n' ORDER BY o.position)
      FROM jsonb_array_elements_text(v.contents -> '\(name)') WITH ORDINALITY AS o (text, position)
      """)
  }
}
