import Postgres
import Vocabulary

/// The SQL by which the facts of an announcement are read from what the features wrote.
struct AnnouncementStore {
  /// Ranks that are announced even when they have no prize.
  static let podium = 3

  /// The facts as they are now, whatever was announced, without names of erased people.
  func facts(of event: EventID, in snapshot: Snapshot) throws -> AnnouncementFacts {
    let redaction = try ErasedNameStore().redaction(of: event, in: snapshot)
    return redaction.applied(to: try writtenFacts(of: event, in: snapshot))
  }

  /// The facts as organisers and teams wrote them.
  func writtenFacts(of event: EventID, in snapshot: Snapshot) throws -> AnnouncementFacts {
    let version: Int? = try snapshot.value("SELECT number FROM result_to_announce WHERE event_id = \(event)")
    guard let facts = try eventFacts(event, in: snapshot) else { throw AnnouncementError.noResult }
    let prizes = try prizes(event, in: snapshot)
    let teams = try teams(event, in: snapshot)
    return AnnouncementFacts(
      resultVersion: version ?? 0, edition: try EditionStore().next(of: event, in: snapshot), event: facts,
      rankedTeams: rankedTeams(of: teams, with: prizes),
      otherAwards: otherAwards(of: teams, with: prizes), organisations: try organisations(event, in: snapshot),
      relatedEditions: try relatedEditions(event, in: snapshot),
      corrections: try corrections(event, in: snapshot),
      withheld: try withheldNames(event, of: teams.map(\.team.key), in: snapshot))
  }

  /// How far the result to announce is on its way; nil while there is none.
  func publication(of event: EventID, in snapshot: Snapshot) throws -> Publication? {
    try snapshot.row(
      """
      SELECT r.is_approved, r.publish_at, clock_word(r.publish_at, e.time_zone) AS zone_word,
        to_char(r.publish_at AT TIME ZONE e.time_zone, 'YYYY-MM-DD"T"HH24:MI') AS local,
        EXISTS (SELECT FROM published_result AS p WHERE p.event_id = r.event_id AND p.number = r.number) AS is_public
      FROM result_to_announce AS r JOIN event AS e USING (event_id)
      WHERE r.event_id = \(event)
      """
    ).map { row in
      let (local, instant): (String?, Timestamp?) = try (row["local"], row["publish_at"])
      let time = local.flatMap { LocalTime($0) }
      var hour: PublicHour?
      if let time, let instant { hour = PublicHour(time, zoneWord: try row["zone_word"], at: instant) }
      return Publication(isApproved: try row["is_approved"], hour: hour, isPublic: try row["is_public"])
    }
  }

  private func eventFacts(_ event: EventID, in snapshot: Snapshot) throws -> AnnouncementFacts.Event? {
    try snapshot.row(
      """
      SELECT e.slug, e.name, e.purpose, e.notice, e.mode, e.starts_on, e.ends_on, e.time_zone,
        COALESCE((r.publish_at AT TIME ZONE e.time_zone)::date, e.announced_on) AS announced_on,
        array_to_string(e.languages, ' ') AS languages,
        COALESCE(e.stated_participants, p.people, 0)::bigint AS participants,
        COALESCE(e.stated_nationalities, p.nationalities, 0)::bigint AS nationalities,
        COALESCE(a.addresses, '{}') AS addresses, a.contact
      FROM event AS e
      LEFT JOIN result_to_announce AS r USING (event_id)
      LEFT JOIN attendance AS p USING (event_id)
      LEFT JOIN announcement AS a USING (event_id)
      WHERE e.event_id = \(event)
      """
    ).map { row in
      let languages: String = try row["languages"]
      return try AnnouncementFacts.Event(
        key: row["slug"], name: row["name"], purpose: row["purpose"], notice: row["notice"], mode: row["mode"],
        startsOn: row["starts_on"], endsOn: row["ends_on"], announcedOn: row["announced_on"],
        timeZone: row["time_zone"],
        languages: languages.split(separator: " ").compactMap { Language(rawValue: String($0)) },
        participants: row["participants"], nationalities: row["nationalities"], addresses: row["addresses"],
        contact: row["contact"])
    }
  }

  /// A team that is announced, and its rank if the ranking gave it one.
  private struct Named {
    let id: TeamID
    let rank: Int?
    let isShared: Bool
    let team: AnnouncedTeam
  }

