import CanonicalJSON
import Postgres
import Vocabulary

/// All SQL of the log.
struct AuditStore {
  func append(_ draft: AuditEntryDraft, of event: EventID, in unit: UnitOfWork) throws {
    let personal = draft.personalValues
    try namingActor(in: unit) {
      _ = try unit.rows(
        """
        SELECT audit_append(
          \(event), \(unit.principal.name), \(draft.details(channel: unit.channel.rawValue)),
          \(personal.map(\.field))::text[], \(personal.map(\.side))::text[],
          \(personal.map { hexadecimal($0.salt) })::bytea[], \(personal.map(\.value))::text[])
        """)
    }
  }

  func openBatch(in unit: UnitOfWork) throws {
    try unit.execute(
      """
      CREATE TEMPORARY TABLE audit_batch (
        position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, key text NOT NULL, old jsonb, new jsonb
      ) ON COMMIT DROP
      """)
  }

  func logBatch(
    _ action: String, _ noun: String, isPersonal: Bool, of event: EventID, in unit: UnitOfWork
  ) throws {
    try namingActor(in: unit) {
      _ = try unit.rows(
        """
        SELECT audit_append_batch(
          \(event), \(unit.principal.name), \(unit.channel.rawValue), \(action), \(noun), \(isPersonal))
        """)
    }
    try unit.execute("TRUNCATE audit_batch RESTART IDENTITY")
  }

  private func namingActor(in unit: UnitOfWork, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as PostgresError where error.sqlState == "DJ002" {
      throw AuditError.unknownPrincipal(unit.principal.name)
    }
  }

  func seal(_ event: EventID, because reason: String, in unit: UnitOfWork) throws -> String {
    let seal = try unit.value(
      "SELECT encode(audit_seal(\(event), \(unit.principal.name), \(reason)), 'hex')", as: String.self)
    return seal ?? ""
  }

  func seals(of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows(
      "SELECT encode(hash, 'hex') AS seal FROM audit_checkpoint WHERE event_id = \(event) ORDER BY number"
    ).map { try $0["seal"] }
  }

  func entries(of event: EventID, newest count: Int, in snapshot: Snapshot) throws -> [AuditEntry] {
    let personal = try newestPersonalValues(of: event, count, in: snapshot)
    var entries = try snapshot.rows(
      """
      SELECT p.name, e.principal_id, e.number, e.recorded_at, e.details
      FROM audit_entry AS e JOIN principal AS p USING (event_id, principal_id)
      WHERE e.event_id = \(event)
      ORDER BY e.recorded_at DESC, e.principal_id DESC, e.number DESC
      LIMIT \(count)
      """
    ).map { row in
      let number: Int = try row["number"]
      let principal: PrincipalID = try row["principal_id"]
      return try AuditEntry(
        principal: row["name"], number: number, recordedAt: row["recorded_at"], details: row["details"],
        personal: personal[PersonalKey(principal: principal, number: number)] ?? [:])
    }
    let keys = try participantKeys(Set(entries.flatMap(\.participantNumbers)).sorted(), of: event, in: snapshot)
    for index in entries.indices {
      let named = entries[index].participantNumbers.compactMap { number in keys[number].map { (number, $0) } }
      entries[index].participants = Dictionary(named) { key, _ in key }
    }
    return entries
  }

  /// What participants are called who were not erased.
  private func participantKeys(
    _ numbers: [Int], of event: EventID, in snapshot: Snapshot
  ) throws -> [Int: String] {
    guard !numbers.isEmpty else { return [:] }
    let rows = try snapshot.rows(
      """
      SELECT participant_id, key FROM participant
      WHERE event_id = \(event) AND participant_id = ANY (\(numbers)::bigint[]) AND erased_at IS NULL
      """)
    return Dictionary(uniqueKeysWithValues: try rows.map { (try $0["participant_id"] as Int, try $0["key"] as String) })
  }

  private struct PersonalKey: Hashable {
    let principal: PrincipalID
    let number: Int
  }

  /// The personal values behind the newest entries, by field and side.
  private func newestPersonalValues(
    of event: EventID, _ count: Int, in snapshot: Snapshot
  ) throws -> [PersonalKey: [String: String]] {
    var values: [PersonalKey: [String: String]] = [:]
    let rows = try snapshot.rows(
      """
      SELECT v.principal_id, v.number, v.field, v.side, v.value
      FROM audit_personal_value AS v
      JOIN (
        SELECT principal_id, number FROM audit_entry WHERE event_id = \(event)
        ORDER BY recorded_at DESC, principal_id DESC, number DESC LIMIT \(count)) AS newest
        USING (principal_id, number)
      WHERE v.event_id = \(event)
      """)
    for row in rows {
      let (field, side): (String, String) = try (row["field"], row["side"])
      let key = try PersonalKey(principal: row["principal_id"], number: row["number"])
      values[key, default: [:]][field + " " + side] = try row["value"]
    }
    return values
  }

  private func hexadecimal(_ bytes: [UInt8]) -> String {
    "\\x" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

extension AuditEntry {
  /// Reads the canonical text of an entry; personal values are looked up by "field side".
  init(principal: String, number: Int, recordedAt: Timestamp, details: String, personal: [String: String]) throws {
    let details = try JSON(parsing: details)
    func side(_ field: JSON.Member, _ side: String) throws -> JSON {
      if let value = personal[field.key + " " + side] { return try JSON(parsing: value) }
      return field.value[side] ?? .null
    }
    self.init(
      principal: principal, number: number, recordedAt: recordedAt, action: details["action"]?.text ?? "",
      noun: details["noun"]?.text ?? "", key: details["key"]?.text ?? "", channel: details["channel"]?.text ?? "",
      changes: try (details["changes"]?.members ?? []).map { field in
        Change(field: field.key, old: try side(field, "old"), new: try side(field, "new"))
      })
  }
}
