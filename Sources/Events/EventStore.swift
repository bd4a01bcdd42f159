import Competition
public import Postgres

/// All SQL about events and organisations.
struct EventStore {
  func insert(_ event: Event, in unit: UnitOfWork) throws -> EventID {
    try unit.inserted(
      """
      INSERT INTO event (
        slug, name, theme, purpose, notice, mode, time_zone, starts_on, ends_on, announced_on, languages, team_size,
        stated_participants, stated_nationalities)
      VALUES (
        \(event.slug), \(event.name), \(event.theme), \(event.purpose), \(event.notice), \(event.mode), \(event.timeZone),
        \(event.startsOn), \(event.endsOn), \(event.announcedOn), \(event.languages), \(event.teamSize),
        \(event.statedParticipants), \(event.statedNationalities))
      RETURNING event_id
      """)
  }

  func update(_ event: Event, of id: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE event SET
        name = \(event.name), theme = \(event.theme), purpose = \(event.purpose), notice = \(event.notice),
        mode = \(event.mode), time_zone = \(event.timeZone), starts_on = \(event.startsOn), ends_on = \(event.endsOn),
        announced_on = \(event.announcedOn), languages = \(event.languages), team_size = \(event.teamSize),
        stated_participants = \(event.statedParticipants), stated_nationalities = \(event.statedNationalities)
      WHERE event_id = \(id)
      """)
  }

  /// The event, locked until the unit ends.
  func locked(_ id: EventID, in unit: UnitOfWork) throws -> Event {
    _ = try unit.execute("SELECT FROM event WHERE event_id = \(id) FOR UPDATE")
    guard let event = try all(in: unit).first(where: { $0.id == id }) else { throw EventError.noEvent }
    return event.event
  }

  func all(in snapshot: Snapshot) throws -> [StoredEvent] {
    try snapshot.rows(
      """
      SELECT event_id, slug, name, theme, purpose, notice, mode, time_zone, starts_on, ends_on, announced_on,
        array_to_string(languages, ' ') AS languages, team_size, stated_participants, stated_nationalities, phase
      FROM event
      ORDER BY starts_on, event_id
      """
    ).map { row in
      let languages: String = try row["languages"]
      var event = try Event(
        slug: row["slug"], name: row["name"], timeZone: row["time_zone"], startsOn: row["starts_on"],
        endsOn: row["ends_on"], languages: languages.split(separator: " ").compactMap { Language(rawValue: String($0)) }
      )
      event.theme = try row["theme"]
      event.purpose = try row["purpose"]
      event.notice = try row["notice"]
      event.mode = try row["mode"]
      event.announcedOn = try row["announced_on"]
      event.teamSize = try row["team_size"]
      event.statedParticipants = try row["stated_participants"]
      event.statedNationalities = try row["stated_nationalities"]
      return try StoredEvent(id: row["event_id"], event: event, phase: row["phase"])
    }
  }

  /// Whether the server knows the IANA name; abbreviations, which it knows too, have no slash.
  func isTimeZone(_ name: String, in snapshot: Snapshot) throws -> Bool {
    guard name == "UTC" || name.contains("/") else { return false }
    return try snapshot.value("SELECT EXISTS (SELECT FROM pg_timezone_names WHERE name = \(name))", as: Bool.self)
      == true
  }

  func organisation(_ key: Slug, of event: EventID, in unit: UnitOfWork) throws -> Organisation? {
    try unit.row(
      """
      SELECT key, name, acronym FROM organisation
      WHERE event_id = \(event) AND key = \(key)
      FOR UPDATE
      """
    ).map { try Organisation(key: $0["key"], name: $0["name"], acronym: $0["acronym"]) }
  }

  func insert(_ organisation: Organisation, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO organisation (event_id, key, name, acronym)
      VALUES (\(event), \(organisation.key), \(organisation.name), \(organisation.acronym))
      """)
  }

  func update(_ organisation: Organisation, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE organisation SET name = \(organisation.name), acronym = \(organisation.acronym)
      WHERE event_id = \(event) AND key = \(organisation.key)
      """)
  }

  /// Tells whether the standing is new or was moved.
  func set(_ standing: Organisation.Standing, for key: Slug, of event: EventID, in unit: UnitOfWork) throws -> Bool {
    try unit.execute(
      """
      INSERT INTO organisation_role AS held (event_id, organisation_id, role, print_order)
      SELECT event_id, organisation_id, \(standing.role), \(standing.printOrder) FROM organisation
      WHERE event_id = \(event) AND key = \(key)
      ON CONFLICT (event_id, organisation_id, role) DO UPDATE SET print_order = EXCLUDED.print_order
      WHERE held.print_order <> EXCLUDED.print_order
      """) > 0
  }

  func organisations(
    of event: EventID, in snapshot: Snapshot
  ) throws -> [(organisation: Organisation, standing: Organisation.Standing)] {
    try snapshot.rows(
      """
      SELECT o.key, o.name, o.acronym, r.role, r.print_order
      FROM organisation_role AS r JOIN organisation AS o USING (event_id, organisation_id)
      WHERE r.event_id = \(event)
      ORDER BY array_position(ARRAY['funder', 'partner', 'co-organiser', 'sponsor', 'prize-giver', 'affiliation'], r.role),
        r.print_order, o.key
      """
    ).map { row in
      (
        try Organisation(key: row["key"], name: row["name"], acronym: row["acronym"]),
        try Organisation.Standing(role: row["role"], printOrder: row["print_order"])
      )
    }
  }
}

extension Event.Mode: SQLEncodable, SQLDecodable {}
extension Organisation.Role: SQLEncodable, SQLDecodable {}
