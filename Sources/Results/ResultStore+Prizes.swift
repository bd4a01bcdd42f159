import Competition
public import Postgres

/// All SQL about prizes.
extension ResultStore {
  func prize(_ key: Slug, of event: EventID, in unit: UnitOfWork) throws -> Prize? {
    try unit.row(
      """
      SELECT key, place, position, kind, amount, currency, is_undisclosed, label, giver FROM prize
      WHERE event_id = \(event) AND key = \(key)
      FOR UPDATE
      """
    ).map(prize)
  }

  func prizes(of event: EventID, in snapshot: Snapshot) throws -> [Prize] {
    try snapshot.rows(
      """
      SELECT key, place, position, kind, amount, currency, is_undisclosed, label, giver FROM prize
      WHERE event_id = \(event)
      ORDER BY place, position, key
      """
    ).map(prize)
  }

  func insert(_ prize: Prize, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO prize (event_id, key, place, position, kind, amount, currency, is_undisclosed, label, giver)
      VALUES (
        \(event), \(prize.key), \(prize.place), \(prize.position), \(prize.kind), \(prize.amount.money?.minorUnits),
        \(prize.amount.money?.currency), \(prize.amount == .undisclosed), \(prize.label), \(prize.giver))
      """)
  }

  func update(_ prize: Prize, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE prize SET
        place = \(prize.place), position = \(prize.position), kind = \(prize.kind),
        amount = \(prize.amount.money?.minorUnits), currency = \(prize.amount.money?.currency),
        is_undisclosed = \(prize.amount == .undisclosed), label = \(prize.label), giver = \(prize.giver)
      WHERE event_id = \(event) AND key = \(prize.key)
      """)
  }

  private func prize(_ row: Row) throws -> Prize {
    let (amount, currency): (Int64?, String?) = try (row["amount"], row["currency"])
    let isUndisclosed: Bool = try row["is_undisclosed"]
    return try Prize(
      key: row["key"], place: row["place"], position: row["position"], kind: row["kind"],
      amount: Prize.Amount(minorUnits: amount, currency: currency, isUndisclosed: isUndisclosed), label: row["label"],
      giver: row["giver"])
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

extension Prize.Kind: SQLEncodable, SQLDecodable {}
