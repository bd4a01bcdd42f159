import RankingEngine
import RankingReports
public import Vocabulary

/// A part of an explanation: sentences, or a table.
public enum ExplanationBlock: Equatable, Sendable {
  /// Lines below each other.
  case lines([String])
  case table(header: [String], rows: [[String]], numeric: Set<Int>)
}

/// An explanation in one language as blocks, from which text and page are made.
public struct ExplanationBlocks {
  let rank: ExplainedRank
  let wording: any ExplanationWording

  public init(_ rank: ExplainedRank, in language: Language) {
    self.rank = rank
    wording = ExplanationWordings.wording(of: language)
  }

  /// The place, the points, the way to the score, and the neighbours.
  public var all: [ExplanationBlock] {
    let neighbours = [neighbour(rank.ahead, .ahead), neighbour(rank.behind, .behind), changes].compactMap(\.self)
    return [.lines(place), points] + calculation + (neighbours.isEmpty ? [] : [.lines(neighbours)])
  }

  /// What the reader may do with it before the result is public; nil from then on.
  public var embargo: String? { rank.isPublic ? nil : wording.embargo }

  var place: [String] {
    let error = rank.standardError.map { " ± \(number($0))" } ?? ""
    let parts = [
      wording.place(rank.rank, of: rank.teamCount), rank.score.map { number($0) + error }, rank.team,
      wording.method(rank.method), rank.computedAt.map { wording.computed($0, result: rank.result) },
    ]
    var lines = [parts.compactMap(\.self).joined(separator: " · ")]
    if let first = rank.first, let ranks = rank.ranks {
      lines.append(wording.chances(first: wording.percent(first), ranks: ranks))
    }
    if let rung = rank.tieBreak { lines.append(wording.tie(rung)) }
    lines += rank.decisions.map(wording.decision)
    if rank.isProvisional { lines.append(wording.provisional) }
    return lines
  }

  /// A row for each sheet: the points, and the total that they give.
  var points: ExplanationBlock {
    let criteria = rank.criteria.map { criterion -> String in
      // Equal ranges do not change what a point is worth.
      let range = rank.countsShares ? criterion.range.map { " (\($0.low)-\($0.high))" } ?? "" : ""
      return "\(criterion.name)\(range) \(wording.number(criterion.weight * 100, 0)) %"
    }
    // Where the table of the calculation has the severities, or the score takes none off, a second figure would mislead.
    let hasSeverity = rank.latent == nil && !rank.isMean && rank.sheets.contains { $0.severity != nil }
    let hasNote = rank.sheets.contains(where: \.isFlagged)
    let rows = rank.sheets.enumerated().map { index, sheet -> [String] in
      let points = sheet.points.map { $0.map { written($0) } ?? "-" }
      return [name(of: sheet, at: index)] + points + [number(sheet.total, 2)]
        + (hasSeverity ? [sheet.severity.map { number($0, 2) } ?? ""] : [])
        + (hasNote ? [sheet.isFlagged ? wording.flagged : ""] : [])
    }
    let columns: [ExplanationColumn] =
      [.total] + (hasSeverity ? [.severityInPoints] : []) + (hasNote ? [.note] : [])
    let header = [wording.column(firstColumn)] + criteria + columns.map(wording.column)
    return .table(header: header, rows: rows, numeric: Set(1..<header.count - (hasNote ? 1 : 0)))
  }

  /// Sheets go by their judges, or by number where the reader must not know these.
  private var firstColumn: ExplanationColumn { rank.sheets.contains { $0.judge != nil } ? .judge : .sheet }

  /// From the totals or the latent scale to the score.
  private var calculation: [ExplanationBlock] {
    let totals = wording.totals(countShares: rank.countsShares)
    if let latent = rank.latent {
      let way = [
        sum(latent.quality - latent.room, latent), weights,
        wording.conversion(latent.conversion.map { (number($0.quality, 3), number($0.score)) }),
      ]
      return [.lines([totals, wording.introduction]), table, .lines(way)]
    }
    guard rank.isMean, let score = rank.score else { return [.lines([totals])] }
    let sum = rank.sheets.map { number($0.total, 2) }.joined(separator: " + ")
    return [.lines([totals, wording.mean(sum, rank.sheets.count, number(score))])]
  }

  private var table: ExplanationBlock {
    let columns: [ExplanationColumn] = [firstColumn, .says, .severity, .weight, .adds]
    let rows = rank.sheets.enumerated().compactMap { index, sheet -> [String]? in
      guard let latent = sheet.latent else { return nil }
      return [name(of: sheet, at: index)]
        + [latent.says, latent.severity, latent.weight, latent.adds].map { number($0, 3) }
    }
    return .table(header: columns.map(wording.column), rows: rows, numeric: Set(1..<columns.count))
  }

  private func sum(_ adds: Double, _ latent: (quality: Double, room: Double, conversion: [LatentScore])) -> String {
    let sum = wording.sum(number(adds, 3))
    return latent.room == 0 ? sum : "\(sum) \(wording.room(number(latent.room, 3), number(latent.quality, 3)))"
  }

  private var weights: String {
    let sheets = rank.sheets.compactMap(\.latent)
    let sum = sheets.reduce(0) { $0 + $1.weight }
    return wording.weights(number(sum, 2), rest: number(max(1 - sum, 0), 2), sheets: sheets.count)
  }

  private func neighbour(_ other: ExplainedRank.Neighbour?, _ side: NeighbourSide) -> String? {
    guard let other else { return nil }
    let side = other.rank == rank.rank ? .shared : side
    let distance = other.distance.map { number($0) }
    let place = wording.neighbour(side, rank: other.rank, name: other.name, by: distance)
    guard let chance = other.isBetter else { return place }
    let isTooClose = ExplainedRank.tooClose.contains(chance)
    return place + " " + wording.isBetter(other.name, wording.percent(chance), isTooClose: isTooClose)
  }

  private var changes: String? {
    guard let changes = rank.changes else { return nil }
    return changes.isEmpty ? wording.noChange : wording.changes(changes.map { ($0.judge, $0.rank) })
  }

  func name(of sheet: ExplainedRank.Sheet, at index: Int) -> String { sheet.judge ?? String(index + 1) }

  private func number(_ value: Double, _ digits: Int? = nil) -> String { wording.number(value, digits ?? rank.digits) }

  private func written(_ points: Points) -> String {
    let text = points.description
    let digits = text.split(separator: ".").dropFirst().first?.count ?? 0
    return Double(text).map { wording.number($0, digits) } ?? text
  }
}
