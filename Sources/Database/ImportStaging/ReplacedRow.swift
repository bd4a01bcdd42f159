/// A row that a later answer replaces.
public struct ReplacedRow: Equatable, Sendable {
  /// As a spreadsheet counts.
  public let row: Int
  public let latest: Int
  /// Whether the times of the answers tell which is the later one, and not the order of the rows.
  public let isByTime: Bool
}
