import Audit
public import Postgres
public import Vocabulary

/// Rounds: what they are, and when they take scores.
extension JudgingService {
  /// Plans a round that is not there yet.
  public func add(
    _ key: Slug, with rubric: RubricID, of event: EventID, in unit: UnitOfWork,
    _ describe: (inout Round.Settings) throws -> Void = { _ in }
  ) throws {
    guard try known(key, of: event, in: unit) == nil else { throw RoundError.alreadyThere(key.text) }
    let id = try rounds.insert(key, rubric, .planned, .all, of: event, in: unit)
    var round = Round(id: id, key: key, rubric: rubric, state: .planned, settings: Round.Settings())
    try describe(&round.settings)
    try write(round, of: event, in: unit)
    try audit.created(round, of: event, in: unit)
  }

  /// Changes what is said of a round; its rubric stays once it has a sheet.
  public func set(
    _ key: String, with rubric: RubricID?, of event: EventID, in unit: UnitOfWork,
    _ describe: (inout Round.Settings) throws -> Void
  ) throws -> Outcome {
    let found = try round(key, of: event, in: unit)
    guard try rounds.lockedState(of: found.id, event, in: unit) != .frozen else {
      throw RoundError.frozen(found.key.text)
    }
    let old = try round(key, of: event, in: unit)
    var new = old
    new.rubric = rubric ?? old.rubric
    try describe(&new.settings)
    guard old != new else { return .unchanged }
    try write(new, of: event, in: unit)
    if let pair = try rounds.assignmentsOutside(new.id, of: event, in: unit).first {
      throw RoundError.assignedOutside(pair)
    }
    try audit.updated(from: old, to: new, of: event, in: unit)
    return .updated
  }

  /// Opens a round, made now if it is new, so that its sheets can be saved.
  public func open(_ key: Slug, with rubric: RubricID, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    guard let found = try known(key, of: event, in: unit) else {
      _ = try rounds.insert(key, rubric, .open, .all, of: event, in: unit)
      try audit.did("opened", "round", key.text, of: event, in: unit)
      return .created
    }
    let state = try rounds.lockedState(of: found.id, event, in: unit)
    if state == .open && found.rubric == rubric { return .unchanged }
    guard state == .planned || state == .open else { throw RoundError.ended(key.text, state) }
    try refusingOtherRubric(of: key.text) { try rounds.update(found.id, rubric, .open, of: event, in: unit) }
    try audit.did("opened", "round", key.text, [AuditField("state before", state.rawValue)], of: event, in: unit)
    return .updated
  }

  /// Closes a round when nothing is in the way: sheets under way are waited for, later ones are refused.
  /// - Parameter reason: Why it is closed although something is in the way.
  /// - Throws: `RoundError.blocked` with everything that is.
  public func close(
    _ round: Round, despite reason: String? = nil, of event: EventID, in unit: UnitOfWork
  ) throws -> Outcome {
    let state = try rounds.lockedState(of: round.id, event, in: unit)
    if state == .closed { return .unchanged }
    guard state == .open else { throw JudgingError.wrongState(round: round.key.text, state: state, wanted: .closed) }
    _ = try findConflicts(of: event, in: unit)
    let findings = try findings(in: round, of: event, unit)
    guard findings.isEmpty || reason != nil else { throw RoundError.blocked(round: round.key.text, by: findings) }
    try rounds.update(round.id, round.rubric, .closed, of: event, in: unit)
    let fields = findings.isEmpty ? [] : [AuditField("open findings", findings.count), AuditField("reason", reason)]
    try audit.did("closed", "round", round.key.text, fields, of: event, in: unit)
    return .updated
  }

  /// Opens a closed or a frozen round again, for a reason that is logged.
  public func reopen(_ round: Round, because reason: String, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    let state = try rounds.lockedState(of: round.id, event, in: unit)
    if state == .open { return .unchanged }
    if state == .frozen {
      try thaw(round, because: reason, of: event, in: unit)
      return .updated
    }
    guard state == .closed else { throw JudgingError.wrongState(round: round.key.text, state: state, wanted: .open) }
    try rounds.update(round.id, round.rubric, .open, of: event, in: unit)
    try audit.did("reopened", "round", round.key.text, [AuditField("reason", reason)], of: event, in: unit)
    return .updated
  }

