import RankingEngine

/// Panels drawn for a round: assignments are kept, conflicts and languages are kept to, and expertise as far as all judges
/// stay linked.
struct PanelPlan {
  let panels: Panels
  /// For how many teams expertise was set aside, so that judges meet.
  let teamsBesideExpertise: Int

  /// - Parameters:
  ///   - keepsAll: Whether assignments without a sheet stay too.
  ///   - seed: The same input and seed give the same panels.
  /// - Complexity: that of `Panels`, up to four times.
  init(_ input: PlanInput, perTeam: Int, keepsAll: Bool, seed: UInt64) {
    let fit = TopicFit(input)
    let hasStrains = input.pairs.contains { fit.strain($0) > 0 }
    var best: (plan: PanelPlan, parts: Int)?
    for step in hasStrains ? Self.steps : [1] {
      let problem = Self.problem(input, perTeam, keepsAll, fit, besidingEvery: step)
      let teams = step == 0 || !hasStrains ? 0 : (input.teams.count + step - 1) / step
      let plan = PanelPlan(panels: Panels(problem, seed: seed), teamsBesideExpertise: teams)
      let linkage = Linkage(of: plan.panels.judges, judgeCount: input.judges.count)
      if linkage.isSound {
        self = plan
        return
      }
      let parts = linkage.judgesByPart.count
      if best.map({ parts < $0.parts }) ?? true { best = (plan, parts) }
    }
    self = best?.plan ?? PanelPlan(panels: Panels(judges: [], judgeCount: 0), teamsBesideExpertise: 0)
  }

  private init(panels: Panels, teamsBesideExpertise: Int) {
    self.panels = panels
    self.teamsBesideExpertise = teamsBesideExpertise
  }

  /// Expertise is set aside for no team, every fourth, every second, and all, until the panels hold together; when they
  /// never do, as little as makes the fewest parts.
  private static let steps = [0, 4, 2, 1]

  private static func problem(
    _ input: PlanInput, _ perTeam: Int, _ keepsAll: Bool, _ fit: TopicFit, besidingEvery step: Int
  ) -> PanelProblem {
    var problem = PanelProblem(teamCount: input.teams.count, judgeCount: input.judges.count, perTeam: perTeam)
    for pair in input.pairs {
      if input.counts(pair), keepsAll || input.standing[pair] != .noSheet {
        problem.keep(pair.judge, with: pair.team)
      } else if input.barrier(pair) != nil {
        problem.exclude(pair.judge, from: pair.team)
      }
      if step == 0 || pair.team % step != 0 { problem.strain(fit.strain(pair), of: pair.judge, with: pair.team) }
    }
    return problem
  }
}
