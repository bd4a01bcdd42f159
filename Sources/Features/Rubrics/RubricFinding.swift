import Vocabulary

/// What is doubtful in a rubric, and what to do about it.
public struct RubricFinding: Equatable, Sendable {
  public enum Level: String, Sendable {
    case problem = "FAIL"
    case warning = "warn"
    case note
  }

  public let level: Level
  /// A stable word, such as "few-levels".
  public let code: String
  /// The key of the criterion; nil where it is about all of them.
  public let criterion: String?
  public let message: String
  public let advice: String
}

extension RubricFinding {
  /// With fewer levels many teams get the most points, and the best ones cannot be told apart.
  static let fewestLevels: Int64 = 6
  /// The percentage of all weights above which one criterion decides alone.
  static let greatestShare: Int64 = 60

  /// Everything that is doubtful in a rubric of an event that publishes in these languages.
  static func all(in rubric: Rubric, languages: [Language]) -> [RubricFinding] {
    let total = rubric.criteria.reduce(0) { $0 + $1.weight.thousandths }
    return weights(total) + ranges(of: rubric, total)
      + rubric.criteria.flatMap { criterion in
        [
          gaps(in: criterion, languages), ceiling(of: criterion),
          rubric.criteria.count > 1 ? share(of: criterion, total) : nil,
        ].compactMap(\.self)
      }
  }

  private static func weights(_ total: Int64) -> [RubricFinding] {
    guard total != 100_000, total != 1000 else { return [] }
    return [
      RubricFinding(
        level: .note, code: "weights", criterion: nil,
        message: "The weights come to \(Points(thousandths: total)), neither to 100 nor to 1.",
        advice: "Only their proportions count; people read percentages more easily.")
    ]
  }

  private static func ranges(of rubric: Rubric, _ total: Int64) -> [RubricFinding] {
    guard Set(rubric.criteria.map(\.scale)).count > 1 else { return [] }
    let pulls = rubric.criteria.map { criterion in
      "\(quoted(criterion.key.text)) \((criterion.weight.thousandths * 100 + total / 2) / total) %"
    }
    return [
      RubricFinding(
        level: .note, code: "ranges", criterion: nil,
        message:
          "The criteria have different ranges: each counts by its share of its own range, and totals go from 0 to 100.",
        advice: "What each counts: \(pulls.joined(separator: ", ")).")
    ]
  }

  private static func gaps(in criterion: Rubric.Criterion, _ languages: [Language]) -> RubricFinding? {
    let descriptions = criterion.description.isEmpty ? [] : [("the description", criterion.description)]
    let texts =
      [("the title", criterion.name)] + descriptions
      + criterion.levels.map { ("what \($0.points) means", $0.text) }
    let missing = languages.flatMap { language in
      texts.filter { $0.1[language] == nil }.map { "\($0.0) (\(language.code))" }
    }
    guard !missing.isEmpty else { return nil }
    return RubricFinding(
      level: .problem, code: "language", criterion: criterion.key.text,
      message: "\(quoted(criterion.key.text)) lacks \(missing.joined(separator: ", ")).",
      advice:
        "Write it into the file and import it again: the event publishes in \(languages.map(\.code).joined(separator: ", "))."
    )
  }

  private static func ceiling(of criterion: Rubric.Criterion) -> RubricFinding? {
    let span = criterion.scale.upperBound.thousandths - criterion.scale.lowerBound.thousandths
    // Where any points can be given, judges mostly give whole ones.
    let step = criterion.step.thousandths == 1 ? 1000 : criterion.step.thousandths
    let levels = span / step + 1
    guard levels < fewestLevels else { return nil }
    return RubricFinding(
      level: .warning, code: "few-levels", criterion: criterion.key.text,
      message:
        "\(quoted(criterion.key.text)) has \(levels) levels: many teams will get the highest, and the best cannot be told apart.",
      advice: "Use a longer scale or smaller steps, such as 0 to 10 in steps of 0.5, and say what the highest means.")
  }

  private static func share(of criterion: Rubric.Criterion, _ total: Int64) -> RubricFinding? {
    guard criterion.weight.thousandths * 100 > total * greatestShare else { return nil }
    return RubricFinding(
      level: .warning, code: "heavy", criterion: criterion.key.text,
      message:
        "\(quoted(criterion.key.text)) has \(criterion.weight.thousandths * 100 / total) % of the weight and decides almost alone.",
      advice: "Split it into two criteria, or lower its weight.")
  }
}
