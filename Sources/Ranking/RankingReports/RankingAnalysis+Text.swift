import RankingEngine

extension RankingReport {
  /// The reports in sections, each a title with its lines.
  public func sections(of analysis: RankingAnalysis) -> [(title: String, lines: [String])] {
    [
      ("Neighbours", neighbours), ("What the podium hangs on", sensitivity(analysis.sensitivity)),
      (
        "Podium by method",
        analysis.sensitivity.methods.entries.map { "\($0.method.rawValue): \($0.podium.text(names))" }
      ),
      ("Who scored whom", design(analysis.design)),
      ("How judges scored (for organisers only)", judges(analysis.judges)),
    ].filter { !$0.1.isEmpty }
  }

  /// How sure each rank is against the next.
  private var neighbours: [String] {
    guard let certainty = ranking.certainty else { return [] }
    // Further down nothing is decided; the document has every pair.
    return zip(ranking.standings, ranking.standings.dropFirst()).compactMap { one, other in
      guard one.rank <= 10 else { return nil }
      guard one.component == other.component,
        let chance = certainty.pairs[RankDistribution.Pair(one.team, other.team)]
      else { return nil }
      let tie = one.rank <= Podium.prizes && (0.4...0.6).contains(chance) ? ": too close to call, see them again" : ""
      return "\(one.rank). \(names.teams[one.team]) is better than \(other.rank). \(names.teams[other.team]) "
        + "with \(percent(chance))\(tie)"
    }
  }

  private func sensitivity(_ report: Sensitivity) -> [String] {
    var lines: [String] = []
    func add(_ variations: [Sensitivity.Variation], _ what: (Sensitivity.Variation) -> String, _ kind: String) {
      guard !variations.isEmpty else { return }
      let winners = report.changedWinners(variations)
      let prizes = report.changedPrizes(variations)
      lines += winners.map { variation in
        let teams = variation.podium.teams(at: 1).map { "\"\(names.teams[$0])\"" }.joined(separator: ", ")
        return "WINNER CHANGES: \(what(variation)) the winner would be \(teams)."
      }
      lines += prizes.map { "\(what($0)) the podium would be \($0.podium.text(names))." }
      if winners.isEmpty && prizes.isEmpty { lines.append("\(kind): the podium stays.") }
    }
    add(report.withoutJudge, { "Without judge \"\(names.judges[$0.position])\"" }, "Without any one judge")
    add(report.withoutCriterion, { "Without \"\(names.criteria[$0.position])\"" }, "Without any one criterion")
    add(
      report.withWeight,
      {
        "With \(($0.factor ?? 1) < 1 ? "half" : "one and a half times") the weight of \"\(names.criteria[$0.position])\""
      },
      "With any weight halved or raised by half")
    return lines
  }

  private func design(_ report: DesignReport) -> [String] {
    var lines: [String] = []
    if let sheets = report.sheetsPerTeam { lines.append("Sheets a team: \(sheets.lowerBound) to \(sheets.upperBound)") }
    if let sheets = report.sheetsPerJudge {
      lines.append("Sheets a judge: \(sheets.lowerBound) to \(sheets.upperBound)")
    }
    lines.append("Groups that no judge links: \(report.components.count)")
    if let connectivity = report.algebraicConnectivity {
      lines.append("Links between judges (0 to 1, from 0.1 is sound): \(fixed(connectivity, 3))")
    }
    lines += report.weakLinks.map { link in
      let sheets = link.sheets.map { "\"\(names.judges[book.judges[$0]])\" on \"\(names.teams[book.teams[$0]])\"" }
      return "\(counted(link.teamCount, "team")) \(link.teamCount == 1 ? "hangs" : "hang") on "
        + sheets.joined(separator: " and ")
    }
    for (criterion, top) in report.ceilingShares.enumerated() {
      guard let top, let floor = report.floorShares[criterion] else { continue }
      lines.append(
        "Scores at the top and at the bottom of \"\(names.criteria[criterion])\": \(share(top)), \(RankingReports.share(floor))"
      )
    }
    return lines + reliability
  }

  /// What the variances say of more sheets.
  private var reliability: [String] {
    guard let fit = ranking.crossed, fit.hasTeamVariance, fit.restrictedCriterion != nil else { return [] }
    let sizes = ranking.standings.map { Double($0.sheets) }
    let mean = sizes.reduce(0, +) / Double(max(sizes.count, 1))
    let share = fit.variances.team / (fit.variances.team + fit.variances.residual / mean)
    let needed = Int((4 * fit.variances.residual / fit.variances.team).rounded(.up))
    return [
      "Reliability of a team's score from \(fixed(mean, 1)) sheets: \(fixed(share, 2)); for 0.80 a team needs "
        + counted(max(needed, 1), "sheet")
    ]
  }

  private func judges(_ report: JudgeReport) -> [String] {
    let pooled = report.pooledSpread.map { "Spread of all judges: \(fixed($0, 2))" }
    let each = report.judges.map { detail in
      let spread = detail.spread.map { "spread \(fixed($0, 2)), " } ?? ""
      let agreement = detail.agreement.map { ", agrees with others \(fixed($0, 2))" } ?? ""
      return "\(names.judges[detail.judge]): \(spread)lowest \(share(detail.floorShare)), highest "
        + "\(share(detail.ceilingShare))\(agreement)"
    }
    let alike = report.alike.map { pair in
      "ALIKE: \"\(names.judges[pair.one])\" and \"\(names.judges[pair.other])\" err together on "
        + "\(counted(pair.teams, "team")) (correlation \(fixed(pair.correlation, 2)))"
    }
    let outliers = report.outliers.map { outlier in
      "\(outlier.residual > 0 ? "FAVOURS" : "HARMS"): \"\(names.judges[book.judges[outlier.sheet]])\" on "
        + "\"\(names.teams[book.teams[outlier.sheet]])\", \(fixed(abs(outlier.residual), 1)) standard deviations "
        + (outlier.residual > 0 ? "above" : "below") + " what the others lead to expect"
    }
    return [pooled].compactMap(\.self) + each + alike + outliers
  }
}
