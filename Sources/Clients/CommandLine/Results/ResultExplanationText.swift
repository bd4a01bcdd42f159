import CanonicalJSON
import RankingEngine
import RankingReports
import Results
import Terminal
import Vocabulary

/// An explanation of a rank in words and tables for a terminal.
struct ResultExplanationText {
  private let explanation: ResultExplanation
  private let standing: RankingResult.Standing
  private let result: RankingResult
  private let kept: KeptFigures

  init(
    _ explanation: ResultExplanation, _ standing: RankingResult.Standing, _ result: RankingResult, _ kept: KeptFigures
  ) {
    self.explanation = explanation
    self.standing = standing
    self.result = result
    self.kept = kept
  }

  /// The way from the sheets to the score, then the neighbours, then what would change the rank.
  var blocks: [[Page.Part]] {
    var blocks = calculation
    let lines = [neighbour(explanation.ahead, "Ahead"), neighbour(explanation.behind, "Behind"), changes].compactMap(
      \.self)
    if !lines.isEmpty { blocks.append([.text(lines.joined(separator: "\n"))]) }
    return blocks
  }

  private var calculation: [[Page.Part]] {
    if let latent = explanation.latent {
      return [[.text(Self.introduction)], [.table(table(latent))], [.text(sum(latent))]]
    }
    guard let position = kept.names.teams.firstIndex(of: standing.team) else { return [] }
    let totals = kept.book.sheets(ofTeam: position).map { kept.book.totals[$0] }
    let mean = totals.reduce(0, +) / Double(max(totals.count, 1))
    // Other methods take other ways, which their page describes.
    guard totals.count > 1, let score = standing.score, let value = Double(score), abs(value - mean) < 0.006 else {
      return []
    }
    let sum = totals.map { fixed($0, 2) }.joined(separator: " + ")
    return [[.text("The score is the mean of the weighted totals: (\(sum)) / \(totals.count) = \(score).")]]
  }

  private static let introduction = """
    How the score comes about. Each sheet says how good the team is, on a scale where 0 is an average team. What its judge
    adds to every team (severity) is taken off. The rest counts with the weight of the sheet: adds = weight x (says - severity).
    """

  private func table(_ latent: LatentExplanation) -> TextTable {
    let rows = latent.sheets.map { sheet in
      [
        kept.names.judges[kept.book.judges[sheet.sheet]], fixed(sheet.says, 3), fixed(sheet.severity, 3),
        fixed(sheet.weight, 3), fixed(sheet.adds, 3),
      ]
    }
    return TextTable(header: ["judge", "says", "severity", "weight", "adds"], rows: rows, numeric: [1, 2, 3, 4])
  }

  private func sum(_ latent: LatentExplanation) -> String {
    let weight = latent.sheets.reduce(0) { $0 + $1.weight }
    var lines = [
      "Sum of what the sheets add: \(fixed(latent.quality - latent.room, 3))."
        + (latent.room == 0 ? "" : " The room adds \(fixed(latent.room, 3)): \(fixed(latent.quality, 3)).")
    ]
    lines.append(
      "The weights sum to \(fixed(weight, 2)). The rest, \(fixed(max(1 - weight, 0), 2)), counts as an average team, because "
        + "\(latent.sheets.count == 1 ? "1 sheet proves" : "\(latent.sheets.count) sheets prove") only so much.")
    let points = latent.conversion.map { "\(fixed($0.quality, 3)) is \(fixed($0.score, ResultText.digits(result)))" }
    lines.append("On the scale of the rubric: \(points.joined(separator: ", ")).")
    return lines.joined(separator: "\n")
  }

  private func neighbour(_ other: ResultExplanation.Neighbour?, _ side: String) -> String? {
    guard let other else { return nil }
    let distance = other.distance.map { ", by \(fixed($0, ResultText.digits(result)))" } ?? ""
    let name = onOneLine(other.name)
    let chance = other.isBetter.map { probability -> String in
      let words = " \(name) is better with \(percent(probability))"
      return words + ((0.4...0.6).contains(probability) ? ": too close to call." : ".")
    }
    if other.rank == standing.rank { return "On the same rank: \(name).\(chance ?? "")" }
    return "\(side): rank \(other.rank), \(name)\(distance).\(chance ?? "")"
  }

  private var changes: String? {
    guard !explanation.changes.isEmpty else {
      return explanation.isPartial ? nil : "Leaving out any one judge does not change the rank."
    }
    let words = explanation.changes.map { "without \(onOneLine($0.judge)) it would be \($0.rank)" }
    return "The rank hangs on single judges: \(words.joined(separator: ", "))."
  }
}

extension ResultExplanation {
  /// The figures behind the words, unrounded.
  func json(_ kept: KeptFigures) -> JSON {
    let sheets = latent?.sheets.map { sheet -> JSON in
      [
        "judge": .string(kept.names.judges[kept.book.judges[sheet.sheet]]), "says": .number("\(sheet.says)"),
        "severity": .number("\(sheet.severity)"), "weight": .number("\(sheet.weight)"),
        "adds": .number("\(sheet.adds)"),
      ]
    }
    return [
      "sheets": sheets.map(JSON.array) ?? .null, "quality": latent.map { .number("\($0.quality)") } ?? .null,
      "room": latent.map { .number("\($0.room)") } ?? .null,
      "conversion": latent.map { latent in
        .array(latent.conversion.map { ["quality": .number("\($0.quality)"), "score": .number("\($0.score)")] })
      } ?? .null,
      "ahead": ahead?.json ?? .null, "behind": behind?.json ?? .null,
      "without_judges": .array(changes.map { ["judge": .string($0.judge), "rank": .integer($0.rank)] }),
    ]
  }
}

extension ResultExplanation.Neighbour {
  fileprivate var json: JSON {
    [
      "team": .string(name), "rank": .integer(rank), "distance": distance.map { .number("\($0)") } ?? .null,
      "is_better": isBetter.map { .number("\($0)") } ?? .null,
    ]
  }
}
