import AgendaFormats
import Postgres
import Vocabulary

/// All SQL about what clocks show: the database alone knows the zones.
struct ClockStore {
  func localTime(at instant: Timestamp, in zone: String, _ snapshot: Snapshot) throws -> LocalTime? {
    let text: String? = try snapshot.value(
      "SELECT to_char(\(instant)::timestamptz AT TIME ZONE \(zone), 'YYYY-MM-DD\"T\"HH24:MI')")
    return text.flatMap { LocalTime($0) }
  }

  func localTimes(
    from start: Timestamp, to end: Timestamp, in zone: String, _ snapshot: Snapshot
  ) throws -> (from: LocalTime?, to: LocalTime?) {
    let row = try snapshot.row(
      """
      SELECT to_char(\(start)::timestamptz AT TIME ZONE \(zone), 'YYYY-MM-DD"T"HH24:MI') AS local_start,
        to_char(\(end)::timestamptz AT TIME ZONE \(zone), 'YYYY-MM-DD"T"HH24:MI') AS local_end
      """)
    return try row.map { (try wallClock($0, "local_start"), try wallClock($0, "local_end")) } ?? (nil, nil)
  }

  /// When each session of the draft takes place by the clocks of a zone.
  func hours(of event: EventID, in zone: String, _ snapshot: Snapshot) throws -> [String: SessionHours] {
    let rows = try snapshot.rows(
      """
      SELECT key, lower(during) AS starts_at, upper(during) AS ends_at, clock_word(lower(during), \(zone)) AS zone_word,
        to_char(lower(during) AT TIME ZONE \(zone), 'YYYY-MM-DD"T"HH24:MI') AS local_start,
        to_char(upper(during) AT TIME ZONE \(zone), 'YYYY-MM-DD"T"HH24:MI') AS local_end
      FROM agenda_session WHERE event_id = \(event)
      """)
    return try Dictionary(
      rows.map { row in
        let hours = SessionHours(
          start: try moment(row, "local_start", "starts_at"), end: try moment(row, "local_end", "ends_at"),
          zoneWord: try row["zone_word"])
        return (try row["key"], hours)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// How the clocks of a zone are set from the start of the year before these days to the end of the year behind them.
  func history(of zone: String, _ days: ClosedRange<CalendarDate>, in snapshot: Snapshot) throws -> ZoneHistory {
    let rows = try snapshot.rows(
      """
      WITH year AS (
        SELECT make_timestamptz(\(days.lowerBound.year - 1)::integer, 1, 1, 0, 0, 0, 'UTC') AS first,
          make_timestamptz(\(days.upperBound.year + 2)::integer, 1, 1, 0, 0, 0, 'UTC') AS last),
      change AS (
        SELECT first AS at, minutes_ahead(first, \(zone)) AS before, minutes_ahead(first, \(zone)) AS after FROM year
        UNION ALL
        SELECT c.at, c.before, c.after FROM year CROSS JOIN LATERAL clock_changes(\(zone), first, last) AS c)
      SELECT before, after, clock_word(at, \(zone)) AS word,
        to_char(at AT TIME ZONE 'UTC' + before * interval '1 minute', 'YYYY-MM-DD"T"HH24:MI') AS onset
      FROM change ORDER BY at
      """)
    return ZoneHistory(
      zone: zone,
      observances: try rows.map { row in
        try ZoneHistory.Observance(
          onset: wallClock(row, "onset"), before: row["before"], after: row["after"], word: row["word"])
      })
  }
}

/// What a column of local time and the one of its instant say together.
func moment(_ row: Row, _ local: String, _ instant: String) throws -> Moment {
  Moment(local: try wallClock(row, local), instant: try row[instant])
}

private func wallClock(_ row: Row, _ column: String) throws -> LocalTime {
  let text: String = try row[column]
  guard let time = LocalTime(text) else { throw AgendaError.unreadableClock(text) }
  return time
}
