public import Lookup

/// The SQL by which rubrics are handed out row by row.
public enum RubricExportStore {
  /// A criterion a row.
  public static let criteria = ExportedTable(
    [
      .text("rubric", "r.key"), .number("version", "r.version"), .text("key", "c.key"),
      .thousandths("weight", "c.weight"), .thousandths("minimum", "c.minimum"), .thousandths("maximum", "c.maximum"),
      .thousandths("step", "c.step"), .flag("required", "c.is_required"), .texts("name", "c.name"),
      .texts("description", "c.description"),
    ],
    from: """
      rubric AS r LEFT JOIN criterion AS c USING (event_id, rubric_id)
      WHERE r.event_id = @event ORDER BY r.key, r.version, c.position
      """)

  public static let levels = ExportedTable(
    [
      .text("rubric", "r.key"), .number("version", "r.version"), .text("criterion", "c.key"),
      .thousandths("points", "l.points"), .texts("text", "l.text"),
    ],
    from: """
      criterion_level AS l JOIN criterion AS c USING (event_id, rubric_id, criterion_id)
      JOIN rubric AS r USING (event_id, rubric_id)
      WHERE l.event_id = @event ORDER BY r.key, r.version, c.position, l.points
      """)
}
