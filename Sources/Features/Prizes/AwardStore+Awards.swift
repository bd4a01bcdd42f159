import Postgres
import Vocabulary

extension AwardStore {
  /// The awards that stand, in the order of the prizes.
  func awards(of event: EventID, in snapshot: Snapshot) throws -> [Award] {
    try snapshot.rows(
      """
      SELECT p.key AS prize, p.currency, t.key AS team, t.name, a.number, a.amount, a.shares, a.reason, a.accepted_at,
        a.delivered_at, a.delivery_note
      FROM prize_award AS a JOIN listed_prize AS p USING (event_id, prize_id)
      JOIN team AS t ON t.event_id = a.event_id AND t.team_id = a.team_id
      WHERE a.event_id = \(event) AND a.withdrawn_at IS NULL
      ORDER BY p.listing, t.name COLLATE "und-x-icu", t.key
      """
    ).map(award)
  }

  func insert(
    _ grant: PrizeAllocation.Grant, by number: Int, because reason: String?, of event: EventID, in unit: UnitOfWork
  ) throws {
    try unit.execute(
      """
      INSERT INTO prize_award (event_id, prize_id, team_id, number, amount, shares, reason, principal_id)
      SELECT p.event_id, p.prize_id, t.team_id, \(number), \(grant.amount), \(grant.shares), \(reason), o.principal_id
      FROM prize AS p JOIN team AS t USING (event_id) JOIN principal AS o USING (event_id)
      WHERE p.event_id = \(event) AND p.key = \(grant.prize) AND t.key = \(grant.team) AND o.name = \(unit.principal.name)
      """)
  }

  /// Lets an award rest on a newer version that gives the same.
  func carryOver(_ prize: Slug, _ team: String, to number: Int, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE prize_award AS a SET number = \(number) FROM prize AS p, team AS t
      WHERE \(event) = a.event_id AND p.event_id = a.event_id AND p.prize_id = a.prize_id AND p.key = \(prize)
        AND t.event_id = a.event_id AND t.team_id = a.team_id AND t.key = \(team) AND a.withdrawn_at IS NULL
      """)
  }

  func withdraw(_ prize: Slug, _ team: String, because reason: String, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE prize_award AS a SET withdrawn_at = clock_timestamp(), withdrawn_reason = \(reason)
      FROM prize AS p, team AS t
      WHERE \(event) = a.event_id AND p.event_id = a.event_id AND p.prize_id = a.prize_id AND p.key = \(prize)
        AND t.event_id = a.event_id AND t.team_id = a.team_id AND t.key = \(team) AND a.withdrawn_at IS NULL
      """)
  }

  /// Notes that the team takes the prize.
  func accept(_ prize: Slug, _ team: String, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE prize_award AS a SET accepted_at = clock_timestamp() FROM prize AS p, team AS t
      WHERE \(event) = a.event_id AND p.event_id = a.event_id AND p.prize_id = a.prize_id AND p.key = \(prize)
        AND t.event_id = a.event_id AND t.team_id = a.team_id AND t.key = \(team) AND a.withdrawn_at IS NULL
      """)
  }

  /// - Parameter day: The day in the event's zone; nil means now.
  func deliver(
    _ prize: Slug, _ team: String, on day: CalendarDate?, note: String?, of event: EventID, in unit: UnitOfWork
  ) throws {
    try unit.execute(
      """
      UPDATE prize_award AS a
      SET delivered_at = COALESCE(\(day?.description)::timestamp AT TIME ZONE e.time_zone, clock_timestamp()),
        delivery_note = \(note)
      FROM prize AS p, team AS t, event AS e
      WHERE e.event_id = \(event) AND a.event_id = e.event_id AND p.event_id = a.event_id AND p.prize_id = a.prize_id
        AND p.key = \(prize) AND t.event_id = a.event_id AND t.team_id = a.team_id AND t.key = \(team)
        AND a.withdrawn_at IS NULL
      """)
  }

  func refuse(
    _ prize: Slug, _ team: String, because reason: String, of event: EventID, in unit: UnitOfWork
  ) throws {
    try unit.execute(
      """
      INSERT INTO prize_refusal (event_id, prize_id, team_id, reason, principal_id)
      SELECT p.event_id, p.prize_id, t.team_id, \(reason), o.principal_id
      FROM prize AS p JOIN team AS t USING (event_id) JOIN principal AS o USING (event_id)
      WHERE p.event_id = \(event) AND p.key = \(prize) AND t.key = \(team) AND o.name = \(unit.principal.name)
      ON CONFLICT (event_id, prize_id, team_id) DO UPDATE SET reason = EXCLUDED.reason
      """)
  }

  func deleteRefusal(_ prize: Slug, _ team: String, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      DELETE FROM prize_refusal AS r USING prize AS p, team AS t
      WHERE r.event_id = \(event) AND p.event_id = r.event_id AND p.prize_id = r.prize_id AND p.key = \(prize)
        AND t.event_id = r.event_id AND t.team_id = r.team_id AND t.key = \(team)
      """)
  }

  /// Takes the counts of one source in place of those that it gave before.
  func replaceVotes(
    _ votes: [(team: String, votes: Int)], for prize: Slug, from source: String, of event: EventID, in unit: UnitOfWork
  ) throws {
    try unit.execute(
      """
      DELETE FROM prize_vote AS v USING prize AS p
      WHERE v.event_id = \(event) AND p.event_id = v.event_id AND p.prize_id = v.prize_id AND p.key = \(prize)
        AND v.source = \(source)
      """)
    try unit.execute(
      """
      INSERT INTO prize_vote (event_id, prize_id, team_id, source, votes)
      SELECT p.event_id, p.prize_id, t.team_id, \(source), v.votes
      FROM unnest(\(votes.map(\.team))::text[], \(votes.map(\.votes))::bigint[]) AS v (team, votes)
      JOIN team AS t ON t.event_id = \(event) AND t.key = v.team
      JOIN prize AS p ON p.event_id = \(event) AND p.key = \(prize)
      """)
  }

  /// Every count by prize, source and number of votes.
  func allVotes(of event: EventID, in snapshot: Snapshot) throws -> [VoteCount] {
    try snapshot.rows(
      """
      SELECT p.key AS prize, v.source, t.key AS team, t.name, v.votes
      FROM prize_vote AS v JOIN prize AS p USING (event_id, prize_id)
      JOIN team AS t ON t.event_id = v.event_id AND t.team_id = v.team_id
      WHERE v.event_id = \(event)
      ORDER BY p.key, v.source, v.votes DESC, t.key
      """
    ).map {
      try VoteCount(
        prize: $0["prize"], source: $0["source"], team: $0["team"], teamName: $0["name"], votes: $0["votes"])
    }
  }

  private func award(_ row: Row) throws -> Award {
    let (amount, currency): (Int64?, String?) = try (row["amount"], row["currency"])
    let money = try amount.flatMap { amount in try currency.map { try Money(minorUnits: amount, currency: $0) } }
    return try Award(
      prize: row["prize"], team: row["team"], teamName: row["name"], result: row["number"], amount: money,
      shares: row["shares"], reason: row["reason"], acceptedAt: row["accepted_at"], deliveredAt: row["delivered_at"],
      deliveryNote: row["delivery_note"])
  }
}
