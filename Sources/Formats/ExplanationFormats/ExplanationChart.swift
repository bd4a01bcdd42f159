import RankingEngine
import RankingReports
public import Vocabulary

/// A picture of what each sheet says of a team, as SVG 1.1; it needs no colour, and says everything in words too.
///
/// A hollow circle is what a sheet says; a filled one, larger with its weight, is what counts once the severity is off.
public struct ExplanationChart {
  private static let width = 900
  private static let top = 84
  private static let rowHeight = 34
  private static let left = 200.0
  private static let right = 860.0

  private let rank: ExplainedRank
  private let blocks: ExplanationBlocks
  private let language: Language
  private let sheets: [(name: String, latent: LatentExplanation.Sheet)]
  private let quality: Double

  /// Nil under a method without a latent scale.
  public init?(_ rank: ExplainedRank, in language: Language) {
    guard let latent = rank.latent else { return nil }
    self.rank = rank
    self.language = language
    let blocks = ExplanationBlocks(rank, in: language)
    self.blocks = blocks
    quality = latent.quality
    sheets = rank.sheets.enumerated().compactMap { index, sheet in
      let word = sheet.judge == nil ? blocks.wording.column(.sheet) + " " : ""
      return sheet.latent.map { (word + blocks.name(of: sheet, at: index), $0) }
    }
  }

  /// A file of its own.
  public var text: String { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + element + "\n" }

  /// The element as it stands in a page.
  var element: String {
    let wording = blocks.wording
    let height = Self.top + (sheets.count + 1) * Self.rowHeight + 44
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"chart-title chart-text\" "
        + "viewBox=\"0 0 \(Self.width) \(height)\" font-family=\"system-ui, sans-serif\" font-size=\"15\" "
        + "xml:lang=\"\(language.code)\">",
      "<title id=\"chart-title\">\(markup(wording.chartTitle(rank.team)))</title>",
      "<desc id=\"chart-text\">\(markup(description))</desc>", "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>",
      "<text x=\"16\" y=\"28\" font-size=\"18\">\(markup(shortened(wording.chartTitle(rank.team), 90)))</text>",
    ]
    if !rank.isPublic { lines.append("<text x=\"16\" y=\"52\" font-size=\"13\">\(markup(wording.embargo))</text>") }
    lines += line(at: 0, label: .averageTeam, isDashed: true, height)
    for (index, sheet) in sheets.enumerated() { lines += row(sheet.name, sheet.latent, at: index) }
    lines += teamRow
    return (lines + legend(height) + ["</svg>"]).joined(separator: "\n")
  }

  private var description: String {
    let (wording, number) = (blocks.wording, { (value: Double) in blocks.wording.number(value, 2) })
    let rows = sheets.map { "\($0.name): \(number($0.latent.says)), \(number($0.latent.says - $0.latent.severity))" }
    return (rows + ["\(wording.chartLabel(.team)): \(number(quality))"]).joined(separator: "; ")
  }

  private func line(at value: Double, label: ChartLabel, isDashed: Bool, _ height: Int) -> [String] {
    let x = written(x(value))
    let dash = isDashed ? " stroke-dasharray=\"4 4\"" : ""
    return [
      "<line x1=\"\(x)\" x2=\"\(x)\" y1=\"\(Self.top - 6)\" y2=\"\(height - 40)\" stroke=\"#666\"\(dash)/>",
      "<text x=\"\(x)\" y=\"\(Self.top - 12)\" text-anchor=\"middle\" font-size=\"13\">"
        + "\(markup(blocks.wording.chartLabel(label)))</text>",
    ]
  }

  private func row(_ name: String, _ sheet: LatentExplanation.Sheet, at index: Int) -> [String] {
    let y = middle(of: index)
    let (says, counts) = (written(x(sheet.says)), written(x(sheet.says - sheet.severity)))
    // The area of a circle, not its radius, goes with the weight.
    let radius = written(4 + 14 * max(sheet.weight, 0).squareRoot())
    return [
      "<text x=\"16\" y=\"\(y + 5)\">\(markup(shortened(name, 22)))</text>",
      "<line x1=\"\(says)\" x2=\"\(counts)\" y1=\"\(y)\" y2=\"\(y)\" stroke=\"#000\"/>",
      "<circle cx=\"\(counts)\" cy=\"\(y)\" r=\"\(radius)\" fill=\"#000\"/>",
      "<circle cx=\"\(says)\" cy=\"\(y)\" r=\"5\" fill=\"#fff\" stroke=\"#000\"/>",
    ]
  }

  private var teamRow: [String] {
    let (x, y) = (x(quality), middle(of: sheets.count))
    let diamond = "M\(written(x)) \(y - 10)l10 10l-10 10l-10 -10z"
    return [
      "<text x=\"16\" y=\"\(y + 5)\" font-weight=\"700\">\(markup(blocks.wording.chartLabel(.team)))</text>",
      "<path d=\"\(diamond)\" fill=\"#000\"/>",
      "<text x=\"\(written(x + 18))\" y=\"\(y + 5)\">\(blocks.wording.number(quality, 2))</text>",
    ]
  }

  private func legend(_ height: Int) -> [String] {
    let y = height - 18
    return [
      "<circle cx=\"22\" cy=\"\(y - 4)\" r=\"5\" fill=\"#fff\" stroke=\"#000\"/>",
      "<text x=\"36\" y=\"\(y)\" font-size=\"13\">\(markup(blocks.wording.chartLabel(.says)))</text>",
      "<circle cx=\"262\" cy=\"\(y - 4)\" r=\"7\" fill=\"#000\"/>",
      "<text x=\"278\" y=\"\(y)\" font-size=\"13\">\(markup(blocks.wording.chartLabel(.counts)))</text>",
    ]
  }

  private func middle(of row: Int) -> Int { Self.top + row * Self.rowHeight + Self.rowHeight / 2 }

  private func x(_ value: Double) -> Double {
    let said = sheets.map(\.latent.says)
    let values = said + zip(said, sheets).map { $0 - $1.latent.severity } + [quality, 0]
    let (low, high) = (values.min() ?? 0, values.max() ?? 1)
    let margin = max((high - low) * 0.08, 0.05)
    return Self.left + (value - low + margin) / (high - low + 2 * margin) * (Self.right - Self.left)
  }

  private func written(_ value: Double) -> String { fixed(value, 1) }

  private func shortened(_ text: String, _ most: Int) -> String {
    text.count > most ? text.prefix(most - 1) + "…" : text
  }
}

/// Text as XML 1.0 takes it. Looked at one scalar at a time: a mark that combines with "<" does not make it harmless.
func markup(_ text: String) -> String {
  text.unicodeScalars.map { scalar in
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: " "
    default: String(scalar)
    }
  }.joined()
}
