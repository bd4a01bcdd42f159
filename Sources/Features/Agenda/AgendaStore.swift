public import AgendaFormats
import CanonicalJSON
public import Postgres
import Vocabulary

/// All SQL about sessions.
struct AgendaStore {
  func event(_ event: EventID, in snapshot: Snapshot) throws -> AgendaEvent? {
    try snapshot.row(
      """
      SELECT slug, name, time_zone, starts_on, ends_on, array_to_string(languages, ' ') AS languages
      FROM event WHERE event_id = \(event)
      """
    ).map { row in
      let languages: String = try row["languages"]
      return try AgendaEvent(
        slug: row["slug"], name: row["name"], timeZone: row["time_zone"], startsOn: row["starts_on"],
        endsOn: row["ends_on"], languages: Self.languages(languages))
    }
  }

  /// The draft by time, read in one look.
  /// - Parameter key: The only session to look for.
  func all(of event: EventID, only key: String? = nil, in snapshot: Snapshot) throws -> [AgendaEntry] {
    try snapshot.rows(Self.entries(of: event, only: key)).map(Self.entry)
  }

  /// One session, kept from being changed until the unit ends.
  func locked(_ key: String, of event: EventID, in unit: UnitOfWork) throws -> AgendaEntry? {
    try unit.rows(Self.entries(of: event, only: key).ending(with: "FOR UPDATE OF s")).first.map(Self.entry)
  }

  private static func entries(of event: EventID, only key: String?) -> SQL {
    """
    SELECT s.key, s.kind, s.title, s.objective, s.languages, s.audience, s.time_zone,
      to_char(lower(s.during) AT TIME ZONE s.time_zone, 'YYYY-MM-DD"T"HH24:MI') AS local_start,
      to_char(upper(s.during) AT TIME ZONE s.time_zone, 'YYYY-MM-DD"T"HH24:MI') AS local_end,
      lower(s.during) AS starts_at, upper(s.during) AS ends_at, clock_word(lower(s.during), s.time_zone) AS zone_word,
      r.key AS room, r.name AS room_name, r.capacity AS room_capacity, r.url AS room_url, s.url, s.register_url,
      s.capacity, s.is_cancelled,
      COALESCE((
        SELECT jsonb_agg(to_jsonb(p) ORDER BY p.position) FROM agenda_speaker AS p
        WHERE p.event_id = s.event_id AND p.session_id = s.session_id), '[]') AS speakers
    FROM agenda_session AS s LEFT JOIN room AS r USING (event_id, room_id)
    WHERE s.event_id = \(event) AND s.key = COALESCE(\(key), s.key)
    ORDER BY s.during, s.key
    """
  }

  func insert(_ session: AgendaSession, _ start: Timestamp, _ end: Timestamp, of event: EventID, in unit: UnitOfWork)
    throws
  {
    try unit.execute(
      """
      INSERT INTO agenda_session (
        event_id, key, kind, title, objective, languages, audience, during, time_zone, room_id, url, register_url, capacity,
        is_cancelled)
      VALUES (
        \(event), \(session.key), \(session.kind), \(session.title), \(session.objective),
        \(Self.codes(session.languages)), \(session.audience), tstzrange(\(start), \(end)), \(session.timeZone),
        (SELECT room_id FROM room WHERE event_id = \(event) AND key = \(session.room)), \(session.url),
        \(session.registerURL), \(session.capacity), \(session.isCancelled))
      """)
  }

  func update(_ session: AgendaSession, _ start: Timestamp, _ end: Timestamp, of event: EventID, in unit: UnitOfWork)
    throws
  {
    try unit.execute(
      """
      UPDATE agenda_session SET
        kind = \(session.kind), title = \(session.title), objective = \(session.objective),
        languages = \(Self.codes(session.languages)), audience = \(session.audience),
        during = tstzrange(\(start), \(end)), time_zone = \(session.timeZone),
        room_id = (SELECT room_id FROM room WHERE event_id = \(event) AND key = \(session.room)), url = \(session.url),
        register_url = \(session.registerURL), capacity = \(session.capacity), is_cancelled = \(session.isCancelled)
      WHERE event_id = \(event) AND key = \(session.key)
      """)
  }

