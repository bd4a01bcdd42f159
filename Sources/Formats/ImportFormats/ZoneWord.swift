/// What people call a zone of time, compared with what its clocks are called on the day.
public enum ZoneWord {
  /// Whether a word names the same clocks: "EDT" and "HAE" do, and "ET" stands for both halves of the year.
  /// - Parameter actual: What the zone's clocks are called then.
  public static func fits(_ word: String, _ actual: String) -> Bool {
    let letters = word.uppercased().filter { !$0.isWhitespace && $0 != "." }
    let english = french[letters] ?? letters
    if english == actual.uppercased() { return true }
    // "ET" of "EDT": the middle letter alone says whether the clocks were put forward.
    return actual.count == 3 && english.count == 2 && english == "\(actual.prefix(1))\(actual.suffix(1))".uppercased()
  }

  private static let french = [
    "HNT": "NST", "HAT": "NDT", "HNA": "AST", "HAA": "ADT", "HNE": "EST", "HAE": "EDT", "HNC": "CST", "HAC": "CDT",
    "HNR": "MST", "HAR": "MDT", "HNP": "PST", "HAP": "PDT", "HE": "ET", "HP": "PT", "HA": "AT", "HC": "CT",
    "HR": "MT",
  ]
}
