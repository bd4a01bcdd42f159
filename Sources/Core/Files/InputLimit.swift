/// The most bytes that are read of one input, because a device or a pipe may have no end.
public struct InputLimit: Equatable, Sendable {
  public let bytes: Int

  init(bytes: Int) { self.bytes = bytes }

  /// A line that somebody types, such as a code.
  public static let line = InputLimit(bytes: 64 << 10)
  /// A text that a person writes, such as a layout or a comment.
  public static let text = InputLimit(bytes: 1 << 20)
  /// A file that is searched for what must stay secret.
  public static let searched = InputLimit(bytes: 64 << 20)
  /// A file that is held in memory.
  public static let document = InputLimit(bytes: 256 << 20)
  /// A table that is read piece by piece.
  public static let table = InputLimit(bytes: 4 << 30)
  /// A file of which only the hash is kept.
  public static let attachment = InputLimit(bytes: 64 << 30)

  /// In words, such as "256 MB".
  var words: String {
    let units = [(30, "GB"), (20, "MB"), (10, "kB")]
    guard let unit = units.first(where: { bytes >> $0.0 > 0 }) else { return "\(bytes) bytes" }
    return "\(bytes >> unit.0) \(unit.1)"
  }
}
