public import Audit
public import Competition
public import Postgres

/// Judges, rounds, and who scores which team.
public struct JudgingService: Sendable {
  private let audit: AuditLog
  private let store = JudgingStore()

  public init(audit: AuditLog) { self.audit = audit }

  /// Adds or changes a judge.
  public func set(_ judge: Judge, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    guard judge.name.contains(where: { !$0.isWhitespace }) else { throw JudgingError.blankName(judge.code) }
    guard let old = try store.judge(judge.code, of: event, in: unit) else {
      do {
        try store.insert(judge, of: event, in: unit)
      } catch let error as PostgresError where error.constraint == "judge_code_form" {
        throw JudgingError.unusableCode(judge.code)
      }
      try audit.created(judge, of: event, in: unit)
      return .created
    }
    guard old != judge else { return .unchanged }
    try store.update(judge, of: event, in: unit)
    try audit.updated(from: old, to: judge, of: event, in: unit)
    return .updated
  }

  /// Every judge by code.
  public func judges(of event: EventID, in snapshot: Snapshot) throws -> [Judge] {
    try store.judges(of: event, in: snapshot)
  }

  /// Opens a round, made now if it is new, so that its sheets can be saved.
  public func open(_ key: Slug, with rubric: RubricID, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    guard let round = try store.rounds(of: event, in: unit).first(where: { $0.key == key }) else {
      try store.insert(key, rubric, .open, of: event, in: unit)
      try audit.did("opened", "round", key.text, of: event, in: unit)
      return .created
    }
    if round.state == .open && round.rubric == rubric { return .unchanged }
    guard round.state != .frozen else {
      throw JudgingError.wrongState(round: key.text, state: round.state, wanted: .open)
    }
    do {
      try store.update(round.id, rubric, .open, of: event, in: unit)
    } catch let error as PostgresError where error.constraint == "sheet_follows_rubric_of_round" {
      throw JudgingError.rubricInUse(round: key.text)
    }
    try audit.did("opened", "round", key.text, [AuditField("state before", round.state.rawValue)], of: event, in: unit)
    return .updated
  }

  /// Closes a round: sheets under way are waited for, later ones are refused.
  public func close(_ round: Round, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    let state = try store.lockedState(of: round.id, event, in: unit)
    if state == .closed { return .unchanged }
    guard state == .open else { throw JudgingError.wrongState(round: round.key.text, state: state, wanted: .closed) }
    try store.update(round.id, round.rubric, .closed, of: event, in: unit)
    try audit.did("closed", "round", round.key.text, of: event, in: unit)
    return .updated
  }

  /// The round of this key; without one, the only round that there is.
  public func round(_ key: String?, of event: EventID, in snapshot: Snapshot) throws -> Round {
    let rounds = try store.rounds(of: event, in: snapshot)
    guard let key else {
      guard let only = rounds.first else { throw JudgingError.noRound }
      guard rounds.count == 1 else { throw JudgingError.severalRounds(rounds.map(\.key.text)) }
      return only
    }
    guard let round = rounds.first(where: { $0.key.text == key }) else {
      throw JudgingError.unknownRound(key, nearest: nearest(to: key, among: rounds.map(\.key.text)))
    }
    return round
  }

  /// Gives a judge a team to score, unless the two are in conflict.
  public func assign(
    _ assignment: Assignment, in round: RoundID, of event: EventID, in unit: UnitOfWork
  ) throws -> Outcome {
    let (judge, team) = (assignment.judge, assignment.team)
    switch try store.assign(judge, team, round, of: event, in: unit) {
    case .assigned:
      try audit.did("assigned", "judge", judge, [AuditField("team", team)], of: event, in: unit)
      return .created
    case .assignedBefore: return .unchanged
    case .conflict: throw JudgingError.conflict(judge: judge, team: team)
    case .unknownJudge:
      let known = try store.judges(of: event, in: unit).map(\.code)
      throw JudgingError.unknownJudge(judge, nearest: nearest(to: judge, among: known))
    case .unknownTeam:
      let known = try store.teamKeys(of: event, in: unit)
      throw JudgingError.unknownTeam(team, nearest: nearest(to: team, among: known))
    }
  }

  /// The round's assignments by judge and team.
  public func assignments(in round: RoundID, of event: EventID, in snapshot: Snapshot) throws -> [Assignment] {
    try store.assignments(in: round, of: event, in: snapshot)
  }
}
