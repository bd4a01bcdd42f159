import Postgres
import Vocabulary

/// All SQL of the checks: it reads what the features wrote and writes nothing.
struct HealthStore {
  let event: EventID
  let snapshot: Snapshot
  let facts: HealthFacts

  /// Nil when there is no such event.
  init?(_ event: EventID, _ snapshot: Snapshot) throws {
    guard let facts = try Self.facts(event, snapshot) else { return nil }
    self.event = event
    self.snapshot = snapshot
    self.facts = facts
  }

  private static func facts(_ event: EventID, _ snapshot: Snapshot) throws -> HealthFacts? {
    try snapshot.row(
      """
      SELECT e.slug, phase_now(e.event_id, e.phase) AS phase, array_to_string(e.languages, ' ') AS languages, e.starts_on, e.ends_on, e.announced_on,
        e.judging_from, e.keep_people_until,
        e.registration_from IS NOT NULL AND e.registration_to IS NOT NULL AS has_registration_days,
        e.submissions_due_at IS NOT NULL AS has_deadline,
        COALESCE(
          submissions_close_at(e),
          (e.ends_on + 1)::timestamp AT TIME ZONE e.time_zone) < clock_timestamp() AS is_past_deadline,
        COALESCE((e.submissions_due_at AT TIME ZONE e.time_zone)::date > e.judging_from, false) AS is_due_within_judging,
        e.team_minimum, e.team_size, e.stated_participants, e.stated_nationalities,
        COALESCE(a.people, 0) AS people, COALESCE(a.nationalities, 0) AS nationalities,
        COALESCE((
          SELECT r.method = 'stated' FROM result AS r WHERE r.event_id = e.event_id ORDER BY r.number DESC LIMIT 1),
          false) AS is_record,
        NOT e.name ?& e.languages AS nameless, (clock_timestamp() AT TIME ZONE e.time_zone)::date AS today
      FROM event AS e LEFT JOIN attendance AS a USING (event_id)
      WHERE e.event_id = \(event)
      """
    ).map { row in
      let languages: String = try row["languages"]
      return try HealthFacts(
        slug: row["slug"], phase: row["phase"], languages: languages.split(separator: " ").map(String.init),
        startsOn: row["starts_on"], endsOn: row["ends_on"], announcedOn: row["announced_on"],
        judgingFrom: row["judging_from"], keepPeopleUntil: row["keep_people_until"],
        hasRegistrationDays: row["has_registration_days"], hasDeadline: row["has_deadline"],
        isPastDeadline: row["is_past_deadline"], isDueWithinJudging: row["is_due_within_judging"],
        teamMinimum: row["team_minimum"], teamSize: row["team_size"], statedPeople: row["stated_participants"],
        statedNationalities: row["stated_nationalities"], people: row["people"],
        nationalities: row["nationalities"], isRecord: row["is_record"], nameless: row["nameless"], today: row["today"])
    }
  }

  /// The texts of the first column of a question.
  func names(_ question: SQL) throws -> [String] { try snapshot.rows(question).map { try $0.first() } }
}
