import Access
import Postgres
import Vocabulary

/// All SQL about the steps of results towards the public.
struct ResultVersionStore {
  func versions(of event: EventID, in snapshot: Snapshot) throws -> [ResultVersion] {
    let steps = try steps(of: event, in: snapshot)
    let hours = try hours(of: event, in: snapshot)
    return try snapshot.rows(
      """
      SELECT r.number, o.key AS round, COALESCE(o.state, 'frozen') = 'frozen' AS frozen, r.method, r.computed_at,
        encode(r.sha256, 'hex') AS sha256,
        EXISTS (SELECT FROM published_result AS p
          WHERE p.event_id = r.event_id AND p.number = r.number) AS is_public,
        (SELECT max(n.number) FROM result AS n JOIN current_result AS s USING (event_id, number)
          WHERE n.event_id = r.event_id AND n.round_id IS NOT DISTINCT FROM r.round_id
            AND n.number > r.number) AS newer
      FROM result AS r LEFT JOIN round AS o USING (event_id, round_id)
      WHERE r.event_id = \(event)
      ORDER BY r.number
      """
    ).map { row in
      let (number, sha256, computedAt): (Int, String, Timestamp) = try (
        row["number"], row["sha256"], row["computed_at"]
      )
      return try ResultVersion(
        number: number, round: row["round"], isFrozen: row["frozen"], method: row["method"],
        computedAt: computedAt, sha256: sha256,
        steps: chained(steps[number] ?? [], to: sha256, computedAt: computedAt),
        announcedFor: hours[number], isPublic: row["is_public"], newer: row["newer"])
    }
  }

  /// A step as it is kept, before it is hashed with those before.
  private struct Kept {
    let kind: String
    let by: String
    let at: Timestamp
    let publishAt: Timestamp?
    let reason: String?
  }

  private func steps(of event: EventID, in snapshot: Snapshot) throws -> [Int: [Kept]] {
    try snapshot.rows(
      """
      SELECT s.number, s.kind, p.name, s.taken_at, s.publish_at, s.reason
      FROM result_step AS s JOIN principal AS p USING (event_id, principal_id)
      WHERE s.event_id = \(event)
      ORDER BY s.step_id
      """
    ).reduce(into: [:]) { all, row in
      let kept = try Kept(
        kind: row["kind"], by: row["name"], at: row["taken_at"], publishAt: row["publish_at"], reason: row["reason"])
      all[try row["number"], default: []].append(kept)
    }
  }

  private func chained(_ kept: [Kept], to sha256: String, computedAt: Timestamp) -> [ResultStep] {
    kept.reduce(into: [ResultStep(.computed, at: computedAt, after: sha256)]) { steps, step in
      guard let kind = ResultStep.Kind(rawValue: step.kind) else { return }
      steps.append(
        ResultStep(
          kind, at: step.at, by: step.by, publishAt: step.publishAt, reason: step.reason,
          after: steps.last?.sha256 ?? sha256))
    }
  }

  /// The last hour for which each was announced.
  private func hours(of event: EventID, in snapshot: Snapshot) throws -> [Int: ResultVersion.Hour] {
    try snapshot.rows(
      """
      SELECT s.number, s.publish_at, s.publish_at <= clock_timestamp() AS has_come,
        to_char(s.publish_at AT TIME ZONE e.time_zone, 'YYYY-MM-DD"T"HH24:MI') AS local
      FROM result_step AS s JOIN event AS e USING (event_id)
      WHERE s.event_id = \(event) AND s.kind = 'announced'
      ORDER BY s.step_id
      """
    ).reduce(into: [:]) { hours, row in
      hours[try row["number"]] = try hour(row)
    }
  }

  private func hour(_ row: Row) throws -> ResultVersion.Hour {
    let (instant, local): (Timestamp, String) = try (row["publish_at"], row["local"])
    let text = LocalTime(local)?.withOffset(at: instant) ?? instant.description
    return ResultVersion.Hour(instant: instant, text: text, hasCome: try row["has_come"])
  }

  func retraction(of number: Int, _ event: EventID, in snapshot: Snapshot) throws -> ResultVersion.Retraction? {
    try versions(of: event, in: snapshot).first { $0.number == number }?.retraction
  }

  /// - Returns: Whether this organiser had not approved it before.
  func approve(_ number: Int, by holder: TokenHolder, of event: EventID, in unit: UnitOfWork) throws -> Bool {
    try !unit.rows(
      """
      INSERT INTO result_step (event_id, number, kind, principal_id, token_id)
      VALUES (\(event), \(number), 'approved', \(holder.number)::bigint, \(holder.token)::bigint)
      ON CONFLICT DO NOTHING
      RETURNING step_id
      """
    ).isEmpty
  }

  /// - Parameter hour: Nil takes the moment at which it is written.
  func announce(_ number: Int, at hour: Timestamp?, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO result_step (event_id, number, kind, principal_id, publish_at)
      SELECT event_id, \(number), 'announced', principal_id, COALESCE(\(hour)::timestamptz, clock_timestamp())
      FROM principal WHERE event_id = \(event) AND name = \(unit.principal.name)
      """)
  }

  /// - Returns: Whether it had not been retracted before.
  func retract(_ number: Int, because reason: String, of event: EventID, in unit: UnitOfWork) throws -> Bool {
    try !unit.rows(
      """
      INSERT INTO result_step (event_id, number, kind, principal_id, reason)
      SELECT event_id, \(number), 'retracted', principal_id, \(reason)
      FROM principal WHERE event_id = \(event) AND name = \(unit.principal.name)
      ON CONFLICT DO NOTHING
      RETURNING step_id
      """
    ).isEmpty
  }
}