  /// The teams of the podium, of further ranks that have a prize, and those that won any other prize.
  ///
  /// A project is as it was judged; from the draft come only the languages that the judged version does not have.
  private func teams(_ event: EventID, in snapshot: Snapshot) throws -> [Named] {
    try snapshot.rows(
      """
      WITH named AS (
        SELECT p.team_id, p.rank, count(*) OVER (PARTITION BY p.rank) > 1 AS is_shared
        FROM result_to_announce AS r JOIN result_rank AS p USING (event_id, number)
        WHERE r.event_id = \(event)),
      won AS (
        SELECT a.team_id, bool_or(p.basis = 'rank') AS by_rank
        FROM result_to_announce AS r
        JOIN announced_prize AS a USING (event_id, number)
        JOIN prize AS p USING (event_id, prize_id)
        WHERE r.event_id = \(event)
        GROUP BY a.team_id)
      SELECT t.team_id, t.key, t.name, t.city, t.about, t.affiliation, t.status <> 'active' AS is_inactive,
        COALESCE(t.declared_size, NULLIF(
          (SELECT count(*) FROM team_member AS m WHERE m.event_id = t.event_id AND m.team_id = t.team_id), 0)) AS members,
        COALESCE(s.title, '{}') || COALESCE(v.contents -> 'title', '{}') AS title,
        COALESCE(s.summary, '{}') || COALESCE(v.contents -> 'summary', '{}') AS summary,
        CASE WHEN v.contents IS NULL THEN s.url ELSE v.contents ->> 'url' END AS url,
        COALESCE(n.is_shared, false) AS is_shared,
        CASE WHEN n.rank <= \(Self.podium) OR w.by_rank THEN n.rank END AS rank
      FROM team AS t
      LEFT JOIN named AS n USING (team_id)
      LEFT JOIN won AS w USING (team_id)
      LEFT JOIN submission AS s USING (event_id, team_id)
      LEFT JOIN judged_submission AS j USING (event_id, team_id)
      LEFT JOIN submission_version AS v ON (v.event_id, v.submission_id, v.number) = (j.event_id, j.submission_id, j.number)
      WHERE t.event_id = \(event) AND (n.rank <= \(Self.podium) OR w.team_id IS NOT NULL)
      ORDER BY n.rank, t.name COLLATE "und-x-icu", t.key
      """
    ).map { row in
      var team = AnnouncedTeam(key: try row["key"], name: try row["name"])
      team.city = try row["city"]
      team.about = try row["about"]
      team.affiliation = try row["affiliation"]
      team.members = try row["members"]
      team.projectTitle = try row["title"]
      team.summary = try row["summary"]
      team.projectAddress = try row["url"]
      team.isInactive = try row["is_inactive"]
      return Named(id: try row["team_id"], rank: try row["rank"], isShared: try row["is_shared"], team: team)
    }
  }

  private func rankedTeams(of teams: [Named], with prizes: [TeamID: [WonPrize]]) -> [AnnouncementFacts.RankedTeam] {
    teams.compactMap { named in
      named.rank.map { rank in
        AnnouncementFacts.RankedTeam(
          rank: rank, isShared: named.isShared, team: named.team,
          prizes: (prizes[named.id] ?? []).filter { $0.basis == nil }.map(\.prize))
      }
    }
  }

  /// In the order in which the prizes are listed.
  private func otherAwards(of teams: [Named], with prizes: [TeamID: [WonPrize]]) -> [AnnouncementFacts.OtherAward] {
    teams.flatMap { named in
      (prizes[named.id] ?? []).compactMap { won in
        won.basis.map { (won.order, AnnouncementFacts.OtherAward(basis: $0, team: named.team, prize: won.prize)) }
      }
    }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// The notes that are public, or will be with the result.
  private func corrections(_ event: EventID, in snapshot: Snapshot) throws -> [AnnouncementFacts.Correction] {
    try snapshot.rows(
      """
      SELECT c.number, (c.noted_at AT TIME ZONE e.time_zone)::date AS noted_on, c.text
      FROM announcement_correction AS c JOIN event AS e USING (event_id)
      WHERE c.event_id = \(event)
        AND (c.edition IS NULL OR EXISTS (
          SELECT FROM effective_edition AS f WHERE f.event_id = c.event_id AND f.edition = c.edition))
      ORDER BY c.number
      """
    ).map { try AnnouncementFacts.Correction(number: $0["number"], notedOn: $0["noted_on"], text: $0["text"]) }
  }

  /// Who of these teams did not agree to be named.
  func withheldNames(
    _ event: EventID, of teams: [String], in snapshot: Snapshot
  ) throws -> [AnnouncementFacts.WithheldName] {
    try snapshot.rows(
      """
      SELECT p.key, t.key AS team, p.display_name, p.given_name || ' ' || p.family_name AS whole_name
      FROM team_member AS m
      JOIN participant AS p USING (event_id, participant_id)
      JOIN team AS t USING (event_id, team_id)
      WHERE m.event_id = \(event) AND t.key = ANY (\(teams)::text[]) AND NOT p.may_be_named
        AND p.erased_at IS NULL
      ORDER BY p.key
      """
    ).map { row in
      try AnnouncementFacts.WithheldName(
        participant: row["key"], team: row["team"], names: [row["display_name"], row["whole_name"]])
    }
  }

  private func organisations(_ event: EventID, in snapshot: Snapshot) throws -> [AnnouncementFacts.Organisation] {
    try snapshot.rows(
      """
      SELECT o.key, r.role, o.name, o.acronym, o.url
      FROM organisation_role AS r JOIN organisation AS o USING (event_id, organisation_id)
      WHERE r.event_id = \(event) AND r.role IN ('funder', 'partner', 'co-organiser', 'sponsor')
      ORDER BY r.role, r.print_order, o.key
      """
    ).map { row in
      try AnnouncementFacts.Organisation(
        key: row["key"], role: row["role"], name: row["name"], acronym: row["acronym"], address: row["url"])
    }
  }
}
