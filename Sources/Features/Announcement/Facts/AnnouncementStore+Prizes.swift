import Postgres
import Vocabulary

/// A prize of one team, and for what it was given.
struct WonPrize {
  /// Where it stands among all that were given.
  let order: Int
  /// Nil for the prize of a rank.
  let basis: AnnouncementFacts.OtherAward.Basis?
  let prize: AnnouncedPrize
}

extension AnnouncementStore {
  /// What each team receives by the result to announce.
  func prizes(_ event: EventID, in snapshot: Snapshot) throws -> [TeamID: [WonPrize]] {
    let rows = try snapshot.rows(
      """
      SELECT a.team_id, a.amount, a.shares, a.is_awarded, p.key, p.basis, p.kind, p.currency, p.is_undisclosed, p.label,
        a.amount IS NULL AND p.amount IS NOT NULL AS awaits_amount,
        p.giver, p.target, p.target_when, k.key AS track_key, COALESCE(k.name, '{}') AS track_name
      FROM result_to_announce AS r
      JOIN announced_prize AS a USING (event_id, number)
      JOIN prize AS p USING (event_id, prize_id)
      JOIN team AS t USING (event_id, team_id)
      LEFT JOIN track AS k ON k.event_id = p.event_id AND k.track_id = p.track_id
      WHERE r.event_id = \(event)
      ORDER BY p.rank NULLS LAST, p.position, p.key, t.name COLLATE "und-x-icu", t.key
      """)
    var prizes: [TeamID: [WonPrize]] = [:]
    for (order, row) in rows.enumerated() {
      let won = WonPrize(order: order, basis: try basis(row), prize: try prize(row))
      prizes[try row["team_id"], default: []].append(won)
    }
    return prizes
  }

  private func basis(_ row: Row) throws -> AnnouncementFacts.OtherAward.Basis? {
    let word: String = try row["basis"]
    return switch word {
    case "track": .track(key: try row["track_key"], name: try row["track_name"])
    case "special-award": .specialAward
    case "choice": .choice
    default: nil
    }
  }

  private func prize(_ row: Row) throws -> AnnouncedPrize {
    var prize = AnnouncedPrize(key: try row["key"], kind: try row["kind"])
    let (amount, currency): (Int64?, String?) = try (row["amount"], row["currency"])
    if let amount, let currency { prize.amount = try Money(minorUnits: amount, currency: currency) }
    prize.isUndisclosed = try row["is_undisclosed"]
    prize.awaitsAmount = try row["awaits_amount"]
    prize.label = try row["label"]
    prize.giver = try row["giver"]
    prize.target = try row["target"]
    prize.targetWhen = try (row["target_when"] as String?).flatMap { FuzzyDate($0) }
    prize.shares = try row["shares"]
    prize.isAwarded = try row["is_awarded"]
    return prize
  }
}
