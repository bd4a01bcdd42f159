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
      """,
    imported: ImportedRows(
      """
      INSERT INTO rubric (event_id, key, version)
      SELECT @event, r.rubric, r.version::integer FROM @rows GROUP BY r.rubric, r.version ORDER BY min(r.row)
      """,
      """
      INSERT INTO criterion (
        event_id, rubric_id, key, position, name, description, weight, minimum, maximum, step, is_required)
      SELECT @event, k.rubric_id, r.key, row_number() OVER (PARTITION BY k.rubric_id ORDER BY r.row),
        \(ImportedRows.texts("name")), \(ImportedRows.texts("description")), \(ImportedRows.thousandths("weight")),
        \(ImportedRows.thousandths("minimum")), \(ImportedRows.thousandths("maximum")), \(ImportedRows.thousandths("step")),
        \(ImportedRows.flag("required"))
      FROM @rows \(ofItsVersion) WHERE r.key IS NOT NULL ORDER BY r.row
      """))

  /// The version of the rubric that a row names.
  private static let ofItsVersion =
    "JOIN rubric AS k ON k.event_id = @event AND k.key = r.rubric AND k.version = r.version::integer"

  public static let levels = ExportedTable(
    [
      .text("rubric", "r.key"), .number("version", "r.version"), .text("criterion", "c.key"),
      .thousandths("points", "l.points"), .texts("text", "l.text"),
    ],
    from: """
      criterion_level AS l JOIN criterion AS c USING (event_id, rubric_id, criterion_id)
      JOIN rubric AS r USING (event_id, rubric_id)
      WHERE l.event_id = @event ORDER BY r.key, r.version, c.position, l.points
      """,
    imported: ImportedRows(
      """
      INSERT INTO criterion_level (event_id, rubric_id, criterion_id, points, text)
      SELECT @event, k.rubric_id, c.criterion_id, \(ImportedRows.thousandths("points")), \(ImportedRows.texts("text"))
      FROM @rows LEFT \(ofItsVersion)
      LEFT JOIN criterion AS c ON c.event_id = @event AND c.rubric_id = k.rubric_id AND c.key = r.criterion
      """))
}
