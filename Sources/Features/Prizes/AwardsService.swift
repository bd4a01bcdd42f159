public import Audit
import CanonicalJSON
import Lookup
public import Postgres
public import Vocabulary

/// Who receives what: allotted by the ranking and by rules that were declared in advance, and where a person has to
/// decide, with a name and a reason.
public struct AwardsService: Sendable {
  let audit: AuditLog
  let store = AwardStore()
  let prizes = PrizeStore()

  public init(audit: AuditLog) { self.audit = audit }

  /// What holds about ties and the number of prizes of a team.
  public func rules(of event: EventID, in snapshot: Snapshot) throws -> PrizeRules {
    try store.rules(of: event, in: snapshot)
  }

  /// Declares the rules, as long as no score was saved.
  public func declare(_ rules: PrizeRules, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    try EventLock.take(for: event, in: unit)
    let old = try store.rules(of: event, in: unit)
    guard old != rules else { return .unchanged }
    do {
      try store.save(rules, of: event, in: unit)
    } catch let error as PostgresError where error.constraint == "prize_rules_before_judging" {
      throw AwardError.rulesDeclaredLate
    }
    try audit.updated(from: old, to: rules, of: event, in: unit)
    return .updated
  }

  /// The awards that stand, in the order of the prizes.
  public func awards(of event: EventID, in snapshot: Snapshot) throws -> [Award] {
    try store.awards(of: event, in: snapshot)
  }

  /// Who would receive what by the result as it stands; nothing is noted.
  /// - Throws: `AwardError.noResult`.
  public func plan(of event: EventID, in snapshot: Snapshot) throws -> AwardPlan {
    guard let version = try store.version(of: event, in: snapshot) else { throw AwardError.noResult }
    let standing = try store.awards(of: event, in: snapshot)
    let allocation = try allocation(by: version, standing, of: event, in: snapshot)
    let kept = allocation.grants.filter { grant in standing.contains { $0.is(grant) } }
    return AwardPlan(
      result: version, isPublic: try store.isPublic(version, of: event, in: snapshot), allocation: allocation,
      added: allocation.grants.filter { !kept.contains($0) }.map { .init(prize: $0.prize, team: $0.team) },
      withdrawn: standing.filter { award in !kept.contains { award.is($0) } }
        .map { .init(prize: $0.prize, team: $0.team) },
      names: try store.teamNames(of: event, in: snapshot))
  }

  /// Awards what the result says: takes back what no longer holds, and leaves alone what does.
  public func award(of event: EventID, in unit: UnitOfWork) throws -> AwardPlan {
    try EventLock.take(for: event, in: unit)
    let plan = try plan(of: event, in: unit)
    let standing = try store.awards(of: event, in: unit)
    let delivered = standing.first {
      $0.deliveredAt != nil && plan.withdrawn.contains(.init(prize: $0.prize, team: $0.team))
    }
    if let delivered { throw AwardError.delivered(prize: delivered.prize, team: delivered.team) }
    for change in plan.withdrawn {
      try take(change.prize, from: change.team, because: "result \(plan.result)", standing, of: event, in: unit)
    }
    for grant in plan.allocation.grants {
      if let award = standing.first(where: { $0.is(grant) }) {
        if award.result != plan.result {
          try store.carryOver(grant.prize, grant.team, to: plan.result, of: event, in: unit)
        }
      } else {
        // A person's choice keeps its reason when the amount has changed.
        let reason = standing.first { $0.prize == grant.prize && $0.team == grant.team }?.reason
        try give(grant, by: plan.result, because: grant.isChosen ? reason : nil, of: event, in: unit)
      }
    }
    return plan
  }

  /// Gives a special award, or one of a prize that could not be divided, to a team that somebody chose.
  public func give(
    _ prize: Slug, to team: String, because reason: String, of event: EventID, in unit: UnitOfWork
  ) throws {
    guard reason.contains(where: { !$0.isWhitespace }) else { throw AwardError.reasonNeeded }
    try EventLock.take(for: event, in: unit)
    let found = try self.prize(prize, of: event, in: unit)
    try requireTeam(team, of: event, in: unit)
    let standing = try store.awards(of: event, in: unit)
    guard !standing.contains(where: { $0.prize == prize && $0.team == team }) else {
      throw AwardError.alreadyHas(prize: prize, team: team)
    }
    try requireRoom(for: found, team, beside: standing, of: event, in: unit)
    guard let version = try store.version(of: event, in: unit) else { throw AwardError.noResult }
    let open = try allocation(by: version, standing, of: event, in: unit).undecided.first { $0.prize == prize }
    guard let open else {
      guard found.basis == .specialAward else { throw AwardError.notDue(prize: prize, team: team, among: []) }
      throw AwardError.noneLeft(prize, count: found.quantity)
    }
    guard found.basis == .specialAward || open.teams.contains(team) else {
      throw AwardError.notDue(prize: prize, team: team, among: open.teams)
    }
    let grant = PrizeAllocation.Grant(
      prize: prize, team: team, amount: found.amount.money?.minorUnits, shares: 1, isChosen: true)
    try give(grant, by: version, because: reason, of: event, in: unit)
  }