  /// The round of this key; without one, the only round that there is.
  public func round(_ key: String?, of event: EventID, in snapshot: Snapshot) throws -> Round {
    let all = try rounds.rounds(of: event, in: snapshot)
    guard let key else {
      guard let only = all.first else { throw JudgingError.noRound }
      guard all.count == 1 else { throw JudgingError.severalRounds(all.map(\.key.text)) }
      return only
    }
    guard let round = all.first(where: { $0.key.text == key }) else {
      throw JudgingError.unknownRound(key, nearest: nearest(to: key, among: all.map(\.key.text)))
    }
    return round
  }

  /// The round of this key, where there is one.
  public func known(_ key: Slug, of event: EventID, in snapshot: Snapshot) throws -> Round? {
    try rounds.rounds(of: event, in: snapshot).first { $0.key == key }
  }

  /// Every round with how far it has come, in the order in which they were made.
  public func roundsInFull(of event: EventID, in snapshot: Snapshot) throws -> [RoundDetails] {
    try rounds.full(of: event, in: snapshot)
  }

  /// The rounds that go by an older version of a rubric than this one.
  public func rounds(
    goingBy rubric: Slug, before version: Int, of event: EventID, in snapshot: Snapshot
  ) throws -> [RoundDetails] {
    try rounds.full(of: event, in: snapshot).filter { $0.rubricKey == rubric.text && $0.rubricVersion < version }
  }

  /// The keys of the teams that a round takes; of finalists under embargo.
  public func teams(in round: Round, of event: EventID, _ snapshot: Snapshot) throws -> [String] {
    try rounds.teams(in: round.id, of: event, in: snapshot)
  }

  /// What is in the way of closing a round.
  public func findings(in round: Round, of event: EventID, _ snapshot: Snapshot) throws -> [CoverageFinding] {
    let later = try conflictsToDecide(in: round, of: event, snapshot)
    return try coverage.thinTeams(in: round.id, countsDeclared: true, of: event, in: snapshot)
      + coverage.conflicts(in: round.id, of: event, in: snapshot).filter { finding in
        !later.contains { $0.pair == finding.pair }
      }
      + coverage.unconfirmed(in: round.id, of: event, in: snapshot)
  }

  /// The conflicts that somebody declared of a team whose sheet was ready, which an organiser decides.
  public func conflictsToDecide(in round: Round, of event: EventID, _ snapshot: Snapshot) throws -> [CoverageFinding] {
    try coverage.declaredLater(in: round.id, of: event, in: snapshot)
  }

  /// What a result will be computed without, and what need not keep a round open: sheets that judges owe or left as
  /// drafts, and teams that will not be ranked.
  public func leftOut(of round: Round, of event: EventID, _ snapshot: Snapshot) throws -> [CoverageFinding] {
    try ineligibleTeams(in: round, of: event, snapshot) + coverage.owed(in: round.id, of: event, in: snapshot)
      + coverage.drafts(in: round.id, of: event, in: snapshot)
  }

  /// The teams of a round that will not be ranked.
  public func ineligibleTeams(in round: Round, of event: EventID, _ snapshot: Snapshot) throws -> [CoverageFinding] {
    try coverage.ineligible(in: round.id, of: event, in: snapshot)
  }

  func write(_ round: Round, of event: EventID, in unit: UnitOfWork) throws {
    guard round.settings.minimumSheets > 0 else { throw RoundError.noMinimum(round.settings.minimumSheets) }
    let codes = try store.codes(of: event, in: unit)
    if let stranger = round.settings.panel.first(where: { !codes.contains($0) }) {
      throw JudgingError.unknownJudge(stranger, nearest: nearest(to: stranger, among: codes))
    }
    let columns = try columns(of: round.settings.entrants, event, in: unit)
    try refusingOtherRubric(of: round.key.text) { try rounds.update(round, columns, of: event, in: unit) }
  }

  private func columns(of entrants: Round.Entrants, _ event: EventID, in unit: UnitOfWork) throws -> EntrantColumns {
    switch entrants {
    case .all: return .all
    case .track(let key):
      guard let track = try rounds.track(key, of: event, in: unit) else {
        let known = try rounds.trackKeys(of: event, in: unit)
        throw RoundError.unknownTrack(key, nearest: nearest(to: key, among: known))
      }
      return EntrantColumns(word: "track", track: track, round: nil)
    case .finalists(let key):
      return EntrantColumns(word: "finalists", track: nil, round: try round(key, of: event, in: unit).id)
    }
  }

  private func refusingOtherRubric(of round: String, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as PostgresError where error.constraint == "sheet_follows_rubric_of_round" {
      throw JudgingError.rubricInUse(round: round)
    }
  }
}
