import Vocabulary

/// How one language says what an explanation of a rank has to say.
protocol ExplanationWording: Sendable {
  /// "Why Boreal has rank 4"
  func title(_ team: String, rank: Int) -> String
  /// "Rank 4 of 12".
  func place(_ rank: Int, of count: Int) -> String
  func method(_ name: String) -> String
  func computed(_ time: String, result: Int) -> String
  /// How likely the team is first, and its ranks nine times in ten.
  func chances(first: String, ranks: ClosedRange<Int>) -> String
  func tie(_ rung: String) -> String
  var provisional: String { get }
  func decision(_ words: String) -> String
  /// What the reader may do with it before the result is public.
  var embargo: String { get }

  func column(_ column: ExplanationColumn) -> String
  var flagged: String { get }
  /// How a total comes from points.
  func totals(countShares: Bool) -> String
  /// "The score is the mean of the weighted totals: (5.00 + 5.00) / 2 = 5.00."
  func mean(_ sum: String, _ count: Int, _ score: String) -> String
  /// How the table of an ordinal method is to be read.
  var introduction: String { get }
  func sum(_ adds: String) -> String
  func room(_ adds: String, _ quality: String) -> String
  func weights(_ sum: String, rest: String, sheets: Int) -> String
  /// "0.123 is 7.34"
  func conversion(_ points: [(quality: String, score: String)]) -> String

  func neighbour(_ side: NeighbourSide, rank: Int, name: String?, by distance: String?) -> String
  /// How likely the neighbour is better.
  func isBetter(_ name: String?, _ chance: String, isTooClose: Bool) -> String
  var noChange: String { get }
  /// The ranks without single judges, with the judges' codes where the reader may know them.
  func changes(_ changes: [(judge: String?, rank: Int)]) -> String

  func chartTitle(_ team: String) -> String
  func chartLabel(_ label: ChartLabel) -> String
  /// How a reader computes it again, by a command.
  func proof(result: Int, sha256: String, by command: String) -> String
  func number(_ value: Double, _ digits: Int) -> String
  func percent(_ probability: Double) -> String
}

enum ExplanationColumn: CaseIterable {
  case judge, sheet, total, severityInPoints, note, says, severity, weight, adds
}

enum NeighbourSide {
  case ahead, behind, shared
}

/// A label of the chart.
enum ChartLabel {
  case averageTeam, team, says, counts
}

enum ExplanationWordings {
  static func wording(of language: Language) -> any ExplanationWording {
    switch language {
    case .english: EnglishExplanation()
    case .french: FrenchExplanation()
    case .spanish: SpanishExplanation()
    }
  }
}

/// A list in words, such as "A, B and C".
func listed(_ words: [String], and conjunction: String) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " " + conjunction + " " + last
}
