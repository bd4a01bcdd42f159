import Postgres
import Vocabulary

/// All SQL about prizes.
struct PrizeStore {
  /// The prize, locked.
  func prize(_ key: Slug, of event: EventID, in unit: UnitOfWork) throws -> Prize? {
    try unit.execute("SELECT FROM prize WHERE event_id = \(event) AND key = \(key) FOR UPDATE")
    return try unit.row("SELECT * FROM listed_prize WHERE event_id = \(event) AND key = \(key)").map(prize)
  }

  func prizes(of event: EventID, in snapshot: Snapshot) throws -> [Prize] {
    try snapshot.rows("SELECT * FROM listed_prize WHERE event_id = \(event) ORDER BY listing").map(prize)
  }

  func trackKeys(of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows("SELECT key FROM track WHERE event_id = \(event) ORDER BY key").map { try $0["key"] }
  }

  func insert(_ prize: Prize, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO prize (
        event_id, key, basis, rank, track_id, position, kind, amount, currency, is_undisclosed, label, giver, quantity,
        target, target_when)
      VALUES (
        \(event), \(prize.key), \(prize.basis.name), \(prize.rank),
        (SELECT track_id FROM track WHERE event_id = \(event) AND key = \(prize.track)), \(prize.position), \(prize.kind),
        \(prize.amount.money?.minorUnits), \(prize.amount.money?.currency), \(prize.amount == .undisclosed),
        \(prize.label), \(prize.giver), \(prize.quantity), \(prize.target), \(prize.targetWhen?.description))
      """)
  }

  func update(_ prize: Prize, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE prize SET
        basis = \(prize.basis.name), rank = \(prize.rank),
        track_id = (SELECT track_id FROM track WHERE event_id = \(event) AND key = \(prize.track)),
        position = \(prize.position), kind = \(prize.kind),
        amount = \(prize.amount.money?.minorUnits), currency = \(prize.amount.money?.currency),
        is_undisclosed = \(prize.amount == .undisclosed), label = \(prize.label), giver = \(prize.giver),
        quantity = \(prize.quantity), target = \(prize.target), target_when = \(prize.targetWhen?.description)
      WHERE event_id = \(event) AND key = \(prize.key)
      """)
  }

  func delete(_ key: Slug, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute("DELETE FROM prize WHERE event_id = \(event) AND key = \(key)")
  }

  private func prize(_ row: Row) throws -> Prize {
    let (amount, currency): (Int64?, String?) = try (row["amount"], row["currency"])
    let isUndisclosed: Bool = try row["is_undisclosed"]
    let targetWhen: String? = try row["target_when"]
    return try Prize(
      key: row["key"], basis: basis(row), position: row["position"], kind: row["kind"],
      amount: Prize.Amount(minorUnits: amount, currency: currency, isUndisclosed: isUndisclosed), label: row["label"],
      giver: row["giver"], quantity: row["quantity"], target: row["target"],
      targetWhen: targetWhen.flatMap(FuzzyDate.init))
  }

  private func basis(_ row: Row) throws -> Prize.Basis {
    let (rank, track, name): (Int?, String?, String) = try (row["rank"], row["track"], row["basis"])
    if let rank { return .rank(rank) }
    if let track { return .track(track) }
    return name == Prize.Basis.choice.name ? .choice : .specialAward
  }
}

extension Prize.Amount {
  var money: Money? {
    guard case .known(let money) = self else { return nil }
    return money
  }

  init(minorUnits: Int64?, currency: String?, isUndisclosed: Bool) throws {
    if let minorUnits, let currency {
      self = .known(try Money(minorUnits: minorUnits, currency: currency))
    } else {
      self = isUndisclosed ? .undisclosed : .unknown
    }
  }
}