  func delete(_ key: Slug, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute("DELETE FROM agenda_session WHERE event_id = \(event) AND key = \(key)")
  }

  /// Puts these speakers in place of those who were there.
  func replaceSpeakers(of entry: AgendaEntry, by speakers: [Speaker], _ event: EventID, in unit: UnitOfWork) throws {
    let key = entry.session.key
    if !entry.speakers.isEmpty {
      try unit.execute(
        """
        DELETE FROM agenda_speaker AS p USING agenda_session AS s
        WHERE p.event_id = \(event) AND s.event_id = p.event_id AND s.session_id = p.session_id AND s.key = \(key)
        """)
    }
    guard !speakers.isEmpty else { return }
    try unit.execute(
      """
      INSERT INTO agenda_speaker (
        event_id, session_id, position, honorific, name, role, organisation, second_role, second_organisation, is_public)
      SELECT s.event_id, s.session_id, p.position, p.honorific, p.name, p.role, p.organisation, p.second_role,
        p.second_organisation, p.is_public
      FROM agenda_session AS s CROSS JOIN jsonb_to_recordset(\(Self.rows(speakers).canonical)::jsonb) AS p (
        position integer, honorific text, name text, role jsonb, organisation jsonb, second_role jsonb,
        second_organisation jsonb, is_public boolean)
      WHERE s.event_id = \(event) AND s.key = \(key)
      """)
  }

  private static func rows(_ speakers: [Speaker]) -> JSON {
    .array(
      speakers.enumerated().map { index, speaker in
        [
          "position": .integer(index + 1), "honorific": speaker.honorific.json, "name": speaker.name.json,
          "role": speaker.role.json, "organisation": speaker.organisation.json, "second_role": speaker.secondRole.json,
          "second_organisation": speaker.secondOrganisation.json, "is_public": .bool(speaker.isPublic),
        ]
      })
  }

  private static func entry(_ row: Row) throws -> AgendaEntry {
    var session = AgendaSession(key: try row["key"], timeZone: try row["time_zone"])
    session.kind = try row["kind"]
    session.title = try row["title"]
    session.objective = try row["objective"]
    session.languages = try languages(row["languages"])
    session.audience = try row["audience"]
    session.room = try row["room"]
    session.url = try row["url"]
    session.registerURL = try row["register_url"]
    session.capacity = try row["capacity"]
    session.isCancelled = try row["is_cancelled"]
    let (start, end) = (try moment(row, "local_start", "starts_at"), try moment(row, "local_end", "ends_at"))
    session.start = start.local
    session.end = end.local
    return AgendaEntry(
      session: session, start: start, end: end, zoneWord: try row["zone_word"],
      room: try room(row), speakers: try speakers(row["speakers"]))
  }

  private static func room(_ row: Row) throws -> Room? {
    guard let key: Slug = try row["room"] else { return nil }
    var room = Room(key: key, name: try row["room_name"])
    room.capacity = try row["room_capacity"]
    room.url = try row["room_url"]
    return room
  }

  private static func speakers(_ text: String) throws -> [Speaker] {
    (try JSON(parsing: text).elements ?? []).map { row in
      var speaker = Speaker(name: row["name"]?.text)
      speaker.honorific = row["honorific"]?.text
      speaker.role = LocalizedText(json: row["role"] ?? .null)
      speaker.organisation = LocalizedText(json: row["organisation"] ?? .null)
      speaker.secondRole = LocalizedText(json: row["second_role"] ?? .null)
      speaker.secondOrganisation = LocalizedText(json: row["second_organisation"] ?? .null)
      speaker.isPublic = row["is_public"] == .bool(true)
      return speaker
    }
  }

  private static func codes(_ languages: [Language]) -> String { languages.map(\.code).joined(separator: " ") }

  private static func languages(_ codes: String) -> [Language] {
    codes.split(separator: " ").compactMap { Language(rawValue: String($0)) }
  }
}

extension AgendaSession.Kind: SQLEncodable, SQLDecodable {}
extension AgendaSession.Audience: SQLEncodable, SQLDecodable {}
