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
      """)

  public static let states = ExportedTable(
    [
      .text("team", "t.key"), .flag("entered_by_organiser", "s.is_entered_by_organiser"),
      .instant("withdrawn_at", "s.withdrawn_at"),
    ],
    from: """
      submission AS s JOIN team AS t USING (event_id, team_id) WHERE s.event_id = @event ORDER BY s.submission_id
      """)

  public static let tracks = ExportedTable(
    [.text("team", "t.key"), .text("track", "k.key")],
    from: """
      submission_track AS e JOIN submission AS s USING (event_id, submission_id) JOIN team AS t USING (event_id, team_id)
      JOIN track AS k ON (k.event_id, k.track_id) = (e.event_id, e.track_id)
      WHERE e.event_id = @event ORDER BY s.submission_id, k.key
      """)

  public static let files = ExportedTable(
    [
      .text("team", "t.key"), .text("name", "f.name"), .text("url", "f.url"), .number("size", "f.size"),
      .text("sha256", "encode(f.sha256, 'hex')"),
    ],
    from: """
      submission_file AS f JOIN submission AS s USING (event_id, submission_id) JOIN team AS t USING (event_id, team_id)
      WHERE f.event_id = @event ORDER BY s.submission_id, f.name
      """)

  /// What was submitted, each time.
  public static let versions = ExportedTable(
    [
      .text("team", "t.key"), .number("number", "v.number"), .instant("received_at", "v.received_at"),
      .text("by", "v.submitted_by_role"), .texts("title", "v.contents -> 'title'"),
      .texts("summary", "v.contents -> 'summary'"), .text("url", "v.contents ->> 'url'"),
      .text("video_url", "v.contents ->> 'video_url'"), .text("built_with", "v.contents ->> 'built_with'"),
      .text("accepted_late_because", "a.reason"),
    ],
    from: """
      submission_version AS v JOIN submission AS s USING (event_id, submission_id) JOIN team AS t USING (event_id, team_id)
      LEFT JOIN submission_late_acceptance AS a USING (event_id, submission_id, number)
      WHERE v.event_id = @event ORDER BY s.submission_id, v.number
      """)
}
