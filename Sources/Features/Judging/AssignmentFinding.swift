public import Vocabulary

/// One thing to know about who scores whom, in words, with what helps.
public enum AssignmentFinding: Equatable, Sendable {
  case noTeam
  case noJudge
  /// Fewer judges than every team was to have.
  case fewJudges(Int, wanted: Int)
  /// A team with too few judges, what keeps others from it, and how many could still be given it.
  case shortTeam(String, has: Int, wanted: Int, barriers: [Kept], free: Int)
  /// The loads differ by more than one.
  case uneven(ClosedRange<Int>)
  /// The judges of each part: teams of different parts cannot be compared.
  case parts([[String]])
  case conflict(Assignment, kinds: [String], hasSheet: Bool)
  case language(Assignment, [String])
  /// Teams that will not be ranked as things are.
  case ineligible(teams: [String])
  case cutJudge(String)
  case cutTeam(String)
  /// A few sheets on which some teams hang.
  case weakLink([Assignment], teams: Int)
  case idleJudge(String)
  /// For so many teams expertise was not looked at, so that judges meet.
  case besideExpertise(teams: Int)

  /// A judge whom something keeps from the team.
  public struct Kept: Equatable, Sendable {
    public let judge: String
    public let barrier: AssignmentBarrier

    public init(judge: String, barrier: AssignmentBarrier) {
      self.judge = judge
      self.barrier = barrier
    }
  }

  /// Whether something cannot be met, rather than only might be better.
  public var isProblem: Bool {
    switch self {
    case .noTeam, .noJudge, .fewJudges, .shortTeam, .uneven, .parts, .conflict: true
    case .language, .ineligible, .cutJudge, .cutTeam, .weakLink, .idleJudge, .besideExpertise: false
    }
  }

  /// A stable word for programs.
  public var code: String {
    switch self {
    case .noTeam: "no-team"
    case .noJudge: "no-judge"
    case .fewJudges: "few-judges"
    case .shortTeam: "too-few-judges"
    case .uneven: "uneven-loads"
    case .parts: "disconnected"
    case .conflict: "open-conflict"
    case .language: "language"
    case .ineligible: "not-eligible"
    case .cutJudge: "cut-judge"
    case .cutTeam: "cut-team"
    case .weakLink: "weak-link"
    case .idleJudge: "idle-judge"
    case .besideExpertise: "expertise-set-aside"
    }
  }

  public var sentence: String {
    switch self {
    case .noTeam: "The round takes no team that takes part."
    case .noJudge: "The round has no judge."
    case .fewJudges(let count, let wanted):
      "The round has \(judges(count)), but \(wanted) a team were asked for."
    case .shortTeam(let team, let has, let wanted, let barriers, let free):
      Self.short(team, has, wanted, barriers, free)
    case .uneven(let loads):
      "Loads reach from \(loads.lowerBound) to \(loads.upperBound): kept assignments and conflicts leave no "
        + "evener ones."
    case .parts(let parts):
      "The judges fall into \(parts.count) parts that share no team, so teams of different parts cannot be compared: "
        + "\(parts.map { listed($0, "and") }.joined(separator: " | "))."
    case .conflict(let pair, let kinds, let hasSheet):
      "\(pair.judge) \(hasSheet ? "has a sheet for" : "is to score") the team \(quoted(pair.team)) in spite of a conflict "
        + "of interest (\(kinds.joined(separator: ", ")))."
    case .language(let pair, let languages):
      "\(pair.judge) is to score the team \(quoted(pair.team)), but does not read \(listed(languages, "or"))."
    case .ineligible(let teams):
      "\(listed(teams.map { quoted($0) }, "and")) will not be ranked: there is no submission that is judged."
    case .cutJudge(let judge): "Without \(judge) the teams would fall into parts that cannot be compared."
    case .cutTeam(let team):
      "Without the team \(quoted(team)) the others would fall into parts that cannot be compared."
    case .weakLink(let pairs, let teams):
      "\(teams) teams hang on the others by \(pairs.count == 1 ? "a single sheet" : "\(pairs.count) sheets"): "
        + "\(listed(pairs.map { "\($0.judge) \($0.team)" }, "and"))."
    case .idleJudge(let judge): "\(judge) has no team."
    case .besideExpertise(let teams):
      "Expertise was set aside for \(teams == 1 ? "1 team" : "\(teams) teams"), so that the judges are linked."
    }
  }

  private static func short(_ team: String, _ has: Int, _ wanted: Int, _ kept: [Kept], _ free: Int) -> String {
    let reasons = kept.prefix(6).map { "\($0.judge) \($0.barrier.words)" } + (kept.count > 6 ? ["…"] : [])
    return "The team \(quoted(team)) has \(has) of \(judges(wanted))"
      + (reasons.isEmpty || free > 0 ? "." : ": \(reasons.joined(separator: ", ")).")
  }

  /// The step that helps, or shows more; nil where none does.
  /// - Parameter perTeam: How many judges each team is to have.
  public func nextStep(in round: Round, perTeam: Int) -> NextStep? {
    let key = round.key.text
    switch self {
    case .noTeam: return "round show \(key)"
    case .noJudge: return "judge add CODE --name NAME"
    case .fewJudges:
      let panel = round.settings.panel
      return panel.isEmpty
        ? "judge add CODE --name NAME"
        : "round set \(key) --judges \(panel.joined(separator: ",")),CODE"
    case .shortTeam(let team, _, _, let barriers, let free):
      if free > 0 { return "assignment plan --per-team \(perTeam) --keep --round \(key)" }
      if barriers.contains(where: { if case .conflict = $0.barrier { true } else { false } }) {
        return "judge conflict list --open --team \(team)"
      }
      let languages = barriers.lazy.compactMap { if case .language(let list) = $0.barrier { list.first } else { nil } }
      guard let language = languages.first else { return "judge add CODE --name NAME" }
      return "judge add CODE --name NAME --languages \(language)"
    case .parts, .cutJudge, .cutTeam, .weakLink:
      return "assignment plan --per-team \(perTeam + 1) --keep --round \(key)"
    case .conflict(let pair, _, let hasSheet):
      return hasSheet
        ? "score recuse \(pair.judge) \(pair.team) --reason TEXT --round \(key)"
        : "assignment remove \(pair.judge) \(pair.team) --round \(key)"
    case .language(let pair, _): return "assignment remove \(pair.judge) \(pair.team) --round \(key)"
    case .idleJudge: return "assignment plan --per-team \(perTeam) --round \(key)"
    case .ineligible: return "submission list"
    case .uneven, .besideExpertise: return nil
    }
  }
}

private func judges(_ count: Int) -> String { count == 1 ? "1 judge" : "\(count) judges" }

/// "a, b and c"; eight at most.
private func listed(_ names: [String], _ last: String) -> String {
  if names.count > 8 { return names.prefix(8).joined(separator: ", ") + " \(last) \(names.count - 8) more" }
  guard let end = names.last, names.count > 1 else { return names.first ?? "" }
  return names.dropLast().joined(separator: ", ") + " \(last) \(end)"
}
