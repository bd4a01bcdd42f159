/// How an ordinal model comes to the quality of one team, so that a reader can compute it again.
///
/// A sheet says how good the team is, on the latent scale where 0 is an average team. What its judge adds to every team is
/// taken off, and the rest counts with the sheet's weight. The weights sum to less than 1: the rest goes to the average
/// team, because a few sheets prove little. So `quality` is the sum of weight times (says - severity), and of `room`.
/// Source: formula 3.7 of the default ranking, averaged over the guesses of the variances (docs/scoring.md).
public struct LatentExplanation: Equatable, Sendable {
  public struct Sheet: Equatable, Sendable {
    /// The sheet's index in the book.
    public let sheet: Int
    /// What the sheet says of the team before the judge's severity is taken off.
    public let says: Double
    /// What the judge adds to every team.
    public let severity: Double
    /// From 0 to 1.
    public let weight: Double

    public init(sheet: Int, says: Double, severity: Double, weight: Double) {
      self.sheet = sheet
      self.says = says
      self.severity = severity
      self.weight = weight
    }

    /// What the sheet adds to the team's quality.
    public var adds: Double { weight * (says - severity) }
  }

  public let sheets: [Sheet]
  /// What the team's room adds; 0 where no rooms were declared.
  public let room: Double
  public let quality: Double

  public init(sheets: [Sheet], room: Double, quality: Double) {
    self.sheets = sheets
    self.room = room
    self.quality = quality
  }
}

/// A quality on the latent scale with the score that it stands for.
public struct LatentScore: Equatable, Sendable {
  public let quality: Double
  public let score: Double

  public init(quality: Double, score: Double) {
    self.quality = quality
    self.score = score
  }
}

extension OrdinalFit {
  /// How the quality of one team comes about; nil for a team without a sheet.
  public func explanation(of team: Int) -> LatentExplanation? {
    guard let quality = means[team], let design = components.first?.fit.design,
      let index = design.teams.firstIndex(of: team)
    else { return nil }
    return explanation(quality, team, index, design)
  }

  /// That of each team, by the book's order of teams.
  /// - Complexity: the sheets times the guesses of the variances.
  public var explanations: [LatentExplanation?] {
    var explanations = [LatentExplanation?](repeating: nil, count: means.count)
    guard let design = components.first?.fit.design else { return explanations }
    for (index, team) in design.teams.enumerated() {
      explanations[team] = means[team].map { explanation($0, team, index, design) }
    }
    return explanations
  }

  private func explanation(_ quality: Double, _ team: Int, _ index: Int, _ design: SheetDesign) -> LatentExplanation {
    let sheets = design.book.sheets(ofTeam: team).map { explain(sheet: $0, index, design) }
    let room = quality - sheets.reduce(0) { $0 + $1.adds }
    return LatentExplanation(sheets: sheets, room: design.roomCount > 0 ? room : 0, quality: quality)
  }

  /// Qualities in steps of 0.1, from below the weakest team to above the strongest, with the scores that they stand for.
  public var conversion: [LatentScore] {
    let known = means.compactMap(\.self)
    guard let low = known.min(), let high = known.max() else { return [] }
    let variance = variances.team + variances.room
    let steps = Int((low * 10).rounded(.down)) - 2...Int((high * 10).rounded(.up)) + 2
    return steps.map { step in
      let quality = Double(step) / 10
      return LatentScore(quality: quality, score: scale.expectedScore(mean: quality, teamVariance: variance))
    }
  }

  private func explain(sheet: Int, _ index: Int, _ design: SheetDesign) -> LatentExplanation.Sheet {
    var (says, severity, weight) = (0.0, 0.0, 0.0)
    for component in components {
      let (fit, posterior) = (component.fit, component.fit.posterior)
      let share = component.probability / posterior.teamPrecisions[index]
      let precision = fit.precisions[sheet]
      let room = design.roomColumns.map { posterior.means[$0[index]] } ?? 0
      says += share * (fit.naturalMeans[sheet] - precision * (posterior.means[design.meanColumn] + room))
      severity += share * precision * posterior.means[design.columnOfSheet[sheet]]
      weight += share * precision
    }
    guard weight > 0 else { return LatentExplanation.Sheet(sheet: sheet, says: 0, severity: 0, weight: 0) }
    return LatentExplanation.Sheet(sheet: sheet, says: says / weight, severity: severity / weight, weight: weight)
  }
}
