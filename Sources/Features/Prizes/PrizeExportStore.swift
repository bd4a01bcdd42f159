public import Lookup

/// The SQL by which prizes, votes and awards are handed out row by row.
public enum PrizeExportStore {
  /// As imports take them: a rank, a track or a word says what a prize is for.
  public static let prizes = ExportedTable(
    [
      .text("key", "p.key"), .text("kind", "p.kind"), .number("rank", "p.rank"), .text("track", "k.key"),
      .text("basis", "CASE WHEN p.basis IN ('special-award', 'choice') THEN p.basis END"),
      .number("order", "p.position"), undisclosed("p"), .text("currency", "p.currency"),
      .number("quantity", "p.quantity"), .text("giver", "p.giver"), .text("target_event", "p.target"),
      .text("target_when", "p.target_when"), .texts("label", "p.label"),
    ],
    from: """
      prize AS p LEFT JOIN track AS k USING (event_id, track_id) WHERE p.event_id = @event ORDER BY p.prize_id
      """,
    imported: ImportedRows(
      """
      INSERT INTO prize (
        event_id, key, position, basis, rank, track_id, kind, quantity, amount, currency, is_undisclosed, label, giver,
        target, target_when)
      SELECT @event, r.key, r."order"::integer,
        CASE WHEN r.rank IS NOT NULL THEN 'rank' WHEN r.track IS NOT NULL THEN 'track' ELSE r.basis END,
        r.rank::integer, \(ImportedRows.number(of: .track)), r.kind, r.quantity::integer,
        (NULLIF(r.amount, '\(undisclosedWord)')::numeric * 10::numeric ^ \(ExportedTable.decimals(of: "r.currency")))::bigint,
        r.currency, COALESCE(r.amount = '\(undisclosedWord)', false), \(ImportedRows.texts("label")), r.giver,
        r.target_event, r.target_when
      FROM @rows ORDER BY r.row
      """, naming: ["track": .track]))

  public static let rules = ExportedTable(
    [.text("ties", "r.ties"), .number("most_per_team", "r.most_per_team")],
    from: "prize_rules AS r WHERE r.event_id = @event",
    imported: ImportedRows(
      """
      INSERT INTO prize_rules (event_id, ties, most_per_team) SELECT @event, r.ties, r.most_per_team::integer FROM @rows
      """))

  public static let votes = ExportedTable(
    [.text("prize", "p.key"), .text("source", "v.source"), .text("team", "t.key"), .number("votes", "v.votes")],
    from: """
      prize_vote AS v JOIN prize AS p USING (event_id, prize_id) JOIN team AS t USING (event_id, team_id)
      WHERE v.event_id = @event ORDER BY p.prize_id, v.source, t.team_id
      """,
    imported: ImportedRows(
      """
      INSERT INTO prize_vote (event_id, prize_id, team_id, source, votes)
      SELECT @event, \(ImportedRows.number(of: .prize)), \(ImportedRows.number(of: .team)), r.source, r.votes::bigint
      FROM @rows
      """, naming: ["prize": .prize, "team": .team]))

  public static let awards = ExportedTable(
    [
      .text("prize", "p.key"), .text("team", "t.key"), .number("result", "a.number"),
      .money("amount", "a.amount", in: "p.currency"), .number("shares", "a.shares"), .text("reason", "a.reason"),
      .text("by", "w.name"), .instant("awarded_at", "a.awarded_at"), .instant("accepted_at", "a.accepted_at"),
      .instant("delivered_at", "a.delivered_at"), .text("delivery_note", "a.delivery_note"),
      .instant("withdrawn_at", "a.withdrawn_at"), .text("withdrawn_reason", "a.withdrawn_reason"),
    ],
    from: """
      prize_award AS a JOIN prize AS p USING (event_id, prize_id) JOIN team AS t USING (event_id, team_id)
      JOIN principal AS w ON (w.event_id, w.principal_id) = (a.event_id, a.principal_id)
      WHERE a.event_id = @event ORDER BY a.award_id
      """)

  public static let refusals = ExportedTable(
    [
      .text("prize", "p.key"), .text("team", "t.key"), .text("reason", "f.reason"), .text("by", "w.name"),
      .instant("refused_at", "f.refused_at"),
    ],
    from: """
      prize_refusal AS f JOIN prize AS p USING (event_id, prize_id) JOIN team AS t USING (event_id, team_id)
      JOIN principal AS w ON (w.event_id, w.principal_id) = (f.event_id, f.principal_id)
      WHERE f.event_id = @event ORDER BY p.prize_id, t.team_id
      """)

  public static let confirmations = ExportedTable(
    [.text("participant", "p.key"), .text("by", "w.name"), .instant("confirmed_at", "c.confirmed_at")],
    from: """
      winner_confirmation AS c JOIN participant AS p USING (event_id, participant_id)
      JOIN principal AS w ON (w.event_id, w.principal_id) = (c.event_id, c.principal_id)
      WHERE c.event_id = @event AND p.erased_at IS NULL ORDER BY p.participant_id
      """,
    imported: ImportedRows(
      """
      INSERT INTO winner_confirmation (event_id, participant_id, principal_id, confirmed_at)
      SELECT @event, \(ImportedRows.number(of: .participant)), \(ImportedRows.number(of: .principal, "by")),
        r.confirmed_at::timestamptz
      FROM @rows
      """, naming: ["participant": .participant, "by": .principal]))

  private static let undisclosedWord = "undisclosed"

  /// An amount, or the word for one that is not published.
  private static func undisclosed(_ table: String) -> ExportedTable.Selected {
    .money("amount", "\(table).amount", in: "\(table).currency").instead(
      undisclosedWord, where: "\(table).is_undisclosed")
  }
}
