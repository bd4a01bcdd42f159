/// The columns that stand behind a row's own cells in a file of rejected rows; nothing is read from them.
public enum RejectsColumns {
  public static let names = ["_row", "_line", "_cell", "_code", "_message"]

  static func contain(_ name: String) -> Bool { names.contains(name) }
}

extension ImportProfile {
  /// Whether rows may go on beyond the header.
  public var hasOpenRows: Bool { self == .devpost }
}
