import RankingEngine

extension RankingReport {
  /// A picture of the scores with the range that holds the truth nine times in ten, as SVG 1.1; it needs no colour, and
  /// says everything in words too.
  public var chart: String {
    let rows = ranking.standings.map(ChartRow.init)
    let scale = ChartScale(rows)
    let height = ChartScale.top + rows.count * ChartScale.rowHeight + 50
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"title description\" "
        + "viewBox=\"0 0 \(ChartScale.width) \(height)\" font-family=\"sans-serif\" font-size=\"14\">",
      "<title id=\"title\">Scores by \(ranking.method.rawValue)</title>",
      "<desc id=\"description\">\(escaped(sentences.joined(separator: " ")))</desc>",
      "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>",
      "<text x=\"16\" y=\"26\" font-size=\"17\">Scores by \(ranking.method.rawValue), with the range that holds the truth "
        + "9 times in 10</text>",
    ]
    lines += scale.ticks.flatMap { gridline($0, scale, bottom: height - 44) }
    for (index, row) in rows.enumerated() { lines += bar(row, at: index, scale) }
    let foot = hasOneComponent ? header : header + "; groups are not comparable"
    lines.append("<text x=\"16\" y=\"\(height - 12)\" font-size=\"11\">\(escaped(foot))</text>")
    return (lines + ["</svg>"]).joined(separator: "\n") + "\n"
  }

  private func gridline(_ tick: Double, _ scale: ChartScale, bottom: Int) -> [String] {
    let x = fixed(scale.x(tick), 1)
    return [
      "<line x1=\"\(x)\" x2=\"\(x)\" y1=\"\(ChartScale.top - 12)\" y2=\"\(bottom)\" stroke=\"#ccc\"/>",
      "<text x=\"\(x)\" y=\"\(bottom + 14)\" text-anchor=\"middle\" font-size=\"11\">\(scale.text(tick))</text>",
    ]
  }

  private func bar(_ row: ChartRow, at index: Int, _ scale: ChartScale) -> [String] {
    let y = ChartScale.top + index * ChartScale.rowHeight + ChartScale.rowHeight / 2
    let group = hasOneComponent ? "" : "\(row.standing.component + 1)/"
    let name = "\(group)\(row.standing.rank)  \(names.teams[row.standing.team])"
    var lines = ["<text x=\"16\" y=\"\(y + 5)\">\(escaped(shortened(name)))</text>"]
    if row.low < row.high {
      let (low, high) = (fixed(scale.x(row.low), 1), fixed(scale.x(row.high), 1))
      lines.append(
        "<path d=\"M\(low) \(y - 5)v10M\(low) \(y)H\(high)M\(high) \(y - 5)v10\" stroke=\"#000\" fill=\"none\"/>")
    }
    let x = fixed(scale.x(row.standing.score), 1)
    // Provisional teams are hollow, so that no colour is needed to tell them.
    let fill = row.standing.isProvisional ? "#fff" : "#000"
    lines.append("<circle cx=\"\(x)\" cy=\"\(y)\" r=\"5\" fill=\"\(fill)\" stroke=\"#000\"/>")
    let value = fixed(row.standing.score, 2) + (row.standing.isProvisional ? " provisional" : "")
    lines.append(
      "<text x=\"\(ChartScale.width - 16)\" y=\"\(y + 5)\" text-anchor=\"end\">\(value)</text>")
    return lines
  }

  private func shortened(_ name: String) -> String { name.count > 32 ? name.prefix(31) + "…" : name }

  /// Text as XML 1.0 takes it. Looked at one scalar at a time: a mark that combines with "<" does not make it harmless.
  private func escaped(_ text: String) -> String {
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
}

/// One team in the picture.
private struct ChartRow {
  let standing: Ranking.Standing
  let low: Double
  let high: Double

  init(_ standing: Ranking.Standing) {
    self.standing = standing
    // 1.645 standard errors on either side hold 90 % of a normal distribution.
    let reach = 1.645 * (standing.standardError ?? 0)
    low = standing.score - reach
    high = standing.score + reach
  }
}

/// Where scores stand in the picture.
private struct ChartScale {
  static let width = 900
  static let top = 56
  static let rowHeight = 24
  private static let left = 290.0
  private static let right = 790.0

  private let low: Double
  private let high: Double
  let ticks: [Double]
  private let digits: Int

  init(_ rows: [ChartRow]) {
    let (low, high) = (rows.map(\.low).min() ?? 0, rows.map(\.high).max() ?? 1)
    // Of huge scores that are equal, so much that the ends can be told apart.
    let margin = max((high - low) * 0.03, 1e-6, max(abs(low), abs(high)) * 1e-9)
    self.low = low - margin
    self.high = high + margin
    // Steps of 1, 2 or 5 times a power of ten, six or so of them.
    var step = 1.0
    while step * 6 > high - low + 2 * margin, step > 1e-9 { step /= 10 }
    while step * 6 < high - low { step *= 10 }
    for smaller in [step / 5, step / 2] where smaller * 6 >= high - low { step = smaller; break }
    var (digits, unit) = (0, step)
    while unit < 0.999, digits < 9 {
      unit *= 10
      digits += 1
    }
    self.digits = digits
    let first = (self.low / step).rounded(.up)
    ticks = (0..<20).map { (first + Double($0)) * step }.filter { $0 <= high + margin }
  }

  func x(_ score: Double) -> Double { Self.left + (score - low) / (high - low) * (Self.right - Self.left) }

  func text(_ tick: Double) -> String { fixed(tick, digits) }
}
