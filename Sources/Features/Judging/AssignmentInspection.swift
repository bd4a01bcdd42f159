import RankingEngine

/// Looks at panels, planned or standing, and names what is not as it should be.
struct AssignmentInspection {
  let input: PlanInput
  /// By team, the judges whose sheets count.
  let panels: Panels
  /// How many judges each team is to have.
  let wanted: Int

  /// What the rules ask for and the panels do not have; then what they hang on.
  var findings: [AssignmentFinding] { nobody + shortTeams + conflicts + linkage }

  /// The loads of all judges, those without a team included.
  var loads: ClosedRange<Int>? {
    guard let least = panels.loads.min(), let most = panels.loads.max() else { return nil }
    return least...most
  }

  /// That loads differ by more than one.
  var unevenness: AssignmentFinding? { loads.flatMap { $0.count > 2 ? .uneven($0) : nil } }

  /// The judges who are to score a team whose language they do not read.
  var languages: [AssignmentFinding] {
    panels.judges.enumerated().flatMap { team, panel in
      panel.map { PlanInput.Pair(judge: $0, team: team) }.filter { !input.reads($0) }
        .map { .language(input.words($0), input.teams[team].languages) }
    }
  }

  var idleJudges: [AssignmentFinding] {
    guard !input.teams.isEmpty else { return [] }
    return panels.loads.indices.filter { panels.loads[$0] == 0 }.map { .idleJudge(input.judges[$0].code) }
  }

  private var nobody: [AssignmentFinding] {
    if input.teams.isEmpty { return [.noTeam] }
    if input.judges.isEmpty { return [.noJudge] }
    return input.judges.count < wanted ? [.fewJudges(input.judges.count, wanted: wanted)] : []
  }

  /// Where there are too few judges for all, only the teams are named that have fewer still.
  private var shortTeams: [AssignmentFinding] {
    input.teams.indices.compactMap { team in
      let has = panels.judges[team].count
      guard has < min(wanted, input.judges.count) else { return nil }
      let others = input.judges.indices.filter { !panels.judges[team].contains($0) }
      let barriers = others.compactMap { judge in
        input.barrier(PlanInput.Pair(judge: judge, team: team)).map {
          AssignmentFinding.Kept(judge: input.judges[judge].code, barrier: $0)
        }
      }
      return .shortTeam(
        input.teams[team].key, has: has, wanted: wanted, barriers: barriers, free: others.count - barriers.count)
    }
  }

  /// Sheets of judges in conflict, which the plan cannot take away, and assignments that it will.
  private var conflicts: [AssignmentFinding] {
    input.pairs.compactMap { pair in
      guard let progress = input.standing[pair], progress != .recused, let kinds = input.conflicts[pair] else {
        return nil
      }
      return .conflict(input.words(pair), kinds: kinds, hasSheet: progress != .noSheet)
    }
  }

  private var linkage: [AssignmentFinding] {
    guard panels.loads.count(where: { $0 > 0 }) > 1 else { return [] }
    let linkage = Linkage(of: panels.judges, judgeCount: input.judges.count)
    guard let report = linkage.report else { return [] }
    let parts = linkage.judgesByPart
    if parts.count > 1 { return [.parts(parts.map { $0.map { input.judges[$0].code } })] }
    return report.cutJudges.map { .cutJudge(input.judges[$0].code) }
      + report.cutTeams.map { .cutTeam(input.teams[$0].key) }
      + linkage.weakLinks.map { link in
        .weakLink(link.sheets.map { input.words(PlanInput.Pair(judge: $0.judge, team: $0.team)) }, teams: link.teams)
      }
  }
}
