import Postgres
import Vocabulary

/// All SQL about participants, one by one.
struct ParticipantStore {
  /// The participant of this key, locked until the unit ends; nil for one whom nobody knows.
  func find(_ key: String, of event: EventID, in unit: UnitOfWork) throws -> Found? {
    try unit.row(
      """
      SELECT participant_id, key, given_name, family_name, display_name, email, country, city, affiliation, may_be_named,
        languages, alias, registration_source, registered_at, checked_in_at, withdrawn_at, erased_at IS NOT NULL AS is_erased,
        NULL AS team, false AS is_captain
      FROM participant
      WHERE event_id = \(event) AND key = \(key)
      FOR NO KEY UPDATE
      """
    ).map { Found(registration: try registration($0), isErased: try $0["is_erased"]) }
  }

  /// Somebody who was found, and whether only their number is left.
  struct Found {
    let registration: Registration
    let isErased: Bool
  }

  /// Those who were not erased.
  /// - Parameter key: The only one to look for.
  func all(of event: EventID, only key: String? = nil, in snapshot: Snapshot) throws -> [Registration] {
    try snapshot.rows(
      """
      SELECT p.participant_id, p.key, p.given_name, p.family_name, p.display_name, p.email, p.country, p.city,
        p.affiliation, p.may_be_named, p.languages, p.alias, p.registration_source, p.registered_at, p.checked_in_at, p.withdrawn_at,
        t.key AS team, COALESCE(m.is_captain, false) AS is_captain
      FROM participant AS p
      LEFT JOIN team_member AS m USING (event_id, participant_id)
      LEFT JOIN team AS t USING (event_id, team_id)
      WHERE p.event_id = \(event) AND p.erased_at IS NULL AND p.key = COALESCE(\(key), p.key)
      ORDER BY p.family_name COLLATE "und-x-icu", p.display_name COLLATE "und-x-icu", p.key
      """
    ).map(registration)
  }

  func delete(_ participant: ParticipantID, of event: EventID, in unit: UnitOfWork) throws {
    try unit.savepoint {
      _ = try unit.execute("DELETE FROM participant WHERE event_id = \(event) AND participant_id = \(participant)")
    }
  }

  /// The keys of those who were not erased.
  func keys(of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows("SELECT key FROM participant WHERE event_id = \(event) AND erased_at IS NULL ORDER BY key")
      .map { try $0["key"] }
  }

  func teamKeys(of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows("SELECT key FROM team WHERE event_id = \(event) ORDER BY key").map { try $0["key"] }
  }

  func hasErased(_ key: String, of event: EventID, in snapshot: Snapshot) throws -> Bool {
    try snapshot.value(
      "SELECT EXISTS (SELECT FROM participant WHERE event_id = \(event) AND key = \(key) AND erased_at IS NOT NULL)"
    ) ?? false
  }

  /// A number that nobody has, and a key made of it.
  func newNumber(of event: EventID, in unit: UnitOfWork) throws -> (id: ParticipantID, key: Slug) {
    let id: ParticipantID = try unit.inserted("SELECT nextval(pg_get_serial_sequence('participant', 'participant_id'))")
    let key = "p-\(id.rawValue)"
    let isTaken: Bool = try unit.inserted(
      "SELECT EXISTS (SELECT FROM participant WHERE event_id = \(event) AND key = \(key))")
    return (id, try Slug(isTaken ? key + "-x" : key))
  }

  func insert(_ participant: Participant, as id: ParticipantID, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO participant (
        event_id, participant_id, key, given_name, family_name, display_name, name_folded, email, email_folded, country,
        city, affiliation, affiliation_folded, may_be_named, languages, alias, registration_source)
      OVERRIDING SYSTEM VALUE
      VALUES (
        \(event), \(id), \(participant.key), \(participant.givenName), \(participant.familyName),
        \(participant.displayName), \(FoldedName(keepingSymbols: participant.displayName).text), \(participant.email?.text),
        \(participant.email?.folded), \(participant.country?.text), \(participant.city), \(participant.affiliation),
        \(participant.affiliation.map { FoldedName($0).text }), \(participant.mayBeNamed),
        \(participant.languages.joined(separator: " ")), \(participant.alias), \(participant.registrationSource))
      """)
  }

  func update(_ participant: Participant, _ id: ParticipantID, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE participant SET
        given_name = \(participant.givenName), family_name = \(participant.familyName),
        display_name = \(participant.displayName),
        name_folded = \(FoldedName(keepingSymbols: participant.displayName).text), email = \(participant.email?.text),
        email_folded = \(participant.email?.folded), country = \(participant.country?.text), city = \(participant.city),
        affiliation = \(participant.affiliation),
        affiliation_folded = \(participant.affiliation.map { FoldedName($0).text }), may_be_named = \(participant.mayBeNamed),
        languages = \(participant.languages.joined(separator: " ")), alias = \(participant.alias),
        registration_source = \(participant.registrationSource)
      WHERE event_id = \(event) AND participant_id = \(id)
      """)
  }

  private func registration(_ row: Row) throws -> Registration {
    var registration = Registration(id: try row["participant_id"], participant: try participant(row))
    registration.team = try row["team"]
    registration.isCaptain = try row["is_captain"]
    registration.registeredAt = try row["registered_at"]
    registration.checkedInAt = try row["checked_in_at"]
    registration.withdrawnAt = try row["withdrawn_at"]
    return registration
  }

  private func participant(_ row: Row) throws -> Participant {
    var participant = try Participant(key: row["key"], displayName: row["display_name"])
    participant.givenName = try row["given_name"]
    participant.familyName = try row["family_name"]
    let (email, country): (String?, String?) = try (row["email"], row["country"])
    participant.email = email.flatMap(EmailAddress.init)
    participant.country = country.flatMap(CountryCode.init)
    participant.city = try row["city"]
    participant.affiliation = try row["affiliation"]
    participant.mayBeNamed = try row["may_be_named"]
    let languages: String = try row["languages"]
    participant.languages = languages.split(separator: " ").map(String.init)
    participant.alias = try row["alias"]
    participant.registrationSource = try row["registration_source"]
    return participant
  }
}
