public import RankingEngine

/// A finding in words, with a stable word for programs.
public struct RankingWarning: Equatable, Sendable {
  public let code: String
  public let message: String

  public init(code: String, message: String) {
    self.code = code
    self.message = message
  }
}

extension Finding {
  /// What an organiser is told.
  public func warning(_ names: RankingNames, _ book: ScoreBook) -> RankingWarning {
    RankingWarning(code: code, message: message(names, book))
  }

  var code: String {
    switch self {
    case .partialSheets: "partial-sheets"
    case .teamsWithoutSheets: "teams-without-sheets"
    case .provisionalTeams: "provisional-teams"
    case .separateParts: "disconnected"
    case .rankedAcross: "ranked-across"
    case .cutJudges: "cut-judges"
    case .cutTeams: "cut-teams"
    case .weakLinks: "weak-links"
    case .weaklyLinked: "weakly-connected"
    case .singleJudge: "single-judge"
    case .notEstimable: "not-estimable"
    case .noTeamVariance: "no-team-variance"
    case .noJudgeVariance: "no-judge-variance"
    case .noResidualVariance: "no-residual-variance"
    case .crowdedTop: "crowded-top"
    case .notConverged: "not-converged"
    case .unrelatedSheets: "unrelated-sheets"
    case .unrelatedJudges: "unrelated-judges"
    }
  }

  private func message(_ names: RankingNames, _ book: ScoreBook) -> String {
    switch self {
    case .partialSheets(let sheets):
      "\(counted(sheets.count, "sheet")) without every criterion, which count by the weights of the others: "
        + Self.partial(sheets, names, book) + "."
    case .teamsWithoutSheets(let teams):
      "Not ranked, because no judge scored them: \(names.listed(teams, of: names.teams))."
    case .provisionalTeams(let teams):
      "Provisional, with fewer than \(Ranking.fewestSheets) sheets and not eligible for a prize until topped up: "
        + names.listed(teams, of: names.teams) + "."
    case .separateParts(let count):
      "No judge links \(count) groups of teams, so ranks count within each group. One order for all would assume that "
        + "the judges of each group are equally severe and its teams equally strong."
    case .rankedAcross(let count):
      "No judge links \(count) groups of teams. This one order assumes that the judges of each group are equally severe and "
        + "its teams equally strong."
    case .cutJudges(let judges):
      "Without \(names.listed(judges, of: names.judges)) some teams would not be comparable with the others: "
        + "let another judge score across the same groups."
    case .cutTeams(let teams):
      "Only \(names.listed(teams, of: names.teams)) \(teams.count == 1 ? "links" : "link") some judges with the others."
    case .weakLinks(let count):
      "\(counted(count, "group")) of teams \(count == 1 ? "hangs" : "hang") on the rest by fewer than 3 sheets."
    case .weaklyLinked(let connectivity):
      "Judges and teams are weakly linked (\(fixed(connectivity, 3)), from 0.1 is sound): severity can hardly be told "
        + "from strength."
    case .singleJudge:
      "One judge scored everything: the order is theirs, and how sure it is cannot be estimated."
    case .notEstimable:
      "There are too few sheets to tell severity from strength: the order is that of the raw means, and how sure it is "
        + "cannot be estimated."
    case .noTeamVariance: "The scores carry no evidence that teams differ."
    case .noJudgeVariance: "The scores carry no evidence that judges differ in severity."
    case .noResidualVariance:
      "The judges agree in everything but their severity, so that there is nothing to measure certainty by."
    case .crowdedTop(let criterion, let crowd):
      "\(share(crowd)) of the scores for \"\(names.criteria[criterion])\" are its highest: the best teams are hard to "
        + "tell apart there."
    case .notConverged(let change):
      "The fit has not settled (change \(fixed(change, 2))): compare it with the method reml before using it."
    case .unrelatedSheets(let sheets):
      "\(counted(sheets.count, "sheet")) cannot be reconciled with the others and hardly \(sheets.count == 1 ? "counts" : "count"): "
        + sheets.prefix(6).map { "\"\(names.judges[book.judges[$0]])\" on \"\(names.teams[book.teams[$0]])\"" }
        .joined(separator: ", ") + ". Nothing was removed."
    case .unrelatedJudges(let judges):
      "The sheets of \(names.listed(judges, of: names.judges)) seem unrelated to the teams and hardly count. Nothing was "
        + "removed."
    }
  }

  private static func partial(_ sheets: [Int], _ names: RankingNames, _ book: ScoreBook) -> String {
    let shown = sheets.prefix(6).map { sheet in
      let missing = book.missingCriteria(ofSheet: sheet).map { names.criteria[$0] }.joined(separator: ", ")
      return "\"\(names.judges[book.judges[sheet]])\" on \"\(names.teams[book.teams[sheet]])\" (\(missing))"
    }.joined(separator: ", ")
    return sheets.count > 6 ? "\(shown) and \(sheets.count - 6) more" : shown
  }
}
