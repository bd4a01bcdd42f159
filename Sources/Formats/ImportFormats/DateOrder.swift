/// In which order a file writes the parts of a date.
public enum DateOrder: String, CaseIterable, Sendable {
  case dayFirst = "dmy"
  case monthFirst = "mdy"
  case yearFirst = "ymd"

  /// The orders in which every date of a column can be read: a part above 12 is no month.
  public static func possible(for texts: some Sequence<String>) -> [DateOrder] {
    var possible: [DateOrder] = [.dayFirst, .monthFirst]
    for text in texts {
      var scanner = TimeScanner(text)
      guard let (one, two, three) = scanner.dateParts(), three.digits == 4 else { continue }
      if one.value > 12 { possible.removeAll { $0 == .monthFirst } }
      if two.value > 12 { possible.removeAll { $0 == .dayFirst } }
      if possible.isEmpty { break }
    }
    return possible
  }

  /// Whether a date begins with its year, so that its order is plain.
  public static func isYearFirst(_ text: String) -> Bool {
    var scanner = TimeScanner(text)
    return scanner.dateParts()?.0.digits == 4
  }

  /// The only order in which every date of a column can be read; nil where both can be meant, or neither fits all.
  public static func proved(by texts: some Sequence<String>) -> DateOrder? {
    let possible = possible(for: texts)
    return possible.count == 1 ? possible[0] : nil
  }
}
