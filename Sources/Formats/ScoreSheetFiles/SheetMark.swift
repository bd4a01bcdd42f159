import Vocabulary

/// The words of a sheet that both its writer and its reader know.
enum SheetMark {
  /// Behind it, on the line of a criterion, points may be written.
  static let points = "points:"

  /// What was written behind the mark on the line of a criterion; nil when there is no mark or nothing behind it.
  static func answer(onLine line: String) -> String? {
    let parts = line.split(separator: points, omittingEmptySubsequences: false)
    guard parts.count > 1, let answer = parts.last?.trimmed, !answer.isEmpty else { return nil }
    return answer
  }
}
