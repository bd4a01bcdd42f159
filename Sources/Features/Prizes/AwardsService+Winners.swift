import Audit
import Lookup
public import Postgres
public import Vocabulary

/// What becomes of awards: taken, declined, delivered; and what winners still owe.
extension AwardsService {
  /// Notes that a team takes a prize, or all that it has where none is named.
  /// - Returns: The prizes that it had not accepted before.
  public func accept(_ prize: Slug?, by team: String, of event: EventID, in unit: UnitOfWork) throws -> [Slug] {
    try EventLock.take(for: event, in: unit)
    let open = try held(prize, by: team, of: event, in: unit).filter { $0.acceptedAt == nil }
    for award in open {
      try store.accept(award.prize, team, of: event, in: unit)
      try audit.did("accepted", Award.auditNoun, award.auditKey, of: event, in: unit)
    }
    return open.map(\.prize)
  }

  /// Notes that a team does not want a prize, or may not have it; all prizes where none is named. What it has of them
  /// is taken back, and the next award goes to the team behind it.
  public func decline(
    _ prize: Slug?, by team: String, because reason: String, of event: EventID, in unit: UnitOfWork
  ) throws {
    guard reason.contains(where: { !$0.isWhitespace }) else { throw AwardError.reasonNeeded }
    try EventLock.take(for: event, in: unit)
    let standing = try store.awards(of: event, in: unit)
    for key in try named(prize, team, of: event, in: unit) {
      try store.refuse(key, team, because: reason, of: event, in: unit)
      try audit.did(
        "declined", Award.auditNoun, "\(key) \(team)", [AuditField("why", reason)], of: event, in: unit)
      guard standing.contains(where: { $0.prize == key && $0.team == team }) else { continue }
      try take(key, from: team, because: reason, standing, of: event, in: unit)
    }
  }

  /// Lets a team have again what it had declined.
  public func takeBackRefusal(of prize: Slug?, by team: String, of event: EventID, in unit: UnitOfWork) throws {
    try EventLock.take(for: event, in: unit)
    let refused = try store.refusals(of: event, in: unit).filter { $0.team == team }.map(\.prize)
    for key in try named(prize, team, of: event, in: unit) where refused.contains(key) {
      try store.deleteRefusal(key, team, of: event, in: unit)
      try audit.did("declined no more", Award.auditNoun, "\(key) \(team)", of: event, in: unit)
    }
  }

  /// Notes that members of a team, all or those named, confirmed that the work is theirs and that they may win.
  /// - Returns: How many said so for the first time.
  public func confirm(_ members: [String], of team: String, event: EventID, in unit: UnitOfWork) throws -> Int {
    try requireName(team, of: event, in: unit)
    let known = try store.members(of: team, event, in: unit)
    guard !known.isEmpty else { throw AwardError.noMembers(team: team) }
    if let stranger = members.first(where: { !known.contains($0) }) {
      throw AwardError.unknownMember(stranger, team: team, nearest: nearest(to: stranger, among: known))
    }
    let count = try store.confirm(members, of: team, event, in: unit)
    if count > 0 {
      try audit.did("confirmed", "winner", team, [AuditField("members", count)], of: event, in: unit)
    }
    return count
  }

  /// Notes that a prize reached its team.
  /// - Parameter day: In the event's zone; nil means now.
  public func deliver(
    _ prize: Slug, to team: String, on day: CalendarDate?, note: String?, of event: EventID, in unit: UnitOfWork
  ) throws {
    try EventLock.take(for: event, in: unit)
    guard let old = try held(prize, by: team, of: event, in: unit).first else { return }
    try store.deliver(prize, team, on: day, note: note, of: event, in: unit)
    if let new = try held(prize, by: team, of: event, in: unit).first {
      try audit.updated(from: old, to: new, of: event, in: unit)
    }
  }

  /// What has to be settled, and what would better be, before the winners are named.
  public func findings(of event: EventID, in snapshot: Snapshot) throws -> [AwardFinding] {
    let all = try prizes.prizes(of: event, in: snapshot)
    guard !all.isEmpty else { return [] }
    let awards = try store.awards(of: event, in: snapshot)
    let plan = try plan(of: event, in: snapshot)
    return findings(about: awards, beside: plan) + Self.openPrizes(all, in: plan.allocation)
      + (try findingsAboutWinners(awards, of: event, in: snapshot))
  }

  /// How the awards that stand differ from what would be awarded now.
  private func findings(about awards: [Award], beside plan: AwardPlan) -> [AwardFinding] {
    if let old = awards.first(where: { $0.result != plan.result }) {
      return [AwardFinding(team: nil, kind: .older(old.result, than: plan.result))]
    }
    let changes = Set((plan.added + plan.withdrawn).map { "\($0.prize) \($0.team)" }).count
    if changes == 0 { return [] }
    return [AwardFinding(team: nil, kind: awards.isEmpty ? .nothingAwarded : .outdated(changes))]
  }

  /// Prizes that wait for a person, and those that nobody receives.
  private static func openPrizes(_ prizes: [Prize], in allocation: PrizeAllocation) -> [AwardFinding] {
    prizes.compactMap { prize in
      if let open = allocation.undecided.first(where: { $0.prize == prize.key }) {
        let isSpecialAward = prize.basis == .specialAward
        return AwardFinding(
          team: nil,
          kind: isSpecialAward ? .specialAwardLeft(prize.key, open.count) : .undecided(prize.key, left: open.count))
      }
      if allocation.grants.contains(where: { $0.prize == prize.key }) { return nil }
      return AwardFinding(team: nil, kind: .nobody(prize.key))
    }
  }

  private func findingsAboutWinners(_ awards: [Award], of event: EventID, in snapshot: Snapshot) throws
    -> [AwardFinding]
  {
    try store.winners(of: event, in: snapshot).flatMap { winner -> [AwardFinding] in
      var findings: [AwardFinding] = []
      if !winner.isActive { findings.append(AwardFinding(team: winner.team, kind: .outOfTheEvent)) }
      if winner.members == 0 {
        findings.append(AwardFinding(team: winner.team, kind: .noMembers))
      } else if winner.confirmed < winner.members {
        findings.append(AwardFinding(team: winner.team, kind: .unconfirmed(winner.confirmed, of: winner.members)))
      }
      return findings
        + awards.filter { $0.team == winner.team && $0.acceptedAt == nil }
        .map { AwardFinding(team: winner.team, kind: .notAccepted($0.prize)) }
    }
  }

  /// A team's award of a prize, or all that it has.
  private func held(_ prize: Slug?, by team: String, of event: EventID, in unit: UnitOfWork) throws -> [Award] {
    if let prize { _ = try self.prize(prize, of: event, in: unit) }
    try requireName(team, of: event, in: unit)
    let held = try store.awards(of: event, in: unit).filter { $0.team == team && (prize == nil || $0.prize == prize) }
    guard held.isEmpty else { return held }
    throw prize.map { AwardError.notAwarded(prize: $0, team: team) } ?? AwardError.nothingAwarded(team: team)
  }

  /// The prize that was named, or all of the event.
  private func named(_ prize: Slug?, _ team: String, of event: EventID, in unit: UnitOfWork) throws -> [Slug] {
    try requireName(team, of: event, in: unit)
    if let prize { return [try self.prize(prize, of: event, in: unit).key] }
    return try prizes.prizes(of: event, in: unit).map(\.key)
  }
}
