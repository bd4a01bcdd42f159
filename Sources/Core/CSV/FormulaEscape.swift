/// Keeps spreadsheets from running a cell as a formula, in a way that can be undone (OWASP, CSV Injection).
///
/// A cell that is any number of apostrophes and then a trigger gets one more, so every text has its own form.
enum FormulaEscape {
  static func neutralised(_ cell: String) -> String {
    isTriggered(cell) ? "'" + cell : cell
  }

  static func restored(_ cell: String) -> String {
    guard cell.utf8.first == Byte.apostrophe, isTriggered(cell) else { return cell }
    return String(Substring(cell.utf8.dropFirst()))
  }

  /// Whether a trigger is the first thing behind any number of apostrophes.
  private static func isTriggered(_ cell: String) -> Bool {
    switch cell.utf8.first(where: { $0 != Byte.apostrophe }) {
    case 0x3D, 0x2B, 0x2D, 0x40, Byte.tab, Byte.carriageReturn: true
    default: false
    }
  }
}
