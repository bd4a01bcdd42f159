public import Audit
import CanonicalJSON
import Lookup
public import Postgres
public import Vocabulary

/// What there is to be won.
public struct PrizesService: Sendable {
  let audit: AuditLog
  let store = PrizeStore()

  public init(audit: AuditLog) { self.audit = audit }

  /// Adds or changes a prize.
  public func set(_ prize: Prize, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    try EventLock.take(for: event, in: unit)
    try check(prize, of: event, in: unit)
    guard let old = try store.prize(prize.key, of: event, in: unit) else {
      try store.insert(prize, of: event, in: unit)
      try audit.created(prize, of: event, in: unit)
      return .created
    }
    guard old != prize else { return .unchanged }
    try store.update(prize, of: event, in: unit)
    try audit.updated(from: old, to: prize, of: event, in: unit)
    return .updated
  }

  /// Changes a prize that is there.
  public func edit(
    prize key: Slug, of event: EventID, in unit: UnitOfWork, _ change: (inout Prize) throws -> Void
  ) throws -> Outcome {
    var prize = try find(key, of: event, in: unit)
    try change(&prize)
    return try set(prize, of: event, in: unit)
  }

  /// Takes a prize away that nobody received.
  public func remove(prize key: Slug, of event: EventID, in unit: UnitOfWork) throws {
    let prize = try find(key, of: event, in: unit)
    do {
      try store.delete(key, of: event, in: unit)
    } catch let error as PostgresError where error.sqlState == "23503" {
      throw AwardError.prizeWithAwards(key)
    }
    try audit.did(
      "removed", Prize.auditNoun, key.text, from: prize.auditFields,
      prize.auditFields.map { AuditField($0.name, .null) }, of: event, in: unit)
  }

  /// Every prize: by rank and position, then those of tracks, special awards, and the public's choice.
  public func prizes(of event: EventID, in snapshot: Snapshot) throws -> [Prize] {
    try store.prizes(of: event, in: snapshot)
  }

  private func find(_ key: Slug, of event: EventID, in unit: UnitOfWork) throws -> Prize {
    guard let prize = try store.prize(key, of: event, in: unit) else {
      let known = try store.prizes(of: event, in: unit).map(\.key.text)
      throw AwardError.unknownPrize(key.text, nearest: nearest(to: key.text, among: known))
    }
    return prize
  }

  private func check(_ prize: Prize, of event: EventID, in unit: UnitOfWork) throws {
    guard prize.kind == .money || prize.amount == .unknown else {
      throw AwardError.amountWithoutMoney(prize.key, prize.kind)
    }
    if case .known(let money) = prize.amount, money.minorUnits == 0 { throw AwardError.amountOfNothing(prize.key) }
    if case .known(let money) = prize.amount, money.minorUnits > Prize.mostMoney {
      throw AwardError.impossibleAmount(prize.key)
    }
    guard (1...Prize.mostOfOne).contains(prize.quantity) else {
      throw AwardError.impossibleQuantity(prize.key, prize.quantity)
    }
    guard prize.kind == .invitation || (prize.target == nil && prize.targetWhen == nil) else {
      throw AwardError.targetWithoutInvitation(prize.key, prize.kind)
    }
    guard let track = prize.track else { return }
    let known = try store.trackKeys(of: event, in: unit)
    guard known.contains(track) else {
      throw AwardError.unknownTrack(track, nearest: nearest(to: track, among: known))
    }
  }
}
