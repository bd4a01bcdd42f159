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

    /// What the sheet adds to the team's quality.
    public var adds: Double { weight * (says - severity) }
  }

  public let sheets: [Sheet]
  /// What the team's room adds; 0 where no rooms were declared.
  public let room: Double
  public let quality: Double
  /// Qualities around the team's with the scores that they stand for.
  public let conversion: [(quality: Double, score: Double)]

  public static func == (one: Self, other: Self) -> Bool {
    one.sheets == other.sheets && one.room == other.room && one.quality == other.quality
      && one.conversion.map(\.score) == other.conversion.map(\.score)
  }
}

extension OrdinalFit {
  /// How the quality of one team comes about; nil for a team without a sheet.
  public func explanation(of team: Int) -> LatentExplanation? {
    guard let quality = means[team], let design = components.first?.fit.design,
      let index = design.teams.firstIndex(of: team)
    else { return nil }
    let sheets = design.book.sheets(ofTeam: team).map { explain(sheet: $0, index, design) }
    let room = quality - sheets.reduce(0) { $0 + $1.adds }
    let variance = variances.team + variances.room
    let conversion = (-2...2).map { step -> (quality: Double, score: Double) in
      let near = quality + Double(step) * 0.1
      return (near, scale.expectedScore(mean: near, teamVariance: variance))
    }
    return LatentExplanation(
      sheets: sheets, room: design.roomCount > 0 ? room : 0, quality: quality, conversion: conversion)
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