  /// Takes an award back.
  public func withdraw(
    _ prize: Slug, from team: String, because reason: String, of event: EventID, in unit: UnitOfWork
  ) throws {
    guard reason.contains(where: { !$0.isWhitespace }) else { throw AwardError.reasonNeeded }
    try EventLock.take(for: event, in: unit)
    _ = try self.prize(prize, of: event, in: unit)
    try requireName(team, of: event, in: unit)
    try take(prize, from: team, because: reason, store.awards(of: event, in: unit), of: event, in: unit)
  }
}

extension AwardsService {
  func prize(_ key: Slug, of event: EventID, in unit: UnitOfWork) throws -> Prize {
    guard let prize = try prizes.prize(key, of: event, in: unit) else {
      let known = try prizes.prizes(of: event, in: unit).map(\.key.text)
      throw AwardError.unknownPrize(key.text, nearest: nearest(to: key.text, among: known))
    }
    return prize
  }

  func requireName(_ team: String, of event: EventID, in snapshot: Snapshot) throws {
    let known = try store.teamNames(of: event, in: snapshot).keys
    guard known.contains(team) else {
      throw AwardError.unknownTeam(team, nearest: nearest(to: team, among: known.sorted()))
    }
  }

  private func requireTeam(_ team: String, of event: EventID, in snapshot: Snapshot) throws {
    try requireName(team, of: event, in: snapshot)
    guard try store.takesPart(team, event, in: snapshot) else { throw AwardError.takesNoPart(team: team) }
  }

  /// What a rank receives counts once, and never against the team.
  private func requireRoom(
    for prize: Prize, _ team: String, beside standing: [Award], of event: EventID, in unit: UnitOfWork
  ) throws {
    guard prize.rank == nil, let most = try store.rules(of: event, in: unit).mostPerTeam else { return }
    let ranks = Set(try prizes.prizes(of: event, in: unit).filter { $0.rank != nil }.map(\.key))
    let held = standing.filter { $0.team == team }.map(\.prize)
    let count = held.filter { !ranks.contains($0) }.count + (held.contains(where: ranks.contains) ? 1 : 0)
    guard count < most else { throw AwardError.hasEnough(team: team, most: most) }
  }

  /// What a ranking allots, with what people chose.
  func allocation(
    by version: Int, _ standing: [Award], of event: EventID, in snapshot: Snapshot
  ) throws -> PrizeAllocation {
    var choices: [Slug: [String]] = [:]
    let active = try store.activeTeams(of: event, in: snapshot)
    for award in standing where award.reason != nil && active.contains(award.team) {
      choices[award.prize, default: []].append(award.team)
    }
    return PrizeAllocation(
      PrizeContest(
        prizes: try prizes.prizes(of: event, in: snapshot),
        standings: try store.standings(version, of: event, in: snapshot),
        tracks: try store.tracks(of: event, in: snapshot), votes: try store.votes(of: event, in: snapshot),
        refusals: try store.refusals(of: event, in: snapshot), rules: try store.rules(of: event, in: snapshot),
        choices: choices))
  }

  private func give(
    _ grant: PrizeAllocation.Grant, by version: Int, because reason: String?, of event: EventID, in unit: UnitOfWork
  ) throws {
    try store.insert(grant, by: version, because: reason, of: event, in: unit)
    let award = try store.awards(of: event, in: unit).first { $0.prize == grant.prize && $0.team == grant.team }
    if let award { try audit.created(award, of: event, in: unit) }
  }

  func take(
    _ prize: Slug, from team: String, because reason: String, _ standing: [Award], of event: EventID,
    in unit: UnitOfWork
  ) throws {
    guard let award = standing.first(where: { $0.prize == prize && $0.team == team }) else {
      throw AwardError.notAwarded(prize: prize, team: team)
    }
    try store.withdraw(prize, team, because: reason, of: event, in: unit)
    try audit.did(
      "withdrawn", Award.auditNoun, award.auditKey, from: award.auditFields,
      award.auditFields.map { AuditField($0.name, .null) } + [AuditField("why", reason)], of: event, in: unit)
  }
}

extension Award {
  /// Whether it is what a ranking or a person allots.
  func `is`(_ grant: PrizeAllocation.Grant) -> Bool {
    (prize, team, amount?.minorUnits, shares) == (grant.prize, grant.team, grant.amount, grant.shares)
  }
}
