import Competition
import Postgres

/// All SQL of the announcement: it reads what the features wrote and writes nothing.
struct AnnouncementStore {
  /// Places that are announced even when they have no prize.
  private static let podium = 3

  func facts(of event: EventID, in snapshot: Snapshot) throws -> AnnouncementFacts {
    guard let facts = try eventFacts(event, in: snapshot) else { throw AnnouncementError.noResult }
    return AnnouncementFacts(
      event: facts, places: try places(event, in: snapshot), organisations: try organisations(event, in: snapshot))
  }

  private func eventFacts(_ event: EventID, in snapshot: Snapshot) throws -> AnnouncementFacts.Event? {
    try snapshot.row(
      """
      SELECT slug, name, purpose, notice, mode, starts_on, ends_on, announced_on, time_zone,
        array_to_string(languages, ' ') AS languages,
        COALESCE(stated_participants, (SELECT people FROM attendance WHERE event_id = \(event)), 0)::bigint
          AS participants,
        COALESCE(stated_nationalities,
          (SELECT nationalities FROM attendance WHERE event_id = \(event)), 0)::bigint AS nationalities
      FROM event
      WHERE event_id = \(event)
      """
    ).map { row in
      let languages: String = try row["languages"]
      return try AnnouncementFacts.Event(
        key: row["slug"], name: row["name"], purpose: row["purpose"], notice: row["notice"], mode: row["mode"],
        startsOn: row["starts_on"], endsOn: row["ends_on"], announcedOn: row["announced_on"],
        timeZone: row["time_zone"],
        languages: languages.split(separator: " ").compactMap { Language(rawValue: String($0)) },
        participants: row["participants"], nationalities: row["nationalities"])
    }
  }

  private func places(_ event: EventID, in snapshot: Snapshot) throws -> [AnnouncementFacts.Place] {
    let prizes = try prizes(event, in: snapshot)
    return try snapshot.rows(
      """
      SELECT r.place, count(*) OVER (PARTITION BY r.place) > 1 AS is_shared, t.key, t.name, t.city, t.about,
        COALESCE(s.summary, '{}') AS summary
      FROM result_place AS r
      JOIN team AS t USING (event_id, team_id)
      LEFT JOIN submission AS s USING (event_id, team_id)
      WHERE r.event_id = \(event) AND r.number = (SELECT max(number) FROM result WHERE event_id = \(event))
        AND (r.place <= \(Self.podium) OR r.place IN (SELECT place FROM prize WHERE event_id = \(event)))
      ORDER BY r.place, t.name COLLATE "und-x-icu", t.key
      """
    ).map { row in
      let place: Int = try row["place"]
      return try AnnouncementFacts.Place(
        place: place, isShared: row["is_shared"], team: row["key"], name: row["name"], city: row["city"],
        about: row["about"], summary: row["summary"], prizes: prizes[place] ?? [])
    }
  }

  private func prizes(_ event: EventID, in snapshot: Snapshot) throws -> [Int: [AnnouncementFacts.Prize]] {
    var prizes: [Int: [AnnouncementFacts.Prize]] = [:]
    let rows = try snapshot.rows(
      """
      SELECT key, place, kind, amount, currency, is_undisclosed, label FROM prize
      WHERE event_id = \(event)
      ORDER BY place, position, key
      """)
    for row in rows {
      let (amount, currency): (Int64?, String?) = try (row["amount"], row["currency"])
      let money = try amount.flatMap { amount in try currency.map { try Money(minorUnits: amount, currency: $0) } }
      let prize = try AnnouncementFacts.Prize(
        key: row["key"], kind: row["kind"], amount: money, isUndisclosed: row["is_undisclosed"], label: row["label"])
      prizes[try row["place"], default: []].append(prize)
    }
    return prizes
  }

  private func organisations(_ event: EventID, in snapshot: Snapshot) throws -> [AnnouncementFacts.Organisation] {
    try snapshot.rows(
      """
      SELECT o.key, r.role, o.name, o.acronym
      FROM organisation_role AS r JOIN organisation AS o USING (event_id, organisation_id)
      WHERE r.event_id = \(event) AND r.role IN ('funder', 'partner', 'co-organiser', 'sponsor')
      ORDER BY r.role, r.print_order, o.key
      """
    ).map { row in
      try AnnouncementFacts.Organisation(
        key: row["key"], role: row["role"], name: row["name"], acronym: row["acronym"])
    }
  }
}
