/// Rubrics as YAML files: what is read is written again, and the other way round.
public enum RubricYAML {
  /// The most bytes of a file: a rubric of thirty criteria with every level in three languages takes a tenth of it.
  public static let largest = 1 << 18

  /// - Throws: `RubricFileError` naming the first location that is wrong.
  public static func read(_ bytes: [UInt8], file: String) throws(RubricFileError) -> RubricSheet {
    let document = try YAMLDocument(bytes, file: file)
    return try RubricReader(document: document).sheet()
  }
}
