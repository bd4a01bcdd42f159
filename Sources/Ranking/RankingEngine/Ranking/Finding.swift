/// What an organiser has to know before a ranking is used; positions are those of the book.
public enum Finding: Equatable, Sendable {
  /// Sheets that leave out a criterion: the weights of the others count for them.
  case partialSheets([Int])
  case teamsWithoutSheets([Int])
  /// Teams with too few sheets for a prize.
  case provisionalTeams([Int])
  /// No judge links these parts, so that ranks count within each.
  case separateParts(Int)
  /// Ranks count over this many parts all the same, which assumes equally severe judges and equally strong teams.
  case rankedAcross(Int)
  /// Without one of these judges or teams the rest falls apart.
  case cutJudges([Int])
  case cutTeams([Int])
  case weakLinks(Int)
  case weaklyLinked(connectivity: Double)
  /// One judge: the order is his, and nobody can say how sure it is.
  case singleJudge
  /// No sheet is left over once teams and judges are fitted: the order is that of the raw means.
  case notEstimable
  case noTeamVariance
  case noJudgeVariance
  /// Judges agree in everything but their severity.
  case noResidualVariance
  /// Many of the scores of a criterion stand at the top of its scale, where no correction can tell teams apart.
  case crowdedTop(criterion: Int, share: Double)
  case notConverged(change: Double)
  /// Sheets that probably have nothing to do with their team.
  case unrelatedSheets([Int])
  case unrelatedJudges([Int])
}

extension Finding {
  /// From this share of scores at the top a criterion is crowded there.
  private static let crowded = 0.25
  private static let convergence = 0.1

  static func all(
    _ book: ScoreBook, _ components: Components, _ estimability: Estimability, crossed: CrossedEffectsFit?,
    ordinal: OrdinalFit?, isThorough: Bool, isAcross: Bool
  ) -> [Finding] {
    var findings: [Finding] = []
    func add(_ positions: [Int], _ finding: ([Int]) -> Finding) {
      if !positions.isEmpty { findings.append(finding(positions)) }
    }
    add(book.teams.indices.filter { !book.missingCriteria(ofSheet: $0).isEmpty }, Finding.partialSheets)
    let sizes = (0..<book.teamCount).map { book.sheets(ofTeam: $0).count }
    add(sizes.indices.filter { sizes[$0] == 0 }, Finding.teamsWithoutSheets)
    add(sizes.indices.filter { 1..<Ranking.fewestSheets ~= sizes[$0] }, Finding.provisionalTeams)
    if components.count > 1 {
      findings.append(isAcross ? .rankedAcross(components.count) : .separateParts(components.count))
    }
    if estimability.judges == 1 {
      findings.append(.singleJudge)
    } else if !estimability.isEstimable {
      findings.append(.notEstimable)
    }
    if isThorough { findings += design(DesignReport(of: book)) }
    if estimability.isEstimable { findings += variances(crossed, isOwn: ordinal == nil) }
    if let ordinal {
      if ordinal.change > convergence { findings.append(.notConverged(change: ordinal.change)) }
      add(book.teams.indices.filter { ordinal.unrelatedSheets[$0] > Ranking.flagged }, Finding.unrelatedSheets)
      add((0..<book.judgeCount).filter { ordinal.unrelatedJudges[$0] > Ranking.flagged }, Finding.unrelatedJudges)
    }
    return findings
  }

  /// - Parameter isOwn: Whether the crossed model is what the ranking rests on; the ordinal one finds variances of its own.
  private static func variances(_ crossed: CrossedEffectsFit?, isOwn: Bool) -> [Finding] {
    guard let crossed else { return [] }
    var findings: [Finding] = []
    if !crossed.hasTeamVariance { findings.append(.noTeamVariance) }
    guard isOwn else { return findings }
    if !crossed.hasJudgeVariance { findings.append(.noJudgeVariance) }
    if !crossed.hasResidualVariance { findings.append(.noResidualVariance) }
    return findings
  }

  private static func design(_ report: DesignReport) -> [Finding] {
    var findings: [Finding] = []
    if !report.cutJudges.isEmpty { findings.append(.cutJudges(report.cutJudges)) }
    if !report.cutTeams.isEmpty { findings.append(.cutTeams(report.cutTeams)) }
    if !report.weakLinks.isEmpty { findings.append(.weakLinks(report.weakLinks.count)) }
    if let connectivity = report.algebraicConnectivity, connectivity < 0.1 {
      findings.append(.weaklyLinked(connectivity: connectivity))
    }
    for (criterion, share) in report.ceilingShares.enumerated() {
      if let share, share >= crowded { findings.append(.crowdedTop(criterion: criterion, share: share)) }
    }
    return findings
  }
}
