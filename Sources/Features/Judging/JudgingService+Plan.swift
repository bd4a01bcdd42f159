import Audit
public import Postgres
import RankingEngine
public import Vocabulary

/// Drawing who scores whom, and checking the assignments.
extension JudgingService {
  /// How a plan is to be drawn.
  public struct PlanRequest: Equatable, Sendable {
    public var perTeam: Int
    /// The same round and seed give the same plan.
    public var seed: UInt64
    /// Whether assignments without a sheet stay too, instead of being drawn anew.
    public var keepsAll: Bool

    public init(perTeam: Int = 3, seed: UInt64 = 1, keepsAll: Bool = false) {
      self.perTeam = perTeam
      self.seed = seed
      self.keepsAll = keepsAll
    }
  }

  /// More judges for one team than any event has.
  private static let mostPerTeam = 1000

  /// Plans who scores whom; nothing is assigned.
  public func plan(
    _ request: PlanRequest, in round: Round, of event: EventID, _ snapshot: Snapshot
  ) throws -> AssignmentPlan {
    try drawn(request, in: round, from: plans.input(for: round.id, of: event, in: snapshot)).plan
  }

  /// Plans from what is true now, and assigns it. Until the unit ends nobody else changes what the plan rests on.
  public func applyPlan(
    _ request: PlanRequest, in round: Round, of event: EventID, _ unit: UnitOfWork
  ) throws -> AssignmentPlan {
    let (round, input) = try settledInput(for: round, of: event, in: unit)
    let (plan, pairs) = try drawn(request, in: round, from: input)
    let added = plan.entries.filter { $0.origin == .new }.map(\.assignment)
    try raiseMinimum(of: round, to: plan.fewestSheets, event, unit)
    guard !added.isEmpty || !plan.dropped.isEmpty else { return plan }
    try plans.delete(pairs.dropped, in: round.id, of: event, in: unit)
    try plans.insert(pairs.added, in: round.id, of: event, in: unit)
    let fields = [
      AuditField("judges a team", request.perTeam), AuditField("seed", String(request.seed)),
      AuditField("assigned", added.count), AuditField("taken away", plan.dropped.count),
    ]
    try audit.did("planned", "round", round.key.text, fields, of: event, in: unit)
    try audit.openBatch(in: unit)
    try plans.note(added, plan.dropped, in: round.key.text, unit)
    try audit.logBatch("planned", "assignment", isPersonal: false, of: event, in: unit)
    return plan
  }

  /// A team needs the sheets that it is planned to get, so a round does not close over missing ones by itself.
  private func raiseMinimum(of round: Round, to sheets: Int, _ event: EventID, _ unit: UnitOfWork) throws {
    let before = round.settings.minimumSheets
    guard sheets > before else { return }
    try rounds.setMinimum(sheets, of: round.id, event, in: unit)
    try audit.did(
      "updated", "round", round.key.text, from: [AuditField("minimum of sheets", before)],
      [AuditField("minimum of sheets", sheets)], of: event, in: unit)
  }

  /// Looks at the assignments as they stand.
  public func check(_ round: Round, of event: EventID, in snapshot: Snapshot) throws -> AssignmentCheck {
    let input = try plans.input(for: round.id, of: event, in: snapshot)
    let panels = Panels(judges: input.standingPanels, judgeCount: input.judges.count)
    let inspection = AssignmentInspection(input: input, panels: panels, wanted: round.settings.minimumSheets)
    return AssignmentCheck(
      round: round, assignments: panels.judges.reduce(0) { $0 + $1.count }, teams: input.teams.count,
      judges: input.judges.count, loads: inspection.loads, linkage: panels.linkage,
      findings: inspection.findings + inspection.languages + inspection.idleJudges + eligibility(input))
  }

  /// What a plan rests on, after conflicts were looked for, with everybody locked in it.
  func settledInput(for round: Round, of event: EventID, in unit: UnitOfWork) throws -> (Round, PlanInput) {
    let round = try lockedForAssignments(round, of: event, in: unit)
    _ = try findConflicts(of: event, in: unit)
    try plans.lockEverybody(in: round.id, of: event, in: unit)
    return (round, try plans.input(for: round.id, of: event, in: unit))
  }

  /// The round as it is now, whose sheets and assignments wait until the unit ends.
  func lockedForAssignments(_ round: Round, of event: EventID, in unit: UnitOfWork) throws -> Round {
    let state = try rounds.lockedState(of: round.id, event, in: unit)
    guard state == .planned || state == .open else { throw AssignmentError.notTaking(round: round.key.text, state) }
    return try self.round(round.key.text, of: event, in: unit)
  }

  private typealias Numbers = (added: [(JudgeID, TeamID)], dropped: [(JudgeID, TeamID)])

  private func drawn(
    _ request: PlanRequest, in round: Round, from input: PlanInput
  ) throws -> (plan: AssignmentPlan, pairs: Numbers) {
    guard 1...Self.mostPerTeam ~= request.perTeam else {
      throw AssignmentError.unusableCount(request.perTeam, what: "--per-team", limit: Self.mostPerTeam)
    }
    let drawn = PanelPlan(input, perTeam: request.perTeam, keepsAll: request.keepsAll, seed: request.seed)
    let inspection = AssignmentInspection(input: input, panels: drawn.panels, wanted: request.perTeam)
    let planned = drawn.panels.judges.enumerated().flatMap { team, panel in
      panel.map { PlanInput.Pair(judge: $0, team: team) }
    }
    let chosen = Set(planned)
    let dropped = input.pairs.filter { input.standing[$0] == .noSheet && !chosen.contains($0) }
    let plan = AssignmentPlan(
      round: round, perTeam: request.perTeam, seed: request.seed,
      entries: planned.map { .init(assignment: input.words($0), origin: origin($0, input)) },
      dropped: dropped.map(input.words) + input.stale.map(\.words), teams: input.teams.count, loads: inspection.loads,
      linkage: drawn.panels.linkage, findings: findings(drawn, inspection) + eligibility(input))
    let numbers = { (pair: PlanInput.Pair) in (input.judges[pair.judge].number, input.teams[pair.team].number) }
    return (
      plan,
      (
        planned.filter { input.standing[$0] == nil }.map(numbers),
        dropped.map(numbers) + input.stale.map { ($0.judge, $0.team) }
      )
    )
  }

  private func eligibility(_ input: PlanInput) -> [AssignmentFinding] {
    input.ineligible.isEmpty ? [] : [.ineligible(teams: input.ineligible)]
  }

  private func origin(_ pair: PlanInput.Pair, _ input: PlanInput) -> AssignmentPlan.Origin {
    switch input.standing[pair] {
    case nil: .new
    case .noSheet: .stands
    default: .sheet
    }
  }

  /// What the plan does not mend: of conflicts those of sheets, for an assignment alone is dropped.
  private func findings(_ drawn: PanelPlan, _ inspection: AssignmentInspection) -> [AssignmentFinding] {
    let lasting = inspection.findings.filter {
      if case .conflict(_, _, hasSheet: false) = $0 { false } else { true }
    }
    let beside = drawn.teamsBesideExpertise
    return lasting + [inspection.unevenness].compactMap(\.self) + inspection.languages
      + (beside > 0 ? [.besideExpertise(teams: beside)] : [])
  }
}
