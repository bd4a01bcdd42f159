import Competition
import Postgres

/// All SQL about participants.
struct ParticipantStore {
  func find(_ key: Slug, of event: EventID, in unit: UnitOfWork) throws -> Participant? {
    try unit.row(
      """
      SELECT key, given_name, family_name, display_name, email, country, city, affiliation, may_be_named,
        languages, alias, came_by
      FROM participant
      WHERE event_id = \(event) AND key = \(key)
      FOR UPDATE
      """
    ).map(participant)
  }

  func all(of event: EventID, in snapshot: Snapshot) throws -> [Participant] {
    try snapshot.rows(
      """
      SELECT key, given_name, family_name, display_name, email, country, city, affiliation, may_be_named,
        languages, alias, came_by
      FROM participant
      WHERE event_id = \(event) AND erased_at IS NULL
      ORDER BY family_name COLLATE "und-x-icu", display_name COLLATE "und-x-icu", key
      """
    ).map(participant)
  }

  func insert(_ participant: Participant, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO participant (
        event_id, key, given_name, family_name, display_name, email, email_folded, country, city, affiliation, may_be_named,
        languages, alias, came_by)
      VALUES (
        \(event), \(participant.key), \(participant.givenName), \(participant.familyName), \(participant.displayName),
        \(participant.email?.text), \(participant.email?.folded), \(participant.country?.text), \(participant.city),
        \(participant.affiliation), \(participant.mayBeNamed), \(participant.languages.joined(separator: " ")),
        \(participant.alias), \(participant.cameBy))
      """)
  }

  func update(_ participant: Participant, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE participant SET
        given_name = \(participant.givenName), family_name = \(participant.familyName),
        display_name = \(participant.displayName), email = \(participant.email?.text),
        email_folded = \(participant.email?.folded), country = \(participant.country?.text), city = \(participant.city),
        affiliation = \(participant.affiliation), may_be_named = \(participant.mayBeNamed),
        languages = \(participant.languages.joined(separator: " ")), alias = \(participant.alias),
        came_by = \(participant.cameBy)
      WHERE event_id = \(event) AND key = \(participant.key)
      """)
  }

  func count(of event: EventID, in snapshot: Snapshot) throws -> ParticipantsService.Count {
    let row = try snapshot.row(
      "SELECT count(*) AS people, count(DISTINCT country) AS nationalities FROM participant WHERE event_id = \(event)")
    return try ParticipantsService.Count(people: row?["people"] ?? 0, nationalities: row?["nationalities"] ?? 0)
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
    participant.cameBy = try row["came_by"]
    return participant
  }
}
